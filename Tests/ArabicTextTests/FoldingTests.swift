import ArabicText
import Testing

@Suite("Folding")
struct FoldingTests {
    @Test(
        "forms of one word fold alike",
        arguments: [
            ("أحمد", "احمد"), ("إلى", "الي"), ("آل", "ال"), ("ٱلله", "الله"), ("حكومة", "حكومه"),
            ("مُحَمَّدٌ", "محمد"), ("كـــتاب", "كتاب"), ("می‌خواهم", "ميخواهم"), ("کتاب", "كتاب"), ("ہے", "هي"),
            ("ﷲ", "الله"), ("ﻻ", "لا"), ("ﻷن", "لان"), ("ﻣﺼﺮ", "مصر"), ("ﷴ", "محمد"), ("﷼", "ريال"), ("ﯽ", "ي"),
            ("\u{200F}مصر\u{202C}", "مصر"), ("\u{FEFF}مصر", "مصر"), ("١٢٫٥", "12.5"), ("۱۲٬۵۰۰", "12,500"),
            ("Élysée", "elysee"), ("МОСКВА", "москва"), ("ΑΘΗΝΑ", "αθηνα"), ("ＡＢＣ１", "abc1"), ("٪", "٪"),
            ("ا\u{653}ل", "ال"), ("ا\u{654}حمد", "احمد"), ("ا\u{655}لي", "الي"), ("e\u{301}", "e"),
            ("شؤون", "شؤون"), ("شو\u{654}ون", "شؤون"), ("مسي\u{654}ول", "مسئول"), ("سى\u{654}ل", "سئل"), ("ﺌ", "ئ"),
        ]
    )
    func forms(text: String, folded: String) {
        let result = FoldedText(folding: text)
        #expect(result.string(0..<result.letters.count) == folded)
    }

    @Test("a composed text and its decomposition fold alike")
    func decomposition() {
        let composed = "أُمّة إلى آخر المسؤولين والقارئين، ﷽ café"
        let decomposed = "ا\u{654}ُمّة ا\u{655}لى ا\u{653}خر المسو\u{654}ولين والقاري\u{654}ين، ﷽ cafe\u{301}"
        #expect(FoldedText(folding: composed).letters == FoldedText(folding: decomposed).letters)
    }

    @Test("each letter leads back to the code point that it came from")
    func origins() {
        let folded = FoldedText(folding: "\u{200F}قَالَ ﷲ😀x")
        #expect(folded.string(0..<folded.letters.count) == "قال الله\u{FFFD}x")
        #expect(folded.origins == [1, 3, 4, 6, 7, 7, 7, 7, 8, 9, 10])
    }

    @Test("every scalar folds, its letters stay as they are when folded again, and none is a surrogate")
    func everyScalar() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            var letters: [UInt16] = []
            LetterFolding.fold(scalar) { letters.append($0) }
            for letter in letters {
                guard let again = Unicode.Scalar(letter) else {
                    Issue.record("U+\(String(value, radix: 16)) folds to half a surrogate pair")
                    continue
                }
                var twice: [UInt16] = []
                LetterFolding.fold(again) { twice.append($0) }
                if twice != [letter] {
                    Issue.record("U+\(String(value, radix: 16)) folds further: \(letters) \(twice)")
                }
            }
        }
    }

    @Test("every presentation form of a letter or ligature folds to plain letters")
    func presentationForms() {
        for value in Array(UInt32(0xFB50)...0xFDFF) + Array(UInt32(0xFE70)...0xFEFC) {
            guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory == .otherLetter else {
                continue
            }
            LetterFolding.fold(scalar) { letter in
                #expect((0x621...0x6D3).contains(letter), "U+\(String(value, radix: 16))")
            }
        }
    }
}
