internal import ArabicText
internal import Extraction

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// Joins annotations to their texts: sentences and tokens as the program makes them, labels as ANERcorp has them. A
/// clitic stays on its token, and the token in which a name starts gets the B.
package struct AnnotationReader {
    package private(set) var sentences: [TaggedSentence] = []
    /// Sentences that were left out, because in them a name starts or ends in the midst of a token: words that the
    /// text has without a space between them.
    package private(set) var leftOut = 0

    package init() {}

    /// Adds all documents that have annotations in a folder.
    package mutating func add(annotations: URL, texts: URL) throws(TrainingError) {
        let texts = try AnnotatedTexts(folder: texts)
        for (document, mentions) in try Self.documents(in: annotations) {
            try add(mentions, to: texts.pieces(of: document), document: document)
        }
    }

    /// The documents in a folder of annotations, by their names.
    package static func documents(
        in folder: URL
    ) throws(TrainingError) -> [(name: String, mentions: [AnnotatedMention])] {
        var documents: [(name: String, mentions: [AnnotatedMention])] = []
        for file in try CorpusFiles.names(in: folder) where file.hasSuffix(".tsv") {
            let text = try CorpusFiles.text(folder.appending(path: file))
            documents.append((String(file.dropLast(4)), try AnnotationFile.mentions(in: text, name: file)))
        }
        return documents
    }

    /// Adds the sentences of a document.
    package mutating func add(
        _ mentions: [AnnotatedMention],
        to pieces: [AnnotatedTexts.Piece],
        document: String
    ) throws(TrainingError) {
        try AnnotatedTexts.check(mentions, liesIn: pieces, document: document)
        let byPiece = Dictionary(grouping: mentions, by: \.piece)
        for piece in pieces { try add(byPiece[piece.name] ?? [], to: piece, document: document) }
    }

    private mutating func add(
        _ mentions: [AnnotatedMention],
        to piece: AnnotatedTexts.Piece,
        document: String
    ) throws(TrainingError) {
        let text = TokenizedText(piece.text)
        let scalars = Array(piece.text.unicodeScalars)
        var labels = [EntityLabel](repeating: .outside, count: text.tokens.count)
        var spoilt: Set<Int> = []
        var previousEnd = 0
        for mention in mentions.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            guard mention.range.lowerBound >= previousEnd else {
                throw TrainingError("\(document), \(piece.name): \(mention.range) overlaps another name")
            }
            previousEnd = mention.range.upperBound
            let tokens = text.tokens.indices.filter { text.tokens[$0].range.overlaps(mention.range) }
            guard let first = tokens.first, let last = tokens.last else {
                throw TrainingError("\(document), \(piece.name): \(mention.range) has no word")
            }
            let before = text.tokens[first].range.prefix(while: { $0 < mention.range.lowerBound })
            let behind = text.tokens[last].range.drop(while: { $0 < mention.range.upperBound })
            let isWhole =
                Self.isClitics(scalars[before]) && Self.letters(of: scalars[behind]).isEmpty
                && labels[first].isOutside
            if !isWhole { spoilt.formUnion(first...last) }
            for index in first...last {
                labels[index] = EntityLabel(inside: mention.type)
            }
            labels[first] = EntityLabel(begin: mention.type)
            // A name over the end of a sentence would begin the next one with an I.
            for sentence in text.sentences where sentence.contains(first) && !sentence.contains(last) {
                spoilt.formUnion(first...last)
            }
        }
        for sentence in text.sentences where !sentence.isEmpty {
            guard spoilt.isDisjoint(with: sentence) else {
                leftOut += 1
                continue
            }
            var tokens: [String] = []
            for token in text.tokens[sentence] {
                var string = String.UnicodeScalarView()
                string.append(contentsOf: scalars[token.range])
                tokens.append(String(string))
            }
            sentences.append(TaggedSentence(tokens: tokens, labels: Array(labels[sentence])))
        }
    }

    /// Whether this is nothing, a conjunction, a preposition, or one and then the other.
    private static func isClitics(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        let letters = letters(of: text)
        switch letters.count {
        case 0: return true
        case 1: return conjunctions.contains(letters[0]) || prepositions.contains(letters[0])
        case 2: return conjunctions.contains(letters[0]) && prepositions.contains(letters[1])
        default: return false
        }
    }

    /// و ف
    private static let conjunctions: Set<UInt16> = [0x648, 0x641]
    /// ب ل ك, and س, which stands before verbs that are names.
    private static let prepositions: Set<UInt16> = [0x628, 0x644, 0x643, 0x633]

    /// What is left without vowel marks and tatweel.
    private static func letters(of text: ArraySlice<Unicode.Scalar>) -> [UInt16] {
        var letters: [UInt16] = []
        for scalar in text { LetterFolding.fold(scalar) { letters.append($0) } }
        return letters
    }
}
