internal import ArabicText

/// What a page says of its article outside the text: `<title>`, `<meta>`, the canonical link, JSON-LD.
struct HTMLMetadata {
    var title: String?
    private var properties: [String: String] = [:]
    private var canonical: String?
    private var time: String?
    private var linked: LinkedArticle?

    private static let keys: Set<String> = [
        "og:title", "twitter:title", "og:url", "og:site_name", "article:published_time", "datepublished", "date",
        "dc.date", "dc.date.issued", "dc.title", "pubdate", "publishdate", "sailthru.date", "parsely-pub-date",
        "application-name",
    ]

    mutating func add(name: String?, content: String?) {
        guard let name = name?.lowercased(), let content = content.flatMap(Self.line), Self.keys.contains(name),
            properties[name] == nil
        else { return }
        properties[name] = content
    }

    mutating func add(canonical address: String?) {
        if canonical == nil { canonical = address.flatMap(Self.line) }
    }

    mutating func add(time: String?) {
        if self.time == nil { self.time = time.flatMap(Self.line) }
    }

    /// Takes the text of a `<script type="application/ld+json">`; what is no JSON is passed over.
    mutating func addLinkedData(_ bytes: [UInt8]) {
        guard linked == nil, bytes.count <= 1 << 20, String(validating: bytes, as: UTF8.self) != nil else { return }
        var scanner = JSONScanner(bytes[...])
        guard let tree = try? scanner.tree() else { return }
        linked = LinkedArticle(tree)
    }

    /// Reads what linked data has as HTML.
    /// - Parameter line: gives the plain text of a title or a name.
    mutating func readLinkedData(_ line: (String) -> String?) {
        guard var linked else { return }
        linked.headline = linked.headline.flatMap(line)
        linked.publisher = linked.publisher.flatMap(line)
        self.linked = linked
    }

    /// What the site calls the article, without the site's name where that can be told.
    func bestTitle(heading: String?) -> String? {
        linked?.headline ?? properties["og:title"] ?? heading ?? properties["twitter:title"] ?? properties["dc.title"]
            ?? title
    }

    var published: String? {
        linked?.published
            ?? [
                "article:published_time", "datepublished", "pubdate", "publishdate", "parsely-pub-date",
                "dc.date.issued",
            ]
            .lazy.compactMap { properties[$0] }.first ?? time
            ?? properties["sailthru.date"] ?? properties["dc.date"] ?? properties["date"]
    }

    var source: String? { linked?.publisher ?? properties["og:site_name"] ?? properties["application-name"] }

    var url: String? {
        [canonical, properties["og:url"], linked?.url].lazy.compactMap { $0 }.first { $0.contains("://") }
    }

    /// The article's text as its JSON-LD has it: for pages that put it on the screen with a script.
    var articleBody: String? { linked?.body }

    /// Text in one line, without white space around it; `nil` if nothing is left.
    static func line(_ text: some Collection<UInt8>) -> String? {
        var line: [UInt8] = []
        line.reserveCapacity(text.count)
        var isBetween = false
        for byte in text {
            if byte > 0x20 {
                if isBetween, !line.isEmpty { line.append(0x20) }
                line.append(byte)
            }
            isBetween = byte <= 0x20
        }
        return line.isEmpty ? nil : String(reading: line)
    }

    static func line(_ text: String) -> String? { line(text.utf8) }
}

/// The `NewsArticle` (or `Article`, `BlogPosting`, …) of a JSON-LD block.
private struct LinkedArticle {
    var headline: String?
    var published: String?
    var publisher: String?
    var url: String?
    var body: String?

    /// `nil` if none is there; looks into lists and `@graph`.
    init?(_ tree: JSONTree) {
        guard let article = Self.find(in: tree, depth: 0) else { return nil }
        headline = article["headline"]?.string.flatMap(HTMLMetadata.line)
        published = (article["datePublished"] ?? article["dateCreated"])?.string.flatMap(HTMLMetadata.line)
        publisher = Self.name(article["publisher"]) ?? Self.name(article["sourceOrganization"])
        url =
            article["url"]?.string ?? article["mainEntityOfPage"]?.string ?? article["mainEntityOfPage"]?["@id"]?.string
        body = article["articleBody"]?.string
    }

    private static func name(_ tree: JSONTree?) -> String? {
        switch tree {
        case .array(let elements): name(elements.first)
        case .string(let name): HTMLMetadata.line(name)
        default: tree?["name"]?.string.flatMap(HTMLMetadata.line)
        }
    }

    private static func find(in tree: JSONTree, depth: Int) -> JSONTree? {
        guard depth < 4 else { return nil }
        switch tree {
        case .array(let elements): return elements.lazy.compactMap { find(in: $0, depth: depth + 1) }.first
        case .object:
            let types: [String] =
                switch tree["@type"] {
                case .string(let type): [type]
                case .array(let types): types.compactMap(\.string)
                default: []
                }
            if types.contains(where: { $0.hasSuffix("Article") || $0.hasSuffix("Posting") }) { return tree }
            return tree["@graph"].flatMap { find(in: $0, depth: depth + 1) }
        default: return nil
        }
    }
}
