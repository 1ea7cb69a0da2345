package import ArabicText

/// Finds the words that phrases are made of, and topic evidence, in a section. One for each thread: it keeps its buffers.
package struct ThemeExtractor {
    private let model: ThemeModel
    private var words: [ThemeWord] = []
    private var evidence: TopicEvidence

    /// - Parameter subjects: Whether evidence is gathered too for what is no Media Topic, for ``SubjectModel``.
    package init(model: ThemeModel, subjects: Bool = false) {
        self.model = model
        evidence = TopicEvidence(
            conceptCount: subjects ? model.concepts.count : model.topicCount,
            postingCount: model.postingCount
        )
    }

    /// What `text` says of themes. `heading` is the heading's line in code points of the text; `isLead` says
    /// that it is of the article's lead.
    package mutating func findings(
        in text: TokenizedText,
        heading: Range<Int>? = nil,
        isLead: Bool = false
    ) -> (phraseWords: [PhraseWord], topics: [TopicScore]) {
        words.removeAll(keepingCapacity: true)
        for token in text.tokens { words.append(model.analyzer.word(token, in: text.folded)) }
        evidence.collect(&words, in: text, heading: heading, isLead: isLead, model: model)
        return (phraseWords(in: text, heading: heading), evidence.scores())
    }

    /// Words this near to a sentence's start open it.
    private static let opening = 3

    /// A sentence begins with its verb: «طرح الشاعر قصيدته», where a noun as «طرح» would be one elsewhere. Headlines begin with
    /// nouns.
    private mutating func findVerb(in sentence: Range<Int>, heading: Range<Int>?) {
        guard let first = sentence.first(where: { words[$0].kind != .other }), first + 1 < sentence.upperBound,
            words[first].kind == .content, words[first].traits.contains(.verbal), words[first + 1].kind == .content,
            words[first].traits.isDisjoint(with: [.pronoun, .accusative]),
            heading.map({ !$0.contains(Int(words[first].start)) }) ?? true
        else { return }
        words[first].kind = .verb
    }

    private mutating func phraseWords(in text: TokenizedText, heading: Range<Int>?) -> [PhraseWord] {
        var found: [PhraseWord] = []
        found.reserveCapacity(words.count)
        for sentence in text.sentences {
            findVerb(in: sentence, heading: heading)
            for index in sentence where words[index].kind == .content {
                let word = words[index]
                guard word.start < word.end else { continue }
                var traits = word.traits
                if index == sentence.lowerBound || !goesOn(index, in: text) { traits.insert(.opensRun) }
                if index < sentence.lowerBound + Self.opening { traits.insert(.opensSentence) }
                traits.letters = word.stem.count
                found.append(
                    PhraseWord(range: Int(word.start)..<Int(word.end), stem: word.hash, traits: traits.rawValue)
                )
            }
        }
        return found
    }

    /// Whether the word at `index` may stand in one phrase with the token before it: not one with a clitic in front, but
    /// for «العلوم والفنون» and «الكويت للأبحاث», nor one on a new line.
    private func goesOn(_ index: Int, in text: TokenizedText) -> Bool {
        let (word, previous) = (words[index], words[index - 1])
        guard previous.kind == .content else { return false }
        if word.traits.contains(.proclitic),
            !(word.traits.contains(.conjoined) && previous.traits.contains(.definite)),
            !word.traits.contains(.attached)
        {
            return false
        }
        var letter = Int(text.tokens[index - 1].endLetter)
        let end = Int(text.tokens[index].firstLetter)
        while letter < end {
            if text.folded.letters[letter] == 0x0A { return false }
            letter += 1
        }
        return true
    }
}
