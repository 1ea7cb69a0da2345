import ArabicText
import Testing

@Suite("Clitics and stems")
struct CliticTests {
    private static func letters(_ word: String) -> ArraySlice<UInt16> {
        FoldedText(folding: word).letters[...]
    }

    private static func text(_ letters: some Sequence<UInt16>) -> String {
        String(decoding: Array(letters), as: UTF16.self)
    }

    private static let lexicon: Set<[UInt16]> = Set(
        [
            "كييف", "لندن", "الولايات", "الأمم", "لبنان", "واشنطن", "روسيا", "حكومة", "فرنسا", "باريس", "اللغة", "وزير",
            "دعم",
            "مستشار", "كتب", "اليمن", "بغداد",
        ].map { FoldedText(folding: $0).letters }
    )

    @Test(
        "clitics are cut off as far as the lexicon knows what remains",
        arguments: [
            ("ولكييف", "ول", "كييف", "كييف"), ("لندن", "", "لندن", "لندن"), ("بالولايات", "ب", "الولايات", "الولايات"),
            ("للأمم", "ل", "لامم", "الامم"), ("وللأمم", "ول", "لامم", "الامم"), ("للبنان", "ل", "لبنان", "لبنان"),
            ("وواشنطن", "و", "واشنطن", "واشنطن"), ("فروسيا", "ف", "روسيا", "روسيا"), ("وزير", "", "وزير", "وزير"),
            ("للغة", "ل", "لغه", "اللغه"), ("كفرنسا", "ك", "فرنسا", "فرنسا"), ("لليمن", "ل", "ليمن", "اليمن"),
            ("حكومتها", "", "حكومت", "حكومت"), ("ودعمهم", "و", "دعم", "دعم"), ("سيكتب", nil, "", ""),
            ("ببغداد", "ب", "بغداد", "بغداد"),
        ] as [(String, String?, String, String)]
    )
    func split(word: String, cut: String?, name: String, normalized: String) {
        let letters = Self.letters(word)
        let split = Clitics.split(letters) { Self.lexicon.contains(Array($0)) }
        #expect(split.map { Self.text(letters.prefix($0.nameStart)) } == cut)
        guard let split else { return }
        #expect(Self.text(split.name(of: letters)) == name)
        #expect(Self.text(split.normalizedName(of: letters)) == normalized)
    }

    @Test("a span of letters leads to the code points of the name")
    func spans() throws {
        let text = "إلى «وَلِلأُمَمِ» اليوم"
        let tokenized = TokenizedText(text)
        let token = tokenized.tokens[2]
        let word = tokenized.letters(of: token)
        let split = try #require(Clitics.split(word) { Self.lexicon.contains(Array($0)) })
        let start = Int(tokenized.folded.origins[Int(token.firstLetter) + split.nameStart])
        #expect(CodePointIndex(text)[start..<Int(token.end)] == "لأُمَمِ")
        #expect(split.proclitics == [.and, .for] && split.article == .assimilated)
    }

    @Test("the longest reading is what no lexicon decides")
    func longest() {
        for (word, base) in [
            ("وبالقاهرة", "قاهره"), ("لكييف", "كييف"), ("ولد", "ولد"), ("والمدينة", "مدينه"), ("المدينة", "مدينه"),
            ("", ""),
            ("و", "و"), ("للمدينة", "مدينه"), ("سيكتب", "يكتب"),
        ] {
            let letters = Self.letters(word)
            #expect(Self.text(Clitics.longest(letters).base(of: letters)) == base, "\(word)")
        }
    }

    @Test("readings stay inside the word, whatever it is")
    func bounds() {
        let alphabet = Array("والبفكسهيمنتا".utf16)
        for length in 0...4 {
            var counter = [Int](repeating: 0, count: length)
            repeat {
                let word = [0x20] + counter.map { alphabet[$0] }
                for split in Clitics.splits(of: word[1...]) {
                    let fits = split.nameStart <= split.baseStart && split.baseStart + split.suffixLength <= length
                    if !fits { Issue.record("\(Self.text(word)): \(split)") }
                }
                _ = LightStemmer.stem(word[1...])
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
