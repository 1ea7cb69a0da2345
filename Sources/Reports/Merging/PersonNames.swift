internal import ArabicText
internal import Extraction

/// The third pass: a surname (or given name) alone, or a shorter form of a full name, joins the one person whose full
/// name it is a part of. Where the article has two such persons («الأسد» with «بشار الأسد» and «حافظ الأسد»), it stays
/// on its own.
struct PersonNames {
    /// The persons' names of several words in which a word stands, by its hash, ascending. Kept for the next article.
    private(set) var fullNames = HashedLists()
    private(set) var persons: [Int] = []

    private mutating func read(_ names: ArticleNames) {
        fullNames.begin(capacity: names.all.count)
        persons.removeAll(keepingCapacity: true)
        for (index, name) in names.all.enumerated() where name.type.isPerson {
            persons.append(index)
            guard name.words.count > 1 else { continue }
            for word in name.words {
                let key = names.forms.words[word].hash
                if fullNames.last(of: key) != index { fullNames.append(index, to: key) }
            }
        }
    }

    /// Reads the names, and makes persons of those single words that the tagger called something else but that may well
    /// be one, and that are the surname of exactly one full name in the article.
    mutating func addSurnames(to names: inout ArticleNames) {
        read(names)
        guard !fullNames.isEmpty else { return }
        var surnames: [Int] = []
        for (index, name) in names.all.enumerated() {
            guard TypeVote.decides(on: name.type), !name.type.isPerson, name.personSupport >= Self.leastPersonSupport,
                name.words.count == 1, name.thing < 0
            else { continue }
            let word = names.word(0, of: name)
            var full = fullNames[word.hash]
            if let only = full.next(), full.next() == nil, names.lastWord(of: names.all[only]).isSame(as: word) {
                surnames.append(index)
            }
        }
        guard !surnames.isEmpty else { return }
        for index in surnames { names.all[index].type = .person }
        read(names)
    }

    /// In thousandths.
    private static let leastPersonSupport = 300

    /// Joins from the longest names to the shortest, so that what joined a full name is no second candidate.
    func join(_ names: ArticleNames, in clusters: inout NameClusters) {
        guard !fullNames.isEmpty else { return }
        joinKunyas(names, in: &clusters)
        joinSons(names, in: &clusters)
        let ordered = persons.sorted { (names.all[$1].words.count, $0) < (names.all[$0].words.count, $1) }
        for index in ordered {
            guard let full = person(named: names.all[index], among: names, in: clusters) else { continue }
            clusters.join(full, index)
        }
    }

    /// Joins persons who are called the father of somebody, in whatever case that stands: «أبو سياف», «أبوسياف», «أبي سياف».
    private func joinKunyas(_ names: ArticleNames, in clusters: inout NameClusters) {
        var known: [[UInt16]: Int] = [:]
        for index in persons {
            guard let letters = Self.kunya(names.forms.words[names.all[index].words], in: names.forms) else { continue }
            if let same = known[letters] { clusters.join(same, index) } else { known[letters] = index }
        }
    }

    /// The letters of a name that begins with «أبو», in this case and without spaces; `nil` for other names.
    private static func kunya(_ words: Words, in forms: NameForms) -> [UInt16]? {
        guard let first = words.first else { return nil }
        let letters = forms.letters[first.letters]
        if words.count == 1 { return letters.count > 5 && letters.starts(with: father) ? Array(letters) : nil }
        guard letters.count == father.count, letters.starts(with: father.prefix(2)), fathers[letters] != nil else {
            return nil
        }
        return father + words.dropFirst().flatMap { forms.letters[$0.letters] }
    }

    /// Whether a name is «أبو» with somebody's.
    static func isKunya(_ name: ArticleName, in forms: NameForms) -> Bool {
        name.words.count == 2 && kunya(forms.words[name.words], in: forms) != nil
    }

