import ArgumentParser
import Articles

/// What a command reads: files, folders, standard input.
struct InputArguments: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Articles: .txt, .md or .jsonl/.ndjson files (one object a line, with \"text\"), folders of them, or - for "
                + "standard input",
            valueName: "input"
        )
    )
    var inputs: [String] = []

    /// Where Scripts/submit put what it copied: the k-th input is `k/NAME` in this folder. Messages name the inputs as
    /// they were given.
    @Option(help: .hidden)
    var shipped: String?

    func validate() throws {
        guard !inputs.isEmpty else {
            throw ValidationError("no INPUT given: name files or folders, or - for standard input")
        }
    }

    /// The articles, in the order in which they are named, and what gave none.
    func articles() -> AnySequence<Result<Article, InputProblem>> {
        guard let shipped else { return AnySequence(ArticleReader(inputs: inputs)) }
        let places = inputs.enumerated().map { place(of: $1, number: $0 + 1, in: shipped) }
        // Longest first: «1/a» begins «1/a.txt» too.
        let names = zip(places, inputs).sorted { $0.0.utf8.count > $1.0.utf8.count }
        return AnySequence(
            ArticleReader(inputs: places).lazy.map { result in
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
