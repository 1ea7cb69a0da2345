/// Turns the bytes of an input into text.
enum TextDecoding {
    /// Why bytes are no text of an article, and what to do.
    struct Failure: Error {
        var reason: String
        var advice: String
    }

    /// The text of UTF-8 `bytes` as it is, but for a byte order mark at the start, which is left out.
    static func text(_ bytes: [UInt8]) throws(Failure) -> String {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let content = bytes.starts(with: mark) ? bytes[3...] : bytes[...]
        guard let text = String(validating: content, as: UTF8.self) else { throw notUTF8(bytes) }
        if let null = bytes.firstIndex(of: 0) {
            throw Failure(reason: "not text (byte \(null) is NUL)", advice: "give the article's text")
        }
        return text
    }

    /// Refuses a text that no report can be made of.
    static func check(_ text: String) throws(Failure) {
        guard text.utf8.count <= Limits.longestArticle else {
            throw Failure(
                reason:
                    "its text is \(text.utf8.count) bytes long, and an article has at most \(Limits.longestArticle)",
                advice: "split it into articles"
            )
        }
        guard text.unicodeScalars.contains(where: { !isInvisible($0) }) else {
            throw Failure(
                reason: text.isEmpty ? "empty" : "nothing but white space",
                advice: "give the article's text"
            )
        }
        if text.utf8.contains(0) {
            throw Failure(reason: "its text holds a NUL character", advice: "remove it")
        }
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x7E, 0x620...0x64A: false
        default: scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    private static func notUTF8(_ bytes: [UInt8]) -> Failure {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return Failure(reason: "UTF-16, not UTF-8", advice: "convert it: iconv -f UTF-16 -t UTF-8")
        }
        var reason = "not UTF-8"
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            let offset = error.byteOffsets.lowerBound
            let byte = offset < bytes.count ? String(bytes[offset], radix: 16, uppercase: true) : ""
            reason += " (byte \(offset) is 0x\(byte))"
        }
        return Failure(reason: reason, advice: "convert it, for example with iconv -f WINDOWS-1256 -t UTF-8")
    }
}
