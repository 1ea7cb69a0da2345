internal import ArabicText
internal import Extraction

/// Names that were found in one place of an article and overlooked in another. What a word means in an article it means
/// there nearly always (Gale, Church and Yarowsky, 1992), so the other place is a mention too.
///
/// Sections are extracted one by one, and a report must not depend on where the sections were cut: this looks at the
/// findings of all of them. It compares the stems of the words that sections return for their phrases, and the letters
/// only where those agree, so that it costs little where there is nothing to find.
///
/// It would rather leave a name overlooked than make one of a word: a name of several words must stand there word for
/// word; one word must be such that open text uses it as names alone are used (``WordProfile``), and must be found as a
/// name as often as not. Surnames of other words («قطان», «الصغير») count where they report something («وأضاف قطان»).
struct OverlookedNames {
    /// A mention that was overlooked.
    struct Mention {
        var section: Int
        /// Code points from the section's start.
        var range: Range<Int>
        var type: EntityType
    }

    /// How sure such a mention is, in thousandths.
    static let confidence = 600

    /// A name that was found, as the stems of its words.
    private struct Name {
        var form: NameForm
        /// Its words' among ``stems``.
        var stems: Range<Int>
        var type: EntityType
        /// How often it was found.
        var count: Int
        /// How often it was overlooked.
        var overlooked = 0
        /// Whether it is the last word of a person's name, which news call him by from then on.
        var isSurname = false
        /// Whether it counts behind a verb of reporting alone.
        var needsVerb = false
    }

    private let text: CodePointIndex
    private let starts: [Int]
    private let vocabulary: BackgroundVocabulary
    private let verbs: ReportingVerbs
    private var names: [Name] = []
    private var stems: [UInt32] = []
    /// Of each form of a name its place in ``names``.
    private var places: HashedMap<NameForm, Int>
    /// The names that begin with a stem.
    private var byStem: HashedLists<NumberKey, Int>
    /// For a part of a stem's bits, whether a name begins with such a stem: most words are told by it.
    private var mayBegin = [Bool](repeating: false, count: 256)
    /// Full names by their last word; `nil` where two persons have it.
    private var surnames = HashedMap<NameForm, (form: NameForm, stem: UInt32)?>(capacity: 0)
    private var overlooked: [(name: Int, mention: Mention)] = []

    /// - Parameters:
    ///   - starts: where each section starts in `text`.
    ///   - findings: those of each section, checked.
    ///   - mentions: all mentions, in the order of the text.
    static func mentions(
        in text: CodePointIndex,
        starts: [Int],
        findings: [Findings?],
        mentions: ArticleMentions,
        vocabulary: BackgroundVocabulary,
        words: EntityWords
    ) -> [Mention] {
        guard mentions.all.contains(where: { TypeVote.decides(on: $0.type) }) else { return [] }
        var search = OverlookedNames(
            text: text,
            starts: starts,
            vocabulary: vocabulary,
            verbs: ReportingVerbs(words),
            mentions: mentions.count
        )
        search.addNames(findings: findings, mentions: mentions)
        search.addSurnames()
        search.search(findings: findings, mentions: mentions)
        return search.overlooked.filter { overlooked in
            // A word that is mostly something else is no name where it was found by chance.
            let name = search.names[overlooked.name]
            return name.stems.count > 1 || name.isSurname || name.overlooked <= name.count
        }
        .map(\.mention)
    }

    private init(
        text: CodePointIndex,
        starts: [Int],
        vocabulary: BackgroundVocabulary,
        verbs: ReportingVerbs,
        mentions: Int
    ) {
        self.text = text
        self.starts = starts
        self.vocabulary = vocabulary
        self.verbs = verbs
        places = HashedMap(capacity: mentions)
        byStem = HashedLists(capacity: mentions)
    }

    // MARK: What was found

    private mutating func addNames(findings: [Findings?], mentions: ArticleMentions) {
        names.reserveCapacity(mentions.count)
        var next = 0
        for (section, found) in findings.enumerated() {
            let words = found?.phraseWords ?? []
            var word = 0
            while next < mentions.count, mentions[next].section == section {
                let mention = mentions[next]
                next += 1
                guard TypeVote.decides(on: mention.type) else { continue }
                let start = mention.range.lowerBound - starts[section]
                let end = mention.range.upperBound - starts[section]
                while word < words.count, words[word].range.upperBound <= start { word += 1 }
                var last = word
                while last < words.count, words[last].range.lowerBound < end { last += 1 }
                guard last > word, last - word == mentions.names[mention.name].form.wordCount else { continue }
                add(mentions.names[mention.name].form, type: mention.type, words: words[word..<last])
            }
        }
    }

