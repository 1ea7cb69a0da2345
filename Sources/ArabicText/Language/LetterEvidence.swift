/// What the letters of a text say of its script and language, counted in one pass over its UTF-8.
struct LetterEvidence {
    private(set) var letters = 0
    private var words = 0
    private var arabicLetters = 0
    private var arabicWords = 0
    private var arabic = ArabicScriptEvidence()
    /// Letters of each of ``Script/all``, which are so many. In place, because each article has its own.
    private var scripts = InlineArray<19, Int>(repeating: 0)
    /// Words of Latin letters in lower case, as far as they are short: see ``LatinLanguage``.
    private var latin = LatinLanguage()

    /// Takes the letters of `bytes`: UTF-8, of which a letter at the end may be cut off.
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        var offset = 0
        var word = ArabicScriptEvidence.Word()
        var latinWord: UInt64 = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte & 0xFC == 0xD8 {
                guard offset + 1 < bytes.count else { break }
                var ended = 0
                let count = arabic.addRun(
                    bytes,
                    from: &offset,
                    passesSpaces: latinWord == 0,
                    to: &word,
                    words: &ended
                )
                letters += count
                arabicLetters += count
                words += ended
                arabicWords += ended
                continue
            }
            if byte == 0x20 {
                offset += 1
                if word.length > 0 { end(&word) }
                if latinWord != 0 {
                    latin.add(latinWord)
                    latinWord = 0
                }
                continue
            }
            if byte < 0x80 {
                offset += 1
                let lower = byte | 0x20
                if lower >= 0x61, lower <= 0x7A {
                    if latinWord == 0 { words += 1 }
                    letters += 1
                    scripts[Script.latin] += 1
                    latinWord = latinWord << 8 | UInt64(lower)
                } else if latinWord != 0, !Self.joinsAddress(byte) {
                    latin.add(latinWord)
                    latinWord = 0
                }
                if word.length > 0 { end(&word) }
                continue
            }
            let scalar: UInt32
            switch byte {
            case ..<0xE0:
                guard offset + 1 < bytes.count else { return end(&word) }
                scalar = UInt32(byte & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F)
                offset += 2
            case ..<0xF0:
                guard offset + 2 < bytes.count else { return end(&word) }
                scalar =
                    UInt32(byte & 0xF) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F)
                offset += 3
            default:
                // Beyond the basic plane there is nothing that news is written in but rare Chinese letters.
                offset += 4
                end(&word)
                continue
            }
            if let script = Script.index(of: scalar) {
                letters += 1
                if script == Script.arabic {
                    arabicLetters += 1
                    // Presentation forms, and letters of other Arabic blocks: a word of Arabic script.
                    arabic.addOtherForm(to: &word)
                } else {
                    scripts[script] += 1
                    if script == Script.latin {
                        if latinWord == 0 { words += 1 }
                        latinWord = latinWord << 8 | UInt64(scalar & 0xFF)
                    }
                    end(&word)
                }
            } else if scalar == 0x200C {
                if word.length > 0 { arabic.joiners += 1 }
            } else if !(0x200B...0x200F).contains(scalar) {
                end(&word)
            }
        }
        if latinWord != 0 { latin.add(latinWord) }
        end(&word)
    }

    /// What goes on with the word of an address, so that a long one counts as one word.
    private static func joinsAddress(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2D...0x3A, 0x5F, 0x40, 0x25, 0x26, 0x3D, 0x3F, 0x23: true
        default: false
        }
    }

    private mutating func end(_ word: inout ArabicScriptEvidence.Word) {
        guard word.length > 0 else { return }
        words += 1
        arabicWords += 1
        arabic.end(&word)
    }

    /// The language of what was counted; `nil` if there was no letter.
    var found: Language? { letters > 0 ? language : nil }

    /// Whether there is little in it that is not Arabic, and much that is Arabic alone.
    var isPlainlyArabic: Bool { arabicLetters * 2 >= letters && arabic.isPlainlyArabic }

    private var language: Language {
        if arabicLetters * 4 >= letters || arabicWords * 4 >= words, arabicLetters > 0, arabicWords > 0 {
            return arabic.language
        }
        var best = 0
        for script in scripts.indices where scripts[script] > scripts[best] { best = script }
        if best == Script.latin { return .other(latin.name) }
        if best == Script.han, scripts[Script.kana] * 10 > scripts[Script.han] { best = Script.kana }
        return .other(Script.all[best].name)
    }
}

/// A script, by the blocks of its letters.
struct Script {
    let name: String
    let ranges: [ClosedRange<UInt32>]

    static let latin = 0
    static let arabic = 1
    static let han = 2
    static let kana = 3

    static let all: [Script] = [
        Script(name: "Latin script", ranges: [0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF]),
        Script(
            name: "Arabic script",
            ranges: [0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8C9, 0xFB50...0xFDFB, 0xFE70...0xFEFC]
        ),
        Script(name: "Chinese", ranges: [0x3400...0x4DBF, 0x4E00...0x9FFF]),
        Script(name: "Japanese", ranges: [0x3041...0x30FF]),
        Script(name: "Hebrew", ranges: [0x5D0...0x5F2]),
        Script(name: "Russian or another language in Cyrillic script", ranges: [0x400...0x52F]),
        Script(name: "Greek", ranges: [0x370...0x3FF, 0x1F00...0x1FFF]),
        Script(name: "Armenian", ranges: [0x531...0x587]), Script(name: "Georgian", ranges: [0x10A0...0x10FF]),
        Script(name: "Hindi or another language in Devanagari script", ranges: [0x900...0x97F]),
        Script(name: "Bengali script", ranges: [0x980...0x9FF]), Script(name: "Tamil", ranges: [0xB80...0xBFF]),
        Script(name: "Thai", ranges: [0xE01...0xE4F]), Script(name: "Korean", ranges: [0xAC00...0xD7A3]),
        Script(name: "Amharic or another language in Ethiopic script", ranges: [0x1200...0x137F]),
        Script(name: "Syriac", ranges: [0x710...0x74F]),
        Script(name: "Divehi (Thaana script)", ranges: [0x780...0x7B1]),
        Script(name: "Tamazight (Tifinagh script)", ranges: [0x2D30...0x2D7F]),
        Script(name: "another script", ranges: [0xA80...0xB7F, 0xC00...0xDFF, 0xE80...0x109F, 0x1780...0x17FF]),
    ]

    /// The number of the script that the letter belongs to, of those in ``all``; `nil` for what is no letter.
    static func index(of scalar: UInt32) -> Int? {
        let block = Int(scalar >> 4)
        guard block < blocks.count, blocks[block] else { return nil }
        return all.firstIndex { $0.ranges.contains { $0.contains(scalar) } }
    }

    /// For each 16 scalars of the basic plane whether any of them is a letter of a script.
    private static let blocks: [Bool] = {
        var blocks = [Bool](repeating: false, count: 0x1000)
        for range in all.flatMap(\.ranges) {
            for block in range.lowerBound >> 4...range.upperBound >> 4 { blocks[Int(block)] = true }
        }
        return blocks
    }()
}
