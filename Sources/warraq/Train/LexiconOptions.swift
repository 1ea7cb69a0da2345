import ArgumentParser
import Foundation
import Training

/// The lists of others, of which the lexicon is made beside our own.
struct LexiconOptions: ParsableArguments {
    @Option(
        help:
            "A folder with the lists cldr_ar, countries, arwikicats, camel_morph, stopwords_iso; missing ones are left out."
    )
    var gazetteers: String?

    @Option(parsing: .upToNextOption, help: "Lists of towns, a name on each line: Scripts/place-names prints one.")
    var places: [String] = []

    /// - Parameter lexicons: the folders of our own lists.
    func training(lexicons: [String]) -> LexiconTraining {
        LexiconTraining(
            lexicons: lexicons.map { URL(fileURLWithPath: $0) },
            gazetteers: gazetteers.map { URL(fileURLWithPath: $0) },
            places: places.map { URL(fileURLWithPath: $0) }
        )
    }
}
