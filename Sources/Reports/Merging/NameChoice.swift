/// Chooses the name by which an entity goes.
enum NameChoice {
    /// A form in which a name stands in the text, clitics cut off.
    struct Variant: Equatable {
        var text: String
        var count: Int
        var form: NameForm
        /// Whether it is another variant without the alef of its article; see ``NameForm/withContractedArticle``.
        var isContracted = false
    }

    /// The written forms by frequency, then first position; `mentions` are in the order of the text.
    static func variants(of mentions: [PlacedMention]) -> [Variant] {
        var variants: [Variant] = []
        var places: [WrittenKey: Int] = [:]
        for mention in mentions {
            let text = WrittenForm.spaced(mention.text)
            let written = text.isEmpty ? mention.text : text
            let key = WrittenKey(written)
            if let place = places[key] {
                variants[place].count += 1
            } else {
                places[key] = variants.count
                variants.append(Variant(text: written, count: 1, form: mention.form))
            }
        }
        for mention in mentions where mention.isContracted {
            if let place = places[WrittenKey(WrittenForm.spaced(mention.text))] { variants[place].isContracted = true }
        }
        guard variants.count > 1 else { return variants }
        let forms = Set(variants.map(\.form))
        for index in variants.indices {
            let whole = variants[index].form.withContractedArticle
            if whole.map(forms.contains) == true { variants[index].isContracted = true }
        }
        return variants.enumerated()
            .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
            .map(\.element)
    }

    /// Of the variants with the most words the most frequent, as it was written; with the alef of its article where the
    /// article of all of them has lost it to ل.
    static func name(from variants: [Variant]) -> String {
        let whole = variants.filter { !$0.isContracted }
        let mostWords = whole.reduce(0) { max($0, $1.form.wordCount) }
        if let name = whole.first(where: { $0.form.wordCount == mostWords }) { return name.text }
        guard let first = variants.first else { return "" }
        return first.isContracted ? "ا" + first.text : first.text
    }
}

/// A form by its bytes: two ways of writing that are canonically equivalent are two forms.
private struct WrittenKey: Hashable {
    private let text: String
    private let hash: UInt64

    init(_ text: String) {
        self.text = text
        // FNV-1a.
        hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    static func == (left: WrittenKey, right: WrittenKey) -> Bool {
        left.hash == right.hash && left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}
