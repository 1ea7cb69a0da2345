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

    /// Appends those of more than a byte as ``KnownWord`` has them, 16 bytes.
    func append(to bytes: inout [UInt8]) {
        bytes.append(littleEndian: alone.rawValue)
        bytes.append(littleEndian: profile.rawValue)
        bytes.append(littleEndian: senses)
        bytes.append(littleEndian: core)
    }

    /// Appends the others, four bytes. Of a word by itself a body's name has a length of one at most.
    func appendSmall(to bytes: inout [UInt8]) {
        bytes.append(kind << 5 | min(bodyLength, 1) << 4)
        bytes.append(shape)
        bytes.append(clitics)
        bytes.append(verdict)
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
        alone = GazetteerClasses(rawValue: word.number(32))
        profile = WordProfile(rawValue: word.number(36))
        senses = word.number(38)
        core = word.number(40)
        let small: UInt8 = word.number(52)
        kind = small >> 5
        bodyLength = small >> 4 & 1
        shape = word.number(53)
        clitics = word.number(54)
        verdict = word.number(55)
        combineClasses()
    }
}
