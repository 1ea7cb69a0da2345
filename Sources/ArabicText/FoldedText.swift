/// Text as analysis sees it, with the way back to the text as it was written.
///
/// `letters` holds the folded letters as UTF-16 code units: all of Arabic is in the basic plane, and a scalar outside
/// of it becomes one U+FFFD, so that one unit is always one letter. `origins[i]` is the code-point offset in the source
/// of the scalar that `letters[i]` came from (a ligature that folds to several letters repeats its offset); what folding
/// drops (diacritics, tatweel, joiners, bidi controls) has no letter. `origins` has one more element than `letters`:
/// the length of the source in code points.
package struct FoldedText: Sendable, Equatable {
    package var letters: [UInt16]
    package var origins: [UInt32]

    package init(letters: [UInt16] = [], origins: [UInt32] = [0]) {
        self.letters = letters
        self.origins = origins
    }

    /// Folds one string: each scalar as ``LetterFolding`` has it; و and ي before a combining hamza become ؤ and ئ, so
    /// that composed and decomposed text fold alike.
    package init(folding text: String) {
        letters = []
        letters.reserveCapacity(text.utf8.count / 2 + 1)
        origins = []
        origins.reserveCapacity(text.utf8.count / 2 + 2)
        let table = LetterFolding.table
        var offset: UInt32 = 0
        for scalar in text.unicodeScalars {
            table.fold(scalar) { letter in
                letters.append(letter)
                origins.append(offset)
            }
            if scalar.value == 0x654, let last = letters.last {
                switch last {
                case 0x648: letters[letters.count - 1] = 0x624
                case 0x64A: letters[letters.count - 1] = 0x626
                default: break
                }
            }
            offset += 1
        }
        origins.append(offset)
    }

    /// Appends the folded letters of one string to `letters`, without their origins: the letters of
    /// ``init(folding:)``.
    package static func fold(_ scalars: some Sequence<Unicode.Scalar>, into letters: inout [UInt16]) {
        let table = LetterFolding.table
        let start = letters.count
        for scalar in scalars {
            table.fold(scalar) { letters.append($0) }
            if scalar.value == 0x654, letters.count > start {
                switch letters[letters.count - 1] {
                case 0x648: letters[letters.count - 1] = 0x624
                case 0x64A: letters[letters.count - 1] = 0x626
                default: break
                }
            }
        }
    }

    /// As ``fold(_:into:)``, of the bytes of a string or of a part of one that begins and ends between scalars.
    package static func fold(utf8: UnsafeBufferPointer<UInt8>, into letters: inout [UInt16]) {
        let table = LetterFolding.table
        let start = letters.count
        var index = 0
        while let value = scalar(at: &index, of: utf8) {
            table.fold(value: value) { letters.append($0) }
            if value == 0x654, letters.count > start {
                switch letters[letters.count - 1] {
                case 0x648: letters[letters.count - 1] = 0x624
                case 0x64A: letters[letters.count - 1] = 0x626
                default: break
                }
            }
        }
    }

    /// The scalar that begins at `index`, which is moved behind it; `nil` at the end.
    @inline(__always)
    private static func scalar(at index: inout Int, of utf8: UnsafeBufferPointer<UInt8>) -> UInt32? {
        guard index < utf8.count else { return nil }
        let lead = UInt32(utf8[index])
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard index + length <= utf8.count else { return nil }
        var value = length == 1 ? lead : lead & (0x7F >> UInt32(length))
        let end = index + length
        index += 1
        while index < end {
            value = value << 6 | UInt32(utf8[index] & 0x3F)
            index += 1
        }
        return 0xD800...0xDFFF ~= value ? 0xFFFD : value
    }

    /// The folded letters of `range` as a string.
    package func string(_ range: Range<Int>) -> String {
        String(decoding: letters[range], as: UTF16.self)
    }
}
