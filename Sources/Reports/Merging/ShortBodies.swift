internal import ArabicText
internal import Extraction

/// Joins an organisation's name with the same name without its end: «الاتحاد الدولي» with «الاتحاد الدولي لكرة القدم»,
/// «وزارة التجارة» with «وزارة التجارة والصناعة», «حزب العمال» with «حزب العمال الكردستاني» before it. Where the article has two
/// such bodies («مركز الملك سلمان للإغاثة», «مركز الملك سلمان لأبحاث الإعاقة»), it stays on its own.
///
/// «النادي الأهلي» is «الأهلي» of the news of clubs, «الريال» is «ريال مدريد» and «البورصة» «بورصة قطر», «برشلونة الإسباني» is
/// «برشلونة». Clubs with an Arabic name have namesakes in other countries, so «النصر الإماراتي» stays on its own.
enum ShortBodies {
    static func join(_ names: ArticleNames, lexicon: any NameLexicon, in clusters: inout NameClusters) {
        let bodies = names.all.indices.filter { names.all[$0].type.isOrganization }
        guard bodies.count > 1 else { return }
        let (beginnings, clubs) = lists(of: bodies, of: names)
        let pairs = Pairs(of: bodies, among: names, lexicon: lexicon)
        // Long ones first: what they were joined with is one body for the shorter.
        let byLength = bodies.sorted { (names.all[$1].words.count, $0) < (names.all[$0].words.count, $1) }
        for short in byLength {
            let words = names.all[short].words
            if words.count == 1 {
                for long in clubs[names.word(0, of: names.all[short]).hash] { clusters.join(long, short) }
                if let pair = pairs.body(calledBy: names.all[short], of: names, in: clusters) {
                    clusters.join(pair, short)
                }
                continue
            }
            var body: Int?
            var isOne = true
            var mayBeLeft = false
            for long in beginnings[hash(of: words, in: names.forms)] {
                let end = End(of: names.all[long].words, behind: words, in: names.forms)
                if end == .place { continue }
                if let body, clusters.root(of: body) != clusters.root(of: long) { isOne = false }
                body = body ?? long
                switch end {
                case .purpose: mayBeLeft = true
                case .more: mayBeLeft = mayBeLeft || names.all[short].thing < 0
                // Of which country a body is, is said before it is left out.
                case .adjective: mayBeLeft = mayBeLeft || long < short && names.all[short].thing < 0
                case .place, .other: break
                }
            }
            if let body, isOne, mayBeLeft { clusters.join(body, short) }
        }
    }

    /// Bodies of three words or more by the hash of each beginning of two words or more, and clubs behind «النادي» by that of
    /// their word. An article that lists thousands of companies has each looked up, and not compared with all others.
    private static func lists(
        of bodies: [Int],
        of names: ArticleNames
    ) -> (beginnings: HashedLists, clubs: HashedLists) {
        var (beginnings, clubs) = (HashedLists(), HashedLists())
        for body in bodies {
            let words = names.all[body].words
            if words.count == 2, names.forms.letters[names.word(0, of: names.all[body]).letters].elementsEqual(club) {
                clubs.append(body, to: names.word(1, of: names.all[body]).hash)
            }
            guard words.count > 2 else { continue }
            var hash = names.forms.words[words.lowerBound].hash
            for index in words.dropFirst().dropLast() {
                hash = joined(hash, names.forms.words[index].hash)
                beginnings.append(body, to: hash)
            }
        }
        return (beginnings, clubs)
    }

    /// Bodies of two words, which are called by one of them: with the article where neither has it, or without the
    /// masculine adjective of a country.
    private struct Pairs {
        private var byWord = HashedLists()
        private var byClub = HashedLists()
        /// The first words of all bodies of several words.
        private var heads = HashedLists()

        init(of bodies: [Int], among names: ArticleNames, lexicon: any NameLexicon) {
            guard bodies.contains(where: { names.all[$0].words.count == 1 }) else { return }
            for body in bodies where names.all[body].words.count > 1 {
                let words = names.forms.words[names.all[body].words]
                guard let first = words.first, let last = words.last else { continue }
                heads.append(body, to: first.hash)
                guard words.count == 2, !names.forms.letters[first.letters].starts(with: Self.article) else { continue }
                let letters = names.forms.letters[last.letters]
                if !letters.starts(with: Self.article) {
                    byWord.append(body, to: first.hash)
                    if !last.isSame(as: first) { byWord.append(body, to: last.hash) }
                } else if letters.last == Self.yeh, lexicon.isNisba(letters) {
                    byClub.append(body, to: first.hash)
                }
            }
        }

        private static let article = [NameForms.alef, NameForms.lam]
        private static let yeh: UInt16 = 0x64A

        /// The one body that `name` calls so; `nil` for a word with the article that other bodies begin with.
        func body(calledBy name: ArticleName, of names: ArticleNames, in clusters: NameClusters) -> Int? {
            let word = names.word(0, of: name)
            guard names.forms.hasArticle(name.form) else { return only(byClub[word.hash], in: clusters) }
            guard name.thing < 0, heads.last(of: word.hash) == nil else { return nil }
            var hash = LetterRunHash()
            for letter in names.forms.letters(of: name.form).dropFirst(2) { hash.add(letter) }
            return only(byWord[hash.value], in: clusters)
        }

        private func only(_ bodies: HashedLists.List, in clusters: NameClusters) -> Int? {
            var body: Int?
            for candidate in bodies {
                if let body, clusters.root(of: body) != clusters.root(of: candidate) { return nil }
                body = body ?? candidate
            }
            return body
        }
    }

    private static func hash(of words: Range<Int>, in forms: NameForms) -> UInt64 {
        words.dropFirst().reduce(forms.words[words.lowerBound].hash) { joined($0, forms.words[$1].hash) }
    }

    private static func joined(_ hash: UInt64, _ next: UInt64) -> UInt64 {
        ((hash << 21 | hash >> 43) ^ next) &* 0x9E37_79B9_7F4A_7C15
    }

    private static let club = FoldedText(folding: "النادي").letters

    /// What a long name has behind the words of a short one.
    private enum End {
        /// What it is for: «لكرة القدم».
        case purpose
        /// «والصناعة».
        case more
        /// «الكردستاني», «التونسية».
        case adjective
        /// «بمنطقة نجران»: a branch.
        case place
        case other

        /// - Parameter long: begins with the words of `short`, and has more.
        init(of long: Range<Int>, behind short: Range<Int>, in forms: NameForms) {
            let next = forms.letters[forms.words[long.lowerBound + short.count].letters]
            switch next.first {
            case ArabicLetter.lam where next.count > 3: self = .purpose
            case ArabicLetter.waw where next.count > 4: self = .more
            case ArabicLetter.alef where BodyNames.isAdjective(next): self = .adjective
            case ArabicLetter.beh: self = .place
            default: self = .other
            }
        }
    }
}