    private mutating func add(_ form: NameForm, type: EntityType, words: ArraySlice<PhraseWord>) {
        if let place = places[form] {
            names[place].count += 1
            return
        }
        guard words.count > 1 || isNameAlone(form) else { return }
        add(form, stems: words.lazy.map(\.stem), type: type, count: 1)
        guard type == .person, words.count > 1, let last = form.words.last, let stem = words.last?.stem else { return }
        let surname = NameForm(letters: Array(last))
        let (place, isNew) = surnames.place(of: surname, orAdd: (form, stem))
        if !isNew, surnames.values[place]?.form != form { surnames.set(nil, at: place) }
    }

    private mutating func add(
        _ form: NameForm,
        stems: some Collection<UInt32>,
        type: EntityType,
        count: Int,
        isSurname: Bool = false,
        needsVerb: Bool = false
    ) {
        guard let first = stems.first else { return }
        let number = names.count
        _ = places.place(of: form, orAdd: number)
        let start = self.stems.count
        self.stems.append(contentsOf: stems)
        names.append(
            Name(
                form: form,
                stems: start..<self.stems.count,
                type: type,
                count: count,
                isSurname: isSurname,
                needsVerb: needsVerb
            )
        )
        mayBegin[Int(first & 0xFF)] = true
        byStem.append(number, to: NumberKey(number: Int(first)))
    }

    /// The surnames of persons whose full name the article has, where only one person has it.
    private mutating func addSurnames() {
        guard !surnames.isEmpty else { return }
        let known = zip(surnames.keys, surnames.values).compactMap { surname, full in full.map { (surname, $0) } }
            .sorted { (places[$0.1.form] ?? 0) < (places[$1.1.form] ?? 0) }
        for (surname, full) in known {
            guard places[surname] == nil else { continue }
            let needsVerb = !isNameAlone(surname)
            if needsVerb {
                guard surname.letters.count > 3, !TitleLexicon.isOrOpensTitle(surname.letters[...]) else { continue }
            }
            add(
                surname,
                stems: CollectionOfOne(full.stem),
                type: .person,
                count: 0,
                isSurname: true,
                needsVerb: needsVerb
            )
        }
    }

    /// Whether open text uses a word as it uses names.
    private func isNameAlone(_ form: NameForm) -> Bool {
        guard !vocabulary.isEmpty, form.letters.count > 3 else { return false }
        let profile = vocabulary.profile(of: LetterHash.name(form.letters))
        return profile.kind == .name || (profile.kind == .unknown && form.letters.count > 4)
    }

    // MARK: Where it was overlooked

    private mutating func search(findings: [Findings?], mentions: ArticleMentions) {
        guard !names.isEmpty else { return }
        var next = 0
        for (section, found) in findings.enumerated() {
            guard let words = found?.phraseWords else { continue }
            while next < mentions.count, mentions[next].section < section { next += 1 }
            var index = 0
            while index < words.count {
                let range = words[index].range
                while next < mentions.count, mentions[next].section == section,
                    mentions[next].range.upperBound - starts[section] <= range.lowerBound
                {
                    next += 1
                }
                let end =
                    next < mentions.count && mentions[next].section == section
                    ? mentions[next].range.lowerBound - starts[section] : Int.max
                guard range.upperBound <= end, mayBegin[Int(words[index].stem & 0xFF)],
                    let name = match(words[index...], section: section, end: end)
                else {
                    index += 1
                    continue
                }
                let count = names[name].stems.count
                let whole = range.lowerBound..<words[index + count - 1].range.upperBound
                overlooked.append((name, Mention(section: section, range: whole, type: names[name].type)))
                names[name].overlooked += 1
                index += count
            }
        }
    }

    /// The longest name that stands at the first of `words`.
    private func match(_ words: ArraySlice<PhraseWord>, section: Int, end: Int) -> Int? {
        guard let first = words.first else { return nil }
        var best: Int?
        for candidate in byStem[NumberKey(number: Int(first.stem))] {
            let stems = names[candidate].stems
            if stems.count > best.map({ names[$0].stems.count }) ?? 0, stems.count <= words.count,
                words[words.startIndex + stems.count - 1].range.upperBound <= end,
                zip(words, stems).allSatisfy({ $0.stem == self.stems[$1] })
            {
                let start = starts[section]
                let last = words[words.startIndex + stems.count - 1]
                let place = start + first.range.lowerBound
                if names[candidate].needsVerb, !verbs.stand(before: place, in: text, from: start) { continue }
                let written = text[place..<start + last.range.upperBound]
                if NameForm(written) == names[candidate].form { best = candidate }
            }
        }
        return best
    }
}
