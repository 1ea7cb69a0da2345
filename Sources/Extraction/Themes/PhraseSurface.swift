/// How a phrase is shown: in the form in which it stands most often.
enum PhraseSurface {
    /// The form of `ranges` that is most frequent in `text`. The article that «لل» has swallowed is given back; a form
    /// with tanween is chosen only where there is no other; among equals the definite one, then the first.
    static func text(of ranges: [Range<Int>], in text: [Unicode.Scalar]) -> String {
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

    private static func surface(_ range: Range<Int>, in text: [Unicode.Scalar]) -> String {
        var form = String.UnicodeScalarView()
        let start = range.lowerBound
        if start >= 2, text[start - 1] == "ل", text[start - 2] == "ل", start < 3 || !isLetter(text[start - 3]) {
            form.append("ا")
            form.append("ل")
        }
        var space = false
        for scalar in text[range] {
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

    /// و and ف may stand before «لل».
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic && scalar != "و" && scalar != "ف"
    }

    private static func rank(_ form: String) -> Int {
        if form.unicodeScalars.contains("\u{64B}") { return 0 }
        return form.hasPrefix("ال") ? 2 : 1
    }
}
