/// Finds the encoding of bytes that nobody named one for.
///
/// The rule: a byte order mark decides; else what is valid UTF-8 is UTF-8, because text of a code page hardly ever is;
/// else the encoding that the document itself names, if its bytes allow it; else Windows-1256 or ISO-8859-6, whichever
/// makes better Arabic of the bytes by the frequency of its letters, ISO-8859-6 only where every byte has a letter in
/// it and there are signs that it is not Windows-1256. What is Arabic in neither is refused.
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

    /// The encoding that the start of an HTML or XML document names: `charset=…` or `encoding="…"` in its first 4 KiB.
    static func declared(_ bytes: some Collection<UInt8>) -> InputEncoding? {
        let head = Array(bytes.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
        for key in ["charset=", "encoding="] {
            let key = Array(key.utf8)
            for start in head.indices where head[start] == key[0] && head[start...].starts(with: key) {
                let value = head[(start + key.count)...].drop { [0x20, 0x22, 0x27].contains($0) }.prefix { byte in
                    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || [0x2D, 0x5F].contains(byte)
                }
                if let encoding = InputEncoding(name: String(decoding: value, as: UTF8.self)) { return encoding }
            }
        }
        return nil
    }
}
