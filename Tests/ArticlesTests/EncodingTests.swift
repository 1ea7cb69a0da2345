import Articles
import Testing

@Suite("Encodings")
struct EncodingTests {
    static let text = "قال المتحدث باسم الوزارة، أمس الأربعاء: «إن العمل مستمر» حتى نهاية العام؛ هل يكفي؟\nنعم."

    /// The test's own way from text to bytes, by the letters' places in the code pages.
    static func windows1256(_ text: String) -> [UInt8] {
        let high: [UInt8: String] = [
            0x81: "پ", 0x8D: "چ", 0x8E: "ژ", 0x90: "گ", 0x98: "ک", 0x9D: "\u{200C}", 0xA1: "،", 0xAB: "«", 0xBA: "؛",
            0xBB: "»", 0xBF: "؟", 0xC1: "ء", 0xC2: "آ", 0xC3: "أ", 0xC4: "ؤ", 0xC5: "إ", 0xC6: "ئ", 0xC7: "ا",
            0xC8: "ب", 0xC9: "ة", 0xCA: "ت", 0xCB: "ث", 0xCC: "ج", 0xCD: "ح", 0xCE: "خ", 0xCF: "د", 0xD0: "ذ",
            0xD1: "ر", 0xD2: "ز", 0xD3: "س", 0xD4: "ش", 0xD5: "ص", 0xD6: "ض", 0xD8: "ط", 0xD9: "ظ", 0xDA: "ع",
            0xDB: "غ", 0xDC: "ـ", 0xDD: "ف", 0xDE: "ق", 0xDF: "ك", 0xE1: "ل", 0xE3: "م", 0xE4: "ن", 0xE5: "ه",
            0xE6: "و", 0xEC: "ى", 0xED: "ي", 0xF0: "\u{64B}", 0xF3: "\u{64E}", 0xF5: "\u{64F}", 0xF6: "\u{650}",
            0xF8: "\u{651}", 0xFA: "\u{652}", 0x94: "”", 0x93: "“", 0x96: "–", 0x85: "…",
        ]
        let bytes = Dictionary(uniqueKeysWithValues: high.map { ($1.unicodeScalars.first, $0) })
        return text.unicodeScalars.map { $0.value < 0x80 ? UInt8($0.value) : bytes[$0] ?? 0x3F }
    }

    static func iso8859_6(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { scalar in
            switch scalar.value {
            case ..<0x80: UInt8(scalar.value)
            case 0x60C, 0x61B, 0x61F, 0x621...0x63A, 0x640...0x652: UInt8(scalar.value - 0x600 + 0xA0)
            default: 0x22
            }
        }
    }

