import ArabicText
import Testing

@Suite("Stems and stop words")
struct LightStemmerTests {
    private static func letters(_ word: String) -> ArraySlice<UInt16> {
        FoldedText(folding: word).letters[...]
    }

    private static func text(_ letters: some Sequence<UInt16>) -> String {
        String(decoding: Array(letters), as: UTF16.self)
    }

    @Test("stems stay inside the word, whatever it is")
    func bounds() {
        let alphabet = Array("والبفكسهيمنتا".utf16)
        for length in 0...4 {
            var counter = [Int](repeating: 0, count: length)
            repeat {
                let word = [0x20] + counter.map { alphabet[$0] }
                let stem = LightStemmer.stem(word[1...])
                let fits = stem.startIndex >= 1 && stem.endIndex <= word.endIndex
                if !fits { Issue.record("\(Self.text(word)): \(stem.indices)") }
                var place = 0
                while place < length {
                    counter[place] += 1
                    if counter[place] < alphabet.count { break }
                    counter[place] = 0
                    place += 1
                }
                if place == length { break }
            } while true
        }
    }

    @Test(
        "light10 stems",
        arguments: [
            ("الولايات", "ولا"), ("والمدارس", "مدارس"), ("وبالمدارس", "مدارس"), ("معلمون", "معلم"), ("معلمين", "معلم"),
            ("استخباراتية", "استخبارات"), ("الاستخباراتي", "استخبارات"), ("الأزمات", "ازم"), ("للأمم", "امم"),
            ("ال", "ال"),
            ("ولد", "ولد"), ("وقود", "قود"), ("", ""), ("كتابها", "كتاب"),
        ]
    )
    func stems(word: String, stem: String) {
        #expect(Self.text(LightStemmer.stem(Self.letters(word))) == stem)
    }

    @Test("function words are stop words, with and without a conjunction; names are none")
    func stopWords() {
        for word in ["في", "وفي", "إلى", "التي", "وأكّد", "هذا", "فإن", "لأن"] {
            #expect(StopWords.contains(Self.letters(word)), "\(word)")
        }
        for word in ["روسيا", "الحوار", "", "و،", "كييف", "لندن"] {
            #expect(!StopWords.contains(Self.letters(word)), "\(word)")
        }
    }
}
