internal import ArabicText

/// Finds the encoding of bytes that nobody named one for.
///
/// The rule: a byte order mark decides; else what is valid UTF-8 is UTF-8, because text of a code page hardly ever is;
/// else the encoding that the document itself names, if its bytes allow it; else Windows-1256 or ISO-8859-6, whichever
/// makes better Arabic of the bytes by the frequency of its letters, ISO-8859-6 only where every byte has a letter in
/// it and there are signs that it is not Windows-1256. What is Arabic in neither is refused.
///
/// Feeds are read piece by piece, so theirs is found by how they start: see ``feed(startingWith:)``.
enum EncodingDetection {
    /// The encoding that a byte order mark names, and the mark's length.
    static func mark(_ bytes: some Collection<UInt8>) -> (encoding: InputEncoding, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        return nil
    }

    /// The code page of bytes that are not UTF-8; `nil` if they are Arabic in neither.
    /// - Parameter declared: what the document says of itself.
    static func codePage(_ bytes: some Collection<UInt8>, declared: InputEncoding? = nil) -> CodePage? {
        let windows = CodePage.windows1256.score(of: bytes) ?? CodePage.Score()
        let iso = CodePage.iso8859_6.score(of: bytes)
        switch declared {
        case .windows1256 where windows.weight > 0: return .windows1256
        case .iso8859_6 where (iso?.weight ?? 0) > 0: return .iso8859_6
        default: break
        }
        // ه، و، ي and ق of ISO-8859-6 are French letters in Windows-1256; where neither they nor the article stand, it
        // is the more common code page.
        if let iso, iso.looksArabic, iso.weight > windows.weight,
            windows.letters < windows.count
                || CodePage.iso8859_6.articles(in: bytes) > CodePage.windows1256.articles(in: bytes)
        {
            return .iso8859_6
        }
        return windows.looksArabic ? .windows1256 : nil
    }

    /// The encoding of a feed without a byte order mark.
    ///
    /// Its declaration decides only where the bytes leave it open: programs write what they hold in memory
    /// (`encoding="utf-16"` over UTF-8), and converters leave the old name in its place. What is still ASCII at the end
    /// of `head` may be of a code page; damage in what is neither UTF-8 nor Arabic of a code page is for the parser.
    /// - Parameter head: of the feed, ``lengthOfHead`` bytes or all of it; it may end within a letter.
    static func feed(startingWith head: [UInt8]) -> InputEncoding {
        if let encoding = unmarkedUTF16(head) { return encoding }
        let declared = declared(byFeed: head)
        let named = declared == .windows1256 || declared == .iso8859_6 ? declared : nil
        let valid = UTF8Check.firstInvalid(head[...]) ?? head.count
        if valid > head.count - longestLetter {
            guard let named else { return .utf8 }
            return head[..<valid].allSatisfy { $0 < 0x80 } ? named : .utf8
        }
        // From where it is something else on, so much of it is plenty.
        return codePage(head[valid...].prefix(4 * lengthOfHead), declared: declared)?.encoding ?? named ?? .utf8
    }

    /// UTF-16 is told without a mark, too: a feed begins with «<», and no letter of its tags has a second byte.
    private static func unmarkedUTF16(_ head: [UInt8]) -> InputEncoding? {
        if head.starts(with: [UInt8(ascii: "<"), 0]) { return .utf16LittleEndian }
        return head.starts(with: [0, UInt8(ascii: "<")]) ? .utf16BigEndian : nil
    }

    /// So many bytes of a document are looked at for what it says of its encoding.
    static let lengthOfHead = 4096

    /// Of UTF-8, in bytes.
    private static let longestLetter = 4

    /// The encoding that the start of a page names: `charset=…`, or `encoding="…"` of XML.
    static func declared(byPage bytes: some Collection<UInt8>) -> InputEncoding? {
        let head = lowered(bytes.prefix(lengthOfHead))
        return named(by: "charset", in: head) ?? named(by: "encoding", in: head)
    }

    /// The encoding that the declaration of XML names, `<?xml … encoding="…"?>`: no address in the feed does.
    private static func declared(byFeed bytes: [UInt8]) -> InputEncoding? {
        let head = lowered(bytes.prefix(lengthOfHead)).drop { $0 <= 0x20 }
        guard head.starts(with: "<?xml".utf8) else { return nil }
        return named(by: "encoding", in: Array(head.prefix { $0 != UInt8(ascii: ">") }))
    }

    private static func lowered(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }

    /// The first encoding that stands behind `key` and an equals sign.
    private static func named(by key: String, in head: [UInt8]) -> InputEncoding? {
        let key = Array(key.utf8)
        for start in head.indices where head[start] == key[0] && head[start...].starts(with: key) {
            let sign = head[(start + key.count)...].drop { $0 <= 0x20 }
            guard sign.first == UInt8(ascii: "=") else { continue }
            let value = sign.dropFirst().drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }.prefix { byte in
                (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || [0x2D, 0x5F].contains(byte)
            }
            if let encoding = InputEncoding(name: String(decoding: value, as: UTF8.self)) { return encoding }
        }
        return nil
    }
}
