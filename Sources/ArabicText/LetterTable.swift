/// A fixed table from folded words to small values, looked up without making a string or an array.
package struct LetterTable: Sendable {
    /// All words, one behind the other.
    private var letters: [UInt16] = []
    /// Where each word starts in ``letters``, and at last where they end.
    private var starts: [Int32] = [0]
    private var values: [UInt32] = []
    /// Open addressing: a word's number + 1, or 0. At most half full.
    private var slots: [Int32]
    private var longest = 0
    /// A bit for the first and the last letter and the length of each word: most words that are not in the table are
    /// told so by it.
    private var filter: [UInt64]

    /// - Parameter words: folded words and their values; of a word that stands twice, the values are united bit by bit.
    package init(_ words: [(word: [UInt16], value: UInt32)]) {
        var size = 16
        while size < words.count * 2 { size *= 2 }
        slots = Array(repeating: 0, count: size)
        filter = Array(repeating: 0, count: size / 16)
        for (word, value) in words where !word.isEmpty {
            let bit = bit(of: word[...])
            filter[bit >> 6] |= 1 << UInt64(bit & 63)
            let slot = slot(of: word[...])
            if slots[slot] > 0 {
                values[Int(slots[slot]) - 1] |= value
                continue
            }
            letters += word
            starts.append(Int32(letters.count))
            values.append(value)
            slots[slot] = Int32(values.count)
            longest = max(longest, word.count)
        }
    }

    /// The value of `word`, if it is in the table.
    package subscript(word: ArraySlice<UInt16>) -> UInt32? {
        guard word.count <= longest, !word.isEmpty else { return nil }
        let bit = bit(of: word)
        guard filter[bit >> 6] >> UInt64(bit & 63) & 1 == 1 else { return nil }
        let found = slots[slot(of: word)]
        return found > 0 ? values[Int(found) - 1] : nil
    }

    /// The word's bit in ``filter``, which has four for each slot.
    @inline(__always)
    private func bit(of word: ArraySlice<UInt16>) -> Int {
        let letters = Int(word[word.startIndex]) &* 0x9E5 ^ Int(word[word.endIndex - 1]) &* 0x3B ^ word.count &* 0x1F1
        return letters & (slots.count * 4 - 1)
    }

    /// The slot that holds the word, or where it would go.
    private func slot(of word: ArraySlice<UInt16>) -> Int {
        // FNV-1a: short words, fixed table, nobody to defend it against.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for letter in word { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while slots[slot] > 0, !holds(Int(slots[slot]) - 1, word) { slot = (slot + 1) & mask }
        return slot
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
