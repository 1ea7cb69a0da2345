internal import ArabicText

/// Rows of names: line-ups, casts, committees («منصور الحربي – فهد الحمد – عمر السومة – نبيل بهوي»). What stands between
/// the same marks as the persons around is a person.
struct NameRows {
    private let gazetteer: Gazetteer
    private let text: TokenizedText

    /// The longest name in a row, in words.
    private static let longestName = 5

    /// What stands between two marks.
    private struct Place {
        var tokens: Range<Int>
        /// The mark behind it; 0 at the end of the sentence.
        var mark: UInt16
        var isPerson = false
    }

    init(gazetteer: Gazetteer, text: TokenizedText) {
        self.gazetteer = gazetteer
        self.text = text
    }

    /// The persons in rows of `sentence` that are not among `persons`, its mentions of persons; what they overlap is a
    /// part of them. `isOther` tells which tokens other mentions have.
    func persons(in sentence: Range<Int>, beside persons: [Range<Int>], isOther: (Int) -> Bool) -> [Range<Int>] {
        // A row has three names that were found at least.
        guard persons.count >= 3 else { return [] }
        let places = places(in: sentence, persons: persons)
        var found: [Range<Int>] = []
        var start = 0
        while start < places.count {
            var end = start + 1
            while end < places.count, places[end - 1].mark == places[start].mark, places[end - 1].mark != 0 { end += 1 }
            let row = places[start..<end]
            let known = row.count { $0.isPerson }
            if row.count >= 4, known >= 3, known * 2 >= row.count {
                found += row.filter { !$0.isPerson && mayBePerson($0.tokens) && !$0.tokens.contains(where: isOther) }
                    .map(\.tokens)
            }
            // The last place of a row has another mark behind it, and may be the first of the next.
            start = max(start + 1, end - 1)
        }
        return found
    }

    private func places(in sentence: Range<Int>, persons: [Range<Int>]) -> [Place] {
        var places: [Place] = []
        var start = sentence.lowerBound
        func close(_ end: Int, _ mark: UInt16) {
            if end > start {
                let tokens = start..<end
                places.append(Place(tokens: tokens, mark: mark, isPerson: persons.contains(tokens)))
            } else if let last = places.indices.last {
                // Two marks in a row.
                places[last].mark = 0
            }
            start = end + 1
        }
        for index in sentence {
            let token = text.tokens[index]
            guard token.kind == .punctuation || token.kind == .symbol else { continue }
            let mark = text.letters(of: token).first ?? 0
            guard Self.separators.contains(mark) || Self.ends.contains(mark) else { continue }
            close(index, Self.ends.contains(mark) ? 0 : mark)
        }
        close(sentence.upperBound, 0)
        return places
    }

    /// A given name first, no word of another kind.
    private func mayBePerson(_ tokens: Range<Int>) -> Bool {
        guard (2...Self.longestName).contains(tokens.count),
            tokens.allSatisfy({ text.tokens[$0].isArabic })
        else { return false }
        let words = tokens.map { text.letters(of: text.tokens[$0]) }
        guard gazetteer.classes(for: words[0]).contains(.givenName) else { return false }
        return words.dropFirst().allSatisfy { word in
            let classes = gazetteer.classes(for: word)
            if classes.contains(.nameParticle) { return true }
            return classes.isDisjoint(with: [.speech, .title, .organizationTrigger, .locationTrigger])
                && (!classes.contains(.commonWord) || !classes.isDisjoint(with: .people))
        }
    }

    /// – - ، , ؛ ; /
    private static let separators: [UInt16] = [0x2013, 0x2014, 0x2D, 0x60C, 0x2C, 0x61B, 0x3B, 0x2F]
    /// . : ! ? ؟ …
    private static let ends: [UInt16] = [0x2E, 0x3A, 0x21, 0x3F, 0x61F, 0x2026, 0x28, 0x29]
}
