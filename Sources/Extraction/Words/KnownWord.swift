/// What ``KnownWords`` has of a word, in two lines of the processor's caches: in the first one all but what the tagger adds
/// up.
///
/// Layout, little endian:
///
/// | offset | bytes | what |
/// | ---: | ---: | --- |
/// | 0 | 16 | the letters, and whether it is marked: ``WordKey`` |
/// | 16 | 12 | hash of the stem, entry of the topic vocabulary, ``WordTraits`` (UInt32 each) |
/// | 28 | 4 | ``EntityWords/Kinds`` in the lower three bytes, ``WordTells`` |
/// | 32 | 4 | ``GazetteerClasses`` |
/// | 36 | 4 | profile, senses (UInt16 each) |
/// | 40 | 8 | core (UInt64) |
/// | 48 | 4 | kind of ``ThemeWord`` and, in the lower five bits, ``WordEnding``; letters cut off, stem's start and end in letters |
/// | 52 | 4 | kind of profile (three bits) and length of a body's name; shape, clitics, verdict |
/// | 56 | 72 | ``TokenScores``, packed: `scores.h` |
package struct KnownWord {
    package static let size = 128
    static let scoresOffset = 56

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
    var tells: WordTells { WordTells(rawValue: number(31)) }

    /// What it tells of the names around it.
    @inline(__always)
    var kinds: EntityWords.Kinds { EntityWords.Kinds(rawValue: number(28) & EntityWords.Kinds.mask) }

    /// Its record, as it stands in the table.
    package var record: [UInt8] { Array(UnsafeRawBufferPointer(start: bytes, count: Self.size)) }

    /// Whether all that is used as an index or a kind can be one; the rest may be anything.
    var isSound: Bool {
        guard let count = key.letterCount, ThemeWord.Kind(rawValue: number(48) >> 5) != nil else { return false }
        let (cut, start, end): (UInt8, UInt8, UInt8) = (number(49), number(50), number(51))
        return cut <= count && start <= end && end <= count && number(40, as: UInt64.self) != 0
    }

    /// The record of a word; `nil` for one with greater scores than it has room for.
    static func record(
        of key: WordKey,
        analysis: WordAnalysis,
        tells: WordTells,
        kinds: EntityWords.Kinds,
        traits: KnownTraits,
        scores: TokenScores
    ) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        key.append(to: &bytes)
        bytes.append(littleEndian: analysis.hash)
        bytes.append(littleEndian: analysis.entry)
        bytes.append(littleEndian: analysis.traits.rawValue)
        bytes.append(littleEndian: kinds.rawValue & EntityWords.Kinds.mask | UInt32(tells.rawValue) << 24)
        traits.append(to: &bytes)
        bytes.append(analysis.kind.rawValue << 5 | analysis.ending.rawValue)
        bytes.append(analysis.cut)
        // A key's letters are few.
        bytes.append(UInt8(truncatingIfNeeded: analysis.stem.lowerBound))
        bytes.append(UInt8(truncatingIfNeeded: analysis.stem.upperBound))
        traits.appendSmall(to: &bytes)
        return scores.append(to: &bytes) ? bytes : nil
    }
}

extension WordAnalysis {
    @inline(__always)
    init(_ word: KnownWord) {
        kind = ThemeWord.Kind(rawValue: word.number(48) >> 5) ?? .other
        traits = WordTraits(rawValue: word.number(24))
        cut = word.number(49)
        stem = Int(word.number(50, as: UInt8.self))..<Int(word.number(51, as: UInt8.self))
        hash = word.number(16)
        entry = word.number(20)
        ending = WordEnding(rawValue: word.number(48) & 31)
    }
}
