import Extraction
import Testing

@Suite("Keys of words")
struct WordKeyTests {
    private static func key(_ word: String, in text: String, isMarked: Bool = false) throws -> WordKey? {
        let letters = Array(text.utf16)
        let start = try #require(
            (0...letters.count).first { letters[$0...].starts(with: word.utf16) },
            "«\(word)» is not in «\(text)»"
        )
        return letters.withUnsafeBufferPointer { letters in
            WordKey(start..<start + word.utf16.count, of: letters, isMarked: isMarked)
        }
    }

    @Test(
        "a word has one key wherever it stands, at the end of the text too",
        arguments: ["", "و", "في", "كتب", "كتاب", "كتابه", "المكتبة", "والمكتبات", "وبالمستشفيات", "فسيستخدمونها12"]
    )
    func places(word: String) throws {
        let keys = try [word, "هو \(word) ثم قال كلاما كثيرا في ذلك", "هو \(word)", "\(word) هو"].map {
            try Self.key(word, in: $0)
        }
        #expect(keys[0] != nil)
        #expect(Set(keys.map { $0.map { "\($0)" } }).count == 1)
    }

    @Test(
        "different letters, lengths and marks are different keys",
        arguments: [
            ("كتب", "كتبت"), ("كتب", "كبت"), ("ا", "ب"), ("كتابات", "كتاباتي"), ("abcdefgh", "abcdefgi"),
            ("abcdefghijklmno", "abcdefghijklmnp"), ("abcdefghijkl", "abcdefghijkm"), ("", "\u{0}"), ("ا", "ا\u{0}"),
            ("ا", "\u{27}"), ("ب", "\u{A8}"), ("ب", "\u{2028}"), ("\u{A8}", "\u{6A8}"), ("\u{A8}", "\u{20A8}"),
        ]
    )
    func differences(one: String, other: String) throws {
        let first = try #require(try Self.key(one, in: "\(one) ......................"))
        let second = try #require(try Self.key(other, in: "\(other) ......................"))
        #expect(first != second)
        #expect(try Self.key(one, in: one, isMarked: true) != first)
    }

    @Test(
        "a key has all letters, whatever their script",
        arguments: [
            "", "ا", "لمستخدميها1234", "والمكتبات", "3.5", "abc", "»", "—", "é", "بيت‌ها", "گفت", "covid19", "كوفيد19",
            "ۀۀ", "fünf", "،", "٢٠٢٤", "\u{67F}\u{0}\u{7F}",
        ]
    )
    func letters(word: String) throws {
        let isMixed = word == "بيت‌ها"
        for text in [word, word + " ثم كلام كثير جدا بعده"] {
            let key = try Self.key(word, in: text, isMarked: true)
            #expect(key?.letters == (isMixed ? nil : Array(word.utf16)))
            #expect(key?.isMarked == (isMixed ? nil : true))
        }
    }

    @Test(
        "words of which no alphabet has all letters have none",
        arguments: ["ığdır", "गाँव", "aé—", "ب—", "گa", "\u{FFFF}"]
    )
    func alphabets(word: String) throws {
        #expect(try Self.key(word, in: word) == nil)
        #expect(try Self.key(word, in: word + " ثم كلام كثير جدا بعده") == nil)
    }

    @Test("words of more than fifteen letters have none", arguments: [15, 16, 40])
    func length(count: Int) throws {
        let word = String(repeating: "ط", count: count)
        for text in [word, word + " وبعده كلام كثير جدا لا ينتهي"] {
            #expect(try (Self.key(word, in: text) != nil) == (count <= WordKey.mostLetters))
        }
    }

    @Test("words are spread over the places")
    func spread() throws {
        var places: Set<Int> = []
        let words = (0..<1000).map { "كلمة\($0)" }
        for word in words {
            // The upper bits choose.
            places.insert(Int(try #require(try Self.key(word, in: word)).hash >> 51))
        }
        // By chance some 59 of a thousand share a place.
        #expect(places.count > 900)
    }
}
