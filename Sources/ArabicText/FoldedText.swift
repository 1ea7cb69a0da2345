/// Text as analysis sees it, with the way back to the text as it was written.
///
/// `letters` holds the folded letters as UTF-16 code units: all of Arabic is in the basic plane, and a scalar outside
/// of it becomes one U+FFFD, so that one unit is always one letter. `origins[i]` is the code-point offset in the source
/// of the scalar that `letters[i]` came from (a ligature that folds to several letters repeats its offset); what folding
/// drops (diacritics, tatweel, joiners, bidi controls) has no letter. `origins` has one more element than `letters`:
/// the length of the source in code points.
public struct FoldedText: Sendable, Equatable {
    /// The folded letters, as UTF-16 code units.
    public var letters: [UInt16]
    /// The code point that each letter comes from, and at last how many there are.
    public var origins: [UInt32]
    /// Which letters bear the tanween of the accusative (U+064B), in order: of all that folding drops the one mark that
    /// tells what a word is.
    private(set) var tanween: [UInt32] = []

    /// - Parameter origins: one more than `letters`.
    public init(letters: [UInt16] = [], origins: [UInt32] = [0]) {
        self.letters = letters
        self.origins = origins
    }

    /// Folds one string: each scalar as ``LetterFolding`` has it; و and ي before a combining hamza become ؤ and ئ, so
    /// that composed and decomposed text fold alike.
    public init(folding text: String) { self = DecodedText(text).folded }

    /// Appends the folded letters of one string to `letters`, without their origins: the letters of
    /// ``init(folding:)``.
    ///
    /// - Parameter utf8: the bytes of a string, or of a part of one that begins and ends between scalars.
    public static func fold(utf8: UnsafeBufferPointer<UInt8>, into letters: inout [UInt16]) {
        let table = LetterFolding.table
        let start = letters.count
        var index = 0
        while index < utf8.count {
            let scalar = utf8.scalar(at: &index)
            table.fold(value: scalar) { letters.append($0) }
            if scalar == LetterFolding.combiningHamza, letters.count > start {
                letters[letters.count - 1] = LetterFolding.withHamza(letters[letters.count - 1])
            }
        }
    }

    /// Appends a letter that bears tanween, behind those that are there.
    mutating func appendTanween(_ letter: Int) { tanween.append(UInt32(truncatingIfNeeded: letter)) }

    /// Whether one of these letters bears tanween.
    public func hasTanween(in letters: ClosedRange<Int>) -> Bool {
        var (low, high) = (0, tanween.count)
        while low < high {
            let middle = (low + high) / 2
            if tanween[middle] < letters.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < tanween.count && tanween[low] <= letters.upperBound
    }

    /// The folded letters of `range` as a string.
    public func string(_ range: Range<Int>) -> String {
        String(decoding: letters[range], as: UTF16.self)
    }
}
