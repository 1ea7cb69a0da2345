package import ArabicText

/// Finds the words that phrases are made of, and topic evidence, in a section. One for each thread: it keeps its buffers.
package struct ThemeExtractor {
    private let model: ThemeModel
    private var words: [ThemeWord] = []
    private var evidence: TopicEvidence
    private let known: KnownWords
    /// Of texts whose words nobody has looked up.
    private var lookup: TextWords
    private var memory: WordMemory<WordKey, WordAnalysis>
    /// The section's words that are analysed; those that are known have no query, and the others no place. What stands
    /// behind the section's last word is of other sections.
    private var looked: [LookedUpWord] = []
    /// So many words ahead a word is fetched from the memory.
    private static let ahead = 12

    /// - Parameters:
    ///   - known: what a model has of words, where it has the theme tables of `model`.
    ///   - subjects: Whether evidence is gathered too for what is no Media Topic, for ``SubjectModel``.
    ///   - remembered: 2 to the power of it words are remembered.
    package init(
        model: ThemeModel,
        known: KnownWords = KnownWords(),
        subjects: Bool = false,
        remembered: Int = 16
    ) {
        memory = WordMemory(bits: remembered, none: WordKey.none, empty: WordAnalysis())
        self.model = model
        self.known = known
        lookup = TextWords(known: known)
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
        lookup.read(text)
        return findings(in: text, words: lookup, heading: heading, isLead: isLead)
    }

    /// - Parameter looked: the words of `text`.
    mutating func findings(
        in text: TokenizedText,
        words looked: TextWords,
        heading: Range<Int>?,
        isLead: Bool
    ) -> (phraseWords: [PhraseWord], topics: [TopicScore]) {
        text.folded.letters.withUnsafeBufferPointer { read(text, looked, letters: $0) }
        words.withUnsafeMutableBufferPointer {
            evidence.collect($0, heading: heading, isLead: isLead, model: model)
        }
        return (phraseWords(in: text, heading: heading), evidence.scores())
    }

    /// Reads ``words``.
    private mutating func read(_ text: TokenizedText, _ words: TextWords, letters: UnsafeBufferPointer<UInt16>) {
        look(at: text, words, letters: letters)
        let count = text.tokens.count
        self.words.removeAll(keepingCapacity: true)
        self.words.reserveCapacity(count)
        for index in 0..<count {
            if index + Self.ahead < count { fetch(index + Self.ahead, of: text, letters: letters) }
            self.words.append(word(text.tokens[index], at: index, letters: letters, in: text.folded))
        }
    }

    /// Finds what is known of each word that is analysed, and has the memory ready for the others.
    private mutating func look(at text: TokenizedText, _ words: TextWords, letters: UnsafeBufferPointer<UInt16>) {
        let count = text.tokens.count
        if looked.count < count { looked = Array(repeating: LookedUpWord(), count: 2 * count) }
        looked.withUnsafeMutableBufferPointer { looked in
            for index in 0..<count {
                let token = text.tokens[index]
                guard WordAnalyzer.isAnalysed(token) else {
                    looked[index] = LookedUpWord()
                    continue
                }
                var word = words.words[index]
                if token.hasTanween(in: text.folded) {
                    // A word of its own, which only themes see.
                    word.query = WordKey(token.letters, of: letters, isMarked: true).map { WordQuery($0) }
                    word.place = word.query.flatMap { known.place(of: $0) } ?? -1
                }
                if word.place >= 0 {
                    word.query = nil
                } else if let query = word.query {
                    memory.fetchChoice(query)
                }
                looked[index] = word
            }
        }
    }

    @inline(__always)
    private func fetch(_ index: Int, of text: TokenizedText, letters: UnsafeBufferPointer<UInt16>) {
        if looked[index].place >= 0 {
            known.fetch(looked[index].place, lines: 0..<1)
        } else if let query = looked[index].query, !memory.fetch(query) {
            model.analyzer.fetch(letters[text.tokens[index].letters])
        }
    }

    @inline(__always)
    private mutating func word(
        _ token: Token,
        at index: Int,
        letters: UnsafeBufferPointer<UInt16>,
        in folded: FoldedText
    ) -> ThemeWord {
        if looked[index].place >= 0, let word = known[looked[index].place] {
            return ThemeWord(token, WordAnalysis(word), in: folded)
        }
        guard let query = looked[index].query else {
            guard WordAnalyzer.isAnalysed(token) else {
                var word = ThemeWord(token, letters)
                word.entry = model.entry(of: word.hash)
                return word
            }
            return ThemeWord(token, analysis(of: token, letters: letters, in: folded), in: folded)
        }
        let place = memory.find(query) ?? memory.put(analysis(of: token, letters: letters, in: folded), of: query)
        return ThemeWord(token, memory[place], in: folded)
    }

    private func analysis(
        of token: Token,
        letters: UnsafeBufferPointer<UInt16>,
        in folded: FoldedText
    ) -> WordAnalysis {
        model.analysis(of: letters[token.letters], hasTanween: token.hasTanween(in: folded))
    }

    /// Words this near to a sentence's start open it.
    private static let opening = 3

    /// A sentence begins with its verb: «طرح الشاعر قصيدته», where a noun as «طرح» would be one elsewhere. Headlines begin with
    /// nouns.
    private mutating func findVerb(in sentence: Range<Int>, heading: Range<Int>?, of text: TokenizedText) {
        guard let first = sentence.first(where: { words[$0].kind != .other }), first + 1 < sentence.upperBound,
            words[first].kind == .content, words[first + 1].kind == .content,
            words[first].traits.isDisjoint(with: [.pronoun, .accusative, .definite]),
            words[first].traits.contains(.verbal)
                || words[first + 1].traits.contains(.title) && Self.pasts[text.letters(of: text.tokens[first])] != nil,
            heading.map({ !$0.contains(Int(words[first].start)) }) ?? true
        else { return }
        words[first].kind = .verb
    }

    /// Nouns that are the past of a verb before who did it: «كشف المتحدث», «نفى الوزير».
    private static let pasts = LetterTable(
        names: ["كشف", "نفى", "بحث", "وقف", "كرم", "فاز", "رأس", "ختم", "رد", "عرض"].flatMap {
            [$0, "و" + $0, "ف" + $0]
        }
    )

    /// What is mostly the past of a verb is a noun behind a preposition («بعد رفض العرض»), and right behind a noun that it
    /// would not agree with («ورشة عمل», «خطة منع الهدر»), or that names nothing by itself («مجال عمل»).
    private mutating func findNouns(in sentence: Range<Int>, of text: TokenizedText) {
        for index in sentence.dropFirst() where words[index].kind == .verb && words[index].traits.contains(.verbal) {
            guard !words[index].traits.contains(.proclitic) else { continue }
            let previous = words[index - 1]
            let isNoun =
                switch previous.kind {
                case .function: Self.prepositions[text.letters(of: text.tokens[index - 1])] != nil
                case .content:
                    previous.traits.isDisjoint(with: [.definite, .accusative, .foreign])
                        && !previous.traits.isDisjoint(with: [.feminine, .generic, .quantifier, .common])
                default: false
                }
            if isNoun { words[index].kind = .content }
        }
    }

    /// Not «من», which is «who» as well.
    private static let prepositions = LetterTable(
        names: ["في", "على", "إلى", "عن", "بعد", "قبل", "منذ", "خلال", "دون", "ضد", "بين", "عند", "بسبب", "كل", "أي"]
    )

    /// Gives words that nobody knows their first letter back behind a body's noun, where no preposition stands: «جامعة برمنغهام».
    private mutating func restoreLetters(in sentence: Range<Int>, of text: TokenizedText) {
        for index in sentence.dropFirst() where words[index].traits.contains(.proclitic) {
            let token = text.tokens[index]
            let letters = text.letters(of: token)
            guard words[index].start == token.start + 1, words[index].traits.isDisjoint(with: [.definite, .conjoined]),
                letters.first == ArabicLetter.beh || letters.first == ArabicLetter.kaf,
                KindNouns.type(of: text.letters(of: text.tokens[index - 1])) == .organization,
                model.documentFrequency(ofStem: words[index].hash) == 0
            else { continue }
            words[index].start = token.start
            words[index].traits.remove([.proclitic, .attached])
            words[index].traits.insert(.mayBeName)
        }
    }

    private mutating func phraseWords(in text: TokenizedText, heading: Range<Int>?) -> [PhraseWord] {
        var found: [PhraseWord] = []
        found.reserveCapacity(words.count)
        for sentence in text.sentences {
            findVerb(in: sentence, heading: heading, of: text)
            findNouns(in: sentence, of: text)
            restoreLetters(in: sentence, of: text)
            for index in sentence where words[index].kind == .content {
                let (start, end) = (words[index].start, words[index].end)
                guard start < end else { continue }
                var traits = words[index].traits
                if index == sentence.lowerBound || !goesOn(index, in: text) { traits.insert(.opensRun) }
                if index < sentence.lowerBound + Self.opening { traits.insert(.opensSentence) }
                traits.letters = words[index].stem.count
                found.append(
                    PhraseWord(range: Int(start)..<Int(end), stem: words[index].hash, traits: traits.rawValue)
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
