import ArgumentParser
import Extraction

/// `warraq tag`: entity labels for text that is cut into tokens already.
struct TagCommand: ParsableCommand {
    enum InputFormat: String, CaseIterable, ExpressibleByArgument { case conll }

    static let configuration = CommandConfiguration(
        commandName: "tag",
        abstract: "Labels the tokens of pretokenised text with entities.",
        discussion: """
            Reads standard input: a token in the first column of each line (columns end at white space), a blank line \
            between sentences. Writes the same lines: the token, a tab, and its label in the IOB2 scheme (O, B-PER, \
            I-PER, … of PER, LOC, ORG and MISC).

            Example: printf 'زار\\nلافروف\\nموسكو\\n' | warraq tag
            """
    )

    @Option(help: .setting("input-format", "How the input is written: conll", default: "conll", placeholder: "format"))
    var inputFormat: InputFormat?
    @OptionGroup var model: ModelOption

    func validate() throws { _ = try Setting.value(inputFormat, "input-format") }

    func run() throws {
        let model = try model.load()
        guard let weights = model.entityWeights else {
            throw CommandFailure(.usage, "the model can't label entities: it was not trained for it")
        }
        var tagger = EntityTagger(weights: weights, gazetteer: model.gazetteer, vocabulary: model.vocabulary)
        var sentence: [String] = []
        while let line = readLine(strippingNewline: true) {
            // The column is kept as it came in, to the byte.
            let token = String(line.prefix { !$0.isWhitespace })
            if token.isEmpty {
                write(sentence, labels: tagger.labels(forTokens: sentence))
                Terminal.write("\n", to: .output)
                sentence.removeAll(keepingCapacity: true)
            } else {
                sentence.append(token)
            }
        }
        write(sentence, labels: tagger.labels(forTokens: sentence))
    }

    private func write(_ tokens: [String], labels: [String]) {
        var lines = ""
        for (token, label) in zip(tokens, labels) { lines += "\(token)\t\(label)\n" }
        if !lines.isEmpty { Terminal.write(lines, to: .output) }
    }
}
