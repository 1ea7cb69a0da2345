internal import Extraction

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// How far two independent annotations of the same documents agree.
package struct AnnotationAgreement: Sendable, Equatable {
    /// Exact positions and types; the first annotation is what is expected, the second what is found.
    package private(set) var mentions = EntityEvaluation()
    /// Exact positions, whatever the type.
    package private(set) var positions = EntityEvaluation.Counts()
    package private(set) var documentCount = 0
    package private(set) var wordCount = 0

    package init() {}

    /// Compares the documents that both folders have.
    ///
    /// - Throws: ``TrainingError`` if a file can't be read, or a mention is not in its text.
    package init(first: URL, second: URL, texts: URL) throws(TrainingError) {
        let texts = try AnnotatedTexts(folder: texts)
        let others = try AnnotationReader.documents(in: second)
        for document in try AnnotationReader.documents(in: first) {
            guard let other = others.first(where: { $0.name == document.name }) else { continue }
            let pieces = try texts.pieces(of: document.name)
            for mentions in [document.mentions, other.mentions] {
                try AnnotatedTexts.check(mentions, liesIn: pieces, document: document.name)
            }
            add(document.mentions, other.mentions, pieces: pieces)
        }
        guard documentCount > 0 else { throw TrainingError("the two folders have no document in common") }
    }

    /// Adds two annotations of one document.
    package mutating func add(
        _ first: [AnnotatedMention],
        _ second: [AnnotatedMention],
        pieces: [AnnotatedTexts.Piece]
    ) {
        mentions.add(expected: first, found: second)
        let places = Set(first.map(Place.init))
        positions.expected += first.count
        positions.found += second.count
        positions.right += second.count { places.contains(Place($0)) }
        documentCount += 1
        for piece in pieces {
            wordCount += piece.text.unicodeScalars.split { $0.properties.isWhitespace }.count
        }
    }

    private struct Place: Hashable {
        var piece: String
        var range: Range<Int>

        init(_ mention: AnnotatedMention) {
            piece = mention.piece
            range = mention.range
        }
    }
}
