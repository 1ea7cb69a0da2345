/// One object of JSON Lines as an article.
enum JSONArticle {
    private static let keys = ["text", "html", "id", "title", "url", "published", "source"]

    /// The article in the bytes of one line.
    static func article(_ bytes: [UInt8]) throws(JSONScanner.Failure) -> Article {
        let fields = try fields(bytes)
        guard let text = fields["text"] else {
            throw JSONScanner.Failure(
                reason: fields["html"] == nil ? "the object has no \"text\"" : "HTML is not read yet: give its \"text\""
            )
        }
        try check { () throws(TextDecoding.Failure) in try TextDecoding.check(text) }
        for key in keys {
            guard let field = fields[key], field.utf8.contains(0) else { continue }
            throw JSONScanner.Failure(reason: "\"\(key)\" holds a NUL character")
        }
        return Article(
            title: fields["title"],
            source: fields["source"],
            url: fields["url"],
            published: fields["published"],
            externalID: fields["id"],
            text: text
        )
    }

    /// The fields that an article has, `null` left out.
    private static func fields(_ bytes: [UInt8]) throws(JSONScanner.Failure) -> [String: String] {
        try check { () throws(TextDecoding.Failure) in _ = try TextDecoding.text(bytes) }
        var scanner = JSONScanner(bytes)
        var fields: [String: String] = [:]
        var seen: Set<String> = []
        for (key, value) in try scanner.object() where keys.contains(key) {
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

    private static func check(_ body: () throws(TextDecoding.Failure) -> Void) throws(JSONScanner.Failure) {
        do throws(TextDecoding.Failure) {
            try body()
        } catch {
            throw JSONScanner.Failure(reason: error.reason)
        }
    }
}
