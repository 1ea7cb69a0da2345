#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Files from which is learnt. What can't be read says which file that is, and why.
enum CorpusFiles {
    /// A file of JSON.
    static func json(_ file: URL) throws(TrainingError) -> JSONValue {
        do {
            return try JSONDecoder().decode(JSONValue.self, from: Data(text(file).utf8))
        } catch {
            throw TrainingError("\(file.path): not JSON (\(error))")
        }
    }

    /// A file of UTF-8 text.
    static func text(_ file: URL) throws(TrainingError) -> String {
        do {
            return try String(contentsOf: file, encoding: .utf8)
        } catch {
            throw .unreadable(file.path, error, expected: "as UTF-8 text")
        }
    }

    /// The names of what is in a folder, in an order that no file system changes.
    static func names(in folder: URL) throws(TrainingError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        } catch {
            throw .unreadable(folder.path, error)
        }
    }
}
