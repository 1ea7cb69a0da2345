internal import ArabicText

/// How a phrase is shown: in the form in which it stands most often.
enum PhraseSurface {
    /// The form of `ranges` that is most frequent in `text`. The article that «لل» has swallowed is given back; a form
    /// with tanween is chosen only where there is no other; among equals the definite one, then the first.
    static func text(of ranges: [Range<Int>], in text: CodePointIndex) -> String {
        var forms: [(text: String, count: Int, rank: Int)] = []
        for range in ranges where range.upperBound <= text.count {
            let form = surface(range, in: text)
            if let known = forms.firstIndex(where: { $0.text == form }) {
                forms[known].count += 1
            } else {
                forms.append((form, 1, rank(form)))
            }
        }
        var best = forms.first
        for form in forms.dropFirst() {
            guard let current = best else { break }
            // Tanween is of the place in the sentence and not of the phrase.
            let better = (form.rank > 0 ? form.count : 0, form.rank)
            let old = (current.rank > 0 ? current.count : 0, current.rank)
            if better > old { best = form }
        }
        return best?.text ?? ""
    }

    private static func surface(_ range: Range<Int>, in text: CodePointIndex) -> String {
        let before = Array(text[max(0, range.lowerBound - 3)..<range.lowerBound].unicodeScalars)
        let written = text[range]
        let hasArticle = swallowsArticle(before)
        if !hasArticle, isPlain(written) { return written }
        var form = String.UnicodeScalarView()
        if hasArticle {
            form.append("ا")
            form.append("ل")
        }
        var space = false
        for scalar in written.unicodeScalars {
            if scalar.properties.isWhitespace {
                space = true
                continue
            }
            if space { form.append(" ") }
            space = false
            if scalar != "\u{640}" { form.append(scalar) }
        }
        return String(form)
    }

    /// Whether what stands before a phrase ends in «لل», alone or behind و or ف.
    private static func swallowsArticle(_ before: [Unicode.Scalar]) -> Bool {
        guard before.suffix(2) == ["ل", "ل"] else { return false }
        return before.count < 3 || !isLetter(before[0])
    }

    /// Whether a form is shown as it is written, told from its bytes: letters of ASCII and Arabic but for the tatweel
    /// (D9 80), and single spaces between them.
    private static func isPlain(_ form: String) -> Bool {
        var previous: UInt8 = 0x20
        for byte in form.utf8 {
            switch byte {
            case 0x20 where previous == 0x20: return false
            case 0x80 where previous == 0xD9: return false
            case 0x20...0x7E, 0x80...0xBF, 0xD8...0xDB: previous = byte
            default: return false
            }
        }
        return previous != 0x20
    }

    /// و and ف may stand before «لل».
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic && scalar != "و" && scalar != "ف"
    }

    private static func rank(_ form: String) -> Int {
        if form.unicodeScalars.contains("\u{64B}") { return 0 }
        return form.hasPrefix("ال") ? 2 : 1
    }
}
