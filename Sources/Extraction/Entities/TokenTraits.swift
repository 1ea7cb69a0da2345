/// What features ask of a token in its sentence, with its neighbours: what its word is, and what the lexicon knows of it
/// there.
struct TokenTraits {
    /// ``WordForms/core`` of the word.
    var core: UInt64 = 0
    /// All that the lexicon says of the token as one value.
    var classes: UInt64 = 0
    /// The core of the word before that opens an organisation's name, and how far back it stands; 0 where none does.
    var opener: UInt64 = 0
    var openerDistance: UInt8 = 0
    /// The number of tokens of the longest name of several words that begins here, or 0.
    var openingLength: UInt8 = 0
    /// The number of tokens of the longest body's name that begins here, or 0; 1 for a word that opens such a name. No
    /// feature.
    var bodyLength: UInt8 = 0
    /// Script, length and what it is made of.
    var shape: UInt8 = 0
    /// Which clitics may stand at its beginning.
    var clitics: UInt8 = 0
    /// Lexicon classes of the word alone, of names that begin here and go on, and of names that began before.
    var alone: GazetteerClasses = []
    var opening: GazetteerClasses = []
    var inner: GazetteerClasses = []
    /// How open text uses the core.
    var profile = WordProfile.unknown
    /// What the classes say in coarser steps: a bit for each kind of name and of word that the token may be, alone or in
    /// a longer name.
    var senses: UInt16 = 0
    /// 0 for no name, 1 for one of several types; else the type, and whether it is nothing but a name, stands in the
    /// project's own lists, has several words.
    var verdict: UInt8 = 0
    /// ``WordProfile/kind`` of the profile.
    var kind: UInt8 = 0

    /// What stands before the first and behind the last token of a sentence.
    static let boundary: TokenTraits = {
        var traits = TokenTraits()
        traits.core = WordForms.boundary.core
        traits.profile = WordForms.boundary.profile
        traits.shape = 63
        traits.weigh()
        return traits
    }()

    /// Whether it is a mark, or nothing at all.
    var hasNoLetters: Bool { shape >> 3 == 0 || shape >> 3 == 7 }

    /// Whether names of several words have a part in it.
    var isInLongName: Bool { openingLength > 0 || !inner.isEmpty }

    init() {}

    /// The traits of a word without its sentence, and without what the lexicon says.
    init(_ forms: WordForms, letters: UnsafeBufferPointer<UInt16>, cuts: CliticCuts) {
        core = forms.core
        profile = forms.profile
        clitics = cuts.code
        shape = Self.shape(letters)
    }

    /// Three bits for the script, three for the length.
    private static func shape(_ letters: UnsafeBufferPointer<UInt16>) -> UInt8 {
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
        let script: UInt8 =
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
        return script << 3 | UInt8(min(letters.count, 7))
    }
}
