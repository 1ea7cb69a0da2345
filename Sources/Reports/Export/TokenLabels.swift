internal import ArabicText
internal import Articles
internal import Extraction

/// A report as tokens with entity labels in the IOB2 scheme, two columns with a tab between them, a blank line behind
/// each sentence, `-DOCSTART-` before each article: the format of the CoNLL shared tasks and of what learns from them.
///
/// A mention may begin inside a word («وواشنطن»): such a word is two tokens, the clitic and the name. Boilerplate and
/// sections that were not analysed are left out, since nobody looked for names in them.
package enum TokenLabels {
    /// The lines of one report, UTF-8.
    package static func lines(of report: Report) -> [UInt8] {
        var lines = Array("-DOCSTART-\tO\n\n".utf8)
        let text = CodePointIndex(report.article.text)
        let missing = report.missingSections
        let mentions = Mentions(report)
        for section in report.sections.map(\.section)
        where section.kind != .boilerplate && !missing.contains(section.index) {
            write(section.range, of: text, mentions: mentions, to: &lines)
        }
        return lines
    }

    private static func write(
        _ range: Range<Int>,
        of text: CodePointIndex,
        mentions: Mentions,
        to lines: inout [UInt8]
    ) {
        let tokenized = TokenizedText(text[range])
        for sentence in tokenized.sentences {
            var isEmpty = true
            for token in tokenized.tokens[sentence] {
                let token = range.lowerBound + token.range.lowerBound..<range.lowerBound + token.range.upperBound
                for piece in mentions.pieces(of: token) {
                    let word = Self.word(text[piece.range])
                    guard !word.isEmpty else { continue }
                    lines += "\(word)\t\(piece.label)\n".utf8
                    isEmpty = false
                }
            }
            if !isEmpty { lines.append(0x0A) }
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

        /// The token, cut where a mention begins or ends in it.
        func pieces(of token: Range<Int>) -> [(range: Range<Int>, label: String)] {
            var pieces: [(range: Range<Int>, label: String)] = []
            var start = token.lowerBound
            let first = mentions.partitioningIndex { $0.range.upperBound > token.lowerBound }
            for mention in mentions[first...].prefix(while: { $0.range.lowerBound < token.upperBound }) {
                let common = mention.range.clamped(to: token)
                if start < common.lowerBound { pieces.append((start..<common.lowerBound, "O")) }
                let begins = mention.range.lowerBound >= token.lowerBound
                pieces.append((common, (begins ? "B-" : "I-") + mention.type))
                start = common.upperBound
            }
            if start < token.upperBound { pieces.append((start..<token.upperBound, "O")) }
            return pieces
        }
    }
}
