package import Extraction

/// A name that was marked in a text by hand.
package struct AnnotatedMention: Sendable, Hashable {
    /// Which piece of the document: the number of its line, or «article.paragraph», all counted from 0.
    package var piece: String
    /// Code points in that piece, clitics outside.
    package var range: Range<Int>
    package var type: EntityType

    package init(piece: String, range: Range<Int>, type: EntityType) {
        self.piece = piece
        self.range = range
        self.type = type
    }
}

/// Reads annotations: `piece⇥start⇥end⇥type` in each line, as `Annotations/GUIDELINES.md` describes them.
package enum AnnotationFile {
    /// The mentions in `text`, from a file that errors call `name`, in their order.
    package static func mentions(in text: String, name: String) throws(TrainingError) -> [AnnotatedMention] {
        var mentions: [AnnotatedMention] = []
        var lineNumber = 0
        for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
            lineNumber += 1
            guard !line.isEmpty else { continue }
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard columns.count == 4, let start = Int(columns[1]), let end = Int(columns[2]), 0 <= start, start < end
            else {
                throw TrainingError(
                    "\(name), line \(lineNumber): expected piece, start, end and type with tabs between them"
                )
            }
            guard let type = ConllReader.type(of: columns[3]) else {
                throw TrainingError("\(name), line \(lineNumber): there is no type «\(columns[3])»")
            }
            mentions.append(AnnotatedMention(piece: columns[0], range: start..<end, type: type))
        }
        return mentions
    }
}