    static func utf16(_ text: String, bigEndian: Bool, mark: Bool = true) -> [UInt8] {
        ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
            let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return bigEndian ? bytes : bytes.reversed()
        }
    }

    private func read(_ bytes: [UInt8], _ name: String = "a.txt", encoding: InputEncoding? = nil) throws -> [String] {
        let folder = try TemporaryFolder()
        let path = try folder.write(name, bytes)
        return ArticleReader(inputs: [path], encoding: encoding).map { result in
            switch result {
            case .success(let article): article.text
            case .failure(let problem): "! " + problem.reason
            }
        }
    }

    @Test("each encoding is found without being named")
    func detected() throws {
        let text = Self.text
        let ascii = text.unicodeScalars.map { "«»".unicodeScalars.contains($0) ? "\"" : String($0) }.joined()
        #expect(try read(Array(text.utf8)) == [text])
        #expect(try read([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == [text])
        #expect(try read(Self.utf16(text + "😀", bigEndian: true)) == [text + "😀"])
        #expect(try read(Self.utf16(text + "😀", bigEndian: false)) == [text + "😀"])
        #expect(try read(Self.windows1256(text)) == [text])
        #expect(try read(Self.iso8859_6(text)) == [ascii])
    }

    @Test(
        "a headline is enough to tell the code pages apart",
        arguments: [
            "وزير الخارجية يصل إلى بغداد", "ارتفاع أسعار النفط", "مقتل ثلاثة في حادث", "الأمم المتحدة تحذر",
            "بيان رسمي", "انتخابات مبكرة في تونس", "سقوط الحكومة", "منتخب مصر يفوز", "هدوء حذر", "غارات ليلية على غزة",
        ]
    )
    func headlines(text: String) throws {
        #expect(try read(Self.windows1256(text)) == [text])
        #expect(try read(Self.iso8859_6(text)) == [text])
    }

    @Test("a named encoding is believed, and broken bytes in it are named")
    func forced() throws {
        let text = "گزارش پرس “ال” چند"
        #expect(
            try read(Self.windows1256("قال" + text), encoding: .windows1256).first?.hasPrefix("! not Arabic") == true
        )
        #expect(try read(Self.utf16(Self.text, bigEndian: true, mark: false), encoding: .utf16BigEndian) == [Self.text])
        #expect(try read(Self.utf16(Self.text, bigEndian: false, mark: false), encoding: .utf16) == [Self.text])
        #expect(try read(Self.utf16(Self.text, bigEndian: true), encoding: .utf16) == [Self.text])
        #expect(try read(Self.windows1256("نعم"), encoding: .windows1256) == ["نعم"])
        #expect(try read([0xE4, 0xFF], encoding: .iso8859_6) == ["! not ISO-8859-6 (byte 1 is 0xFF)"])
        #expect(try read(Array("نع".utf8) + [0xD9], encoding: .utf8) == ["! not UTF-8 (byte 4 is 0xD9)"])
        #expect(
            try read([0x46, 0x06, 0x27], encoding: .utf16LittleEndian) == ["! not UTF-16LE (it breaks off at byte 3)"]
        )
    }

    @Test(
        "text of other code pages, and damaged UTF-8, is refused with the place where it breaks",
        arguments: [
            // Russian of Windows-1251, French of Windows-1252, Greek of Windows-1253, Hebrew of Windows-1255.
            [
                0xCF, 0xF0, 0xE5, 0xE7, 0xE8, 0xE4, 0xE5, 0xED, 0xF2, 0x20, 0xE2, 0x20, 0xCC, 0xEE, 0xF1, 0xEA, 0xE2,
                0xE5,
            ],
            [0xE9, 0x74, 0xE9, 0x20, 0xE0, 0x20, 0xE7, 0x61, 0x20, 0xEA, 0x74, 0x72, 0x65, 0xE8, 0x73, 0xF4],
            [
                0xCF, 0x20, 0xF5, 0xF0, 0xEF, 0xF5, 0xF1, 0xE3, 0xFC, 0xF2, 0x20, 0xE5, 0xEE, 0xF9, 0xF4, 0xE5, 0xF1,
                0xE9,
            ],
            [0xF8, 0xE0, 0xF9, 0x20, 0xE4, 0xEE, 0xEE, 0xF9, 0xEC, 0xE4, 0x20, 0xF0, 0xF4, 0xE2, 0xF9],
            Array(EncodingTests.text.utf8.prefix(41)) + [0xFF] + Array(EncodingTests.text.utf8.dropFirst(41)),
            Array(EncodingTests.text.utf8.dropFirst(1)),
        ] as [[UInt8]]
    )
    func refused(bytes: [UInt8]) throws {
        let place = bytes.count > 60 && bytes[0] < 0xE0 && bytes[0] >= 0xC2 ? 41 : 0
        let byte = String(bytes[place], radix: 16, uppercase: true)
        #expect(
            try read(bytes) == ["! neither UTF-8 (byte \(place) is 0x\(byte)) nor Arabic in Windows-1256 or ISO-8859-6"]
        )
    }

    @Test("JSON Lines and HTML come in each encoding as well")
    func otherFormats() throws {
        let line = "{\"text\": \"\(Self.text.split(separator: "\n")[0])\"}\n"
        let text = String(Self.text.split(separator: "\n")[0])
        #expect(try read(Self.windows1256(line + line), "a.jsonl") == [text, text])
        #expect(try read(Self.utf16(line + line, bigEndian: true), "a.jsonl") == [text, text])
        #expect(try read(Self.utf16(line, bigEndian: false, mark: false), "a.jsonl", encoding: .utf16) == [text])
        // Half a pair breaks its own line alone.
        var broken = Self.utf16(line + "{\"text\": \"X\"}\n" + line, bigEndian: true)
        if let place = broken.firstRange(of: [0, 0x58])?.lowerBound { broken[place] = 0xD8 }
        let results = try read(broken, "a.jsonl")
        #expect(results.count == 3 && results[0] == text && results[1].hasPrefix("! not UTF-8") && results[2] == text)
        let page = "<html><head><meta charset=\"windows-1256\"></head><body><p>\(text)</p></body></html>"
        #expect(try read(Self.windows1256(page), "a.html") == [text])
        #expect(try read(Self.utf16(page, bigEndian: false), "a.html") == [text])
        // A page that names a wrong encoding: valid UTF-8 wins.
        #expect(try read(Array(page.utf8), "a.html") == [text])
    }

    @Test("all of both code pages is read as the standard has it")
    func tables() throws {
        let sentence = "هذا نص عربي من أجل اللغة في التقرير "
        let windows = try read(Self.windows1256(sentence + sentence) + Array(0x80...0xFF), encoding: .windows1256)
        #expect(
            windows == [
                sentence + sentence
                    + "€پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈگ‘’“”•–—ک™ڑ›œ\u{200C}\u{200D}ں\u{A0}،¢£¤¥¦§¨©ھ«¬\u{AD}®¯°±²³´µ¶·¸¹؛»¼½¾؟ہءآأؤإئابةتثجحخدذرزسش"
                    + "صض×طظعغـفقكàلâمنهوçèéêëىيîï\u{64B}\u{64C}\u{64D}\u{64E}ô\u{64F}\u{650}÷\u{651}ù\u{652}ûü\u{200E}\u{200F}ے"
            ]
        )
        let iso: [UInt8] = [0xA0, 0xA4, 0xAC, 0xAD, 0xBB, 0xBF] + Array(0xC1...0xDA) + Array(0xE0...0xF2)
        #expect(
            try read(iso, encoding: .iso8859_6) == [
                "\u{A0}¤،\u{AD}؛؟ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىي\u{64B}\u{64C}\u{64D}\u{64E}\u{64F}\u{650}\u{651}\u{652}"
            ]
        )
    }

    @Test(
        "encodings go by many names",
        arguments: [
            ("UTF-8", InputEncoding.utf8), ("utf8", .utf8), ("CP1256", .windows1256), ("Windows-1256", .windows1256),
            ("ISO_8859-6", .iso8859_6), ("asmo-708", .iso8859_6), ("UTF-16LE", .utf16LittleEndian),
            ("latin1", nil),
        ]
    )
    func names(name: String, encoding: InputEncoding?) {
        #expect(InputEncoding(name: name) == encoding)
    }
}
