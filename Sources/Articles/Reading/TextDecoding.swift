internal import ArabicText
internal import Glibc

/// Turns the bytes of an input into text.
enum TextDecoding {
    /// Why bytes are no text of an article, and what to do.
    struct Failure: Error {
        var reason: String
        var advice: String
    }

    /// The text that `bytes` are, letter for letter, but for a byte order mark at the start, which is left out.
    ///
    /// - Parameters:
    ///   - encoding: how the text is written; `nil` to find it out by the rule of ``EncodingDetection``.
    ///   - declared: what the document says of its encoding itself: it is believed where the bytes allow it.
    static func text(
        _ bytes: ArraySlice<UInt8>,
        encoding: InputEncoding? = nil,
        declared: @autoclosure () -> InputEncoding? = nil
    ) throws(Failure) -> String {
        let checked = try utf8(bytes, encoding: encoding, declared: declared())
        return String(copying: UTF8Span(unchecked: checked.span))
    }

    /// The same as valid UTF-8: the bytes themselves, if they are that already.
    static func utf8(
        _ bytes: ArraySlice<UInt8>,
        encoding: InputEncoding? = nil,
        declared: @autoclosure () -> InputEncoding? = nil
    ) throws(Failure) -> ArraySlice<UInt8> {
        let mark = EncodingDetection.mark(bytes)
        if let encoding, encoding != .utf8 { return try converted(bytes, from: encoding) }
        if encoding == nil, let mark, mark.encoding != .utf8 { return try converted(bytes, from: mark.encoding) }
        let content = mark?.encoding == .utf8 ? bytes.dropFirst(3) : bytes
        if let broken = UTF8Check.firstInvalid(content) {
            if encoding == .utf8 { throw wrong(.utf8, at: broken - bytes.startIndex, in: bytes) }
            if mark == nil, let page = EncodingDetection.codePage(bytes, declared: declared()) {
                return try converted(bytes, from: page.encoding)
            }
            let place = place(broken - bytes.startIndex, in: bytes)
            throw Failure(
                reason: "neither UTF-8 (\(place)) nor Arabic in Windows-1256 or ISO-8859-6",
                advice: "convert it to UTF-8, or name its encoding (--encoding)"
            )
        }
        if let null = firstNull(content) {
            throw Failure(
                reason: "not text (byte \(null - bytes.startIndex) is NUL)",
                advice: "give the article's text"
            )
        }
        return content
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
        if holdsNull(text) { throw Failure(reason: "its text holds a NUL character", advice: "remove it") }
    }

    /// Refuses an article that no report can be made of: see ``check(_:)-(String)`` and ``checkFields(of:)``, and its
    /// language must be Arabic.
    static func check(_ article: Article) throws(Failure) {
        try check(article.text)
        try checkFields(of: article)
        switch Language.identify(article.text) {
        case .arabic: break
        case nil: throw Failure(reason: "has no letters", advice: "give the article's text")
        case .some(let language):
            throw Failure(reason: "not Arabic but \(language.name)", advice: "give articles in Arabic")
        }
    }

    /// Refuses what is beside the text if it is too long for that: a whole page in the place of a title.
    static func checkFields(of article: Article) throws(Failure) {
        guard let (name, size) = article.longField else { return }
        throw Failure(
            reason: "its \(name) is \(size) bytes long, and may have \(Limits.longestField)",
            advice: "shorten it, or leave it out"
        )
    }

    static func holdsNull(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
        } ?? text.utf8.contains(0)
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x7E, 0x620...0x64A: false
        default: scalar.isWhiteSpace || scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    private static func converted(
        _ bytes: ArraySlice<UInt8>,
        from encoding: InputEncoding
    ) throws(Failure) -> ArraySlice<UInt8> {
        var transcoder = Transcoder(encoding)
        var text: [UInt8] = []
        transcoder.append(bytes, to: &text)
        transcoder.finish(&text)
        if let offset = transcoder.firstInvalid { throw wrong(encoding, at: offset, in: bytes) }
        let content = text.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst(3) : text[...]
        if firstNull(content) != nil {
            throw Failure(reason: "not text (it holds a NUL character)", advice: "give the article's text")
        }
        return content
    }

    /// «byte 7 is 0xC7», counted from 0.
    private static func place(_ offset: Int, in bytes: ArraySlice<UInt8>) -> String {
        guard offset < bytes.count else { return "it breaks off at byte \(bytes.count)" }
        let byte = String(bytes[bytes.startIndex + offset], radix: 16, uppercase: true)
        return "byte \(offset) is 0x" + (byte.utf8.count < 2 ? "0" : "") + byte
    }

    private static func wrong(_ encoding: InputEncoding, at offset: Int, in bytes: ArraySlice<UInt8>) -> Failure {
        Failure(
            reason: "not \(encoding.displayName) (\(place(offset, in: bytes)))",
            advice: "name its encoding (--encoding \(InputEncoding.names))"
        )
    }

    private static func firstNull(_ bytes: ArraySlice<UInt8>) -> Int? {
        bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress, let found = memchr(base, 0, buffer.count) else { return nil }
            return bytes.startIndex + (UnsafeRawPointer(found) - base)
        }
    }
}
