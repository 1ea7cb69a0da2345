internal import Articles
internal import Extraction

/// What readers said of phrases that were taken from articles: `Annotations/phrases`.
package struct PhraseJudgements: Sendable {
    /// What one reader said of a phrase.
    package enum Mark: String, Sendable {
        case belongs = "2"
        case may = "1"
        case wrong = "0"
        /// It says again, and worse, what another phrase of the same article says.
        case double = "d"

        /// Whether the phrase may be shown.
        package var isGood: Bool { self == .belongs || self == .may }
    }

    package struct Phrase: Sendable {
        package var text: String
        /// Of each reader.
        package var marks: [Mark]
    }

    package struct Document: Sendable {
        package var name: String
        package var title: String?
        package var text: String
        package var phrases: [Phrase]
    }

    /// By name.
    package private(set) var documents: [Document] = []
    /// Names of articles whose text is not there.
    package private(set) var missing: [String] = []
    /// How many readers there were.
    package private(set) var readers = 0

    /// Reads tables of an article's name, a phrase, and the mark of each reader, tabs between.
    ///
    /// - Throws: ``ThemeTrainingError`` where a table can't be read, or a line is none of that or has more or fewer marks
    ///   than those before it.
    package init(files: [String], articles: JudgedArticles) throws(ThemeTrainingError) {
        var phrases: [String: [Phrase]] = [:]
        for file in files {
            for (line, fields) in try TrainingFiles.table(file) {
                let marks = fields.dropFirst(2).compactMap(Mark.init)
                guard fields.count > 2, marks.count == fields.count - 2 else {
                    throw ThemeTrainingError("\(file), line \(line): not an article, a phrase and marks (2, 1, 0, d)")
                }
                guard phrases.isEmpty || marks.count == readers else {
                    throw ThemeTrainingError(
                        "\(file), line \(line): \(marks.count) marks; those before have \(readers)"
                    )
                }
                readers = marks.count
                phrases[fields[0], default: []].append(Phrase(text: fields[1], marks: marks))
            }
        }
        for (name, own) in phrases.sorted(by: { $0.key < $1.key }) {
            guard let article = articles[name] else {
                missing.append(name)
                continue
            }
            documents.append(Document(name: name, title: article.title, text: article.text, phrases: own))
        }
    }
}

extension PhraseJudgements {
    /// What readers said of one article's phrases.
    struct Known {
        private var marks: [KeyphraseMatch: [String: [Mark]]] = [:]

        fileprivate init(_ phrases: [Phrase]) {
            for match in KeyphraseMatch.allCases {
                marks[match] = Dictionary(
                    phrases.map { (match.key(of: $0.text), $0.marks) },
                    uniquingKeysWith: { first, _ in first }
                )
            }
        }

        /// Their marks of a phrase with these letters.
        subscript(exactly phrase: String) -> [Mark]? { marks[.plain]?[KeyphraseMatch.plain.key(of: phrase)] }

        /// Their marks of a phrase, by its letters or else by its stems; `nil` where none has read it.
        subscript(phrase: String) -> [Mark]? {
            marks[.plain]?[KeyphraseMatch.plain.key(of: phrase)] ?? marks[.stem]?[KeyphraseMatch.stem.key(of: phrase)]
        }
    }
}

extension PhraseJudgements.Document {
    var judgements: PhraseJudgements.Known { PhraseJudgements.Known(phrases) }
}

/// Articles by the names that judgements know them by.
package struct JudgedArticles: Sendable {
    private var articles: [String: (title: String?, text: String)] = [:]

    /// Reads what an article reader reads of files and folders. An article's name is its `id`, or else its file's without
    /// ending. In a plain text without a title the first line is it.
    package init(inputs: [String]) {
        for result in ArticleReader(inputs: inputs) {
            guard case .success(let article) = result, let name = article.externalID ?? article.source.map(Self.stem)
            else { continue }
            articles[name] = Self.titled(article)
        }
    }

    package subscript(name: String) -> (title: String?, text: String)? { articles[name] }

    private static func stem(_ file: String) -> String {
        file.hasSuffix(".txt") ? String(file.dropLast(4)) : file
    }

    private static func titled(_ article: Article) -> (title: String?, text: String) {
        guard article.title == nil, article.externalID == nil,
            let end = article.text.unicodeScalars.firstIndex(of: "\n")
        else { return (article.title, article.text) }
        let rest = article.text.unicodeScalars[end...].drop { $0.properties.isWhitespace }
        return (String(article.text.unicodeScalars[..<end]), String(rest))
    }
}
