/// How the letters of an input are written as bytes.
package enum InputEncoding: String, Sendable, Hashable, CaseIterable {
    case utf8 = "utf-8"
    /// Its byte order mark says which end comes first; without one the little end does, as WHATWG's Encoding has it.
    case utf16 = "utf-16"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case windows1256 = "windows-1256"
    case iso8859_6 = "iso-8859-6"

    /// The encoding of a name as it is found in the wild («CP1256», «utf8», «ISO_8859-6»): letters' case, `-`, `_` and
    /// spaces make no difference.
    package init?(name: String) {
        let letters = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
        switch letters {
        case "utf8", "unicode11utf8", "usascii", "ascii": self = .utf8
        case "utf16", "unicode", "ucs2": self = .utf16
        case "utf16le": self = .utf16LittleEndian
        case "utf16be": self = .utf16BigEndian
        case "windows1256", "cp1256", "xcp1256", "ansi1256", "1256": self = .windows1256
        case "iso88596", "iso885961987", "iso88596i", "iso88596e", "ecma114", "asmo708", "arabic", "csisolatinarabic",
            "isoir127":
            self = .iso8859_6
        default: return nil
        }
    }

    /// «UTF-8», «Windows-1256»: for sentences.
    package var displayName: String {
        switch self {
        case .windows1256: "Windows-1256"
        default: rawValue.uppercased()
        }
    }

    /// «utf-8, utf-16, …»: for help texts.
    package static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
