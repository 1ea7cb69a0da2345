internal import ArabicText

/// A word of a segmented corpus.
package struct SegmentedWord: Sendable, Hashable {
    /// As it is written.
    package var word: String
    /// Its parts as the corpus has them: «ل+ال+أمم».
    package var parts: [String]

    package init(parts: [String]) { self.init(word: Self.joined(parts), parts: parts) }

    package init(word: String, parts: [String]) {
        self.word = word
        self.parts = parts
    }

    /// The parts in one word: ال behind ل loses its alef, and its lam too where the stem begins with one.
    private static func joined(_ parts: [String]) -> String {
        var word = ""
        for (index, part) in parts.enumerated() {
            guard part == "ال", index > 0, parts[index - 1] == "ل" else {
                word += part
                continue
            }
            let next = index + 1 < parts.count ? parts[index + 1] : ""
            if !next.hasPrefix("ل") { word += "ل" }
        }
        return word
    }

    /// Whether it is of Arabic letters alone; other words are never cut.
    package var isArabic: Bool {
        !word.isEmpty && word.unicodeScalars.allSatisfy { (0x621...0x64A).contains($0.value) }
    }
}

/// Reads segmented corpora.
package enum SegmentationCorpus {
    /// The words of a file in the format of the segmented WikiNews corpus (K. Darwish and H. Mubarak): a header line,
    /// then on each line a word, its parts joined by `+`, and behind a tab its parts of speech.
    package static func wikiNews(_ text: String, name: String) throws(TrainingError) -> [SegmentedWord] {
        var words: [SegmentedWord] = []
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        for (index, line) in lines.enumerated() where index > 0 && !line.isEmpty {
            guard let tab = line.firstIndex(of: "\t") else {
                throw TrainingError("\(name), line \(index + 1): no tab between the word and its parts of speech")
            }
            let word = line[..<tab]
            let parts = word == "+" ? ["+"] : word.split(separator: "+").map(String.init)
            guard !parts.isEmpty else { throw TrainingError("\(name), line \(index + 1): no word") }
            words.append(SegmentedWord(parts: parts))
        }
        return words
    }

    /// The words of a treebank in CoNLL-U that cuts off clitics and joins them by `SpaceAfter=No`. A part is a token;
    /// the article stays with its word, for the treebank has it so.
    package static func universalDependencies(_ text: String) -> [SegmentedWord] {
        var words: [SegmentedWord] = []
        var parts: [String] = []
        func isWord(_ form: String) -> Bool {
            form.unicodeScalars.allSatisfy { (0x621...0x64A).contains($0.value) }
        }
        func end() {
            if !parts.isEmpty { words.append(SegmentedWord(word: parts.joined(), parts: Self.withArticle(parts))) }
            parts = []
        }
        for line in text.split(separator: "\n") {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count == 10, columns[0].allSatisfy(\.isNumber) else {
                end()
                continue
            }
            let form = String(
                String.UnicodeScalarView(
                    columns[1].unicodeScalars.filter {
                        !(0x640...0x652).contains($0.value) || (0x641...0x64A).contains($0.value)
                    }
                )
            )
            if isWord(form) { parts.append(form) } else { end() }
            if !columns[9].contains("SpaceAfter=No") { end() }
        }
        end()
        return words
    }

    /// «ل», «لسلطة» is «ل», «السلطة» with the article's alef left out.
    private static func withArticle(_ parts: [String]) -> [String] {
        var parts = parts
        for index in parts.indices.dropFirst() where parts[index - 1] == "ل" && parts[index].hasPrefix("ل") {
            if parts[index].unicodeScalars.count > 2 { parts[index] = "ا" + parts[index] }
        }
        return parts
    }
}
