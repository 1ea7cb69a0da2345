/// A name as it is shown: as it was written, with each run of white space (a line may break inside a name) as one space.
enum WrittenForm {
    /// How a name is shown that is not shown as it is written; `nil` for one that is.
    static func spaced(_ text: String, utf8: UnsafeBufferPointer<UInt8>) -> String? {
        if isSpaced(utf8) { return nil }
        let spaced = spacedAnew(text)
        // What is white space alone is shown as it is.
        return spaced.isEmpty || spaced.utf8.elementsEqual(utf8) ? nil : spaced
    }

    /// Whether nothing need be changed, told from the bytes: letters of ASCII and Arabic, single spaces between them.
    private static func isSpaced(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        var isAfterSpace = true
        for byte in utf8 {
            switch byte {
            case 0x20:
                if isAfterSpace { return false }
                isAfterSpace = true
            case 0x21...0x7E, 0x80...0xBF, 0xD8...0xDB: isAfterSpace = false
            default: return false
            }
        }
        return !isAfterSpace
    }

    private static func spacedAnew(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var isPending = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                isPending = !scalars.isEmpty
            } else {
                if isPending { scalars.append(" ") }
                isPending = false
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
