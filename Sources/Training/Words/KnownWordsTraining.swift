package import Extraction

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// Makes the table of known words: what the entity and theme tables of a model say of frequent words.
package struct KnownWordsTraining {
    /// Lists of words with their frequencies, and folders of texts.
    private let frequencies: [URL]
    private let texts: [URL]
    private let count: Int

    /// - Parameter count: how many words, 65,536 at most.
    package init(frequencies: [URL], texts: [URL], count: Int) {
        self.frequencies = frequencies
        self.texts = texts
        self.count = count
    }

    /// The table for `model`, by its name. The same files always give the same bytes.
    package func tables(for model: Model) throws(TrainingError) -> [String: [UInt8]] {
        guard let maker = KnownWordMaker(model: model) else {
            throw TrainingError("the model has no entity weights: make its other tables first")
        }
        var ranking = WordRanking()
        for file in frequencies {
            try ranking.add(frequencies: CorpusFiles.text(file), name: file.lastPathComponent)
        }
        for folder in texts { try ranking.add(folder: folder) }
        let words = ranking.words()
        guard !words.isEmpty else { throw TrainingError("there are no words in the lists and texts") }
        return [KnownWords.tableName: maker.table(of: words, count: count)]
    }

    /// Takes the known words out of a model's tables, which are of no use beside new tables that words are computed with.
    /// Returns whether there were any to be taken out.
    @discardableResult
    static func removeStale(from tables: inout [String: [UInt8]], beside new: some Sequence<String>) -> Bool {
        let isComputedWith = new.contains { $0.hasPrefix("entities.") || $0.hasPrefix("themes.") }
        return isComputedWith && tables.removeValue(forKey: KnownWords.tableName) != nil
    }

    /// What a command says that has taken them out.
    package static let removed = "\(KnownWords.tableName)\tremoved: make it anew with `warraq train words`"
}
