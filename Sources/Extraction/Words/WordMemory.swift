internal import CPrefetch

/// What was computed of words a short time ago, by their letters: four words of a text in five have been read in it, or
/// in the texts before it, and nothing is computed of those.
///
/// There is a place for a word by its letters, which a later word takes over. All letters are compared, so what a word
/// gets does not depend on what was read before.
struct WordMemory<Value: Sendable>: Sendable {
    private struct Entry: Sendable {
        var key = WordKey.none
        var value: Value
    }

    /// 2 to the power of it is the number of places. Of three thousand news articles' words so many have 80 in a hundred,
    /// a quarter as many have 68 (articles of fourteen newspapers in turn); twice as many are a twentieth faster, and take
    /// a worker 8 MB more.
    private static var bits: Int { 15 }

    private var entries: [Entry]

    /// - Parameter empty: what stands in a place that no word has taken yet.
    init(empty: Value) {
        entries = Array(repeating: Entry(value: empty), count: 1 << Self.bits)
    }

    /// Has the processor fetch a word's place, which is in its nearest caches rarely, and does not wait for it.
    @inline(__always)
    func fetch(_ key: WordKey) {
        entries.withUnsafeBufferPointer { entries in
            guard let base = entries.baseAddress else { return }
            let entry = UnsafeRawPointer(base + key.place(bits: Self.bits))
            for line in stride(from: 0, to: MemoryLayout<Entry>.size, by: 64) { prefetch(entry + line) }
            prefetch(entry + (MemoryLayout<Entry>.size - 1))
        }
    }

    /// The place of a word, and whether it has it.
    @inline(__always)
    func find(_ key: WordKey) -> (place: Int, isKnown: Bool) {
        let place = key.place(bits: Self.bits)
        return (place, entries[place].key == key)
    }

    /// Gives a word its place.
    @inline(__always)
    mutating func put(_ value: Value, of key: WordKey, at place: Int) { entries[place] = Entry(key: key, value: value) }

    /// What stands in a place, until another word takes it.
    subscript(place: Int) -> Value {
        @inline(__always) _read { yield entries[place].value }
    }
}
