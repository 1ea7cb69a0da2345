/// One of the two encodings with a byte a letter that Arabic text was written in before UTF-8.
package struct CodePage: Sendable {
    let encoding: InputEncoding
    /// The scalar of each byte from 0x80 on; 0 where there is none.
    let scalars: [UInt16]
    /// The UTF-8 of each byte, its first byte lowest, and its length in the topmost three bits. A byte that the code page
    /// has nothing for has the bit ``missing``, and ``Transcoder/invalid`` for its UTF-8.
    private let encoded: [UInt32]
    /// What each byte adds to a score: see `CodePage+Score.swift`.
    let tallies: [UInt64]
    /// What does both where the processor can.
    private(set) var vectors: CodePageVectors?

    private static let missing: UInt32 = 1 << 28

    private init(_ encoding: InputEncoding, _ scalars: [UInt16]) {
        self.encoding = encoding
        self.scalars = scalars
        let ascii = (0..<0x80).map { UInt32($0) | 1 << 29 }
        let letters = scalars.map { scalar in
            scalar == 0 ? [] : Array(Unicode.Scalar(scalar).flatMap { UTF8.encode($0) } ?? .init())
        }
        encoded =
            ascii
            + letters.map { letter in
                guard !letter.isEmpty else { return UInt32(Transcoder.invalid) | 1 << 29 | Self.missing }
                return letter.reversed().reduce(0) { $0 << 8 | UInt32($1) } | UInt32(letter.count) << 29
            }
        tallies = Score.tallies(of: scalars)
        vectors = CodePageVectors(letters: letters, kinds: Score.kinds(of: scalars))
    }

    /// The same, which goes byte by byte wherever it is.
    package var portable: CodePage {
        var page = self
        page.vectors = nil
        return page
    }

    /// Microsoft's code page, whole: Arabic, the letters of Persian and Urdu, French, typographic punctuation.
    /// Source: unicode.org, VENDORS/MICSFT/WINDOWS/CP1256.TXT.
    package static let windows1256 = CodePage(
        .windows1256,
        [
            0x20AC, 0x067E, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0679, 0x2039, 0x0152,
            0x0686, 0x0698, 0x0688, 0x06AF, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x06A9, 0x2122,
            0x0691, 0x203A, 0x0153, 0x200C, 0x200D, 0x06BA, 0x00A0, 0x060C, 0x00A2, 0x00A3, 0x00A4, 0x00A5, 0x00A6,
            0x00A7, 0x00A8, 0x00A9, 0x06BE, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x00AF, 0x00B0, 0x00B1, 0x00B2, 0x00B3,
            0x00B4, 0x00B5, 0x00B6, 0x00B7, 0x00B8, 0x00B9, 0x061B, 0x00BB, 0x00BC, 0x00BD, 0x00BE, 0x061F, 0x06C1,
            0x0621, 0x0622, 0x0623, 0x0624, 0x0625, 0x0626, 0x0627, 0x0628, 0x0629, 0x062A, 0x062B, 0x062C, 0x062D,
            0x062E, 0x062F, 0x0630, 0x0631, 0x0632, 0x0633, 0x0634, 0x0635, 0x0636, 0x00D7, 0x0637, 0x0638, 0x0639,
            0x063A, 0x0640, 0x0641, 0x0642, 0x0643, 0x00E0, 0x0644, 0x00E2, 0x0645, 0x0646, 0x0647, 0x0648, 0x00E7,
            0x00E8, 0x00E9, 0x00EA, 0x00EB, 0x0649, 0x064A, 0x00EE, 0x00EF, 0x064B, 0x064C, 0x064D, 0x064E, 0x00F4,
            0x064F, 0x0650, 0x00F7, 0x0651, 0x00F9, 0x0652, 0x00FB, 0x00FC, 0x200E, 0x200F, 0x06D2,
        ]
    )

    /// ISO 8859-6, which is ASMO 708 and ECMA-114. Its C1 controls (0x80…0x9F) are left out: no text holds them, and
    /// text of Windows-1256 taken for it would. Source: unicode.org, ISO8859/8859-6.TXT.
    package static let iso8859_6 = CodePage(
        .iso8859_6,
        (UInt16(0x80)...0xFF).map { byte in
            switch byte {
            case 0xA0, 0xA4, 0xAD: byte
            case 0xAC, 0xBB, 0xBF, 0xC1...0xDA, 0xE0...0xF2: byte - 0xA0 + 0x600
            default: 0
            }
        }
    )

    /// Appends the UTF-8 of `bytes` to `text`; for a byte that the code page has nothing for, ``Transcoder/invalid``.
    ///
    /// - Returns: the first such byte's index.
    package func append(_ bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) -> Int? {
        // Up to three bytes count for each.
        let room = 3 * bytes.count + CodePageVectors.slack
        let converted = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            count = convert(UnsafeRawBufferPointer(bytes), to: UnsafeMutableRawBufferPointer(buffer))
        }
        // No letter has that byte in it.
        let isWhole = converted.withUnsafeBytes { TextBytes.next(Transcoder.invalid, in: $0, from: 0) == nil }
        if text.isEmpty { text = converted } else { text += converted }
        return isWhole ? nil : bytes.firstIndex { encoded[Int($0)] & Self.missing != 0 }
    }

    /// Writes the UTF-8 of `bytes` to `output`, which has room for it and ``CodePageVectors/slack``.
    ///
    /// - Returns: how many bytes it has.
    private func convert(_ bytes: UnsafeRawBufferPointer, to output: UnsafeMutableRawBufferPointer) -> Int {
        guard let vectors else { return convertByBytes(bytes[...], to: output[...]) }
        var (offset, count) = (0, 0)
        while true {
            let done = vectors.convert(bytes[offset...], to: output[count...])
            offset += done.read
            count += done.written
            guard offset < bytes.count else { return count }
            // What stopped them.
            let end = min(offset + 64, bytes.count)
            count += convertByBytes(bytes[offset..<end], to: output[count...])
            offset = end
        }
    }

    /// As ``convert(_:to:)``; it writes four bytes for each, of which up to three count.
    private func convertByBytes(
        _ bytes: UnsafeRawBufferPointer.SubSequence,
        to output: UnsafeMutableRawBufferPointer.SubSequence
    ) -> Int {
        let bytes = UnsafeRawBufferPointer(rebasing: bytes)
        let output = UnsafeMutableRawBufferPointer(rebasing: output)
        return encoded.withUnsafeBufferPointer { encoded in
            var (offset, count) = (0, 0)
            @inline(__always)
            func put(_ byte: UInt8) {
                let letter = encoded[Int(byte)]
                output.storeBytes(of: letter.littleEndian, toByteOffset: count, as: UInt32.self)
                count &+= Int(letter >> 29)
            }
            @inline(__always)
            func putTwo(_ bytes: UInt64) {
                put(UInt8(truncatingIfNeeded: bytes))
                put(UInt8(truncatingIfNeeded: bytes >> 8))
            }
            while offset &+ 8 <= bytes.count {
                let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                offset &+= 8
                if word & 0x8080_8080_8080_8080 == 0 {
                    output.storeBytes(of: word.littleEndian, toByteOffset: count, as: UInt64.self)
                    count &+= 8
                    continue
                }
                putTwo(word)
                putTwo(word >> 16)
                putTwo(word >> 32)
                putTwo(word >> 48)
            }
            for byte in bytes[offset...] { put(byte) }
            return count
        }
    }
}
