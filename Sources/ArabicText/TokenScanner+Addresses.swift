extension TokenScanner {
    /// The web or e-mail address that starts at `start`, if there is one.
    mutating func address(at start: Int) -> (kind: Token.Kind, end: Int)? {
        for scheme in Self.schemes where starts(with: scheme, at: start) {
            let end = endOfURL(start + scheme.count)
            return end > start + scheme.count ? (.url, end) : nil
        }
        // Once for each run, or a long run that is no address would be searched from each of its words.
        guard start >= addressesSoughtUntil else { return nil }
        var end = start
        var at: Int?
        var hasDot = false
        while end < scalars.count, Self.isAddressCharacter(scalars[end]) {
            if scalars[end] == 0x40 { at = at ?? end }
            if scalars[end] == 0x2E { hasDot = true }
            end += 1
        }
        addressesSoughtUntil = end
        guard hasDot else { return nil }
        while end > start, !Self.isLetterOrDigit(scalars[end - 1]) { end -= 1 }
        if let at {
            return at > start && at < end && topLevel(ofDomain: at + 1..<end) != nil ? (.email, end) : nil
        }
        guard let top = topLevel(ofDomain: start..<end), Self.topLevelDomains.contains(top) else { return nil }
        return (.url, has(0x2F, at: end) ? max(end, endOfURL(end)) : end)
    }

    private static let schemes: [[UInt32]] = ["https://", "http://", "ftp://", "www."].map {
        $0.unicodeScalars.map(\.value)
    }

    /// The endings by which an address without a scheme is known; others are too often typing errors.
    private static let topLevelDomains: Set<String> = [
        "com", "org", "net", "edu", "gov", "int", "mil", "info", "biz", "news", "tv",
    ]

    private func starts(with scheme: [UInt32], at start: Int) -> Bool {
        guard start + scheme.count <= scalars.count else { return false }
        for (index, scalar) in scheme.enumerated() where scalars[start + index] != scalar {
            guard (0x41...0x5A).contains(scalars[start + index]), scalars[start + index] + 32 == scalar else {
                return false
            }
        }
        return true
    }

    /// The last label, in lower case, of what stands in `range`, if that is a domain of at least two labels.
    private func topLevel(ofDomain range: Range<Int>) -> String? {
        var label = ""
        var labels = 1
        for scalar in scalars[range] {
            if scalar == 0x2E {
                guard !label.isEmpty else { return nil }
                label = ""
                labels += 1
            } else if Self.isLetterOrDigit(scalar) || scalar == 0x2D, let unicode = Unicode.Scalar(scalar) {
                label.unicodeScalars.append(unicode)
            } else {
                return nil
            }
        }
        guard labels > 1, label.utf8.count > 1, label.utf8.allSatisfy({ $0 > 0x40 }) else { return nil }
        return label.lowercased()
    }

    /// Where an address that goes on at `start` ends, without the marks of the sentence around it.
    private func endOfURL(_ start: Int) -> Int {
        var end = start
        var depth = 0
        scan: while end < scalars.count {
            switch classes[end] {
            case .white, .newline, .control, .mark: break scan
            case .arabic:
                // Letters of an encoded path, not a word that follows without a space.
                if end > 0, Self.isLetterOrDigit(scalars[end - 1]) { break scan }
            default:
                switch scalars[end] {
                case 0x22, 0x3C, 0x3E, 0xAB, 0xBB, 0x201C, 0x201D, 0x60C, 0x61B, 0x61F: break scan
                case 0x28: depth += 1
                case 0x29:
                    if depth == 0 { break scan }
                    depth -= 1
                default: break
                }
            }
            end += 1
        }
        while end > start, Self.endsSentences(scalars[end - 1]) { end -= 1 }
        return end
    }

    private static func endsSentences(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27, 0x2019, 0x2026, 0x5D: true
        default: false
        }
    }

    private static func isLetterOrDigit(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    private static func isAddressCharacter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2E, 0x5F, 0x25, 0x2B, 0x2D, 0x40: true
        default: isLetterOrDigit(scalar)
        }
    }
}
