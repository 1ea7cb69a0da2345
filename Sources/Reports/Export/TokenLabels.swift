internal import ArabicText
internal import Articles
internal import Extraction

/// A report as tokens with entity labels in the IOB2 scheme, two columns with a tab between them, a blank line behind
/// each sentence, `-DOCSTART-` before each article: the format of the CoNLL shared tasks and of what learns from them.
///
/// A mention may begin inside a word («وواشنطن»): such a word is two tokens, the clitic and the name. It may go over the
/// end of a sentence, as a name does that two lines share: there the sentence goes on. Boilerplate and sections that were
/// not analysed are left out, since nobody looked for names in them.
package enum TokenLabels {
    /// The lines of one report, UTF-8.
    package static func lines(of report: Report) -> [UInt8] {
        var lines = Lines(report)
        let missing = report.missingSections
        for section in report.sections.map(\.section)
        where section.kind != .boilerplate && !missing.contains(section.index) {
            lines.add(section.range)
        }
        return lines.whole
    }

    private struct Lines {
        private let text: CodePointIndex
        private let mentions: Mentions
        private var bytes = Array("-DOCSTART-\tO\n".utf8)
        /// Whether the next token begins a sentence.
        private var isSentenceOver = true
        /// The mention that the last token is of.
        private var last: Int?

        init(_ report: Report) {
            text = CodePointIndex(report.article.text)
            mentions = Mentions(report)
        }

        /// With the end of the last sentence.
        var whole: [UInt8] { bytes + [0x0A] }

        mutating func add(_ range: Range<Int>) {
            let tokenized = TokenizedText(text[range])
            for sentence in tokenized.sentences {
                for token in tokenized.tokens[sentence] {
                    let token = range.lowerBound + token.range.lowerBound..<range.lowerBound + token.range.upperBound
                    for piece in mentions.pieces(of: token) { add(piece) }
                }
                isSentenceOver = true
            }
        }

        private mutating func add(_ piece: Mentions.Piece) {
            let word = TokenLabels.word(text[piece.range])
            guard !word.isEmpty else { return }
            let goesOn = piece.mention != nil && piece.mention == last
            if isSentenceOver, !goesOn { bytes.append(0x0A) }
            isSentenceOver = false
            last = piece.mention
            let label = piece.mention.map { (goesOn ? "I-" : "B-") + mentions.type(of: $0) } ?? "O"
            bytes += "\(word)\t\(label)\n".utf8
        }
    }

    /// The token without what a reader of columns would take for white space.
    private static func word(_ token: String) -> String {
        String(
            String.UnicodeScalarView(token.unicodeScalars.filter { !$0.isWhiteSpace && $0.value >= 0x20 })
        )
    }

    /// The mentions by their start, without those that overlap an earlier one.
    private struct Mentions {
        /// Of a token, with the number of the mention that it is of.
        typealias Piece = (range: Range<Int>, mention: Int?)

        private var mentions: [(range: Range<Int>, type: String)] = []

        init(_ report: Report) {
            let all = report.entities.flatMap { entity in
                entity.mentions.map { (range: $0.range, type: entity.type.label) }
            }
            for mention in all.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
            where mention.range.lowerBound >= mentions.last?.range.upperBound ?? 0 && !mention.range.isEmpty {
                mentions.append(mention)
            }
        }

        func type(of mention: Int) -> String { mentions[mention].type }

        /// The token, cut where a mention begins or ends in it.
        func pieces(of token: Range<Int>) -> [Piece] {
            var pieces: [Piece] = []
            var start = token.lowerBound
            let first = mentions.partitioningIndex { $0.range.upperBound > token.lowerBound }
            for index in first..<mentions.count {
                guard mentions[index].range.lowerBound < token.upperBound else { break }
                let common = mentions[index].range.clamped(to: token)
                if start < common.lowerBound { pieces.append((start..<common.lowerBound, nil)) }
                pieces.append((common, index))
                start = common.upperBound
            }
            if start < token.upperBound { pieces.append((start..<token.upperBound, nil)) }
            return pieces
        }
    }
}
