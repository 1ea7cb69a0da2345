internal import Extraction

/// Chooses the name by which an entity goes.
struct NameChoice {
    /// A form in which a name stands in the text, clitics cut off.
    struct Variant {
        /// The number of the name that is written as it is shown.
        var shown: Int
        var count: Int
        var form: Int
        /// Whether it is another variant without the alef of its article.
        var isContracted: Bool
    }

    /// The written forms by frequency, then first position. Kept for the next entity.
    private(set) var variants: [Variant] = []

    /// Reads the variants of an entity. `indices` are those of its mentions among `mentions`, in the order of the text.
    mutating func read(_ indices: ArraySlice<Int>, among mentions: borrowing ArticleMentions) {
        variants.removeAll(keepingCapacity: true)
        for index in indices {
            let number = mentions[index].name
            let shown = mentions.names[number].shown
            // An entity has few: they are gone through.
            if let known = variants.firstIndex(where: { $0.shown == shown }) {
                variants[known].count += 1
                if mentions.names[number].isContracted { variants[known].isContracted = true }
            } else {
                variants.append(
                    Variant(
                        shown: shown,
                        count: 1,
                        form: mentions.names[number].form,
                        isContracted: mentions.names[number].isContracted
                    )
                )
            }
        }
        guard variants.count > 1 else { return }
        for index in variants.indices where mentions.names.forms.mayBeContracted(variants[index].form) {
            for other in variants.indices
            where mentions.names.forms.isContracted(variants[index].form, of: variants[other].form) {
                variants[index].isContracted = true
            }
        }
        // Each goes before those that are less frequent: they are few, and in order nearly always.
        for index in variants.indices.dropFirst() {
            var place = index
            while place > 0, variants[place - 1].count < variants[place].count {
                variants.swapAt(place - 1, place)
                place -= 1
            }
        }
    }

    /// Of the variants with the most words the most frequent, as it was written, but for letters drawn out to fill a line
    /// («طهـران»); with the alef of its article where the article of all of them has lost it to ل.
    func name(among names: borrowing WrittenNames) -> String {
        var best: Int?
        var mostWords = -1
        for index in variants.indices where !variants[index].isContracted {
            let words = names.forms.wordCount(of: variants[index].form)
            if words > mostWords { (best, mostWords) = (index, words) }
        }
        if let best { return Self.withoutTatweel(names[variants[best].shown].text) }
        return variants.first.map { "ا" + Self.withoutTatweel(names[$0.shown].text) } ?? ""
    }

    private static func withoutTatweel(_ name: String) -> String {
        // Rare, and told by its bytes: 0xD9 0x80.
        guard name.utf8.contains(0x80), name.unicodeScalars.contains("\u{640}") else { return name }
        let scalars = Array(name.unicodeScalars)
        var letters = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() where scalar != "\u{640}" || isOfLetter(index, of: scalars) {
            letters.append(scalar)
        }
        return letters.isEmpty ? name : String(letters)
    }

    /// Whether a tatweel is how a letter is written that stands alone: «هـ» of the Hijri calendar.
    private static func isOfLetter(_ index: Int, of scalars: [Unicode.Scalar]) -> Bool {
        func isLetter(_ index: Int) -> Bool {
            scalars.indices.contains(index) && scalars[index].properties.isAlphabetic
        }
        return isLetter(index - 1) && scalars[index - 1] != "\u{640}" && !isLetter(index - 2) && !isLetter(index + 1)
    }
}
