import Articles
import Testing

/// The articles in the repository's `seeds` folder.
enum Seeds {
    static func path(_ name: String, file: String = #filePath) -> String {
        file.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/") + "/seeds/"
            + name
    }

    static func article(_ name: String) throws -> Article {
        let reader = ArticleReader(inputs: [path(name)])
        return try #require(try reader.next()?.get())
    }
}
