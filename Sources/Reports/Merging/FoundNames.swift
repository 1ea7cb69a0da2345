internal import ArabicText
internal import Articles
internal import Extraction

/// The names that were found in an article, by the stems of their words, and the surnames of its persons: what
/// ``OverlookedNames`` looks for.
struct FoundNames {
    /// A name that was found, as the stems of its words.
    struct Name {
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

    private let vocabulary: BackgroundVocabulary
    var names: [Name] = []
    private(set) var stems: [UInt32] = []
    /// Of each form the name that has it, or -1; forms that came later have none.
    private var nameOfForm: [Int]
    /// The names of one stem by it, others by their first two: an article may have thousands that begin with «شركة».
    private(set) var byStems: HashedLists
    /// For a part of a stem's bits, whether a name begins with such a stem: most words are told by it.
    private var firstStems = SIMD16<UInt64>()
    private var surnames: [Surname] = []
    /// Of each form the surname that has it.
    private var surnameOfForm = HashedNumbers()

    init(of mentions: borrowing ArticleMentions, vocabulary: BackgroundVocabulary) {
        self.vocabulary = vocabulary
        nameOfForm = Array(repeating: -1, count: mentions.names.forms.count)
        byStems = HashedLists(capacity: mentions.count)
        names.reserveCapacity(mentions.count)
        stems.reserveCapacity(2 * mentions.count)
    }

    /// Whether a name may begin with a stem.
    @inline(__always)
    func mayBegin(with stem: UInt32) -> Bool { firstStems[Int(stem >> 6 & 15)] & 1 << UInt64(stem & 63) != 0 }

    /// Adds what was found in the sections.
    mutating func addNames(findings: [Findings?], sections: [Section], mentions: inout ArticleMentions) {
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
        firstStems[Int(first >> 6 & 15)] |= 1 << UInt64(first & 63)
        byStems.append(
            names.count,
            to: Self.hash(of: first, before: name.stems.count > 1 ? stems[name.stems.lowerBound + 1] : nil)
        )
        names.append(name)
    }

    static func hash(of first: UInt32, before second: UInt32?) -> UInt64 {
        HashedNumbers.hash(of: Int(first) | (second.map { (Int($0) + 1) << 32 } ?? 0))
    }

    /// The surnames of persons whose full name the article has, where only one person has it.
    mutating func addSurnames(forms: NameForms) {
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
}
