import ArgumentParser
import Foundation
import Training

/// `warraq train words`: what is known of frequent words.
struct TrainWords: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "words",
        abstract: "Computes what the model says of frequent words, so that no worker has to.",
        discussion: """
            The model file is read, its table of known words is replaced and it is written again; its other tables stay \
            as they are. To be run last: making the entity or theme tables anew takes the known words out of the file. \
            The same command always makes the same bytes. They change no result.
            """
    )

    @Option(
        parsing: .upToNextOption,
        help: "Lists of words with how often each occurs in open text: a word, a tab, a count on each line."
    )
    var frequencies: [String] = []

    @Option(parsing: .upToNextOption, help: "Folders of texts to count words in: .txt.")
    var texts: [String] = []

    @Option(help: "How many words, from the most frequent on: 65536 at most. Each has 128 bytes.")
    var count = 19_000

    @Option(help: "The model file.")
    var into: String

    func validate() throws {
        guard !frequencies.isEmpty || !texts.isEmpty else {
            throw ValidationError("Give --frequencies FILE…, or --texts FOLDER….")
        }
        guard (1...65_536).contains(count) else { throw ValidationError("--count must be from 1 to 65536.") }
    }

    func run() throws {
        let file = URL(fileURLWithPath: into)
        let training = KnownWordsTraining(
            frequencies: frequencies.map { URL(fileURLWithPath: $0) },
            texts: texts.map { URL(fileURLWithPath: $0) },
            count: count
        )
        let tables = try training.tables(for: EntityTraining.model(of: file, readsKnownWords: false))
        try EntityTraining.put(tables, into: file)
        for (name, bytes) in tables.sorted(by: { $0.key < $1.key }) { print("\(name)\t\(bytes.count) bytes") }
    }
}
