/// One object of JSON Lines as an article.
enum JSONArticle {
    private static let keys = ["text", "html", "id", "title", "url", "published", "source"]

    /// The article in the bytes of one line.
    /// - Parameters:
    ///   - encoding: how they are written; `nil` to find it out.
    ///   - pages: reads `html`.
    static func article(
        _ bytes: ArraySlice<UInt8>,
        encoding: InputEncoding? = nil,
        _ pages: HTMLParser
    ) throws(JSONScanner.Failure) -> Article {
        let fields = try fields(bytes, encoding: encoding)
        var article: Article
        if let text = fields["text"] {
            article = Article(text: text)
        } else if let html = fields["html"] {
            article = try check { () throws(TextDecoding.Failure) in try HTMLDocument(html, pages).article() }
        } else {
            throw JSONScanner.Failure(reason: "the object has no \"text\" and no \"html\"")
        }
        try check { () throws(TextDecoding.Failure) in try TextDecoding.check(article) }
        for key in keys {
            guard let field = fields[key], TextDecoding.holdsNull(field) else { continue }
            throw JSONScanner.Failure(reason: "\"\(key)\" holds a NUL character")
        }
        article.title = fields["title"] ?? article.title
        article.source = fields["source"] ?? article.source
        article.url = fields["url"] ?? article.url
        article.published = fields["published"] ?? article.published
        article.externalID = fields["id"]
        let whole = article
        try check { () throws(TextDecoding.Failure) in try TextDecoding.checkFields(of: whole) }
        return article
    }

    /// The fields that an article has, `null` left out.
    private static func fields(
        _ bytes: ArraySlice<UInt8>,
        encoding: InputEncoding?
    ) throws(JSONScanner.Failure) -> [String: String] {
        var scanner = JSONScanner(
            try check { () throws(TextDecoding.Failure) in try TextDecoding.utf8(bytes, encoding: encoding) }
        )
        var fields: [String: String] = [:]
        var seen: Set<String> = []
        for (key, value) in try scanner.object(keys: keys) {
            guard seen.insert(key).inserted else { throw JSONScanner.Failure(reason: "\"\(key)\" stands twice") }
            switch value {
            case .string(let string): fields[key] = string
            case .null: break
            // Databases number their articles.
            case .number(let number) where key == "id" && !number.contains(where: { ".eE".contains($0) }):
                fields[key] = number
            case .number, .other: throw JSONScanner.Failure(reason: "\"\(key)\" is not a string")
            }
        }
        return fields
    }

    private static func check<Value>(
        _ body: () throws(TextDecoding.Failure) -> Value
    ) throws(JSONScanner.Failure) -> Value {
        do throws(TextDecoding.Failure) {
            return try body()
        } catch {
            throw JSONScanner.Failure(reason: error.reason)
        }
    }
}
