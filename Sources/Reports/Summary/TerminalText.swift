/// Text from an article, made fit for a terminal: one line, nothing in it that moves the cursor or turns the direction.
enum TerminalText {
    /// `text` with each run of white space and control characters as one space, without bidi controls, of at most
    /// `columns` columns; what is cut off shows as «…».
    static func line(_ text: String, columns: Int) -> String {
        var line: [Unicode.Scalar] = []
        var used = 0
        // How many scalars leave room for «…», which is put there if what follows does not fit.
        var roomy = 0
        var isPending = false
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator:
                isPending = used > 0
                continue
            case .format where scalar != "\u{200C}" && scalar != "\u{200D}":
                continue
            default: break
            }
            let width = self.width(of: scalar) + (isPending ? 1 : 0)
            if used + width > columns {
                return columns > 0 ? string(line.prefix(roomy)) + "…" : ""
            }
            if isPending { line.append(" ") }
            isPending = false
            line.append(scalar)
            used += width
            if used < columns { roomy = line.count }
        }
        return string(line)
    }

    private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// The columns that `text` takes.
    static func width(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    }

    /// 0 for marks, 2 for East Asian wide characters and pictures, else 1.
    private static func width(of scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
