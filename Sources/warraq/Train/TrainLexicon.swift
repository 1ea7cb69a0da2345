import ArgumentParser
import Foundation
import Training

/// `warraq train lexicon`: the lexicon alone, beside weights that are there.
struct TrainLexicon: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon",
        abstract: "Makes the lexicon of names anew, and leaves the tagger's weights as they are.",
        discussion: """
            For names that the tagger is to know and has not learnt with: `warraq train entities` has weights that rest \
            on the lists which it was given, and from longer ones learns to doubt more of what is in none.

            The lexicon's tables are replaced; the other tables of the file stay as they are, but for the known words, \
            which are taken out: `warraq train words` makes them anew. The same command always makes the same bytes.
            """
    )

    @Option(parsing: .upToNextOption, help: "The folders of our own lists.")
    var lexicons = ["Lexicons/entities", "Lexicons/further"]

    @OptionGroup
    var lists: LexiconOptions

    @Option(help: "The model file.")
    var into: String

    func run() throws {
        let file = URL(fileURLWithPath: into)
        // A file that is none, or not there, is not made one.
        _ = try EntityTraining.model(of: file, readsKnownWords: false)
        let tables = try lists.training(lexicons: lexicons)
            .tables { FileHandle.standardError.write(Data(($0 + "\n").utf8)) }
        let isStale = try EntityTraining.put(tables, into: file)
        for (name, bytes) in tables.sorted(by: { $0.key < $1.key }) { print("\(name)\t\(bytes.count) bytes") }
        if isStale { print(KnownWordsTraining.removed) }
    }
}
