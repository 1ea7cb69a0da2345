internal import Extraction

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// Makes the lexicon's tables of a model from lists of names.
package struct LexiconTraining {
    /// Folders of the project's own lists.
    package var lexicons: [URL]
    /// The lists of others; `nil`: none.
    package var gazetteers: URL?
    /// Lists of towns, a name on each line.
    package var places: [URL]

    package init(lexicons: [URL], gazetteers: URL?, places: [URL] = []) {
        self.lexicons = lexicons
        self.gazetteers = gazetteers
        self.places = places
    }

    /// The tables by name. `report` gets lines that say what is in them.
    package func tables(report: (String) -> Void) throws(TrainingError) -> [String: [UInt8]] {
        let compiler = try GazetteerCompiler(lexicons: lexicons, gazetteers: gazetteers, places: places)
        compiler.summary.forEach(report)
        return [Gazetteer.tableName: compiler.table(), EntityWords.tableName: compiler.wordTable()]
    }
}
