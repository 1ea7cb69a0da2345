internal import CTagger

/// The keys of what the tokens of a sentence say together, token by token. It keeps its memory.
struct FeatureKeys {
    /// ``room`` places for each token.
    private(set) var keys: [UInt64] = []
    /// How many of its places each token has taken.
    private(set) var counts: [UInt8] = []

    /// A multiple of eight, and more than ``EntityTemplates/visitTogether(at:of:sport:by:)`` has.
    @inline(__always)
    private static var room: Int { rows_keys }

    /// Takes the keys of so many tokens, which `body` writes for each of them to as many places as ``Writer/init(keys:)``
    /// has room for; it returns how many they are.
    @inline(__always)
    mutating func take(tokens: Int, _ body: (_ index: Int, _ keys: UnsafeMutablePointer<UInt64>) -> Int) {
        if keys.count < tokens * Self.room { keys = Array(repeating: 0, count: 2 * tokens * Self.room) }
        counts.removeAll(keepingCapacity: true)
        keys.withUnsafeMutableBufferPointer { keys in
            guard let base = keys.baseAddress else { return }
            for index in 0..<tokens {
                counts.append(UInt8(truncatingIfNeeded: body(index, base + index * Self.room)))
            }
        }
    }

    /// Writes the keys of a token; what it has no room for is lost.
    struct Writer: FeatureReceiver {
        private let keys: UnsafeMutablePointer<UInt64>
        private let room: Int
        private(set) var count = 0

        /// For the keys of one token. Where it is made and used in one function, the compiler knows of each key whether
        /// there is room, and where it stands.
        @inline(__always)
        init(keys: UnsafeMutablePointer<UInt64>) { self.init(keys: keys, room: FeatureKeys.room) }

        @inline(__always)
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
