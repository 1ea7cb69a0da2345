internal import Extraction

/// A lexicon file of the project's own; `Lexicons/README.md` describes the format.
struct LexiconFile {
    struct Thing: Equatable {
        var forms: [String]
        var classes: GazetteerClasses
        var links: [GazetteerEntry.Link]
    }

    var things: [Thing] = []
    var names: [(name: String, classes: GazetteerClasses)] = []

    /// Reads `text`, from a file that errors call `name`.
    init(_ text: String, name file: String) throws(TrainingError) {
        var isThing = false
        var classes: GazetteerClasses?
        var lineNumber = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            lineNumber += 1
            let content = line.prefix { $0 != "#" }
            guard content.contains(where: { !$0.isWhitespace }) else { continue }
            if content.hasPrefix("@") {
                let words = content.dropFirst().split(separator: " ").map(String.init)
                guard let kind = words.first, ["things", "names"].contains(kind) else {
                    throw TrainingError("\(file), line \(lineNumber): expected @things or @names with classes")
                }
                isThing = kind == "things"
                var found: GazetteerClasses = []
                for word in words.dropFirst() {
                    guard let known = GazetteerClasses.byName.first(where: { $0.key == word })?.value else {
                        throw TrainingError("\(file), line \(lineNumber): there is no class «\(word)»")
                    }
                    found.formUnion(known)
                }
                classes = found
                continue
            }
            guard let classes else {
                throw TrainingError("\(file), line \(lineNumber): a name before the first @things or @names")
            }
            if isThing {
                things.append(Self.thing(content, classes: classes))
            } else {
                for word in content.split(separator: " ") {
                    names.append((word.split(separator: "_").joined(separator: " "), classes))
                }
            }
        }
    }

    private static func thing(_ line: Substring, classes: GazetteerClasses) -> Thing {
        let columns = line.split(separator: "\t")
        let forms = columns[0].split(separator: "|").map { form in
            String(form.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }
        let links = columns.dropFirst().compactMap { column -> GazetteerEntry.Link? in
            let parts = column.split(separator: "=", maxSplits: 1)
            return parts.count == 2 ? .init(scheme: String(parts[0]), value: String(parts[1])) : nil
        }
        return Thing(forms: forms, classes: classes, links: links)
    }
}
