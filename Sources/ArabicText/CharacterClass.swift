/// What a code point is to the tokenizer.
enum CharacterClass: UInt8, Sendable {
    /// White space, and controls that are not seen (bidi controls, zero-width space, byte order mark): at the edge of
    /// a word they belong to no token.
    case white
    case control
    /// Ends a line or a paragraph; white as well.
    case newline
    case arabic
    case foreign
    case digit
    /// Belongs to what it follows: diacritics, combining marks, tatweel, joiners.
    case mark
    case punctuation
    case symbol

    /// The classes of all scalars below U+2100, which is nearly all that is ever looked up.
    static let table: [CharacterClass] = (UInt32(0)..<0x2100).map {
        Unicode.Scalar($0).map(CharacterClass.init) ?? .symbol
    }

    /// Computes the class: slow; see ``table``.
    init(_ scalar: Unicode.Scalar) {
        self = Self.special(scalar.value) ?? Self.general(scalar)
    }

    private static func special(_ value: UInt32) -> CharacterClass? {
        switch value {
        case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: .newline
        case 0x30...0x39, 0x660...0x669, 0x6F0...0x6F9, 0xFF10...0xFF19: .digit
        case 0x640, 0x200C, 0x200D, 0x6E5, 0x6E6, 0x8C9: .mark
        // Diacritics and fragments of letters among the presentation forms.
        case 0xFC5E...0xFC63, 0xFCF2...0xFCF4, 0xFE70...0xFE7F: .mark
        case 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB:
            .control
        default: nil
        }
    }

    private static func general(_ scalar: Unicode.Scalar) -> CharacterClass {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
            isArabic(scalar.value) ? .arabic : .foreign
        case .nonspacingMark, .spacingMark, .enclosingMark: .mark
        case .decimalNumber: .foreign
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: .white
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            .punctuation
        case .control where scalar.value == 9: .white
        default:
            // The word ligatures («ﷺ» and its kin) and the rial sign are letters together.
            isArabic(scalar.value) && scalar.value >= 0xFD40 ? .arabic : .symbol
        }
    }

    /// The Arabic blocks.
    static func isArabic(_ value: UInt32) -> Bool {
        switch value {
        case 0x600...0x6FF, 0x750...0x77F, 0x870...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFE: true
        default: false
        }
    }
}
