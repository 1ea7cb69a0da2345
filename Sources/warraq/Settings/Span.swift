import ArgumentParser
import Cluster

/// A length of time on the command line: `90s`, `15m`, `12h`, `7d`; a number alone is seconds.
package struct Span: ExpressibleByArgument, Sendable, Equatable {
    private static let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]

    package var milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package init?(argument: String) {
        var digits = Substring(argument)
        var unit = 1.0
        if let last = digits.last, let seconds = Self.units[last] {
            unit = seconds
            digits.removeLast()
        }
        // A century is enough for everybody.
        guard let count = Double(digits), count >= 0, count * unit <= 36_500 * 86_400 else { return nil }
        milliseconds = Int64((count * unit * 1000).rounded())
    }

    package var defaultValueDescription: String { "\(Double(milliseconds) / 1000)s" }
}

/// How long something is kept: a length of time, or for ever.
package enum Keeping: ExpressibleByArgument, Sendable, Equatable {
    case span(Span)
    case forever

    package init?(argument: String) {
        if argument == "forever" {
            self = .forever
        } else if let span = Span(argument: argument) {
            self = .span(span)
        } else {
            return nil
        }
    }

    /// `nil` for ever.
    package var milliseconds: Int64? {
        if case .span(let span) = self { span.milliseconds } else { nil }
    }
}
