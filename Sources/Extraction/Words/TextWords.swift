internal import ArabicText

/// The words of a text, each looked up among the known ones once for all that read the text: rules, entities, themes. It
/// keeps its memory.
package struct TextWords {
    let known: KnownWords
    /// `nil` for a word that has no key.
    private(set) var queries: [WordQuery<WordKey>?] = []
    /// Where each word stands among the known ones; -1 where it does not.
    private(set) var places: [Int] = []

    package init(known: KnownWords) { self.known = known }

    /// Looks the tokens of `text` up.
    mutating func read(_ text: TokenizedText) {
        text.folded.letters.withUnsafeBufferPointer { read(text.tokens.lazy.map(\.letters), of: $0) }
    }

    /// Looks up `tokens`, ranges of `letters`. In three passes, so that none waits for memory.
    mutating func read(_ tokens: some Sequence<Range<Int>>, of letters: UnsafeBufferPointer<UInt16>) {
        queries.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        for token in tokens {
            let query = WordKey(token, of: letters).map { WordQuery($0) }
            queries.append(query)
            if let query { known.fetchChoice(query) }
        }
        for query in queries {
            let place = query.map { known.place(mayHold: $0) } ?? -1
            places.append(place)
            if place >= 0 { known.fetch(place, lines: 0..<1) }
        }
        for index in places.indices where places[index] >= 0 {
            if let query = queries[index], !known.holds(query, at: places[index]) { places[index] = -1 }
        }
    }

    /// What is known of the word at `index`.
    @inline(__always)
    subscript(index: Int) -> KnownWord? { places[index] < 0 ? nil : known[places[index]] }

    /// Whether a word may tell what `tells` says: only of a known one it is sure that it doesn't.
    @inline(__always)
    func may(_ tells: WordTells, at index: Int) -> Bool { self[index]?.tells.contains(tells) ?? true }
}
