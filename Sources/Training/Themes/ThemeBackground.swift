internal import FoundationEssentials

/// Open texts that word counts are taken from.
package enum ThemeBackground {
    /// The texts of a folder: each `.txt` file; the text column of each `.tsv` file with a header (its rows put
    /// together by tens); the contexts of each `.json` file in SQuAD's format.
    package static func documents(in folder: String) throws(ThemeTrainingError) -> [String] {
        var documents: [String] = []
        for name in try TrainingFiles.names(in: folder, extensions: ["txt", "tsv", "json"]) {
            let path = "\(folder)/\(name)"
            if name.hasSuffix(".txt") {
                documents += pieces(try TrainingFiles.text(path).split(separator: "\n").map(String.init))
            } else if name.hasSuffix(".tsv") {
                documents += pieces(try column("text", of: path))
            } else {
                documents += try contexts(path)
            }
        }
        guard !documents.isEmpty else { throw ThemeTrainingError("\(folder): no .txt, .tsv or .json file with text") }
        return documents
    }

    /// The column named `name` of a table with a header.
    static func column(_ name: String, of path: String) throws(ThemeTrainingError) -> [String] {
        let rows = try TrainingFiles.table(path)
        guard let place = rows.first?.fields.firstIndex(of: name) else {
            throw ThemeTrainingError("\(path): there is no column \(name)")
        }
        return rows.dropFirst().compactMap { $0.fields.indices.contains(place) ? $0.fields[place] : nil }
    }

    /// Ten lines make a document: long ones would say of every word that it is common.
    private static func pieces(_ lines: [String]) -> [String] {
        stride(from: 0, to: lines.count, by: 10).map {
            lines[$0..<min(lines.count, $0 + 10)].joined(separator: "\n")
        }
    }

    private struct SQuAD: Decodable {
        struct Entry: Decodable { var paragraphs: [Paragraph] }
        struct Paragraph: Decodable { var context: String }
        var data: [Entry]
    }

    private static func contexts(_ path: String) throws(ThemeTrainingError) -> [String] {
        let text = try TrainingFiles.text(path)
        guard let file = try? JSONDecoder().decode(SQuAD.self, from: Data(text.utf8)) else {
            throw ThemeTrainingError("\(path): not JSON in SQuAD's format")
        }
        return file.data.flatMap { $0.paragraphs.map(\.context) }
    }
}
