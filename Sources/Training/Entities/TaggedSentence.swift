package import Extraction

/// A sentence of an annotated corpus: tokens as the corpus has them and a label for each.
package struct TaggedSentence: Sendable, Equatable {
    package var tokens: [String]
    package var labels: [EntityLabel]
    /// How often it is learnt in an epoch.
    package var weight = 1

    package init(tokens: [String], labels: [EntityLabel]) {
        self.tokens = tokens
        self.labels = labels
    }
}

/// Why training can't go on.
package struct TrainingError: Error, Equatable, CustomStringConvertible {
    package var description: String
    package init(_ description: String) { self.description = description }
}

/// Reads corpora in CoNLL columns: a token, white space, its label; a blank line between sentences.
package enum ConllReader {
    /// The sentences of `text`, from a file that errors call `name`. Labels are taken from the second column and read
    /// as ``type(of:)`` has it; types that the tagger doesn't know are O. An I that continues nothing becomes a B.
    package static func sentences(in text: String, name: String) throws(TrainingError) -> [TaggedSentence] {
        var sentences: [TaggedSentence] = []
        var current = TaggedSentence(tokens: [], labels: [])
        var lineNumber = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            lineNumber += 1
            let columns = line.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" })
            if columns.isEmpty {
                if !current.tokens.isEmpty { sentences.append(current) }
                current = TaggedSentence(tokens: [], labels: [])
                continue
            }
            guard columns.count >= 2 else {
                throw TrainingError("\(name), line \(lineNumber): expected a token and a label, found «\(line)»")
            }
            let label = label(String(columns[1]), after: current.labels.last ?? .outside)
            current.tokens.append(String(columns[0]))
            current.labels.append(label)
        }
        if !current.tokens.isEmpty { sentences.append(current) }
        return sentences
    }

    private static func label(_ name: String, after previous: EntityLabel) -> EntityLabel {
        guard name.count > 2, let type = type(of: String(name.dropFirst(2))) else { return .outside }
        let isInside = name.hasPrefix("I-") && previous.type == type
        return isInside ? EntityLabel(inside: type) : EntityLabel(begin: type)
    }

    /// The type that a corpus calls `name`: ANERcorp's `PERS`, AQMAR's `MIS0`, `MIS1-` …, Wojood's `GPE` and `FAC`.
    package static func type(of name: String) -> EntityType? {
        switch name {
        case "PER", "PERS": .person
        case "LOC", "GPE": .location
        case "ORG": .organization
        default: name.hasPrefix("MIS") || name == "SPANISH" ? .miscellaneous : nil
        }
    }
}
