/// A text's code points, decoded in one pass for all that asks about them: what each is, what it folds to, and which of
/// the folded letters are its own.
struct DecodedText {
    private(set) var folded: FoldedText
    /// Each code point of the source, and its class.
    let scalars: [UInt32]
    let classes: [CharacterClass]
    /// For each code point the first letter that came from it or from one behind it; one element more: how many letters
    /// there are.
    let firstLetters: [UInt32]

    /// Each scalar is folded as ``LetterFolding`` has it; و and ي before a combining hamza become ؤ and ئ, so that composed
    /// and decomposed text fold alike. Linear in the text's length.
    init(_ text: String) {
        var text = text
        self = text.withUTF8 { utf8 in
            let count = utf8.codePoints(in: 0..<utf8.count)
            return DecodedText(utf8, count, mostLetters: count)
                // Ligatures alone have more letters than one, and hardly a text has them.
                ?? DecodedText(utf8, count, mostLetters: Self.letterCount(of: utf8))
                ?? DecodedText()
        }
    }

    /// An empty text.
    private init() {
        folded = FoldedText()
        scalars = []
        classes = []
        firstLetters = [0]
    }

    private static func letterCount(of utf8: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        var index = 0
        while index < utf8.count { LetterFolding.table.fold(value: utf8.scalar(at: &index)) { _ in count += 1 } }
        return count
    }

    /// `nil` where there are more than `mostLetters`.
    ///
    /// - Parameter count: how many code points `utf8` has, which is valid.
    private init?(_ utf8: UnsafeBufferPointer<UInt8>, _ count: Int, mostLetters: Int) {
        var scalars = [UInt32](repeating: 0, count: count)
        var classes = [CharacterClass](repeating: .white, count: count)
        Self.decode(utf8, into: &scalars, &classes)
        var firstLetters = [UInt32](repeating: 0, count: count + 1)
        var folded = FoldedText(
            letters: [UInt16](repeating: 0, count: mostLetters),
            origins: [UInt32](repeating: 0, count: mostLetters + 1)
        )
        guard let letterCount = Self.fold(scalars, into: &folded, &firstLetters) else { return nil }
        folded.letters.removeLast(mostLetters - letterCount)
        folded.origins.removeLast(mostLetters - letterCount)
        self.folded = folded
        self.scalars = scalars
        self.classes = classes
        self.firstLetters = firstLetters
    }

    /// - Parameter scalars: as many as `utf8` has code points; as many as there are of `classes`.
    private static func decode(
        _ utf8: UnsafeBufferPointer<UInt8>,
        into scalars: inout [UInt32],
        _ classes: inout [CharacterClass]
    ) {
        let table = ScalarTable.shared
        scalars.withUnsafeMutableBufferPointer { scalars in
            classes.withUnsafeMutableBufferPointer { classes in
                var index = 0
                for place in scalars.indices {
                    let scalar = utf8.scalar(at: &index)
                    scalars[place] = scalar
                    classes[place] = table.characterClass(scalar)
                }
            }
        }
    }

    /// Folds `scalars` into as many places for letters as `folded` has.
    ///
    /// - Returns: how many letters there are; `nil` if there is no room for them.
    private static func fold(
        _ scalars: [UInt32],
        into folded: inout FoldedText,
        _ firstLetters: inout [UInt32]
    ) -> Int? {
        let table = ScalarTable.shared
        let room = folded.letters.count
        var count = 0
        var hasRoom = true
        var tanween: [Int] = []
        folded.letters.withUnsafeMutableBufferPointer { letters in
            folded.origins.withUnsafeMutableBufferPointer { origins in
                firstLetters.withUnsafeMutableBufferPointer { firstLetters in
                    for (place, scalar) in scalars.enumerated() {
                        firstLetters[place] = UInt32(truncatingIfNeeded: count)
                        let letter = table.letter(scalar)
                        if letter & 0xF800 != FoldingTable.firstLigature, count < room {
                            letters[count] = letter
                            origins[count] = UInt32(truncatingIfNeeded: place)
                            count &+= 1
                            continue
                        }
                        for part in LetterFolding.table.ligature(letter) {
                            guard count < room else {
                                hasRoom = false
                                return
                            }
                            letters[count] = part
                            origins[count] = UInt32(truncatingIfNeeded: place)
                            count += 1
                        }
                        if scalar == LetterFolding.combiningHamza, count > 0 {
                            letters[count - 1] = LetterFolding.withHamza(letters[count - 1])
                        }
                        if scalar == LetterFolding.tanween, count > 0, tanween.last != count - 1 {
                            tanween.append(count - 1)
                        }
                    }
                    firstLetters[scalars.count] = UInt32(truncatingIfNeeded: count)
                    origins[count] = UInt32(truncatingIfNeeded: scalars.count)
                }
            }
        }
        for letter in tanween { folded.appendTanween(letter) }
        return hasRoom ? count : nil
    }
}
