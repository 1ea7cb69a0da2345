/// Cuts a text into tokens.
package enum Tokenizer {
    /// The tokens of `text`, whose folded form is `folded`, in order and without overlap.
    package static func tokens(of text: String, folded: FoldedText) -> [Token] {
        var tokens: [Token] = []
        var letter = 0
        var offset = 0
        var open: (kind: Token.Kind, start: Int, letter: Int)?
        func close(_ end: Int) {
            guard let word = open else { return }
            tokens.append(
                Token(
                    kind: word.kind, start: UInt32(word.start), end: UInt32(end),
                    firstLetter: UInt32(word.letter), endLetter: UInt32(letter)))
            open = nil
        }
        for scalar in text.unicodeScalars {
            let kind = Token.Kind(of: scalar)
            let isWord = kind == .arabic || kind == .foreign || kind == .number
            if let word = open, !(isWord && word.kind == kind) { close(offset) }
            if open == nil, let kind { open = (kind, offset, letter) }
            if !isWord, kind != nil {
                while letter < folded.letters.count, folded.origins[letter] == offset { letter += 1 }
                close(offset + 1)
            }
            while letter < folded.letters.count, folded.origins[letter] == offset { letter += 1 }
            offset += 1
        }
        close(offset)
        return tokens
    }
}

extension Token.Kind {
    /// The kind of token that a scalar belongs to, or `nil` for white space.
    init?(of scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x30...0x39, 0x660...0x669, 0x6F0...0x6F9: self = .number
        case 0x60C, 0x61B, 0x61F, 0x66A...0x66D, 0x6D4: self = .punctuation
        case 0x610...0x65F, 0x66E...0x6D3, 0x6D5...0x6FF, 0x750...0x77F, 0xFB50...0xFDFB, 0xFE70...0xFEFC: self = .arabic
        case 0x200B...0x200F: self = .arabic
        default:
            if scalar.properties.isWhitespace { return nil }
            if scalar.properties.isAlphabetic { self = .foreign } else { self = .punctuation }
        }
    }
}
