#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// The texts that annotations stand beside, in pieces: the lines of `NAME.txt` for the document NAME, the paragraphs of
/// article N in a `.json` file in SQuAD's format for the document N.
package struct AnnotatedTexts {
    package struct Piece: Sendable, Equatable {
        package var name: String
        package var text: String
    }

    private let folder: URL
    /// The articles of all `.json` files, by the order of the files' names.
    private let articles: [[Piece]]

    package init(folder: URL) throws(TrainingError) {
        self.folder = folder
        var articles: [[Piece]] = []
        for file in try CorpusFiles.names(in: folder) where file.hasSuffix(".json") {
            let json = try CorpusFiles.json(folder.appending(path: file))
            for article in json["data"]?.elements ?? [] {
                let number = articles.count
                var pieces: [Piece] = []
                for (index, paragraph) in (article["paragraphs"]?.elements ?? []).enumerated() {
                    guard case .string(let context) = paragraph["context"] else {
                        throw TrainingError("\(file): paragraph \(number).\(index) has no context")
                    }
                    pieces.append(Piece(name: "\(number).\(index)", text: context))
                }
                articles.append(pieces)
            }
        }
        self.articles = articles
    }

    /// The pieces of a document, in order.
    package func pieces(of document: String) throws(TrainingError) -> [Piece] {
        if let number = Int(document), articles.indices.contains(number) { return articles[number] }
        return Self.lines(of: try CorpusFiles.text(folder.appending(path: document + ".txt")))
    }

    /// The lines of a text, named by their numbers from 0.
    package static func lines(of text: String) -> [Piece] {
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { number, line in
            Piece(name: String(number), text: String(line))
        }
    }

    /// - Throws: ``TrainingError`` if a mention lies outside of its piece, or there is no such piece.
    package static func check(
        _ mentions: [AnnotatedMention],
        liesIn pieces: [Piece],
        document: String
    ) throws(TrainingError) {
        let sizes = Dictionary(pieces.map { ($0.name, $0.text.unicodeScalars.count) }) { first, _ in first }
        for mention in mentions {
            guard let size = sizes[mention.piece] else {
                throw TrainingError(
                    "\(document): there are annotations for \(mention.piece), which the text doesn't have"
                )
            }
            guard mention.range.upperBound <= size else {
                throw TrainingError(
                    "\(document), \(mention.piece): \(mention.range) lies behind the end of its \(size) code points"
                )
            }
        }
    }
}
