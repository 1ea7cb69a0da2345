/// An address that a page may link to: of the web, and of nothing that runs in the page.
package struct WebAddress {
    package let text: String

    /// `nil` unless `text` begins with `http://` or `https://` and has no white space or control characters.
    package init?(_ text: String) {
        let scheme = text.prefix { $0 != ":" }.lowercased()
        guard scheme == "http" || scheme == "https", text.dropFirst(scheme.count).hasPrefix("://"),
            !text.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F || $0.properties.isWhitespace })
        else { return nil }
        self.text = text
    }

    /// The page about a thing of another vocabulary, where there is one.
    package init?(scheme: String, value: String) {
        guard !value.isEmpty, value.utf8.allSatisfy({ Self.isSafe($0) }) else { return nil }
        switch scheme {
        case "wikidata": self.init("https://www.wikidata.org/wiki/\(value)")
        case Report.topicScheme: self.init("http://cv.iptc.org/newscodes/mediatopic/\(value)")
        default: return nil
        }
    }

    /// The address as an IRI may have it (RFC 3987), to be named in RDF: with escapes for what browsers take as it is.
    package var iri: String {
        var iri = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if "|{}\"<>\\^`".unicodeScalars.contains(scalar) {
                iri += "%\(String(scalar.value, radix: 16, uppercase: true))".unicodeScalars
            } else {
                iri.append(scalar)
            }
        }
        return String(iri)
    }

    private static func isSafe(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}
