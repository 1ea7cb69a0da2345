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
    func articles() throws -> AnySequence<Result<Article, InputProblem>> {
        let format = try Setting.value(inputFormat, "input-format")
        let encoding = try Setting.value(encoding, "encoding")
        func reader(of inputs: [String]) -> ArticleReader {
            ArticleReader(inputs: inputs, format: format, encoding: encoding)
        }
        guard let shipped else { return AnySequence(reader(of: inputs)) }
        let places = inputs.enumerated().map { place(of: $1, number: $0 + 1, in: shipped) }
        // Longest first: «1/a» begins «1/a.txt» too.
        let names = zip(places, inputs).sorted { $0.0.utf8.count > $1.0.utf8.count }
        return AnySequence(
            reader(of: places).lazy.map { result in
                result.mapError { problem in
                    guard let (place, name) = names.first(where: { problem.input.hasPrefix($0.0) }) else {
                        return problem
                    }
                    var problem = problem
                    let rest = problem.input.dropFirst(place.count)
                    problem.input = (rest.first == "/" && name.last == "/" ? String(name.dropLast()) : name) + rest
                    return problem
                }
            }
        )
    }

    private func place(of input: String, number: Int, in folder: String) -> String {
        guard input != "-" else { return input }
        let last = input.split(separator: "/").last.map(String.init) ?? "folder"
        return "\(folder)/\(number)/" + (last == "." || last == ".." ? "folder" : last)
    }
}
