package import Articles
internal import Foundation

/// An article whose lines are marked with what they are: `H ` before a heading, `B ` before a line that is no part of
/// the article (a call to follow, a link, a copyright line, tags), two spaces before any other. Blank lines are blank.
package struct MarkedSections: Sendable {
    package enum Mark: Sendable {
        case heading, boilerplate, text
    }

    /// The file's name.
    package var name: String
    package var lines: [(mark: Mark, text: String)]

    /// The article as it came in, without the marks.
    package var article: Article { Article(source: name, text: lines.map(\.text).joined(separator: "\n")) }

    package init(name: String, lines: [(mark: Mark, text: String)]) {
        self.name = name
        self.lines = lines
    }

    /// Reads marked lines.
    package init(name: String, marked text: String) throws(MarkedSectionsError) {
        self.name = name
        lines = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            switch line.prefix(2) {
            case "H ": lines.append((.heading, String(line.dropFirst(2))))
            case "B ": lines.append((.boilerplate, String(line.dropFirst(2))))
            case "  ": lines.append((.text, String(line.dropFirst(2))))
            case "": lines.append((.text, ""))
            default: throw MarkedSectionsError(file: name, line: number + 1)
            }
        }
    }

    /// The marked articles of `folder` and of the folders in it: its `.txt` files, in the order of their names.
    package static func corpus(_ folder: String) throws -> [MarkedSections] {
        let files: [String]
        do {
            files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }.sorted()
        } catch {
            throw TrainingError.unreadable(folder, error)
        }
        return try files.map { name in
            let data = try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(name))
            return try MarkedSections(name: name, marked: String(decoding: data, as: UTF8.self))
        }
    }
}

/// A line of a marked article that has no mark.
package struct MarkedSectionsError: Error, CustomStringConvertible {
    package var file: String
    package var line: Int

    package init(file: String, line: Int) {
        self.file = file
        self.line = line
    }

    package var description: String {
        "\(file), line \(line): no mark; a line begins with «H », «B » or two spaces"
    }
}

extension MarkedSections {
    /// The same article as other newsrooms would have laid it out.
    package enum Layout: String, CaseIterable, Sendable {
        case asWritten = "as written"
        case blankLines = "blank lines"
        case hardWrapped = "hard-wrapped"
    }

    /// The article in another layout; `nil` if its file's name says that its lines are wrapped already.
    package func laidOut(_ layout: Layout) -> MarkedSections? {
        if layout == .asWritten { return self }
        guard !name.contains("wrapped") else { return nil }
        var laidOut: [(mark: Mark, text: String)] = []
        for (index, line) in lines.enumerated() where !line.text.isEmpty {
            // A list stays together: only paragraphs and what stands by itself have blank lines around.
            if index > 0, !laidOut.isEmpty, !(Self.isItem(line) && Self.isItem(lines[index - 1])) {
                laidOut.append((.text, ""))
            }
            guard layout == .hardWrapped, line.mark == .text else {
                laidOut.append(line)
                continue
            }
            laidOut += Self.wrapped(line.text).map { (.text, $0) }
        }
        return MarkedSections(name: name, lines: laidOut)
    }

    private static func isItem(_ line: (mark: Mark, text: String)) -> Bool {
        line.mark == .text && !line.text.isEmpty && line.text.count < 60
    }

    /// The words of `text` in lines of at most 72 characters.
    private static func wrapped(_ text: String) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > 72 {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " " + word
        }
        return lines + [line]
    }
}