    /// Joins a surname in which «ابن» is written with the name behind it («بنكيران») to the full name that has it apart («عبد
    /// الإله ابن كيران»).
    private func joinSons(_ names: ArticleNames, in clusters: inout NameClusters) {
        for index in persons where names.all[index].words.count == 1 {
            let letters = names.forms.letters[names.word(0, of: names.all[index]).letters]
            guard letters.count > Self.son.count + 2, letters.starts(with: Self.son) else { continue }
            for full in persons where names.all[full].words.count > 2 {
                let words = names.forms.words[names.all[full].words]
                guard Self.isChild(words[words.endIndex - 2], of: names.forms),
                    names.forms.letters[words[words.endIndex - 1].letters].elementsEqual(
                        letters.dropFirst(Self.son.count)
                    )
                else { continue }
                clusters.join(full, index)
                break
            }
        }
    }

    private static let son = Array("بن".utf16)
    private static let father = Array("ابو".utf16)
    private static let fathers = LetterTable(["ابو", "ابي", "ابا"].map { (Array($0.utf16), 1) })

    /// The one person whose full name has the words of `name` as a part that a newspaper would use for him, or `nil`.
    private func person(named name: ArticleName, among names: ArticleNames, in clusters: NameClusters) -> Int? {
        guard !name.words.isEmpty else { return nil }
        let words = names.forms.words[name.words]
        var person: Int?
        var isShortForm = false
        for candidate in fullNames[names.lastWord(of: name).hash]
        where names.all[candidate].words.count > words.count {
            let full = names.forms.words[names.all[candidate].words]
            guard Self.contains(full, words) || Self.skipsMiddle(full, words, of: names.forms),
                !Self.isFather(words, of: full, in: names.forms)
            else { continue }
            // A second person makes it ambiguous, even where the words are no good short form of his name.
            if let person, clusters.root(of: person) != clusters.root(of: candidate) { return nil }
            person = person ?? candidate
            isShortForm = isShortForm || Self.isShortForm(words, of: full, in: names.forms)
        }
        return isShortForm ? person : nil
    }

    private typealias Words = ArraySlice<NameForms.Word>

    private static func contains(_ full: Words, _ words: Words) -> Bool {
        (full.startIndex...full.endIndex - words.count).contains { areSame(full[$0..<$0 + words.count], words) }
    }

    private static func areSame(_ left: Words, _ right: Words) -> Bool {
        left.elementsEqual(right) { $0.isSame(as: $1) }
    }

    /// The surname («لافروف» of «سيرغي لافروف»), the first names, or the first and last without those between.
    private static func isShortForm(_ words: Words, of full: Words, in forms: NameForms) -> Bool {
        if words.count == 1, let word = words.first,
            word.letters.count < 3 && !isFamilyOfThree(word, full) || isConnector(word, of: forms)
        {
            return false
        }
        if areSame(full.suffix(words.count), words) {
            let before = full[full.endIndex - 2]
            if isFathersName(words, of: full, in: forms) { return false }
            return words.count > 1 || !isConnector(before, of: forms) || isForeign(before, of: forms)
        }
        return areSame(full.prefix(words.count), words) || skipsMiddle(full, words, of: forms)
    }

    /// Whether `words` are the father's full name at the end of his son's: «أحمد الحيمي» is not «عبد الرحمن أحمد الحيمي». Behind
    /// «محمد» and titles the second first name is the one that counts («حسني مبارك»).
    private static func isFathersName(_ words: Words, of full: Words, in forms: NameForms) -> Bool {
        guard words.count > 1, words.count < full.count, let father = words.first, let first = full.first,
            !father.isSame(as: first),
            // «عبد الناصر» is a family's name as well.
            words.count > 2 || !isServant(father, of: forms)
        else { return false }
        guard silent[forms.letters[first.letters]] == nil, fatherNames[forms.letters[first.letters]] != nil else {
            return false
        }
        // «دواس آل منصور» is not «عبدالله دواس آل منصور».
        return fatherNames[forms.letters[father.letters]] != nil
            || words.count > 2 && !isConnector(father, of: forms) && isConnector(words[words.startIndex + 1], of: forms)
    }

