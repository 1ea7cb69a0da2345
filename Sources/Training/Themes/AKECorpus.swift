/// Arabic Keyphrase Extraction Corpus (Helmy et al. 2016): documents with phrases that a crowd chose, best first.
package struct AKECorpus: Sendable {
    package struct Document: Sendable {
        package var name: String
        package var text: String
        /// In the order of a language model, as written.
        package var phrases: [String]
    }

    package var documents: [Document]

    /// The documents of `folder` that are named in its file `part`.ids.
    package init(folder: String, part: String) throws(ThemeTrainingError) {
        var phrases: [String: [String]] = [:]
        let path = "\(folder)/keyphrases/sort_lm/pure.txt"
        for line in try TrainingFiles.text(path).split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let name = String(line[..<colon].filter { $0 != " " && $0 != "\u{FEFF}" })
            phrases[name] = line[line.index(after: colon)...].split(separator: ",").map(String.init)
        }
        documents = []
        for line in try TrainingFiles.text("\(folder)/\(part).ids").split(whereSeparator: \.isNewline) {
            let name = String(line)
            guard let own = phrases[name] else { throw ThemeTrainingError("\(path): has no phrases of \(name)") }
            documents.append(
                Document(
                    name: name,
                    text: try TrainingFiles.text("\(folder)/documents/pure/\(name).txt"),
                    phrases: own
                )
            )
        }
    }
}
