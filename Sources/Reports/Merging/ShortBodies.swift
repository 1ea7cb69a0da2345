internal import ArabicText
internal import Extraction

/// Joins an organisation's name with the same name without what it is for: «الاتحاد الدولي» with «الاتحاد الدولي لكرة
/// القدم». Where the article has two such bodies («مركز الملك سلمان للإغاثة», «مركز الملك سلمان لأبحاث الإعاقة»), it stays on
/// its own.
enum ShortBodies {
    static func join(_ names: ArticleNames, in clusters: inout NameClusters) {
        let bodies = names.all.indices.filter { names.all[$0].type.isOrganization && names.all[$0].words.count > 1 }
        let whole = bodies.filter { names.all[$0].words.count > 2 }
        guard !whole.isEmpty else { return }
        for short in bodies {
            let words = names.all[short].words
            var body: Int?
            var isOne = true
            for long in whole where isPurposeLeft(of: names.all[long].words, behind: words, in: names.forms) {
                if let body, clusters.root(of: body) != clusters.root(of: long) { isOne = false }
                body = body ?? long
            }
            if let body, isOne { clusters.join(body, short) }
        }
    }

    /// Whether `long` begins with the words of `short`, and goes on with «for».
    private static func isPurposeLeft(of long: Range<Int>, behind short: Range<Int>, in forms: NameForms) -> Bool {
        guard long.count > short.count,
            zip(forms.words[long], forms.words[short]).allSatisfy({ $0.isSame(as: $1) })
        else { return false }
        let next = forms.letters[forms.words[long.lowerBound + short.count].letters]
        return next.count > 3 && next.first == ArabicLetter.lam
    }
}
