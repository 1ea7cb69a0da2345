import ArgumentParser
import Extraction
import Foundation

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
        guard var tagger = EntityTagger(model: model) else {
            throw CommandFailure(.usage, "the model can't label entities: it was not trained for it")
        }
        // What the sentences around say of a name counts: all are read before the first is labelled.
        var sentences: [[String]] = []
        var sentence: [String] = []
        let input = try FileHandle.standardInput.readToEnd() ?? Data()
        // What ends the last line begins none.
        let lines = (input.last == UInt8(ascii: "\n") ? input.dropLast() : input)
            .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, bytes) in lines.enumerated() {
            guard let line = String(validating: bytes, as: UTF8.self) else {
                throw CommandFailure("standard input, line \(index + 1): not UTF-8; convert it first (iconv -t UTF-8)")
            }
            // The column is kept as it came in, to the byte.
            let token = String(line.prefix { !$0.isWhitespace })
            if token.isEmpty {
                tagger.read(tokens: sentence)
                sentences.append(sentence)
                sentence.removeAll(keepingCapacity: true)
            } else {
                sentence.append(token)
            }
        }
        tagger.read(tokens: sentence)
        for (number, tokens) in sentences.enumerated() {
            write(tokens, labels: labels(of: number, tagger: &tagger))
            Terminal.write("\n", to: .output)
        }
        write(sentence, labels: labels(of: sentences.count, tagger: &tagger))
    }

    private func labels(of sentence: Int, tagger: inout EntityTagger) -> [String] {
        tagger.look(at: sentence)
        return tagger.labels.map(\.name)
    }

    private func write(_ tokens: [String], labels: [String]) {
        var lines = ""
        for (token, label) in zip(tokens, labels) { lines += "\(token)\t\(label)\n" }
        if !lines.isEmpty { Terminal.write(lines, to: .output) }
    }
}
