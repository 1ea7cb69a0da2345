package import ArabicText

/// Finds phrase candidates and topic evidence in a section. One for each thread: it keeps its buffers.
package struct ThemeExtractor {
    private let model: ThemeModel
    private var words: [ThemeWord] = []
    private var evidence: TopicEvidence

    /// - Parameter subjects: Whether evidence is gathered too for what is no Media Topic, for ``SubjectModel``.
    package init(model: ThemeModel, subjects: Bool = false) {
        self.model = model
        evidence = TopicEvidence(conceptCount: subjects ? model.concepts.count : model.topicCount)
    }

    /// What `text` says of themes. `heading` is the heading's line in code points of the text.
    package mutating func findings(
        in text: TokenizedText,
        heading: Range<Int>? = nil
    ) -> (phrases: [PhraseCandidate], topics: [TopicScore]) {
        words.removeAll(keepingCapacity: true)
        for token in text.tokens { words.append(model.analyzer.word(token, in: text.folded)) }
        var collector = PhraseCollector(expected: words.count)
        for sentence in text.sentences {
            var start = sentence.lowerBound
            while start < sentence.upperBound {
                var end = start
                while end < sentence.upperBound, continues(end, from: start, in: text) { end += 1 }
                collector.add(start..<end, of: words, in: text.folded)
                start = max(end, start + 1)
            }
        }
        evidence.collect(words, in: text, heading: heading, model: model)
        return (collector.candidates(of: words, in: text.folded), evidence.scores())
    }

    /// Whether the word at `index` belongs to the run of content words that starts at `start`: a word with a clitic in
    /// front begins a run of its own, and so does a word on a new line.
    private func continues(_ index: Int, from start: Int, in text: TokenizedText) -> Bool {
        let word = words[index]
        guard word.kind == .content else { return false }
        guard index > start else { return true }
        if word.hasProclitic, !(word.isConjoined && words[index - 1].isDefinite) { return false }
        let gap = Int(text.tokens[index - 1].endLetter)..<Int(text.tokens[index].firstLetter)
        return !text.folded.letters[gap].contains(0x0A)
    }
}
