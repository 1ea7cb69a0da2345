internal import CPrefetch

/// How open text uses words, clitics cut off (``WordProfile``): a word that such text doesn't have, or has without
/// pronouns and plurals, is often a name. Read in place from the model file.
///
/// Layout of the table, little endian: UInt32 version, UInt32 level of everyday words, then UInt32 slots, an
/// open-addressed hash table: the upper 16 bits are a fingerprint, the lower ones the profile; 0 is an empty slot. Of
/// the words that are not there about one in twenty thousand is taken for another.
package struct BackgroundVocabulary: Sendable {
    package static let tableName = "entities.vocabulary"
    private static let version: UInt32 = 2
    private static let headerSize = 8

    /// Part of a model file, which is immutable and lives as long as the process.
    nonisolated(unsafe) private let slots: UnsafeRawBufferPointer
    private let slotCount: Int
    /// From this level on, words are so common that finding them twice in an article says nothing.
    let everydayLevel: UInt64

    package var isEmpty: Bool { slotCount == 0 }

    /// A vocabulary without words.
    package init() {
        slots = UnsafeRawBufferPointer(start: nil, count: 0)
        slotCount = 0
        everydayLevel = 15
    }

    /// Reads the table `bytes`, which must stay as they are for the life of the process.
    package init(bytes: UnsafeRawBufferPointer) throws(ModelError) {
        guard bytes.count >= Self.headerSize, bytes.count % 4 == 0 else {
            throw ModelError("the model's vocabulary is cut off")
        }
        func number(_ index: Int) -> UInt32 {
            UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
        }
        guard number(0) == Self.version else {
            throw ModelError(
                "the model's vocabulary has version \(number(0)), this program reads version \(Self.version)"
            )
        }
        everydayLevel = UInt64(number(1))
        slots = UnsafeRawBufferPointer(rebasing: bytes[Self.headerSize...])
        slotCount = slots.count / 4
    }

    /// Has the processor fetch where the search for a word begins, and does not wait for it.
    @inline(__always)
    package func fetch(hash: UInt64) {
        if let base = slots.baseAddress { prefetch(base + Gazetteer.slot(of: hash, slotCount: slotCount) &* 4) }
    }

    /// The profile of the word with this hash.
    @inline(__always)
    package func profile(of hash: UInt64) -> WordProfile {
        guard slotCount > 0 else { return .unknown }
        var index = Gazetteer.slot(of: hash, slotCount: slotCount)
        let fingerprint = Self.fingerprint(hash)
        for _ in 0..<slotCount {
            let slot = UInt32(littleEndian: slots.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self))
            if slot == 0 { return .unknown }
            if slot & 0xFFFF_0000 == fingerprint { return WordProfile(rawValue: UInt16(truncatingIfNeeded: slot)) }
            index += 1
            if index == slotCount { index = 0 }
        }
        return .unknown
    }

    private static func fingerprint(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash) & 0xFFFF_0000 }

    /// The table of these profiles, by a word's hash (``LetterHash/name(_:)``).
    ///
    /// - Parameter total: how many words were counted.
    package static func table(profiles: [UInt64: WordProfile], total: Int) -> [UInt8] {
        let slotCount = max(4, profiles.count * 7 / 5)
        var slots = [UInt32](repeating: 0, count: slotCount)
        for (hash, profile) in profiles.sorted(by: { $0.key < $1.key }) where profile != .unknown {
            var index = Gazetteer.slot(of: hash, slotCount: slotCount)
            while slots[index] != 0 { index = (index + 1) % slotCount }
            slots[index] = fingerprint(hash) | UInt32(profile.rawValue)
        }
        var bytes: [UInt8] = []
        bytes.append(littleEndian: version)
        // One word in three hundred.
        bytes.append(littleEndian: UInt32(WordProfile.level(count: max(1, total / 300))))
        for slot in slots { bytes.append(littleEndian: slot) }
        return bytes
    }
}
