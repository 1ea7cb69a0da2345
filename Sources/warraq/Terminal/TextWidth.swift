/// How many columns of a terminal text takes. Combining marks take none, wide characters two; what is neither letter nor
/// mark (controls) is made harmless.
package enum TextWidth {
    package static func columns(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + columns($1) } }

    private static func columns(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: 0
        default: isWide(scalar) ? 2 : 1
        }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }

    /// `text` with blanks in place of controls.
    package static func harmless(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? " " : $0 }))
    }

    /// `text` without controls, and cut to `width` columns; «…» stands for what was cut off.
    package static func fit(_ text: String, into width: Int) -> String {
        let harmless = harmless(text)
        guard columns(harmless) > width else { return harmless }
        guard width > 0 else { return "" }
        var fitted = String.UnicodeScalarView()
        var used = 0
        for scalar in harmless.unicodeScalars {
            if used + columns(scalar) > width - 1 { break }
            used += columns(scalar)
            fitted.append(scalar)
        }
        return String(fitted) + "…"
    }

    /// Also what changes the direction of a line: names come from outside.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
        case .format: scalar.value >= 0x202A
        default: false
        }
    }
}

extension String {
    /// With blanks behind it, so that it takes `width` columns.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - TextWidth.columns(self)))
    }
}
