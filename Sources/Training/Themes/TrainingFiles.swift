internal import FoundationEssentials

/// Files of corpora and lexicons, in an order that does not depend on the file system.
enum TrainingFiles {
    static func text(_ path: String) throws(ThemeTrainingError) -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ThemeTrainingError("\(path): can't be read")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw ThemeTrainingError("\(path): not UTF-8")
        }
        return text
    }

    /// The names of the files in a folder that end in one of `extensions`, sorted.
    static func names(in folder: String, extensions: [String]) throws(ThemeTrainingError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { name in extensions.contains { name.hasSuffix(".\($0)") } }
                .sorted()
        } catch {
            throw ThemeTrainingError("\(folder): not a folder that can be read")
        }
    }

    /// The lines of a file that are neither empty nor comments (`#`), each cut at its tabs, with its number.
    static func table(_ path: String) throws(ThemeTrainingError) -> [(line: Int, fields: [String])] {
        let lines = try text(path).split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().compactMap { index, line in
            guard !line.isEmpty, !line.hasPrefix("#") else { return nil }
            return (index + 1, line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
        }
    }
}
