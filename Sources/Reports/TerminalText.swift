/// Text from outside, made fit for a terminal: nothing in it moves the cursor, breaks the line or turns the direction,
/// and it is known how many columns it takes.
package enum TerminalText {
    /// `text` with blanks in place of controls and without what turns the direction.
    package static func harmless(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { shown($0) != $0 }) else { return text }
        return string(text.unicodeScalars.compactMap(shown))
    }

    /// `text`, harmless and cut to `width` columns; «…» stands for what was cut off.
    package static func fit(_ text: String, into width: Int) -> String { cut(harmless(text), to: width) }

    /// `text` in one line, each run of white space and controls one blank, cut to `columns` columns.
    package static func line(_ text: String, columns: Int) -> String {
        var line = String.UnicodeScalarView()
        var isPending = false
        for scalar in text.unicodeScalars.lazy.compactMap(shown) {
            if scalar.properties.generalCategory == .spaceSeparator {
                isPending = !line.isEmpty
                continue
            }
            if isPending { line.append(" ") }
            isPending = false
            line.append(scalar)
        }
        return cut(String(line), to: columns)
    }

    /// The columns that `text` takes: combining marks take none, wide characters two.
    package static func columns(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + columns($1) } }

    private static func cut(_ text: String, to width: Int) -> String {
        guard columns(text) > width else { return text }
        guard width > 0 else { return "" }
        var cut: [Unicode.Scalar] = []
        var used = 0
        for scalar in text.unicodeScalars {
            if used + columns(scalar) > width - 1 { break }
            used += columns(scalar)
            cut.append(scalar)
        }
        while cut.last == " " { cut.removeLast() }
        return string(cut) + "…"
    }

    private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// What stands for a character: itself, a blank, or nothing.
    private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: " "
        case .format: joins(scalar) || isVisible(scalar) ? scalar : nil
        default: scalar
        }
    }

    /// Zero width (non-)joiners: Persian words, names of several words and pictures of several signs have them.
    private static func joins(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{200C}" || scalar == "\u{200D}" }

    /// Signs before Arabic numbers, and the end of a verse: of the same category as what turns the direction, and seen.
    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0600...0x0605, 0x06DD, 0x0890...0x0891, 0x08E2: true
        default: false
        }
    }

    private static func columns(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .control: 0
        case .format: isVisible(scalar) ? 1 : 0
        default: isWide(scalar) ? 2 : 1
        }
    }

    /// East Asian wide characters and pictures.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF,
            0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
