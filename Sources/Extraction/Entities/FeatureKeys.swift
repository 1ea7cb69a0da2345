internal import CTagger

/// The keys of what the tokens of a sentence say together, token by token. It keeps its memory.
struct FeatureKeys {
    /// ``room`` places for each token.
    private(set) var keys: [UInt64] = []
    /// How many of its places each token has taken.
    private(set) var counts: [UInt8] = []

    /// A multiple of eight, and more than ``EntityTemplates/visitTogether(at:of:sport:by:)`` has.
    private static var room: Int { rows_keys }

    /// Takes the keys of so many tokens that `body` hands out for each of them.
    @inline(__always)
    mutating func take(tokens: Int, _ body: (_ index: Int, _ writer: inout Writer) -> Void) {
        if keys.count < tokens * Self.room { keys = Array(repeating: 0, count: 2 * tokens * Self.room) }
        counts.removeAll(keepingCapacity: true)
        keys.withUnsafeMutableBufferPointer { keys in
            guard let base = keys.baseAddress else { return }
            for index in 0..<tokens {
                var writer = Writer(keys: base + index * Self.room, room: Self.room)
                body(index, &writer)
                counts.append(UInt8(truncatingIfNeeded: writer.count))
            }
        }
    }

    /// Writes the keys of a token; what it has no room for is lost.
    struct Writer: FeatureReceiver {
        private let keys: UnsafeMutablePointer<UInt64>
        private let room: Int
        private(set) var count = 0

        init(keys: UnsafeMutablePointer<UInt64>, room: Int) {
            self.keys = keys
            self.room = room
        }

        @inline(__always)
        mutating func take(_ key: UInt64, of group: FeatureGroup) {
            guard count < room else { return }
            keys[count] = key
            count += 1
        }
    }
}
