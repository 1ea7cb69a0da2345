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

    /// The written forms by frequency, then first position. `indices` are those of its mentions among `mentions`, in the
    /// order of the text.
    static func variants(of indices: ArraySlice<Int>, among mentions: ArticleMentions) -> [Variant] {
        var variants: [Variant] = []
        // An entity has few: they are gone through.
        var shown: [Int] = []
        for index in indices {
            let number = mentions[index].name
            let id = mentions.names[number].shownID
            let place: Int
            if let known = shown.firstIndex(of: id) {
                place = known
                variants[place].count += 1
            } else {
                place = variants.count
                shown.append(id)
                let name = mentions.names[number]
                variants.append(Variant(text: name.shown, count: 1, form: name.form))
            }
            if mentions.names[number].isContracted { variants[place].isContracted = true }
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
