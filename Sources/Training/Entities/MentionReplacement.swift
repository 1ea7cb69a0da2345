internal import ArabicText
package import Extraction

/// Makes further sentences of annotated ones: other persons stand in the places of persons (Dai and Adel,
/// «An Analysis of Simple Data Augmentation for Named Entity Recognition», 2020).
///
/// The corpora's names are those of their year and of the world's capitals. What most papers are full of, a title with
/// a given name, the father's and the grandfather's and a surname that no list has («المهندس سعد بن علي الحميدي»), they
/// hardly have. The sentences around are as good for these.
///
/// Surnames are in part from lists, in part made of random letters in the patterns of surnames, so that a model learns
/// to know them by where they stand. The same sentences give the same results everywhere.
package struct MentionReplacement {
    /// In so many of a hundred cases …
    private enum Share {
        /// … a whole name is replaced, a surname alone.
        static let fullName: UInt64 = 90
        static let surname: UInt64 = 20
        /// … a whole name gets another title before it, a surname is made of letters, «عبدالله» is written apart.
        static let title: UInt64 = 20
        static let invented: UInt64 = 60
        static let apart: UInt64 = 50
    }

    private let given: [[String]]
    private let family: [[String]]
    private let gazetteer: Gazetteer
    private var random: SplitMix64

    /// - Parameters:
    ///   - names: a lexicon file with names of the classes `given` and `family`.
    ///   - gazetteer: tells a name's own first letters from clitics.
    package init(names text: String, file: String, gazetteer: Gazetteer, seed: UInt64) throws(TrainingError) {
        let names = try LexiconFile(text, name: file).names
        func words(of kind: GazetteerClasses) -> [[String]] {
            names.filter { !$0.classes.isDisjoint(with: kind) }
                .map { $0.name.split(separator: " ").map(String.init) }
        }
        given = words(of: .givenName)
        family = words(of: .familyName)
        guard !given.isEmpty, !family.isEmpty else {
            throw TrainingError("\(file): needs names of the classes given and family")
        }
        self.gazetteer = gazetteer
        random = SplitMix64(seed: seed)
    }

    /// A sentence made of each of `sentences` that names a person, of `share` in a hundred of them.
    package mutating func sentences(madeOf sentences: [TaggedSentence], share: UInt64) -> [TaggedSentence] {
        var made: [TaggedSentence] = []
        for sentence in sentences {
            guard isDrawn(share), let other = replacing(in: sentence) else { continue }
            made.append(other)
        }
        return made
    }

    /// `nil` where nothing is to be replaced.
    private mutating func replacing(in sentence: TaggedSentence) -> TaggedSentence? {
        var made = TaggedSentence(tokens: [], labels: [])
        made.weight = sentence.weight
        var end = 0
        for (tokens, type) in EntityLabel.mentions(in: sentence.labels) where type == .person {
            let first = sentence.tokens[tokens.lowerBound]
            guard let clitic = clitic(of: first), let name = name(wordCount: tokens.count) else { continue }
            made.tokens += sentence.tokens[end..<tokens.lowerBound]
            made.labels += sentence.labels[end..<tokens.lowerBound]
            if name.count > 1, clitic.isEmpty, isDrawn(Share.title) {
                let title = Self.titles[number(below: Self.titles.count)]
                made.tokens += title
                made.labels += title.map { _ in EntityLabel.outside }
            }
            made.tokens += [Self.joining(clitic, with: name[0])] + name.dropFirst()
            made.labels += [EntityLabel(begin: type)] + name.dropFirst().map { _ in EntityLabel(inside: type) }
            end = tokens.upperBound
        }
        guard end > 0 else { return nil }
        made.tokens += sentence.tokens[end...]
        made.labels += sentence.labels[end...]
        return made
    }

    /// Another name for one of `wordCount` words; `nil` where it shall stay.
    private mutating func name(wordCount: Int) -> [String]? {
        if wordCount == 1 { return isDrawn(Share.surname) ? family[number(below: family.count)] : nil }
        return isDrawn(Share.fullName) ? fullName() : nil
    }

    private mutating func fullName() -> [String] {
        var name = givenName()
        switch number(below: 10) {
        case 0...3: break
        case 4...5: name += givenName()
        case 6...7: name += ["بن"] + givenName()
        case 8: name += ["بن"] + givenName() + ["بن"] + givenName()
        default: return name + ["بن"] + givenName()
        }
        return name + surname()
    }

    private mutating func givenName() -> [String] {
        let name = given[number(below: given.count)]
        guard name.count == 1, let word = name.first, word.hasPrefix(Self.servant), isDrawn(Share.apart) else {
            return name
        }
        return [Self.servant, String(word.dropFirst(Self.servant.count))]
    }

    private static let servant = "عبد"

    private mutating func surname() -> [String] {
        guard isDrawn(Share.invented) else { return family[number(below: family.count)] }
        let letters = (0..<3).map { _ in Self.roots[number(below: Self.roots.count)] }
        let pattern = Self.patterns[number(below: Self.patterns.count)]
        return [String(pattern.map { $0.wholeNumberValue.map { letters[$0 - 1] } ?? $0 })]
    }

    private static let roots = Array("بتثجحخدذرزسشصضطظعغفقكلمنه")

    /// Patterns of surnames; the digits are the letters of the root.
    private static let patterns = [
        "ال12ي3ي", "ال1وي2ي", "ال123ي", "ال12ا3", "ال12ي3", "الم12و3", "ال12ي3ان", "ال1ا2ري", "ال123اني", "ال1و23ي",
        "ال12و3", "ال1ا23", "ال12اوي", "ال123اوي", "الم12ا3", "ال1وي2ان", "ال123", "12ي3ان", "1ا2و3", "12و3ة",
    ]

    private static let titles: [[String]] =
        [
            "الأستاذ", "الأستاذة", "المهندس", "المهندسة", "الدكتور", "الدكتورة", "الشيخ", "الأمير", "السيد", "العقيد",
            "اللواء", "العميد", "المقدم", "الكاتب", "الشاعر", "الفنان", "اللاعب", "المدرب", "الحكم", "الباحث",
            "المحامي",
            "المستشار", "السفير", "المواطن", "الإعلامي", "الصحفي", "الدكتور", "المهندس", "الأستاذ", "الشيخ",
        ].map { [$0] } + [["م", "."], ["د", "."], ["أ", "."], ["د", "."]]

    // MARK: Clitics

    /// What stands before the name in its first token, or `nil` where that is not certain.
    private func clitic(of token: String) -> String? {
        let letters = FoldedText(folding: token).letters
        if isName(letters) { return "" }
        guard let first = token.first, Self.clitics.contains(first) else { return "" }
        return isName(Array(letters.dropFirst())) ? String(first) : nil
    }

    private func isName(_ letters: [UInt16]) -> Bool {
        !gazetteer.classes(for: letters).isDisjoint(with: .names)
    }

    private static let clitics: [Character] = ["و", "ف", "ب", "ل", "ك"]

    private static func joining(_ clitic: String, with word: String) -> String {
        clitic == "ل" && word.hasPrefix("ال") ? "لل" + word.dropFirst(2) : clitic + word
    }

    // MARK: Chance

    private mutating func isDrawn(_ share: UInt64) -> Bool { random.next() % 100 < share }

    private mutating func number(below bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
}
