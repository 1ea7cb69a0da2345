/// What is known of letter strings: how common they are as words of text, how many words of the training corpus and of
/// open text have them as stem, whether they are names or adjectives. Read in place from the model.
///
/// Layout: UInt32 slots, little endian, an open-addressed hash table: from the top form level (3 bits), stem level (3),
/// name (1), adjective (1), level as stem in open text (3), fingerprint (21). 0 is an empty slot.
package struct SegmentationLexicon: Sendable {
    /// What is known of one string.
    package struct Facts: Sendable, Equatable {
        /// See ``level(count:)``.
        package var form: UInt32 = 0
        package var stem: UInt32 = 0
        /// As ``stem``, for words of open text that a first model cut.
        package var openStem: UInt32 = 0
        package var isName = false
        package var isAdjective = false

        package init() {}
    }

    /// Part of a model, which is immutable and lives as long as the process.
    nonisolated(unsafe) private let slots: UnsafeRawBufferPointer
    private let slotCount: Int

    /// Reads the table `bytes`, which must stay as they are for the life of the process.
    package init(bytes: UnsafeRawBufferPointer) {
        slots = bytes
        slotCount = bytes.count / 4
    }

    /// The facts of the string with this hash; see ``SegmentationHash``.
    @inline(__always)
    func facts(_ hash: UInt64) -> Facts {
        var facts = Facts()
        guard slotCount > 0 else { return facts }
        var index = Self.slot(of: hash, slotCount: slotCount)
        let fingerprint = Self.fingerprint(hash)
        for _ in 0..<slotCount {
            let slot = UInt32(littleEndian: slots.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self))
            if slot == 0 { return facts }
            if slot & Self.fingerprintMask == fingerprint {
                facts.form = slot >> 29
                facts.stem = slot >> 26 & 7
                facts.openStem = slot >> 21 & 7
                facts.isName = slot >> 25 & 1 == 1
                facts.isAdjective = slot >> 24 & 1 == 1
                return facts
            }
            index += 1
            if index == slotCount { index = 0 }
        }
        return facts
    }

    private static let fingerprintMask: UInt32 = 0x1F_FFFF

    /// Never 0, so that a slot that is taken never looks empty.
    private static func fingerprint(_ hash: UInt64) -> UInt32 {
        max(1, UInt32(truncatingIfNeeded: hash) & fingerprintMask)
    }

    private static func slot(of hash: UInt64, slotCount: Int) -> Int {
        Int(truncatingIfNeeded: (hash >> 32 &* UInt64(truncatingIfNeeded: slotCount)) >> 32)
    }

    /// 0 for none, 1 for one, 2 for two and three, 3 from 4, 4 from 10, 5 from 30 on.
    package static func level(count: Int) -> UInt32 {
        switch count {
        case ..<1: 0
        case 1: 1
        case ..<4: 2
        case ..<10: 3
        case ..<30: 4
        default: 5
        }
    }

    /// The table of these facts, by ``SegmentationHash``.
    package static func table(_ facts: [UInt64: Facts]) -> [UInt8] {
        let slotCount = max(4, facts.count * 3 / 2)
        var slots = [UInt32](repeating: 0, count: slotCount)
        for (hash, fact) in facts.sorted(by: { $0.key < $1.key }) {
            var index = slot(of: hash, slotCount: slotCount)
            while slots[index] != 0 { index = (index + 1) % slotCount }
            slots[index] =
                fact.form << 29 | fact.stem << 26 | (fact.isName ? 1 << 25 : 0) | (fact.isAdjective ? 1 << 24 : 0)
                | fact.openStem << 21 | fingerprint(hash)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(slotCount * 4)
        for slot in slots { for shift in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: slot >> (8 * shift))) } }
        return bytes
    }
}

/// A hash over letters, built letter by letter, alef and yeh forms alike: FNV-1a over 16-bit units, finished with
/// MurmurHash3's mixer.
package struct SegmentationHash: Sendable {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    package init() {}

    @inline(__always)
    package init(_ letters: some Sequence<UInt16>) {
        for letter in letters { append(letter) }
    }

    @inline(__always)
    package mutating func append(_ letter: UInt16) {
        state = (state ^ UInt64(SegmentationLetters.key(letter))) &* 0x0000_0100_0000_01B3
    }

    /// The state with more letters behind.
    @inline(__always)
    func appending(_ letters: UInt16...) -> SegmentationHash {
        var hash = self
        for letter in letters { hash.append(letter) }
        return hash
    }

    @inline(__always)
    package var value: UInt64 { Self.mix(state) }

    @inline(__always)
    static func mix(_ word: UInt64) -> UInt64 {
        var word = word
        word = (word ^ word >> 33) &* 0xFF51_AFD7_ED55_8CCD
        word = (word ^ word >> 33) &* 0xC4CE_B9FE_1A85_EC53
        return word ^ word >> 33
    }
}
