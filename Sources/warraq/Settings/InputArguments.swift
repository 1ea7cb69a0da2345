import ArgumentParser
import Articles

/// What a command reads: files, folders, standard input.
struct InputArguments: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Articles: .txt, .md, .html, .jsonl/.ndjson (one object a line, with \"text\" or \"html\") or .rss/.atom/"
                + ".xml files, folders of them, or - for standard input. " + Limits.help,
            valueName: "input"
        )
    )
    var inputs: [String] = []

    @Option(
        help: .setting(
            "input-format",
            "How all inputs are written, whatever their names say: for standard input above all",
            default: "by the name; of standard input, by how it starts"
        )
    )
    var inputFormat: InputFormat?

    @Option(
        help: .setting(
            "encoding",
            "How all inputs are encoded",
            default: "a byte order mark's or a page's word, else UTF-8, else by the letters"
        )
    )
    var encoding: InputEncoding?

    /// Where Scripts/submit put what it copied: the k-th input is `k/NAME` in this folder. Messages name the inputs as
    /// they were given.
    @Option(help: .hidden)
    var shipped: String?

    func validate() throws {
        guard !inputs.isEmpty else {
            throw ValidationError("no INPUT given: name files or folders, or - for standard input")
        }
        _ = try (Setting.value(inputFormat, "input-format"), Setting.value(encoding, "encoding"))
    }

    /// The articles, in the order in which they are named, and what gave none.
    ///
    /// - Parameter note: called after the last one if files of folders were left out, with a line that says so.
    func articles(note: @escaping (String) -> Void) throws -> AnySequence<Result<Article, InputProblem>> {
        let places = shipped.map { folder in
            inputs.enumerated().map { place(of: $1, number: $0 + 1, in: folder) }
        }
        let reader = ArticleReader(
            inputs: places ?? inputs,
            format: try Setting.value(inputFormat, "input-format"),
            encoding: try Setting.value(encoding, "encoding")
        )
        // Longest first: «1/a» begins «1/a.txt» too.
        let names = zip(places ?? [], inputs).sorted { $0.0.utf8.count > $1.0.utf8.count }
        var isOver = false
        let articles = AnyIterator<Result<Article, InputProblem>> {
            if let result = reader.next() { return result.mapError { Self.named($0, by: names) } }
            if !isOver, let text = LeftOutFiles.note(reader.leftOut) { note(text) }
            isOver = true
            return nil
        }
        return AnySequence(articles)
    }

    /// The problem of an input that stands in another place than where it was given.
    private static func named(_ problem: InputProblem, by names: [(place: String, name: String)]) -> InputProblem {
        guard let (place, name) = names.first(where: { problem.input.hasPrefix($0.place) }) else { return problem }
        var problem = problem
        let rest = problem.input.dropFirst(place.count)
        problem.input = (rest.first == "/" && name.last == "/" ? String(name.dropLast()) : name) + rest
        return problem
    }

    private func place(of input: String, number: Int, in folder: String) -> String {
        guard input != "-" else { return input }
        let last = input.split(separator: "/").last.map(String.init) ?? "folder"
        return "\(folder)/\(number)/" + (last == "." || last == ".." ? "folder" : last)
    }
}
