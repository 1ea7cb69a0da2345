/// A fixed table from folded words to small values, looked up without making a string or an array. A class: who holds one
/// holds one reference, and not one for each of its arrays.
public final class LetterTable: Sendable {
    /// All words, one behind the other.
    private let letters: [UInt16]
    /// Where each word starts in ``letters``, and at last where they end.
    private let starts: [Int32]
    private let values: [UInt32]
    /// Open addressing: a word's number + 1, or 0. At most half full.
    private let slots: [Int32]
    @usableFromInline
    let longest: Int
    /// The number of ``slots`` less one.
    @usableFromInline
    let mask: Int
    /// A bit for the first and the last letter and the length of each word, four for each slot: most words that are not in
    /// the table are told so by it.
    @usableFromInline
    let filter: [UInt64]

    /// - Parameter words: folded words and their values; of a word that stands twice, the values are united bit by bit.
    public init(_ words: [(word: [UInt16], value: UInt32)]) {
        var size = 16
        while size < words.count * 2 { size *= 2 }
        var (letters, starts, values): ([UInt16], [Int32], [UInt32]) = ([], [0], [])
        var slots: [Int32] = Array(repeating: 0, count: size)
        var filter: [UInt64] = Array(repeating: 0, count: size / 16)
        var numbers: [[UInt16]: Int] = [:]
        for (word, value) in words where !word.isEmpty {
            if let number = numbers[word] {
                values[number] |= value
                continue
            }
            numbers[word] = values.count
            letters += word
            starts.append(Int32(letters.count))
            values.append(value)
            let bit = Self.bit(of: word[...], in: size)
            filter[bit >> 6] |= 1 << UInt64(bit & 63)
            var slot = Self.slot(of: word[...], in: size)
            while slots[slot] > 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int32(values.count)
        }
        mask = size - 1
        longest = numbers.keys.reduce(0) { max($0, $1.count) }
        (self.letters, self.starts, self.values, self.slots, self.filter) = (letters, starts, values, slots, filter)
    }

    /// The value of `word`, if it is in the table.
    @inlinable
    public subscript(word: ArraySlice<UInt16>) -> UInt32? { mayHold(word) ? find(word) : nil }

    /// What the filter tells: `false` for most words that are not in the table.
    @inlinable @inline(__always)
    func mayHold(_ word: ArraySlice<UInt16>) -> Bool {
        guard word.count <= longest, !word.isEmpty else { return false }
        let bit = Self.bit(of: word, in: mask &+ 1)
        return filter[bit >> 6] >> UInt64(bit & 63) & 1 == 1
    }

    @usableFromInline
    func find(_ word: ArraySlice<UInt16>) -> UInt32? {
        var slot = Self.slot(of: word, in: slots.count)
        while slots[slot] > 0 {
            let number = Int(slots[slot]) - 1
            if holds(number, word) { return values[number] }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// The word's bit in the filter of a table with so many slots.
    @inlinable @inline(__always)
    static func bit(of word: ArraySlice<UInt16>, in slots: Int) -> Int {
        let letters = Int(word[word.startIndex]) &* 0x9E5 ^ Int(word[word.endIndex - 1]) &* 0x3B ^ word.count &* 0x1F1
        return letters & (slots * 4 - 1)
    }

    /// The slot at which the word is looked for first.
    @inline(__always)
    private static func slot(of word: ArraySlice<UInt16>, in slots: Int) -> Int {
        // FNV-1a: short words, fixed table, nobody to defend it against.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for letter in word { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots - 1)
    }

    private func holds(_ number: Int, _ word: ArraySlice<UInt16>) -> Bool {
        let start = Int(starts[number])
        guard Int(starts[number + 1]) - start == word.count else { return false }
        var index = start
        for letter in word {
            if letters[index] != letter { return false }
            index += 1
        }
        return true
    }
}
