internal import ArabicText

/// A name as it is shown: as it was written, with each run of white space (a line may break inside a name) as one space,
/// and without what only lengthens words («طهـران») or directs the writing.
enum WrittenForm {
    /// How a name is shown that is not shown as it is written; `nil` for one that is.
    static func spaced(_ text: String) -> String? {
        let spaced = spacedAnew(text)
        // What is white space alone is shown as it is.
        return spaced.isEmpty || spaced.utf8.elementsEqual(text.utf8) ? nil : spaced
    }

    private static func spacedAnew(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var isPending = false
        for scalar in text.unicodeScalars {
            if scalar.isWhiteSpace {
                isPending = !scalars.isEmpty
            } else if !isInvisible(scalar) {
                if isPending { scalars.append(" ") }
                isPending = false
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// The tatweel, and marks of direction.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x640, 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
