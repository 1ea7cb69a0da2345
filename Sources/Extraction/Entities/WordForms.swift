/// What features make of a word's letters: hashes of its forms and of its ends, and what the vocabulary knows of it.
struct WordForms {
    /// Hash of the folded letters.
    var word: UInt64 = 0
    /// Hashes of what is left when the conjunction, then the preposition, then the article are cut off; 0 where there
    /// is nothing to cut.
    var withoutConjunction: UInt64 = 0
    var withoutPreposition: UInt64 = 0
    var withoutArticle: UInt64 = 0
    /// Of the word and the forms above the one that is most common in open text; of words that it doesn't have the
    /// shortest.
    var core: UInt64 = 0
    /// How open text uses the core.
    var profile = WordProfile.unknown
    /// Hashes of the first one to four letters, of the last ones, and of the core's first ones.
    var prefixes = SIMD4<UInt64>()
    var suffixes = SIMD4<UInt64>()
    var corePrefixes = SIMD4<UInt64>()

    /// What stands before the first and behind the last token of a sentence.
    static let boundary: WordForms = {
        var forms = WordForms()
        forms.word = LetterHash.mix(1)
        forms.core = forms.word
        forms.profile = WordProfile(rawValue: .max)
        return forms
    }()

    private init() {}

    /// The forms that the letters and the vocabulary tell.
    init(letters: UnsafeBufferPointer<UInt16>, cuts: CliticCuts, vocabulary: BackgroundVocabulary) {
        var hash = LetterHash()
        let short = min(4, letters.count)
        for index in 0..<short {
            hash.append(letters[index])
            prefixes[index] = hash.value
        }
        for index in short..<letters.count { hash.append(letters[index]) }
        word = hash.value
        core = word
        profile = vocabulary.profile(of: word)
        var cut = 0
        if cuts.conjunction > 0 {
            withoutConjunction = Self.hash(letters, from: cuts.conjunction)
            if take(core: withoutConjunction, vocabulary) { cut = cuts.conjunction }
        }
        if cuts.preposition > cuts.conjunction {
            withoutPreposition = Self.hash(letters, from: cuts.preposition, contracted: cuts.isContracted)
            if take(core: withoutPreposition, vocabulary) { cut = cuts.preposition }
        }
        if cuts.article > cuts.preposition {
            withoutArticle = Self.hash(letters, from: cuts.article)
            if take(core: withoutArticle, vocabulary) { cut = cuts.article }
        }
        if cut == 0 {
            corePrefixes = prefixes
        } else {
            var prefix = LetterHash()
            for index in cut..<min(cut + 4, letters.count) {
                prefix.append(letters[index])
                corePrefixes[index - cut] = prefix.value
            }
        }
        var suffix = LetterHash()
        for length in 1...4 where length <= letters.count {
            suffix.append(letters[letters.count - length])
            suffixes[length - 1] = suffix.value
        }
    }

    /// Takes a shorter form for the core, unless the one before is more common.
    private mutating func take(core form: UInt64, _ vocabulary: BackgroundVocabulary) -> Bool {
        let found = vocabulary.profile(of: form)
        guard found.level >= profile.level else { return false }
        core = form
        profile = found
        return true
    }

    /// The hash of the letters from `start` on; behind «لل» the article's alef is put back.
    private static func hash(_ letters: UnsafeBufferPointer<UInt16>, from start: Int, contracted: Bool = false)
        -> UInt64
    {
        var hash = LetterHash()
        if contracted { hash.append(ArabicLetter.alef) }
        for index in start..<letters.count { hash.append(letters[index]) }
        return hash.value
    }
}
