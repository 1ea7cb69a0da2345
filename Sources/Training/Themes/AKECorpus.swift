/// Arabic Keyphrase Extraction Corpus (Helmy et al. 2016): documents with phrases that a crowd chose, best first.
package struct AKECorpus: Sendable {
    /// The two orders in which the corpus has a document's phrases: by how many people chose them, and by a language
    /// model made from their choices.
    package enum Order: String, Sendable, CaseIterable {
        case frequency = "sort_frequency"
        case languageModel = "sort_lm"
    }

    /// The corpus has each text as it was published, and without marks and diacritics.
    package enum Text: String, Sendable, CaseIterable {
        case raw
        case pure
    }

    package struct Document: Sendable {
        package var name: String
        package var text: String
        /// By order, as written, best first.
        package var phrases: [Order: [String]]

        package init(name: String, text: String, phrases: [Order: [String]]) {
            self.name = name
            self.text = text
            self.phrases = phrases
        }
    }

    package var documents: [Document]

    /// The documents of `folder` that are named in its files `part`.ids.
    package init(folder: String, parts: [String], text: Text) throws(ThemeTrainingError) {
        var phrases: [Order: [String: [String]]] = [:]
        for order in Order.allCases {
            for line in try TrainingFiles.text(Self.path(folder, order)).split(separator: "\n") {
                guard let colon = line.firstIndex(of: ":") else { continue }
                let name = String(line[..<colon].filter { $0 != " " && $0 != "\u{FEFF}" })
                phrases[order, default: [:]][name] = line[line.index(after: colon)...].split(separator: ",")
                    .map { String($0.filter { $0 != "\r" }.drop { $0 == " " }) }
            }
        }
        documents = []
        for part in parts {
            for line in try TrainingFiles.text("\(folder)/\(part).ids").split(whereSeparator: \.isNewline) {
                let name = String(line)
                var own: [Order: [String]] = [:]
                for order in Order.allCases {
                    guard let chosen = phrases[order]?[name] else {
                        throw ThemeTrainingError("\(Self.path(folder, order)): has no phrases of \(name)")
                    }
                    own[order] = chosen
                }
                let text = try TrainingFiles.text("\(folder)/documents/\(text.rawValue)/\(name).txt")
                documents.append(Document(name: name, text: text.filter { $0 != "\u{FEFF}" }, phrases: own))
            }
        }
    }

    private static func path(_ folder: String, _ order: Order) -> String {
        "\(folder)/keyphrases/\(order.rawValue)/pure.txt"
    }
}
