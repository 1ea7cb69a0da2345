internal import ArabicText
internal import Extraction

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// Orders words by how frequent they are, in lists and in texts.
package struct WordRanking {
    /// Folded, and whether it bears tanween: a word of its own for themes.
    private struct Word: Hashable {
        var letters: [UInt16]
        var isMarked: Bool
    }

    /// How often each word occurs, in all lists and in all texts.
    private var listed: [Word: Int] = [:]
    private var read: [Word: Int] = [:]
    private var listedTotal = 0
    private var readTotal = 0

    /// Of a word's share of texts so much counts beside that of lists, which are of far more words but of all kinds of text.
    private static let textShare = (part: 1, of: 5)
    /// Lists have no marks: of the words that may bear tanween so many are taken to.
    private static let markedShare = (part: 1, of: 4)

    package init() {}

    /// Adds a list of frequencies: a word, a tab and a count on each line. What is not one word is passed over.
    package mutating func add(frequencies text: String, name: String) throws(TrainingError) {
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            guard !line.isEmpty, line.first != "#" else { continue }
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count == 2, let count = Int(columns[1]), (1...Self.most).contains(count) else {
                throw TrainingError("\(name), line \(number): expected a word, a tab and a count")
            }
            let text = TokenizedText(String(columns[0]))
            guard text.tokens.count == 1, let letters = Self.letters(of: text.tokens[0], in: text) else { continue }
            listedTotal += count
            listed[Word(letters: letters, isMarked: false), default: 0] += count
            let marked = count * Self.markedShare.part / Self.markedShare.of
            if marked > 0, Self.mayBeMarked(letters) {
                listed[Word(letters: letters, isMarked: true), default: 0] += marked
            }
        }
    }

    /// So many of one word that sums do not overflow.
    private static let most = 1 << 40

    /// Counts the words, numbers and marks of all `.txt` files in `folder`.
    package mutating func add(folder: URL) throws(TrainingError) {
        for file in try CorpusFiles.names(in: folder) where file.hasSuffix(".txt") {
            add(try CorpusFiles.text(folder.appending(path: file)))
        }
    }

    /// Counts the words, numbers and marks of a text.
    package mutating func add(_ text: String) {
        let text = TokenizedText(text)
        for token in text.tokens {
            guard let letters = Self.letters(of: token, in: text) else { continue }
            let isMarked = WordAnalyzer.isAnalysed(token) && token.hasTanween(in: text.folded)
            read[Word(letters: letters, isMarked: isMarked), default: 0] += 1
            readTotal += 1
            // Entities do not see the mark.
            if isMarked { read[Word(letters: letters, isMarked: false), default: 0] += 1 }
        }
    }

    /// The words, from the most frequent on; of those as frequent by their letters.
    package func words() -> [(letters: [UInt16], isMarked: Bool)] {
        var shares: [Word: Int] = [:]
        for (word, count) in listed { shares[word, default: 0] += Self.share(count, of: listedTotal) }
        for (word, count) in read {
            shares[word, default: 0] += Self.share(count, of: readTotal) * Self.textShare.part / Self.textShare.of
        }
        return shares.sorted { one, other in
            if one.value != other.value { return one.value > other.value }
            if one.key.letters != other.key.letters {
                return one.key.letters.lexicographicallyPrecedes(other.key.letters)
            }
            return !one.key.isMarked
        }.map { ($0.key.letters, $0.key.isMarked) }
    }

    /// In millionths of a millionth, rounded down.
    ///
    /// - Parameter total: the sum of all counts, `count` among them.
    private static func share(_ count: Int, of total: Int) -> Int {
        // One division and one multiplication: the same on every machine.
        Int(Double(count) / Double(total) * 1e12)
    }

    private static func letters(of token: Token, in text: TokenizedText) -> [UInt16]? {
        let letters = Array(text.letters(of: token))
        return (1...WordKey.mostLetters).contains(letters.count) ? letters : nil
    }

    /// Whether a word of a list is one with tanween often: it ends in an alef that no pronoun or plural ends in.
    private static func mayBeMarked(_ letters: [UInt16]) -> Bool {
        guard letters.count > 2, letters.last == 0x627 else { return false }
        return ![0x647, 0x648, 0x646].contains(letters[letters.count - 2])
    }
}
