/// What the tagger's features are made of, computed once for each token.
struct TokenTraits {
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
    /// Hashes of the first one to four letters, of the last ones, and of the core's first ones.
    var prefixes = SIMD4<UInt64>()
    var suffixes = SIMD4<UInt64>()
    var corePrefixes = SIMD4<UInt64>()
    /// Script, length and what it is made of.
    var shape: UInt64 = 0
    /// Which clitics may stand at its beginning.
    var clitics: UInt64 = 0
    /// How open text uses the core.
    var profile = WordProfile.unknown
    /// Lexicon classes of the word alone, of names that begin here and go on, and of names that began before.
    var alone: GazetteerClasses = []
    var opening: GazetteerClasses = []
    var inner: GazetteerClasses = []
    /// The number of tokens of the longest name of several words that begins here, or 0.
    var openingLength = 0
    /// The number of tokens of the longest body's name that begins here, or 0; 1 for a word that opens such a name. No
    /// feature.
    var bodyLength = 0
    /// All that the lexicon says of the token as one value.
    var classes: UInt64 = 0
    /// ``WordProfile/kind`` of the profile.
    var kind: UInt64 = 0
    /// What the classes say in coarser steps: a bit for each kind of name and of word that the token may be, alone or in
    /// a longer name.
    var senses: UInt64 = 0
    /// 0 for no name, 1 for one of several types; else the type, and whether it is nothing but a name, stands in the
    /// project's own lists, has several words.
    var verdict: UInt64 = 0
    /// The core of the word before that opens an organisation's name, and how far back it stands; 0 where none does.
    var opener: UInt64 = 0
    var openerDistance: UInt64 = 0

    /// What stands before the first and behind the last token of a sentence.
    static let boundary: TokenTraits = {
        var traits = TokenTraits()
        traits.word = LetterHash.mix(1)
        traits.core = traits.word
        traits.shape = 63
        traits.profile = WordProfile(rawValue: .max)
        traits.weigh()
        return traits
    }()

    /// Whether it is a mark, or nothing at all.
    var hasNoLetters: Bool { shape >> 3 == 0 || shape >> 3 == 7 }

    init() {}

    /// The traits that the letters and the vocabulary tell.
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
        clitics = cuts.code
        shape = Self.shape(letters)
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

    /// Three bits for the script, three for the length.
    private static func shape(_ letters: UnsafeBufferPointer<UInt16>) -> UInt64 {
        var digits = 0
        var latin = 0
        var arabic = 0
        for letter in letters {
            switch letter {
            case 0x620...0x669, 0x66D...0x6FF: arabic += 1
            case 0x30...0x39: digits += 1
            case 0x61...0x7A, 0xC0...0x24F: latin += 1
            default: break
            }
        }
        let script: UInt64 =
            if letters.isEmpty {
                0
            } else if arabic == letters.count {
                1
            } else if digits == letters.count {
                2
            } else if latin == letters.count {
                3
            } else if arabic > 0 && digits > 0 {
                4
            } else if digits > 0 {
                5
            } else if arabic + latin > 0 {
                6
            } else {
                7
            }
        return script << 3 | UInt64(min(letters.count, 7))
    }
}

/// Where the clitics at the beginning of a word could end, judged by its letters alone. Each is an index into the
/// letters: conjunction ≤ preposition ≤ article.
package struct CliticCuts: Sendable, Equatable {
    /// Behind و or ف, or 0.
    package var conjunction = 0
    /// Behind ب, ل or ك.
    package var preposition = 0
    /// Behind ال.
    package var article = 0
    /// Whether the article has lost its alef to ل: «للأمم».
    package var isContracted = false
    /// The clitics as a number: feature values.
    package var code: UInt64 = 0

    /// A cut leaves at least two letters.
    package init(_ letters: UnsafeBufferPointer<UInt16>) {
        let shortestRest = 2
        if letters.count >= shortestRest + 1, letters[0] == ArabicLetter.waw || letters[0] == ArabicLetter.feh {
            conjunction = 1
            code = letters[0] == ArabicLetter.waw ? 1 : 2
        }
        preposition = conjunction
        if letters.count >= conjunction + shortestRest + 1 {
            let letter = letters[conjunction]
            let found: UInt64 =
                switch letter {
                case ArabicLetter.beh: 1
                case ArabicLetter.lam: 2
                case ArabicLetter.kaf: 3
                case ArabicLetter.seen: 4
                default: 0
                }
            if found > 0 && found < 4 { preposition = conjunction + 1 }
            code |= found << 2
        }
        article = preposition
        guard letters.count >= preposition + shortestRest + 1 else { return }
        if preposition > conjunction, letters[preposition - 1] == ArabicLetter.lam,
            letters[preposition] == ArabicLetter.lam
        {
            isContracted = true
            article = preposition + 1
            code |= 1 << 6
        } else if letters.count >= preposition + 2 + shortestRest, letters[preposition] == ArabicLetter.alef,
            letters[preposition + 1] == ArabicLetter.lam
        {
            article = preposition + 2
            code |= 1 << 5
        }
    }
}
