internal import ArabicText

/// How a phrase is shown: in the form in which it stands most often.
enum PhraseSurface {
    /// A form in which a phrase stands. Most are shown as they are written, and are told apart by their bytes.
    private struct Form {
        /// Where it stands, in UTF-8.
        var place: Range<Int>
        /// «لل» before it has swallowed its article.
        var hasArticle: Bool
        /// As it is shown, where that is not the bytes at `place` alone.
        var text: String?
        var count = 1
        var rank: Int

        func shown(in bytes: UnsafeBufferPointer<UInt8>) -> String {
            text ?? String(cut: UnsafeBufferPointer(rebasing: bytes[place]))
        }

        /// Whether what stands at `place` is written as it is, and so is of this form.
        func isWritten(at place: Range<Int>, _ hasArticle: Bool, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
            hasArticle == self.hasArticle && place.count == self.place.count
                && bytes[place].elementsEqual(bytes[self.place])
        }

        func isSame(as other: Form, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
            guard text == nil, other.text == nil else { return shown(in: bytes) == other.shown(in: bytes) }
            return place.count == other.place.count && bytes[place].elementsEqual(bytes[other.place])
        }
    }

    /// The form of `ranges` that is most frequent in `text`. The article that «لل» has swallowed is given back; a form
    /// with tanween is chosen only where there is no other; among equals the definite one, then the first.
    static func text(of ranges: [Range<Int>], in text: CodePointIndex.UTF8) -> String {
        var forms: [Form] = []
        for range in ranges where range.upperBound <= text.count {
            let place = text.range(of: range)
            let hasArticle = swallowsArticle(before: place.lowerBound, in: text.bytes)
            // Most stand in the same bytes each time.
            if let known = forms.firstIndex(where: { $0.isWritten(at: place, hasArticle, in: text.bytes) }) {
                forms[known].count += 1
                continue
            }
            let form = form(at: place, hasArticle: hasArticle, in: text.bytes)
            if let known = forms.firstIndex(where: { $0.isSame(as: form, in: text.bytes) }) {
                forms[known].count += 1
            } else {
                forms.append(form)
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
        return best?.shown(in: text.bytes) ?? ""
    }

    private static func form(
        at place: Range<Int>,
        hasArticle: Bool,
        in bytes: UnsafeBufferPointer<UInt8>
    ) -> Form {
        let spelling = hasArticle ? .other : Spelling(bytes[place])
        if spelling == .letters {
            let isDefinite = place.count >= article.count && bytes[place].starts(with: article)
            return Form(place: place, hasArticle: hasArticle, rank: isDefinite ? 2 : 1)
        }
        let written = String(cut: UnsafeBufferPointer(rebasing: bytes[place]))
        let text = spelling == .plain ? written : spaced(written, hasArticle: hasArticle)
        return Form(place: place, hasArticle: hasArticle, text: text, rank: rank(text))
    }

    private static let article: [UInt8] = Array("ال".utf8)

    /// A form with single spaces, without tatweel, and with the article that it has lost.
    private static func spaced(_ written: String, hasArticle: Bool) -> String {
        var form = String.UnicodeScalarView()
        if hasArticle {
            form.append("ا")
            form.append("ل")
        }
        var space = false
        for scalar in written.unicodeScalars {
            if scalar.isWhiteSpace {
                space = true
                continue
            }
            if space { form.append(" ") }
            space = false
            if scalar != "\u{640}" { form.append(scalar) }
        }
        return String(form)
    }

    /// Whether what stands before byte `end` ends in «لل», alone or behind و or ف.
    private static func swallowsArticle(before end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        // «ل» is D9 84.
        guard end >= 4, bytes[end - 1] == 0x84, bytes[end - 3] == 0x84, bytes[end - 2] == 0xD9, bytes[end - 4] == 0xD9
        else { return false }
        var start = end - 5
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        guard start >= 0 else { return true }
        let before = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end - 4]), as: UTF8.self)
        return before.unicodeScalars.first.map { !isLetter($0) } ?? true
    }

    /// How a form is written.
    private enum Spelling {
        /// Letters of ASCII and Arabic alone, without marks, and single spaces between them: shown as it is, and another
        /// with other bytes is another form.
        case letters
        /// Shown as it is, but may be written with other bytes too.
        case plain
        case other

        /// Told from the bytes: those of the tatweel are D9 80; of marks D8 90 to 9A, D9 8B to 9F, D9 B0 and DB 96 to AD.
        init(_ form: Slice<UnsafeBufferPointer<UInt8>>) {
            var previous: UInt8 = 0x20
            var hasMarks = false
            for byte in form {
                switch byte {
                case 0x20 where previous == 0x20:
                    self = .other
                    return
                case 0x80 where previous == 0xD9:
                    self = .other
                    return
                case 0x8B...0xB0:
                    if previous == 0xD9 { hasMarks = hasMarks || byte <= 0x9F || byte == 0xB0 }
                    if previous == 0xDB { hasMarks = hasMarks || 0x96...0xAD ~= byte }
                    if previous == 0xD8 { hasMarks = hasMarks || 0x90...0x9A ~= byte }
                case 0x20...0x7E, 0x80...0xBF, 0xD8...0xDB: break
                default:
                    self = .other
                    return
                }
                previous = byte
            }
            self = previous == 0x20 ? .other : hasMarks ? .plain : .letters
        }
    }

    /// و and ف may stand before «لل».
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic && scalar != "و" && scalar != "ف"
    }

    private static func rank(_ form: String) -> Int {
        if form.unicodeScalars.contains(where: { ("\u{64B}"..."\u{64D}").contains($0) }) { return 0 }
        return form.hasPrefix("ال") ? 2 : 1
    }
}
