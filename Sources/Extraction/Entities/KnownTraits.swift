/// Of a word's ``TokenTraits`` those that it has by itself. Small, since many are remembered: see ``WordMemory``.
struct KnownTraits: Sendable {
    fileprivate var core: UInt64 = 0
    fileprivate var classes: UInt64 = 0
    fileprivate var alone: GazetteerClasses = []
    fileprivate var profile = WordProfile.unknown
    fileprivate var senses: UInt16 = 0
    fileprivate var bodyLength: UInt8 = 0
    fileprivate var shape: UInt8 = 0
    fileprivate var clitics: UInt8 = 0
    fileprivate var verdict: UInt8 = 0
    fileprivate var kind: UInt8 = 0
    /// Whether the lexicon has longer names that begin with it.
    private(set) var mayGoOn = false

    init() {}

    init(_ traits: TokenTraits, mayGoOn: Bool) {
        core = traits.core
        classes = traits.classes
        alone = traits.alone
        profile = traits.profile
        senses = traits.senses
        bodyLength = traits.bodyLength
        shape = traits.shape
        clitics = traits.clitics
        verdict = traits.verdict
        kind = traits.kind
        self.mayGoOn = mayGoOn
    }

    /// Appends them as ``KnownWord`` has them, with what a word tells of names among them.
    func append(to bytes: inout [UInt8], kinds: EntityWords.Kinds) {
        bytes.append(bodyLength)
        bytes.append(shape)
        bytes.append(littleEndian: kinds.rawValue)
        bytes.append(littleEndian: alone.rawValue)
        bytes.append(littleEndian: profile.rawValue)
        bytes.append(littleEndian: senses)
        bytes.append(clitics)
        bytes.append(verdict)
        bytes.append(kind)
        bytes += [UInt8](repeating: 0, count: 5)
        bytes.append(littleEndian: core)
        bytes.append(littleEndian: classes)
        bytes += [UInt8](repeating: 0, count: 8)
    }
}

extension TokenTraits {
    /// Those of a word, before names of several words are looked for around it.
    @inline(__always)
    init(_ word: KnownTraits) {
        self.init()
        core = word.core
        classes = word.classes
        alone = word.alone
        profile = word.profile
        senses = word.senses
        bodyLength = word.bodyLength
        shape = word.shape
        clitics = word.clitics
        verdict = word.verdict
        kind = word.kind
    }

    /// The same, as they stand in a model.
    @inline(__always)
    init(_ word: KnownWord) {
        self.init()
        core = word.number(56)
        classes = word.number(64)
        alone = GazetteerClasses(rawValue: word.number(40))
        profile = WordProfile(rawValue: word.number(44))
        senses = word.number(46)
        bodyLength = word.number(34)
        shape = word.number(35)
        clitics = word.number(48)
        verdict = word.number(49)
        kind = word.number(50)
    }
}
