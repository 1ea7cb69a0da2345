/// What ``KnownWords`` has of a word: what entities and what themes need, side by side in three lines of the processor's
/// caches, of which themes need one.
///
/// Layout, little endian:
///
/// | offset | bytes | what |
/// | ---: | ---: | --- |
/// | 0 | 32 | the letters, and whether it is marked: ``WordKey`` |
/// | 32 | 12 | hash of the stem, entry of the topic vocabulary, ``WordTraits`` (UInt32 each) |
/// | 44 | 5 | kind of ``ThemeWord``, letters cut off, stem's start and end in letters, ``WordEnding`` |
/// | 49 | 3 | whether longer names begin with it, length of a body's name, shape |
/// | 52 | 11 | ``GazetteerClasses`` (UInt32), profile, senses (UInt16 each), clitics, verdict, kind of profile |
/// | 64 | 16 | core, classes (UInt64 each) |
/// | 80 | 112 | ``TokenScores``: seven rows of eight Int16 |
package struct KnownWord {
    static let size = 192
    /// Lines of caches, from the first one, that have all that themes need.
    static let themeLines = 1
    static let scoresOffset = 80

    let bytes: UnsafeRawPointer

    @inline(__always)
    func number<Number: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as type: Number.Type = Number.self)
        -> Number
    {
        Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }

    @inline(__always)
    package var key: WordKey { WordKey(bytes) }

    /// Whether longer names of the lexicon begin with it.
    @inline(__always)
    var mayGoOn: Bool { number(49, as: UInt8.self) != 0 }

    /// Its record, as it stands in the table.
    package var record: [UInt8] { Array(UnsafeRawBufferPointer(start: bytes, count: Self.size)) }

    /// Whether all that is used as an index or a kind can be one; the rest may be anything.
    var isSound: Bool {
        guard let count = key.letterCount, ThemeWord.Kind(rawValue: number(44)) != nil else { return false }
        let (cut, start, end): (UInt8, UInt8, UInt8) = (number(45), number(46), number(47))
        return cut <= count && start <= end && end <= count && number(48, as: UInt8.self) < 32
            && number(49, as: UInt8.self) <= 1 && number(50, as: UInt8.self) <= 1 && number(64, as: UInt64.self) != 0
    }

    /// The record of a word.
    static func record(
        of key: WordKey,
        analysis: WordAnalysis,
        traits: KnownTraits,
        scores: TokenScores
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        key.append(to: &bytes)
        analysis.append(to: &bytes)
        traits.append(to: &bytes)
        scores.append(to: &bytes)
        return bytes
    }
}

extension WordKey {
    @inline(__always)
    fileprivate init(_ bytes: UnsafeRawPointer) {
        func word(_ number: Int) -> UInt64 {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: number * 8, as: UInt64.self))
        }
        self.init(first: word(0), second: word(1), third: word(2), fourth: word(3))
    }
}

extension WordAnalysis {
    @inline(__always)
    init(_ word: KnownWord) {
        kind = ThemeWord.Kind(rawValue: word.number(44)) ?? .other
        traits = WordTraits(rawValue: word.number(40))
        cut = word.number(45)
        stem = Int(word.number(46, as: UInt8.self))..<Int(word.number(47, as: UInt8.self))
        hash = word.number(32)
        entry = word.number(36)
        ending = WordEnding(rawValue: word.number(48))
    }

    fileprivate func append(to bytes: inout [UInt8]) {
        bytes.append(littleEndian: hash)
        bytes.append(littleEndian: entry)
        bytes.append(littleEndian: traits.rawValue)
        bytes.append(kind.rawValue)
        bytes.append(cut)
        // A key's letters are few.
        bytes.append(UInt8(truncatingIfNeeded: stem.lowerBound))
        bytes.append(UInt8(truncatingIfNeeded: stem.upperBound))
        bytes.append(ending.rawValue)
    }
}
