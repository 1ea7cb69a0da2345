/// What ``KnownWords`` has of a word, side by side in three lines of the processor's caches: in the first one all but what
/// the tagger adds up.
///
/// Layout, little endian:
///
/// | offset | bytes | what |
/// | ---: | ---: | --- |
/// | 0 | 16 | the letters, and whether it is marked: ``WordKey`` |
/// | 16 | 12 | hash of the stem, entry of the topic vocabulary, ``WordTraits`` (UInt32 each) |
/// | 28 | 5 | kind of ``ThemeWord``, letters cut off, stem's start and end in letters, ``WordEnding`` |
/// | 33 | 3 | ``WordTells``, length of a body's name, shape |
/// | 36 | 4 | ``EntityWords/Kinds`` (UInt32) |
/// | 40 | 11 | ``GazetteerClasses`` (UInt32), profile, senses (UInt16 each), clitics, verdict, kind of profile |
/// | 51 | 5 | zeros |
/// | 56 | 16 | core, classes (UInt64 each) |
/// | 72 | 8 | zeros |
/// | 80 | 112 | ``TokenScores``: seven rows of eight Int16 |
package struct KnownWord {
    static let size = 192
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

    @inline(__always)
    var tells: WordTells { WordTells(rawValue: number(33)) }

    /// What it tells of the names around it.
    @inline(__always)
    var kinds: EntityWords.Kinds { EntityWords.Kinds(rawValue: number(36)) }

    /// Its record, as it stands in the table.
    package var record: [UInt8] { Array(UnsafeRawBufferPointer(start: bytes, count: Self.size)) }

    /// Whether all that is used as an index or a kind can be one; the rest may be anything.
    var isSound: Bool {
        guard let count = key.letterCount, ThemeWord.Kind(rawValue: number(28)) != nil else { return false }
        let (cut, start, end): (UInt8, UInt8, UInt8) = (number(29), number(30), number(31))
        return cut <= count && start <= end && end <= count && number(32, as: UInt8.self) < 32
            && tells.rawValue < WordTells.end && number(34, as: UInt8.self) <= 1 && number(56, as: UInt64.self) != 0
    }

    /// The record of a word.
    static func record(
        of key: WordKey,
        analysis: WordAnalysis,
        tells: WordTells,
        kinds: EntityWords.Kinds,
        traits: KnownTraits,
        scores: TokenScores
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        key.append(to: &bytes)
        analysis.append(to: &bytes)
        bytes.append(tells.rawValue)
        traits.append(to: &bytes, kinds: kinds)
        scores.append(to: &bytes)
        return bytes
    }
}

extension WordAnalysis {
    @inline(__always)
    init(_ word: KnownWord) {
        kind = ThemeWord.Kind(rawValue: word.number(28)) ?? .other
        traits = WordTraits(rawValue: word.number(24))
        cut = word.number(29)
        stem = Int(word.number(30, as: UInt8.self))..<Int(word.number(31, as: UInt8.self))
        hash = word.number(16)
        entry = word.number(20)
        ending = WordEnding(rawValue: word.number(32))
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
