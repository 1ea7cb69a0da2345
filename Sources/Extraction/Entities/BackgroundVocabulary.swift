/// How common words are in open text, clitics cut off: a word that such text doesn't have is often a name. Read in
/// place from the model file.
///
/// Layout of the table: UInt16 slots, little endian, an open-addressed hash table: the lower 12 bits are a fingerprint,
/// the upper 4 how common the word is (see ``level(count:)``); 0 is an empty slot. About one word in two thousand is
/// taken for another.
package struct BackgroundVocabulary: Sendable {
    package static let tableName = "entities.vocabulary"

    /// Part of a model file, which is immutable and lives as long as the process.
    nonisolated(unsafe) private let slots: UnsafeRawBufferPointer
    private let slotCount: Int

    /// A vocabulary without words.
    package init() {
        slots = UnsafeRawBufferPointer(start: nil, count: 0)
        slotCount = 0
    }

    /// Reads the table `bytes`, which must stay as they are for the life of the process.
    package init(bytes: UnsafeRawBufferPointer) {
        slots = bytes
        slotCount = bytes.count / 2
    }

    /// How common the word with this hash is: 0 (not there) to 6.
    @inline(__always)
    func level(of hash: UInt64) -> UInt64 {
        guard slotCount > 0 else { return 0 }
        var index = Gazetteer.slot(of: hash, slotCount: slotCount)
        let fingerprint = Self.fingerprint(hash)
        for _ in 0..<slotCount {
            let slot = UInt16(littleEndian: slots.loadUnaligned(fromByteOffset: index &* 2, as: UInt16.self))
            if slot == 0 { return 0 }
            if slot & 0xFFF == fingerprint { return UInt64(slot >> 12) }
            index += 1
            if index == slotCount { index = 0 }
        }
        return 0
    }

    private static func fingerprint(_ hash: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: hash >> 12 & 0xFFF) }

    /// 1 for words that occur once, 2 for two and three times, 3 from 4, 4 from 10, 5 from 30, 6 from 100 on.
    private static func level(count: Int) -> UInt16 {
        switch count {
        case ..<2: 1
        case ..<4: 2
        case ..<10: 3
        case ..<30: 4
        case ..<100: 5
        default: 6
        }
    }

    /// The table of these counts, by the hash of a word's core.
    package static func table(counts: [UInt64: Int]) -> [UInt8] {
        let slotCount = max(4, counts.count * 3 / 2)
        var slots = [UInt16](repeating: 0, count: slotCount)
        for (hash, count) in counts.sorted(by: { $0.key < $1.key }) {
            var index = Gazetteer.slot(of: hash, slotCount: slotCount)
            while slots[index] != 0 { index = (index + 1) % slotCount }
            slots[index] = level(count: count) << 12 | fingerprint(hash)
        }
        var bytes: [UInt8] = []
        for slot in slots { bytes.append(littleEndian: slot) }
        return bytes
    }

    /// The hash by which a word is counted.
    package static func hash(ofWord letters: UnsafeBufferPointer<UInt16>) -> UInt64 {
        TokenTraits(letters: letters).core
    }
}
