internal import ArabicText
internal import Extraction

/// Joins an organisation's name with the same name without its end: «الاتحاد الدولي» with «الاتحاد الدولي لكرة القدم»,
/// «وزارة التجارة» with «وزارة التجارة والصناعة», «حزب العمال» with «حزب العمال الكردستاني» before it. Where the article has two
/// such bodies («مركز الملك سلمان للإغاثة», «مركز الملك سلمان لأبحاث الإعاقة»), it stays on its own.
///
/// «النادي الأهلي» is «الأهلي» of the news of clubs.
enum ShortBodies {
    static func join(_ names: ArticleNames, in clusters: inout NameClusters) {
        let bodies = names.all.indices.filter { names.all[$0].type.isOrganization }
        guard bodies.count > 1 else { return }
        let whole = bodies.filter { names.all[$0].words.count > 2 }
        // Long ones first: what they were joined with is one body for the shorter.
        let byLength = bodies.sorted { (names.all[$1].words.count, $0) < (names.all[$0].words.count, $1) }
        for short in byLength {
            let words = names.all[short].words
            if words.count == 1 {
                joinClub(short, among: bodies, of: names, in: &clusters)
                continue
            }
            var body: Int?
            var isOne = true
            var mayBeLeft = false
            for long in whole {
                guard let end = End(of: names.all[long].words, behind: words, in: names.forms), end != .place else {
                    continue
                }
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

    /// Joins a club's name of one word, with its article, with that behind «النادي».
    private static func joinClub(
        _ short: Int,
        among bodies: [Int],
        of names: ArticleNames,
        in clusters: inout NameClusters
    ) {
        let name = names.word(0, of: names.all[short])
        for long in bodies where names.all[long].words.count == 2 {
            guard names.word(1, of: names.all[long]).isSame(as: name) else { continue }
            if names.forms.letters[names.word(0, of: names.all[long]).letters].elementsEqual(club) {
                clusters.join(long, short)
            }
        }
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

        /// `nil` where `long` does not begin with the words of `short`.
        init?(of long: Range<Int>, behind short: Range<Int>, in forms: NameForms) {
            guard long.count > short.count,
                zip(forms.words[long], forms.words[short]).allSatisfy({ $0.isSame(as: $1) })
            else { return nil }
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
