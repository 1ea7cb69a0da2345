import Foundation

/// What a command prints with `--json`: one line, keys in alphabetical order.
package enum JSONText {
    package static func line(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
}

/// A moment of the journal as people write it.
package enum Moment {
    /// `2026-03-01T12:00:00Z`.
    package static func text(millisecondsSince1970: Int64) -> String {
        Date(timeIntervalSince1970: Double(millisecondsSince1970 / 1000)).formatted(.iso8601)
    }
}
