internal import ArabicText

/// The words of a text, each looked up among the known ones once for all that read the text: rules, entities, themes. It
/// keeps its memory.
package struct TextWords {
    let known: KnownWords
    private(set) var words: [LookedUpWord] = []

    package init(known: KnownWords) { self.known = known }

    /// Looks the tokens of `text` up.
    mutating func read(_ text: TokenizedText) {
        text.folded.letters.withUnsafeBufferPointer { letters in
            text.tokens.withUnsafeBufferPointer { tokens in
                read(tokens.count, of: letters) { tokens[$0].letters }
            }
        }
    }

    /// Looks up `tokens`, ranges of `letters`.
    mutating func read(_ tokens: [Range<Int>], of letters: UnsafeBufferPointer<UInt16>) {
        read(tokens.count, of: letters) { tokens[$0] }
    }

    /// In three passes, so that none waits for memory.
    @inline(__always)
    private mutating func read(
        _ count: Int,
        of letters: UnsafeBufferPointer<UInt16>,
        token: (Int) -> Range<Int>
    ) {
        words.removeAll(keepingCapacity: true)
        words.append(contentsOf: repeatElement(LookedUpWord(), count: count))
        let known = known
        words.withUnsafeMutableBufferPointer { words in
            for index in words.indices {
                guard let key = WordKey(token(index), of: letters) else { continue }
                let query = WordQuery(key)
                words[index].query = query
                known.fetchChoice(query)
            }
            for index in words.indices {
                guard let query = words[index].query else { continue }
                let place = known.place(mayHold: query)
                words[index].place = place
                if place >= 0 { known.fetch(place, lines: 0..<1) }
            }
            for index in words.indices where words[index].place >= 0 {
                guard let query = words[index].query, known.holds(query, at: words[index].place),
                    let word = known[words[index].place]
                else {
                    words[index].place = -1
                    continue
                }
                words[index].tells = word.tells
            }
        }
    }

    /// What is known of the word at `index`.
    @inline(__always)
    subscript(index: Int) -> KnownWord? { words[index].place < 0 ? nil : known[words[index].place] }

    /// Whether a word may tell what `tells` says: only of a known one it is sure that it doesn't.
    @inline(__always)
    func may(_ tells: WordTells, at index: Int) -> Bool { words[index].tells.contains(tells) }
}
