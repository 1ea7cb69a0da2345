/// Kinds of files that hold articles often and are not read: what to do with them.
enum ForeignFormat {
    /// Word, OpenDocument, RTF and what else an office program reads.
    case office
    case pdf
    /// One JSON document over many lines.
    case json
    case table
    case packed

    /// By the extension of a path, in whatever case.
    init?(extensionOf path: String) {
        switch InputFormat.fileExtension(path)?.lowercased() {
        case "doc", "docx", "docm", "odt", "rtf", "pages", "wpd": self = .office
        case "pdf": self = .pdf
        case "json", "geojson": self = .json
        case "csv", "tsv", "xls", "xlsx", "ods", "parquet": self = .table
        case "zip", "gz", "tgz", "bz2", "xz", "zst", "7z", "rar", "tar": self = .packed
        default: return nil
        }
    }

    /// By how a file begins that can't be read as what its name says.
    init?(start bytes: ArraySlice<UInt8>) {
        let known = Self.signatures.first { bytes.starts(with: $0.bytes) }
        guard let known else { return nil }
        self = known.format
    }

    /// A zip file is a Word or OpenDocument text more often than anything else here.
    private static let signatures: [(bytes: [UInt8], format: ForeignFormat)] = [
        (Array("PK\u{3}\u{4}".utf8), .office), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .office),
        (Array("{\\rtf".utf8), .office), (Array("%PDF-".utf8), .pdf), ([0x1F, 0x8B], .packed),
        ([0x28, 0xB5, 0x2F, 0xFD], .packed), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], .packed),
    ]

    /// What a file is that begins so.
    var reason: String {
        switch self {
        case .office: "a document of an office program, not text"
        case .pdf: "a PDF, not text"
        case .packed: "packed, not text"
        case .json, .table: "not text of an article"
        }
    }

    /// What makes of it something that is read.
    var advice: String {
        switch self {
        case .office: "save it as a web page or as text (for example with libreoffice --headless --convert-to html)"
        case .pdf: "take the text out of it (for example with pdftotext)"
        case .json:
            "give one object a line, as .jsonl (for example with jq -c 'if type == \"array\" then .[] else . end')"
        case .table: "give a JSON object for each row, one a line, as .jsonl"
        case .packed: "unpack it"
        }
    }
}
