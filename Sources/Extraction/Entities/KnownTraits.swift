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

    /// Appends them as ``KnownWord`` has them.
    func append(to bytes: inout [UInt8]) {
        bytes.append(mayGoOn ? 1 : 0)
        bytes.append(bodyLength)
        bytes.append(shape)
        bytes.append(littleEndian: alone.rawValue)
        bytes.append(littleEndian: profile.rawValue)
        bytes.append(littleEndian: senses)
        bytes.append(clitics)
        bytes.append(verdict)
        bytes.append(kind)
        bytes.append(0)
        bytes.append(littleEndian: core)
        bytes.append(littleEndian: classes)
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
        core = word.number(64)
        classes = word.number(72)
        alone = GazetteerClasses(rawValue: word.number(52))
        profile = WordProfile(rawValue: word.number(56))
        senses = word.number(58)
        bodyLength = word.number(50)
        shape = word.number(51)
        clitics = word.number(60)
        verdict = word.number(61)
        kind = word.number(62)
    }
}
