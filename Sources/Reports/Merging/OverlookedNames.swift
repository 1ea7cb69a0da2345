internal import ArabicText
internal import Articles
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
        var form: Int
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

    /// The last word of a person's full name.
    private struct Surname {
        var form: Int
        var stem: UInt32
        /// Whether two persons have it.
        var isShared = false
    }

    private let text: CodePointIndex
    private let bytes: CodePointIndex.UTF8
    private let sections: [Section]
    private let vocabulary: BackgroundVocabulary
    private let verbs: ReportingVerbs
    private var names: [Name] = []
    private var stems: [UInt32] = []
    /// Of each form the name that has it, or -1; forms that came later have none.
    private var nameOfForm: [Int]
    /// The names of one stem by it, others by their first two: an article may have thousands that begin with «شركة».
    private var byStems: HashedLists
    /// For a part of a stem's bits, whether a name begins with such a stem: most words are told by it.
    private var mayBegin = SIMD16<UInt64>()
    private var surnames: [Surname] = []
    /// Of each form the surname that has it.
    private var surnameOfForm = HashedNumbers()
    private var overlooked: [(name: Int, mention: Mention)] = []

    /// - Parameters:
    ///   - text: the article's, and its bytes.
    ///   - findings: those of each section, checked.
    ///   - mentions: all mentions, in the order of the text.
    static func mentions(
        in text: (CodePointIndex, CodePointIndex.UTF8),
        sections: [Section],
        findings: [Findings?],
        mentions: inout ArticleMentions,
        vocabulary: BackgroundVocabulary,
        words: EntityWords
    ) -> [Mention] {
        guard mentions.all.contains(where: { TypeVote.decides(on: $0.type) }) else { return [] }
        var search = OverlookedNames(
            text: text,
            sections: sections,
            vocabulary: vocabulary,
            verbs: ReportingVerbs(words),
            mentions: mentions
        )
        search.addNames(findings: findings, mentions: &mentions)
        search.addSurnames(forms: mentions.names.forms)
        search.search(findings: findings, mentions: &mentions)
        guard !search.overlooked.isEmpty else { return [] }
        return search.overlooked.compactMap { overlooked in
            // A word that is mostly something else is no name where it was found by chance.
            let name = search.names[overlooked.name]
            let isName = name.stems.count > 1 || name.isSurname || name.overlooked <= name.count
            return isName ? overlooked.mention : nil
        }
    }

    private init(
        text: (all: CodePointIndex, bytes: CodePointIndex.UTF8),
        sections: [Section],
        vocabulary: BackgroundVocabulary,
        verbs: ReportingVerbs,
        mentions: borrowing ArticleMentions
    ) {
        self.text = text.all
        bytes = text.bytes
        self.sections = sections
        self.vocabulary = vocabulary
        self.verbs = verbs
        nameOfForm = Array(repeating: -1, count: mentions.names.forms.count)
        byStems = HashedLists(capacity: mentions.count)
        names.reserveCapacity(mentions.count)
        stems.reserveCapacity(2 * mentions.count)
    }

    // MARK: What was found

    private mutating func addNames(findings: [Findings?], mentions: inout ArticleMentions) {
        var next = 0
        for section in findings.indices {
            guard let words = findings[section]?.phraseWords else { continue }
            let start = sections[section].range.lowerBound
            var word = 0
            while next < mentions.count, mentions[next].section == section {
                let mention = mentions[next]
                next += 1
                guard TypeVote.decides(on: mention.type) else { continue }
                let range = mention.range.lowerBound - start..<mention.range.upperBound - start
                while word < words.count, words[word].range.upperBound <= range.lowerBound { word += 1 }
                var last = word
                while last < words.count, words[last].range.lowerBound < range.upperBound { last += 1 }
                let form = mentions.form(of: mention)
                guard last > word, last - word == mentions.names.forms.wordCount(of: form) else { continue }
                if nameOfForm[form] >= 0 {
                    names[nameOfForm[form]].count += 1
                } else if last - word > 1 || isNameAlone(form, of: mentions.names.forms) {
                    add(form, type: mention.type, words: words[word..<last], to: &mentions.names)
                }
            }
        }
    }

    private mutating func add(
        _ form: Int,
        type: EntityType,
        words: ArraySlice<PhraseWord>,
        to written: inout WrittenNames
    ) {
        let start = stems.count
        for word in words { stems.append(word.stem) }
        add(Name(form: form, stems: start..<stems.count, type: type, count: 1))
        guard type.isPerson, words.count > 1, let stem = stems.last,
            let last = written.forms.words[written.forms[form].words].last
        else { return }
        let surname = written.form(of: last)
        let number = surnameOfForm.number(of: HashedNumbers.hash(of: surname), orAdd: surnames.count)
        if number < surnames.count {
            surnames[number].isShared = true
        } else {
            surnames.append(Surname(form: surname, stem: stem))
        }
    }

    private mutating func add(_ name: Name) {
        let first = stems[name.stems.lowerBound]
        if name.form >= nameOfForm.count {
            nameOfForm.append(contentsOf: repeatElement(-1, count: name.form + 1 - nameOfForm.count))
        }
        nameOfForm[name.form] = names.count
        mayBegin[Int(first >> 6 & 15)] |= 1 << UInt64(first & 63)
        byStems.append(
            names.count,
            to: Self.hash(of: first, before: name.stems.count > 1 ? stems[name.stems.lowerBound + 1] : nil)
        )
        names.append(name)
    }

    private static func hash(of first: UInt32, before second: UInt32?) -> UInt64 {
        HashedNumbers.hash(of: Int(first) | (second.map { (Int($0) + 1) << 32 } ?? 0))
    }

    /// The surnames of persons whose full name the article has, where only one person has it.
    private mutating func addSurnames(forms: NameForms) {
        // They stand in the order of the full names.
        for surname in surnames where !surname.isShared {
            if surname.form < nameOfForm.count, nameOfForm[surname.form] >= 0 { continue }
            let letters = forms.letters(of: surname.form)
            // «الشيخ» of «آل الشيخ» is a title nearly everywhere else.
            if TitleLexicon.isOrOpensTitle(letters) { continue }
            let needsVerb = !isNameAlone(surname.form, of: forms)
            if needsVerb, letters.count <= 3 { continue }
            stems.append(surname.stem)
            add(
                Name(
                    form: surname.form,
                    stems: stems.count - 1..<stems.count,
                    type: .person,
                    count: 0,
                    isSurname: true,
                    needsVerb: needsVerb
                )
            )
        }
    }

    /// Whether open text uses a word as it uses names.
    private func isNameAlone(_ form: Int, of forms: NameForms) -> Bool {
        let length = forms[form].letters.count
        guard !vocabulary.isEmpty, length > 3 else { return false }
        switch vocabulary.profile(of: forms[form].hash).kind {
        case .name: return true
        case .unknown: return length > 4
        default: return false
        }
    }

    // MARK: Where it was overlooked

    private mutating func search(findings: [Findings?], mentions: inout ArticleMentions) {
        guard !names.isEmpty else { return }
        var next = 0
        for section in findings.indices {
            guard let words = findings[section]?.phraseWords else { continue }
            let start = sections[section].range.lowerBound
            while next < mentions.count, mentions[next].section < section { next += 1 }
            // Where the next mention begins and ends.
            var mention = Self.place(of: next, among: mentions, section: section, start: start)
            var index = 0
            while index < words.count {
                let range = words[index].range
                while mention.upperBound <= range.lowerBound {
                    next += 1
                    mention = Self.place(of: next, among: mentions, section: section, start: start)
                }
                let stem = words[index].stem
                guard mayBegin[Int(stem >> 6 & 15)] & 1 << UInt64(stem & 63) != 0,
                    range.upperBound <= mention.lowerBound,
                    let name = match(
                        words[index...],
                        section: section,
                        end: mention.lowerBound,
                        written: &mentions.names
                    ),
                    !isAdjective(name, at: index, of: words, section: section, forms: mentions.names.forms)
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

    /// Whether a country's name is the adjective of the noun before it: «الأسهم السعودية».
    private func isAdjective(
        _ name: Int,
        at index: Int,
        of words: [PhraseWord],
        section: Int,
        forms: NameForms
    ) -> Bool {
        guard index > 0, names[name].stems.count == 1, names[name].type.isLocation,
            words[index - 1].range.upperBound + 1 == words[index].range.lowerBound,
            NamelessWords.isFeminineAdjective(forms.letters(of: names[name].form))
        else { return false }
        let start = sections[section].range.lowerBound
        let before = words[index - 1].range
        func isFeminineNoun(from offset: Int) -> Bool {
            let noun = String(cut: bytes[start + offset..<start + before.upperBound])
            return NamelessWords.isFeminineNoun(FoldedText(folding: noun).letters[...])
        }
        // «للكرة»: what is shown of the word begins behind «لل».
        return isFeminineNoun(from: before.lowerBound)
            || before.lowerBound > 1 && isFeminineNoun(from: before.lowerBound - 2)
    }

    /// Where mention number `number` stands, from its section's start on; behind all words if it is not in `section`.
    private static func place(
        of number: Int,
        among mentions: borrowing ArticleMentions,
        section: Int,
        start: Int
    ) -> Range<Int> {
        guard number < mentions.count, mentions[number].section == section else { return Int.max..<Int.max }
        let range = mentions[number].range
        return range.lowerBound - start..<range.upperBound - start
    }

    /// The longest name that stands at the first of `words`.
    private func match(
        _ words: ArraySlice<PhraseWord>,
        section: Int,
        end: Int,
        written: inout WrittenNames
    ) -> Int? {
        guard let first = words.first else { return nil }
        if let second = words.dropFirst().first,
            let name = match(
                words,
                with: Self.hash(of: first.stem, before: second.stem),
                section: section,
                end: end,
                written: &written
            )
        {
            return name
        }
        return match(
            words,
            with: Self.hash(of: first.stem, before: nil),
            section: section,
            end: end,
            written: &written
        )
    }

    /// The longest of the names with this hash.
    private func match(
        _ words: ArraySlice<PhraseWord>,
        with hash: UInt64,
        section: Int,
        end: Int,
        written: inout WrittenNames
    ) -> Int? {
        guard let first = words.first else { return nil }
        var best: Int?
        var longest = 0
        for candidate in byStems[hash] {
            let stems = names[candidate].stems
            guard stems.count > longest, stems.count <= words.count else { continue }
            let last = words[words.startIndex + stems.count - 1]
            guard last.range.upperBound <= end, zip(words, stems).allSatisfy({ $0.stem == self.stems[$1] }) else {
                continue
            }
            let start = sections[section].range.lowerBound
            let place = start + first.range.lowerBound
            if names[candidate].needsVerb, !verbs.stand(before: place, in: text, from: start) { continue }
            if written.knownForm(bytes[place..<start + last.range.upperBound]) == names[candidate].form {
                (best, longest) = (candidate, stems.count)
            }
        }
        return best
    }
}
