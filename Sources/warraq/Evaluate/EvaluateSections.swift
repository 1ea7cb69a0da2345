import ArgumentParser
import Training

/// `warraq evaluate sections`: scores the splitter on articles whose headings and boilerplate are marked.
struct EvaluateSections: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sections",
        abstract: "Scores the splitter on articles whose headings and boilerplate are marked.",
        discussion: """
            The corpus is a folder of .txt files in which each line begins with «H » (a heading), «B » (boilerplate) or \
            two spaces (anything else). Each article is scored as it is written, with a blank line between its \
            paragraphs, and hard-wrapped.
            """
    )

    @Option(help: "The folder.")
    var corpus: String

    @Flag(help: "Print each line that was taken for something else than it is.")
    var mistakes = false

    func run() throws {
        let corpus = try MarkedSections.corpus(corpus)
        guard !corpus.isEmpty else { throw ValidationError("\(self.corpus) holds no .txt file.") }
        for layout in MarkedSections.Layout.allCases {
            let scores = SectionScores(of: corpus, layout: layout)
            print("\(scores.articles) articles, \(layout.rawValue)               P      R     F1  found  marked")
            print("  section starts (headings)     \(Self.row(scores.headings))")
            print("  boilerplate, by line          \(Self.row(scores.boilerplateLines))")
            print("  boilerplate, by character     \(Self.row(scores.boilerplateCharacters))")
            guard mistakes else { continue }
            for mistake in scores.mistakes {
                print("  \(mistake.file):\(mistake.line): \(mistake.found), is \(mistake.expected): \(mistake.text)")
            }
        }
    }

    private static func row(_ count: SectionScores.Count) -> String {
        let shares = [count.precision, count.recall, count.f1].map { share in
            let tenths = Int((share * 1000).rounded())
            return pad("\(tenths / 10).\(tenths % 10)", 6)
        }
        return shares.joined(separator: " ") + pad("\(count.found)", 7) + pad("\(count.expected)", 8)
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
