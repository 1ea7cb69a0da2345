import ArgumentParser
import Training

/// `warraq train themes`: word statistics, phrase ranker and topic vocabulary.
struct TrainThemes: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes",
        abstract: "Makes the theme tables: word statistics, phrase ranker, topic vocabulary.",
        discussion: """
            The model file is read, its theme tables are replaced and it is written again; its other tables stay as \
            they are, but for the known words, which are taken out: `warraq train words` makes them anew. The same \
            command always makes the same bytes. Documentation/Themes.md says what the tables hold.
            """
    )

    @Option(help: "The AKEC corpus: documents, keyphrases, train.ids and dev.ids.")
    var akec: String

    @Option(
        parsing: .upToNextOption,
        help: "Folders of open text to count words in: .txt, .tsv with a column «text», .json in SQuAD's format."
    )
    var background: [String]

    @Option(help: "IPTC Media Topics: the folder of mediatopic_ar_partial.tsv, for the Arabic labels.")
    var iptc: String

    @Option(help: "The theme lexicon: words, verbs, concepts, calibration and ranker, .tsv each, and topics/*.tsv.")
    var lexicons = "Lexicons/themes"

    @Option(
        parsing: .upToNextOption,
        help: "Sentences with subjects to train the sentence model on: .tsv with the columns category and text."
    )
    var subjects: [String] = []

    @Option(parsing: .upToNextOption, help: "Topics of texts in --background and --texts, to calibrate scores on.")
    var annotations: [String] = []

    @Option(parsing: .upToNextOption, help: "Phrases that readers judged, of texts in --background and --texts.")
    var phrases: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: "Folders of further texts that --annotations and --phrases speak of; their words are not counted."
    )
    var texts: [String] = []

    @Option(help: "The model file to put the tables into; it is made where it does not exist.")
    var into = "warraq.model"

    func run() throws {
        let tables = try ThemeTraining(
            akecFolder: akec,
            backgroundFolders: background,
            iptcFolder: iptc,
            lexiconFolder: lexicons,
            modelFile: into,
            subjectFiles: subjects,
            annotationFiles: annotations,
            phraseFiles: phrases,
            textFolders: texts
        ).tables()
        let isStale = try ThemeTraining.put(tables, into: into)
        for (name, bytes) in tables.sorted(by: { $0.key < $1.key }) {
            print("\(name)\t\(bytes.count) bytes")
        }
        if isStale { print(KnownWordsTraining.removed) }
    }
}
