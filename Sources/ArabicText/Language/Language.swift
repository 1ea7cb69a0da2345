/// The language of a text, as far as somebody has to know who gave the wrong one.
package enum Language: Sendable, Hashable {
    case arabic
    case persian, urdu, pashto, sorani, uyghur, sindhi
    /// A language in another script, or the script alone: «English (Latin script)», «Hebrew», «Cyrillic script».
    case other(String)

    /// «Persian», «English (Latin script)»
    package var name: String {
        switch self {
        case .arabic: "Arabic"
        case .persian: "Persian"
        case .urdu: "Urdu"
        case .pashto: "Pashto"
        case .sorani: "Kurdish (Sorani)"
        case .uyghur: "Uyghur"
        case .sindhi: "Sindhi"
        case .other(let name): name
        }
    }

    /// The language of `text`; `nil` if it has no letters.
    ///
    /// A text with a quarter of its words or letters in Arabic script is in Arabic or in another language of that
    /// script, whatever foreign names stand in it; else the script with the most letters names it. Arabic is told from
    /// its neighbours by letters that it has not, by their most frequent words and its own, and by its article: see
    /// ``ArabicScriptEvidence``. In doubt it is Arabic: an article wrongly taken is read badly, one wrongly refused is
    /// lost. Of a text of more than ``sampled`` bytes pieces from its start, middle and end are looked at; at half of
    /// each first, which is enough for what is plainly Arabic.
    package static func identify(_ text: String) -> Language? {
        var text = text
        return text.withUTF8 { bytes in
            if bytes.count > sampled / 2 {
                let glance = evidence(of: bytes, length: sampled / 2)
                if glance.isPlainlyArabic { return .arabic }
            }
            let evidence = evidence(of: bytes, length: sampled)
            // All letters may stand where it was not looked.
            guard evidence.letters == 0, bytes.count > sampled else { return evidence.found }
            return Self.evidence(of: bytes, length: bytes.count).found
        }
    }

    /// How many bytes are looked at.
    package static let sampled = 3 * 320

    /// What the letters of a third of `length` bytes say from the start, the middle and the end each; of all bytes, if
    /// they are no more.
    private static func evidence(of bytes: UnsafeBufferPointer<UInt8>, length: Int) -> LetterEvidence {
        var evidence = LetterEvidence()
        guard bytes.count > length else {
            evidence.add(bytes)
            return evidence
        }
        let piece = length / 3
        for start in [0, bytes.count / 2, bytes.count - piece] {
            var start = start
            // At the start of a word, or at least of a letter.
            while start > 0, start < bytes.count - piece / 2, bytes[start] > 0x20 { start += 1 }
            while start < bytes.count, bytes[start] & 0xC0 == 0x80 { start += 1 }
            evidence.add(UnsafeBufferPointer(rebasing: bytes[start..<min(start + piece, bytes.count)]))
        }
        return evidence
    }
}
