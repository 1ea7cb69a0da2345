internal import Extraction

/// The second pass: joins names that differ in writing alone, and names that the lexicon knows to be one thing.
///
/// It would rather leave one thing in two entities than make one entity of two things.
struct NameVariants {
    // Of each key the first name that has it. Kept for the next article.
    private var byThing = HashedNumbers()
    private var bySpelling = HashedNumbers()
    private var bySound = HashedNumbers()
    /// Of each name the first that is spelt as it is.
    private var speltAlike: [Int] = []
    private var sound = NameSound()

    mutating func join(_ names: ArticleNames, in clusters: inout NameClusters) {
        let forms = names.forms
        begin(names: names.all.count)
        for (index, name) in names.all.enumerated() {
            guard TypeVote.decides(on: name.type) else {
                speltAlike.append(index)
                continue
            }
            let type = Int(name.type.rawValue)
            if name.thing >= 0 {
                let same = byThing.number(of: HashedNumbers.hash(of: name.thing << 8 | type), orAdd: index)
                if same != index { clusters.join(same, index) }
            }
            let spelling = Self.spelling(forms[name.form].letters, of: forms, type: type)
            speltAlike.append(bySpelling.number(of: spelling, orAdd: index))
            let same = bySound.number(of: sound.key(of: name.words, of: forms, type: name.type), orAdd: index)
            if same != index { clusters.join(same, index) }
        }
        for (index, name) in names.all.enumerated() where TypeVote.decides(on: name.type) {
            let type = Int(name.type.rawValue)
            let letters = forms[name.form].letters
            if speltAlike[index] != index { clusters.join(speltAlike[index], index) }
            // «الأردن» and «أردن» are one place, «العلي» and «علي» two families.
            if !name.type.isPerson, forms.hasArticle(name.form),
                let same = bySpelling[Self.spelling(letters.dropFirst(2), of: forms, type: type)]
            {
                clusters.join(same, index)
            }
            if forms.mayBeContracted(name.form),
                let same = bySpelling[Self.spelling(letters, behind: NameForms.alef, of: forms, type: type)]
            {
                clusters.join(same, index)
            }
            if let bare = KindWords.name(name.words, of: forms, type: name.type),
                let same = bySound[sound.key(of: bare, of: forms, type: name.type)]
            {
                clusters.join(same, index)
            }
        }
    }

    private mutating func begin(names count: Int) {
        byThing.begin(capacity: count)
        bySpelling.begin(capacity: count)
        bySound.begin(capacity: count)
        speltAlike.removeAll(keepingCapacity: true)
        speltAlike.reserveCapacity(count)
    }

    /// What spellings of a name share that differ in spaces alone: «عبدالله» is «عبد الله». Short names stay as they are.
    ///
    /// - Parameter first: a letter that stands before the others.
    private static func spelling(
        _ range: Range<Int>,
        behind first: UInt16? = nil,
        of forms: NameForms,
        type: Int
    ) -> UInt64 {
        let fewestLetters = 6
        var (whole, joined) = (LetterRunHash(), LetterRunHash())
        var count = 0
        if let first {
            whole.add(first)
            joined.add(first)
            count += 1
        }
        for index in range {
            let letter = forms.letters[index]
            whole.add(letter)
            guard letter != NameForms.space else { continue }
            joined.add(letter)
            count += 1
        }
        return LetterRunHash.join(count < fewestLetters ? whole.value : joined.value, type)
    }
}
