import ArabicText
import Testing

@Suite("Tokens")
struct TokenizerTests {
    @Test(
        "a text is cut where a reader would cut it",
        arguments: [
            ("قال الرئيس، أمس: «نعم».", "قال|الرئيس|،|أمس|:|«|نعم|»|."),
            ("نسبة 3.5 و1,000 و١٢٫٥٪", "نسبة|3.5|و|1,000|و|١٢٫٥|٪"),
            ("2-3", "2|-|3"), ("عام 2023.", "عام|2023|."), ("10:30", "10|:|30"),
            ("انتظر... ثم… جاء..", "انتظر|...|ثم|…|جاء|.."),
            ("6.\u{200F}15 مليون.\u{200F}", "6.\u{200F}15|مليون|."), ("أ. ف. ب.", "أ|.|ف|.|ب|."),
            ("(أ.ف.ب)", "(|أ.ف.ب|)"), ("the U.S. Army", "the|U.S.|Army"),
            ("د.محمد", "د|.|محمد"), ("Al-Qaeda O'Neil F-16 G20", "Al-Qaeda|O'Neil|F-16|G20"), ("5كم", "5|كم"),
            ("مُحَمَّدٌ كـتـاب", "مُحَمَّدٌ|كـتـاب"), ("می‌خواهم", "می‌خواهم"), ("الـBBC", "الـ|BBC"),
            ("ا \u{64B} ب", "ا|\u{64B}|ب"), (" \u{64B}كتاب", "\u{64B}كتاب"), (".\u{64B}", ".\u{64B}"),
            ("ـــ", "ـــ"), ("\u{200F}مصر\u{200F} \u{200F}", "مصر"), ("مص\u{200F}ر", "مص\u{200F}ر"),
            ("زوروا https://example.com/a(b)?x=1.", "زوروا|https://example.com/a(b)?x=1|."),
            ("(http://a.org/b)،", "(|http://a.org/b|)|،"), ("WWW.BBC.COM/arabic", "WWW.BBC.COM/arabic"),
            ("https://ar.wikipedia.org/wiki/القدس هنا", "https://ar.wikipedia.org/wiki/القدس|هنا"),
            ("www.site.comللمزيد", "www.site.com|للمزيد"), ("bbc.com/x، ok", "bbc.com/x|،|ok"),
            ("راسلونا: a.b+c@mail.example.org.", "راسلونا|:|a.b+c@mail.example.org|."), ("a@b", "a|@|b"),
            ("#كأس_العالم @user", "#|كأس|_|العالم|@|user"), ("100$ و€5", "100|$|و|€|5"), ("http://", "http|:|/|/"),
            ("😀👍🏽", "😀|👍|🏽"), ("قال\nثم\r\nجاء", "قال|ثم|جاء"), ("", ""), ("\u{0}", "\u{0}"),
        ]
    )
    func cuts(text: String, expected: String) {
        let index = CodePointIndex(text)
        let tokens = TokenizedText(text).tokens.map { index[$0.range] }
        #expect(tokens.joined(separator: "|") == expected)
    }

    @Test(
        "a token's kind is what it is",
        arguments: [
            ("مصر", Token.Kind.arabic), ("Egypt", .foreign), ("١٢٫٥", .number), ("،", .punctuation),
            ("...", .punctuation),
            ("$", .symbol), ("😀", .symbol), ("www.a.org", .url), ("a@b.org", .email), ("ﷺ", .arabic),
            ("Москва", .foreign),
            ("中国", .foreign), ("\u{64B}", .symbol), ("گچپژ", .arabic), ("أ.ف.ب", .arabic),
        ]
    )
    func kinds(text: String, kind: Token.Kind) {
        #expect(TokenizedText(text).tokens.map(\.kind) == [kind])
    }

    @Test("a token's letters are the folded letters of its range")
    func letters() {
        let text = TokenizedText("قَالَ ﷲ: «١٢٫٥» \u{64B} ثمَّ")
        let words = text.tokens.map { text.folded.string($0.letters) }
        #expect(words == ["قال", "الله", ":", "«", "12.5", "»", "", "ثم"])
    }

    @Test("tokens are in order, do not overlap, and leave out white space alone", arguments: 0..<300)
    func cover(seed: Int) {
        let text = HostileText.make(seed: UInt64(seed))
        let tokenized = TokenizedText(text)
        let scalars = Array(text.unicodeScalars)
        var position = 0
        var letter = 0
        for token in tokenized.tokens {
            #expect(token.start < token.end && Int(token.start) >= position && token.firstLetter <= token.endLetter)
            #expect(Int(token.end) <= scalars.count && Int(token.endLetter) <= tokenized.folded.letters.count)
            for gap in scalars[position..<Int(token.start)] where !HostileText.isInvisible(gap) {
                Issue.record("seed \(seed): \(gap) at \(position)…\(token.start) is in no token")
            }
            for origin in tokenized.folded.origins[token.letters] { #expect(token.range.contains(Int(origin))) }
            for index in letter..<Int(token.firstLetter) {
                #expect(HostileText.isInvisible(scalars[Int(tokenized.folded.origins[index])]))
            }
            if token.kind != .symbol, token.letters.isEmpty { Issue.record("seed \(seed): \(token) has no letters") }
            position = Int(token.end)
            letter = Int(token.endLetter)
        }
        for gap in scalars[position...] where !HostileText.isInvisible(gap) {
            Issue.record("seed \(seed): \(gap) after \(position) is in no token")
        }
        var covered = 0
        for sentence in tokenized.sentences {
            #expect(sentence.lowerBound == covered && !sentence.isEmpty, "seed \(seed)")
            covered = sentence.upperBound
        }
        #expect(covered == tokenized.tokens.count, "seed \(seed)")
    }

    @Test(
        "a long run of anything takes one pass",
        arguments: [
            "a", "a.", "a@", "ا.", "ا", "1.", "1,", ".", "«", "\u{64B}", "\u{200F}", "ا\u{200F}", "(", "\"", "😀",
            "http://", "a-", " ", "\n",
        ]
    )
    func longRuns(unit: String) {
        let text = String(repeating: unit, count: 60_000)
        let tokenized = TokenizedText(text)
        #expect(tokenized.folded.origins.last == UInt32(text.codePointCount))
        #expect(tokenized.sentences.last?.upperBound ?? 0 == tokenized.tokens.count)
    }
}