    private static let silent = LetterTable(["محمد", "السيد", "سيد"].map { (Array($0.utf16), 1) })
    /// Names that sons and fathers bear, folded; «عبد» with the next.
    private static let fatherNames = LetterTable(
        """
        احمد محمد محمود حامد علي حسن حسين خالد سعيد سعد صالح ابراهيم يوسف عمر عثمان سليمان سلطان فهد فيصل سلمان ناصر عبد عبدالله \
        عبدالرحمن عبدالعزيز اسماعيل مصطفي طارق ماجد سالم راشد حمد سعود مبارك عيسي موسي يحيي هاشم كمال جمال سمير وليد زياد
        """.split(separator: " ").map { (Array($0.utf16), 1) }
    )

    /// Whether a word of two letters is the first of three short ones, as the families of Chinese are: «شي» of «شي جين بينغ».
    private static func isFamilyOfThree(_ word: NameForms.Word, _ full: Words) -> Bool {
        word.letters.count == 2 && full.count == 3 && full.first?.isSame(as: word) == true
            && full.allSatisfy { $0.letters.count < 6 }
    }

    /// Whether a connector is of another language, behind which a surname stands alone, too: «فانس» of «جيه دي فانس».
    private static func isForeign(_ word: NameForms.Word, of forms: NameForms) -> Bool {
        foreign[forms.letters[word.letters]] != nil
    }

    private static let foreign = LetterTable(["دي", "دو", "فان", "فون"].map { (Array($0.utf16), 1) })

    /// Whether `words` name the father of him whose name is `full`, or a father of his: «سلمان» and «سلمان بن عبدالعزيز» are
    /// neither «محمد بن سلمان» nor «محمد بن سلمان بن عبدالعزيز».
    private static func isFather(_ words: Words, of full: Words, in forms: NameForms) -> Bool {
        guard !areSame(full.prefix(words.count), words) else { return false }
        return (full.startIndex + 1..<max(full.startIndex + 1, full.endIndex - words.count + 1)).contains {
            isChild(full[$0 - 1], of: forms) && areSame(full[$0..<$0 + words.count], words)
        }
    }

    /// Whether `words` are `full` without some of its middle names. What names a father is left out where a family's name
    /// stands behind it («ماجد الحقيل» of «ماجد بن عبدالله الحقيل»): «محمد بن عبدالعزيز» is not «محمد بن نايف بن عبدالعزيز».
    private static func skipsMiddle(_ full: Words, _ words: Words, of forms: NameForms) -> Bool {
        guard words.count > 1, let first = full.first, let last = full.last, words.first?.isSame(as: first) == true,
            words.last?.isSame(as: last) == true
        else { return false }
        let hasFamily = !endsWithFather(full, in: forms) && !endsWithFather(words, in: forms)
        var remaining = words
        for word in full {
            if remaining.first?.isSame(as: word) == true {
                remaining.removeFirst()
            } else if isConnector(word, of: forms), !isServant(word, of: forms), !hasFamily || !isChild(word, of: forms)
            {
                return false
            }
        }
        return remaining.isEmpty
    }

    /// Whether a word is «عبد», which with the next is a name of its own («علي صالح» of «علي عبد الله صالح»).
    private static func isServant(_ word: NameForms.Word, of forms: NameForms) -> Bool {
        forms.letters[word.letters].elementsEqual(servant)
    }

    private static let servant = Array("عبد".utf16)

    /// Whether «بن» stands before the last word.
    private static func endsWithFather(_ words: Words, in forms: NameForms) -> Bool {
        words.count > 1 && isChild(words[words.endIndex - 2], of: forms)
    }

    private static func isChild(_ word: NameForms.Word, of forms: NameForms) -> Bool {
        child[forms.letters[word.letters]] != nil
    }

    static func isConnector(_ word: NameForms.Word, of forms: NameForms) -> Bool {
        connectors[forms.letters[word.letters]] != nil
    }

    private static let child = LetterTable(["بن", "ابن", "بنت"].map { (Array($0.utf16), 1) })

    /// Words that stand in many names and tell none apart, folded: son of, daughter of, father of, servant of, family.
    private static let connectors = LetterTable(
        ["بن", "ابن", "بنت", "ابو", "ابي", "ابا", "ام", "عبد", "ال", "ذو", "دي", "دو", "فان", "فون"].map {
            (Array($0.utf16), 1)
        }
    )
}
