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
    /// lost. Of a text of more than ``sampled`` bytes pieces from its start, middle and end are looked at.
    package static func identify(_ text: String) -> Language? {
        var text = text
        return text.withUTF8 { bytes in
            var evidence = LetterEvidence()
            for sample in samples(of: bytes) { evidence.add(UnsafeBufferPointer(rebasing: bytes[sample])) }
            guard evidence.letters > 0 else {
                // All letters may stand where it was not looked.
                guard bytes.count > sampled else { return nil }
                evidence.add(bytes)
                return evidence.letters > 0 ? evidence.language : nil
            }
            return evidence.language
        }
    }

    /// How many bytes are looked at.
    package static let sampled = 3 * 512

    private static func samples(of bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        guard bytes.count > sampled else { return [0..<bytes.count] }
        let length = sampled / 3
        return [0, bytes.count / 2, bytes.count - length].map { start in
            var start = start
            // At the start of a word, or at least of a letter.
            while start > 0, start < bytes.count - length / 2, bytes[start] > 0x20 { start += 1 }
            while start < bytes.count, bytes[start] & 0xC0 == 0x80 { start += 1 }
            return start..<min(start + length, bytes.count)
        }
    }
}
