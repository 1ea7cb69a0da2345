/// How one scalar is folded for analysis.
///
/// Alef forms become ا, alef maksura ي, teh marbuta ه (as in Lucene's `ArabicNormalizer`); Persian and Urdu look-alikes
/// become their Arabic letters; Arabic-Indic and extended digits become ASCII; Latin letters lose their case;
/// diacritics, tatweel, joiners and bidi controls are dropped.
package enum LetterFolding {
    /// Calls `emit` for each letter that `scalar` folds to: none, one or (for a ligature) several.
    @inline(__always)
    package static func fold(_ scalar: Unicode.Scalar, emit: (UInt16) -> Void) {
        let value = scalar.value
        switch value {
        case 0x41...0x5A: emit(UInt16(value + 32))
        case 0x622, 0x623, 0x625, 0x671, 0x672, 0x673: emit(0x627)
        case 0x649, 0x6CC, 0x6D2: emit(0x64A)
        case 0x629, 0x6C1, 0x6C2, 0x6C3, 0x6D5: emit(0x647)
        case 0x6A9, 0x6AA: emit(0x643)
        case 0x660...0x669: emit(UInt16(value - 0x660 + 0x30))
        case 0x6F0...0x6F9: emit(UInt16(value - 0x6F0 + 0x30))
        case 0x640, 0x64B...0x65F, 0x670, 0x610...0x61A, 0x6D6...0x6DC, 0x6DF...0x6E8, 0x6EA...0x6ED: return
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0x61C, 0xAD: return
        case 0xFEF5...0xFEFC:
            emit(0x644)
            emit(0x627)
        case 0x10000...: emit(0xFFFD)
        default: emit(UInt16(value))
        }
    }
}
