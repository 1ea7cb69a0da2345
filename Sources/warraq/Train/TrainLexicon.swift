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

    @Option(
        help:
            "A folder with the lists cldr_ar, countries, arwikicats, camel_morph, stopwords_iso; missing ones are left out."
    )
    var gazetteers: String?

    @Option(parsing: .upToNextOption, help: "Lists of towns, a name on each line: Scripts/place-names prints one.")
    var places: [String] = []

    @Option(help: "The model file.")
    var into: String

    func run() throws {
        let training = LexiconTraining(
            lexicons: lexicons.map { URL(fileURLWithPath: $0) },
            gazetteers: gazetteers.map { URL(fileURLWithPath: $0) },
            places: places.map { URL(fileURLWithPath: $0) }
        )
        let tables = try training.tables { FileHandle.standardError.write(Data(($0 + "\n").utf8)) }
        let isStale = try EntityTraining.put(tables, into: URL(fileURLWithPath: into))
        for (name, bytes) in tables.sorted(by: { $0.key < $1.key }) { print("\(name)\t\(bytes.count) bytes") }
        if isStale { print(KnownWordsTraining.removed) }
    }
}
