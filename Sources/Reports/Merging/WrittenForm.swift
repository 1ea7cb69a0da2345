internal import ArabicText

/// A name as it is shown: as it was written, with each run of white space (a line may break inside a name) as one space.
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
            } else {
                if isPending { scalars.append(" ") }
                isPending = false
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
