internal import FoundationEssentials

/// Texts of corpora by the names that annotations know them by.
package struct TopicTexts: Sendable {
    private var texts: [String: String] = [:]

    /// Reads folders: a `.txt` file is a text with the file's name, without ending, as its name; in a `.json` file in
    /// SQuAD's format each article is one, under its title; in one that is a list of articles (`url`, `title`,
    /// `content`) each article, under its URL.
    package init(folders: [String]) throws(ThemeTrainingError) {
        for folder in folders {
            for name in try TrainingFiles.names(in: folder, extensions: ["txt", "json"]) {
                let text = try TrainingFiles.text("\(folder)/\(name)")
                if name.hasSuffix(".txt") {
                    texts[String(name.dropLast(4))] = text
                } else {
                    read(text)
                }
            }
        }
    }

    package subscript(name: String) -> String? { texts[name] }

    private struct Articles: Decodable {
        struct Article: Decodable {
            struct Paragraph: Decodable { var context: String }
            var title: String
            var paragraphs: [Paragraph]
        }
        var data: [Article]
    }

    private struct Page: Decodable {
        var url: String
        var title: String?
        var content: String?
    }

    private mutating func read(_ json: String) {
        let data = Data(json.utf8)
        if let pages = try? JSONDecoder().decode([Page].self, from: data) {
            for page in pages {
                texts[page.url] = [page.title, page.content].compactMap { $0 }.joined(separator: "\n")
            }
        } else if let file = try? JSONDecoder().decode(Articles.self, from: data) {
            for article in file.data {
                texts[article.title] = article.paragraphs.map(\.context).joined(separator: "\n")
            }
        }
    }
}
