internal import Extraction

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A lexicon file of the project's own; `Lexicons/README.md` describes the format.
struct LexiconFile {
    struct Thing: Equatable {
        var forms: [String]
        var classes: GazetteerClasses
        var links: [GazetteerEntry.Link]
    }

    var things: [Thing] = []
    var names: [(name: String, classes: GazetteerClasses)] = []

    /// Words by what they say of names.
    var words: [(word: String, kinds: EntityWords.Kinds)] = []

    /// Words of others' lists that are left out.
    var dropped: Set<String> = []

    /// The names of both, each form of a thing's.
    var allNames: [(name: String, classes: GazetteerClasses)] {
        things.flatMap { thing in thing.forms.map { ($0, thing.classes) } } + names
    }

    /// Reads all files of these folders, one after the other, each in the order of their names.
    init(folders: [URL]) throws(TrainingError) {
        for folder in folders {
            let files = try CorpusFiles.names(in: folder).filter { $0.hasSuffix(".tsv") }
            guard !files.isEmpty else { throw TrainingError("\(folder.path): no lexicons (*.tsv) in this folder") }
            for name in files {
                let file = try LexiconFile(CorpusFiles.text(folder.appending(path: name)), name: name)
                things += file.things
                names += file.names
                words += file.words
                dropped.formUnion(file.dropped)
            }
        }
    }

    /// Reads `text`, from a file that errors call `name`.
    init(_ text: String, name file: String) throws(TrainingError) {
        var section: Section?
        var lineNumber = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            lineNumber += 1
            let content = line.prefix { $0 != "#" }
            guard content.contains(where: { !$0.isWhitespace }) else { continue }
            if content.hasPrefix("@") {
                do {
                    section = try Section(content)
                } catch {
                    throw TrainingError("\(file), line \(lineNumber): \(error.description)")
                }
                continue
            }
            switch section {
            case .things(let classes): things.append(Self.thing(content, classes: classes))
            case .names(let classes): names += Self.words(of: content).map { ($0, classes) }
            case .words(let kinds): words += Self.words(of: content).map { ($0, kinds) }
            case .drop: dropped.formUnion(Self.words(of: content))
            case nil:
                throw TrainingError(
                    "\(file), line \(lineNumber): a name before the first @things, @names, @words or @drop"
                )
            }
        }
    }

    /// What the lines behind a line with @ hold.
    private enum Section {
        case things(GazetteerClasses)
        case names(GazetteerClasses)
        case words(EntityWords.Kinds)
        case drop

        init(_ line: Substring) throws(TrainingError) {
            let words = line.dropFirst().split(separator: " ").map(String.init)
            switch words.first {
            case "things": self = .things(try Self.options(words, of: GazetteerClasses.byName))
            case "names": self = .names(try Self.options(words, of: GazetteerClasses.byName))
            case "words": self = .words(try Self.options(words, of: EntityWords.Kinds.byName))
            case "drop": self = .drop
            default: throw TrainingError("expected @things or @names with classes, @words with kinds, or @drop")
            }
        }

        private static func options<Options: OptionSet>(
            _ words: [String],
            of names: KeyValuePairs<String, Options>
        ) throws(TrainingError) -> Options where Options.Element == Options {
            var options: Options = []
            for word in words.dropFirst() {
                guard let known = names.first(where: { $0.key == word })?.value else {
                    throw TrainingError("there is no class «\(word)»")
                }
                options.formUnion(known)
            }
            return options
        }
    }

    private static func words(of line: Substring) -> [String] {
        line.split(separator: " ").map { $0.split(separator: "_").joined(separator: " ") }
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
