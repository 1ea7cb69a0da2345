internal import Extraction

/// Makes names of persons as Arab papers have them: a given name, the father's and the grandfather's, a surname.
///
/// Surnames are in part from lists, in part made of random letters in the patterns of surnames, so that a model learns
/// to know them by where they stand.
struct PersonNames {
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

    /// `nil` where `names` have none of the class `given` or none of the class `family`.
    init?(_ names: [(name: String, classes: GazetteerClasses)]) {
        func words(of kind: GazetteerClasses) -> [[String]] {
            names.filter { !$0.classes.isDisjoint(with: kind) }
                .map { $0.name.split(separator: " ").map(String.init) }
        }
        given = words(of: .givenName)
        family = words(of: .familyName)
        guard !given.isEmpty, !family.isEmpty else { return nil }
    }

    /// Another name for one of `wordCount` words; `nil` where it shall stay.
    func name(wordCount: Int, _ chance: inout Chance) -> [String]? {
        if wordCount == 1 { return chance.isDrawn(Share.surname) ? chance.one(of: family) : nil }
        return chance.isDrawn(Share.fullName) ? fullName(&chance) : nil
    }

    /// What stands before a full name, now and then.
    func title(_ chance: inout Chance) -> [String]? {
        chance.isDrawn(Share.title) ? chance.one(of: Self.titles) : nil
    }

    private func fullName(_ chance: inout Chance) -> [String] {
        var name = givenName(&chance)
        switch chance.number(below: 10) {
        case 0...3: break
        case 4...5: name += givenName(&chance)
        case 6...7: name += ["بن"] + givenName(&chance)
        case 8: name += ["بن"] + givenName(&chance) + ["بن"] + givenName(&chance)
        default: return name + ["بن"] + givenName(&chance)
        }
        return name + surname(&chance)
    }

    private func givenName(_ chance: inout Chance) -> [String] {
        let name = chance.one(of: given)
        guard name.count == 1, let word = name.first, word.hasPrefix(Self.servant), chance.isDrawn(Share.apart) else {
            return name
        }
        return [Self.servant, String(word.dropFirst(Self.servant.count))]
    }

    private static let servant = "عبد"

    private func surname(_ chance: inout Chance) -> [String] {
        guard chance.isDrawn(Share.invented) else { return chance.one(of: family) }
        let letters = (0..<3).map { _ in chance.one(of: Self.roots) }
        let pattern = chance.one(of: Self.patterns)
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
}
