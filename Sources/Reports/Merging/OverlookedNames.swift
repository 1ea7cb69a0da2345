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

    private let text: CodePointIndex
    private let bytes: CodePointIndex.UTF8
    private let sections: [Section]
    private let verbs: ReportingVerbs
    private var found: FoundNames
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
        search.found.addNames(findings: findings, sections: sections, mentions: &mentions)
        search.found.addSurnames(forms: mentions.names.forms)
        search.search(findings: findings, mentions: &mentions)
        guard !search.overlooked.isEmpty else { return [] }
        return search.overlooked.compactMap { overlooked in
            // A word that is mostly something else is no name where it was found by chance.
            let name = search.found.names[overlooked.name]
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
        self.verbs = verbs
        found = FoundNames(of: mentions, vocabulary: vocabulary)
    }

    // MARK: Where it was overlooked

    private mutating func search(findings: [Findings?], mentions: inout ArticleMentions) {
        guard !found.names.isEmpty else { return }
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
                guard found.mayBegin(with: stem),
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
                let count = found.names[name].stems.count
                let whole = range.lowerBound..<words[index + count - 1].range.upperBound
                overlooked.append((name, Mention(section: section, range: whole, type: found.names[name].type)))
                found.names[name].overlooked += 1
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
        guard index > 0, found.names[name].stems.count == 1, found.names[name].type.isLocation,
            words[index - 1].range.upperBound + 1 == words[index].range.lowerBound,
            NamelessWords.isFeminineAdjective(forms.letters(of: found.names[name].form))
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
                with: FoundNames.hash(of: first.stem, before: second.stem),
                section: section,
                end: end,
                written: &written
            )
        {
            return name
        }
        return match(
            words,
            with: FoundNames.hash(of: first.stem, before: nil),
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
        for candidate in found.byStems[hash] {
            let stems = found.names[candidate].stems
            guard stems.count > longest, stems.count <= words.count else { continue }
            let last = words[words.startIndex + stems.count - 1]
            guard last.range.upperBound <= end, zip(words, stems).allSatisfy({ $0.stem == found.stems[$1] }) else {
                continue
            }
            let start = sections[section].range.lowerBound
            let place = start + first.range.lowerBound
            if found.names[candidate].needsVerb, !verbs.stand(before: place, in: text, from: start) { continue }
            if written.knownForm(bytes[place..<start + last.range.upperBound]) == found.names[candidate].form {
                (best, longest) = (candidate, stems.count)
            }
        }
        return best
    }
}
