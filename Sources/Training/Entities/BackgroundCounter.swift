internal import ArabicText
internal import Extraction

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// Counts the words of open text, and makes of the counts how each is used: ``WordProfile``.
package struct BackgroundCounter {
    /// By the folded letters, clitics and all.
    private var counts: [[UInt16]: Int] = [:]
    package private(set) var wordCount = 0

    /// Words that are rarer, in so many, are left out of the table: they are too many, and a word that is not there
    /// is rare as well.
    private static let rarest = 50_000_000

    package init() {}

    /// Counts all files below `folder`: `.txt` as text, `.json` the values of `context`, as SQuAD has them.
    package mutating func add(folder: URL) throws(TrainingError) {
        for file in try CorpusFiles.names(in: folder) {
            let path = folder.appending(path: file)
            if file.hasSuffix(".txt") {
                add(try CorpusFiles.text(path))
            } else if file.hasSuffix(".json") {
                for context in try CorpusFiles.json(path).values(ofKey: "context") { add(context) }
            }
        }
    }

    /// Counts the words of a text.
    package mutating func add(_ text: String) {
        let text = TokenizedText(text)
        for token in text.tokens where token.kind == .arabic {
            add(Array(text.letters(of: token)), count: 1)
        }
    }

    /// Adds a list of frequencies: a word and how often it occurs on each line, with a tab between them. Words of other
    /// scripts are passed over.
    package mutating func add(frequencies text: String, name: String) throws(TrainingError) {
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            guard !line.isEmpty, line.first != "#" else { continue }
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count == 2, let count = Int(columns[1]), count > 0 else {
                throw TrainingError("\(name), line \(number): expected a word, a tab and a count")
            }
            add(FoldedText(folding: String(columns[0])).letters, count: count)
        }
    }

    private mutating func add(_ letters: [UInt16], count: Int) {
        guard !letters.isEmpty, letters.allSatisfy({ 0x620...0x64A ~= $0 }) else { return }
        counts[letters, default: 0] += count
        wordCount += count
    }

    /// The table for the model file.
    package func table() -> [UInt8] {
        let stems = stems()
        let least = max(1, wordCount / Self.rarest)
        var profiles: [UInt64: WordProfile] = [:]
        for (stem, count) in stems where count >= least && stem.count > 1 {
            // What is another word with a clitic is looked up by that one.
            let isCovered = Self.cuts(of: stem).contains { stems[$0.rest] ?? 0 >= count }
            if !isCovered { profiles[LetterHash.name(stem)] = profile(of: stem, count: count, stems: stems) }
        }
        return BackgroundVocabulary.table(profiles: profiles, total: wordCount)
    }

    /// How often each word occurs, with and without clitics. What is only found behind one and the same clitic is no
    /// word: «اشنطن» is what is left of «واشنطن».
    private func stems() -> [[UInt16]: Int] {
        var stems: [[UInt16]: (count: Int, clitics: UInt8)] = [:]
        for (letters, count) in counts {
            stems[letters, default: (0, 0)].count += count
            for (rest, clitic) in Self.cuts(of: letters) {
                stems[rest, default: (0, 0)].count += count
                stems[rest]?.clitics |= clitic
            }
        }
        return stems.compactMapValues { $0.clitics.nonzeroBitCount > 1 ? $0.count : nil }
            .merging(counts.keys.map { ($0, stems[$0]?.count ?? 0) }) { first, _ in first }
    }

    /// What is left of a word when one clitic after another is cut off, each once, and a bit for the last one cut.
    private static func cuts(of letters: [UInt16]) -> [(rest: [UInt16], clitic: UInt8)] {
        let cuts = letters.withUnsafeBufferPointer { CliticCuts($0) }
        var forms: [(rest: [UInt16], clitic: UInt8)] = []
        func add(_ rest: [UInt16], _ clitic: UInt8) {
            if rest != letters, !forms.contains(where: { $0.rest == rest }) { forms.append((rest, clitic)) }
        }
        if letters.starts(with: article), letters.count > 3 { add(Array(letters.dropFirst(2)), 1) }
        if cuts.conjunction > 0 {
            let rest = Array(letters.dropFirst(cuts.conjunction))
            add(rest, letters[0] == ArabicLetter.waw ? 2 : 4)
            if rest.starts(with: article), rest.count > 3 { add(Array(rest.dropFirst(2)), 1) }
        }
        if cuts.preposition > cuts.conjunction {
            let rest = Array(letters.dropFirst(cuts.preposition))
            let letter = letters[cuts.preposition - 1]
            add(
                cuts.isContracted ? [ArabicLetter.alef] + rest : rest,
                letter == ArabicLetter.beh ? 8 : letter == ArabicLetter.lam ? 16 : 32
            )
        }
        if cuts.article > cuts.preposition { add(Array(letters.dropFirst(cuts.article)), 1) }
        return forms
    }

    private static let article = Array("ال".utf16)

    private func profile(of stem: [UInt16], count: Int, stems: [[UInt16]: Int]) -> WordProfile {
        // Behind pronouns and plurals ة, folded to ه, is ت or gone.
        let isFeminine = stem.last == 0x647
        let base = isFeminine ? Array(stem.dropLast()) : stem
        let bound = isFeminine ? base + [0x62A] : stem
        func exact(_ prefixes: [String]) -> Int {
            prefixes.reduce(0) { $0 + (counts[Array($1.utf16) + stem] ?? 0) }
        }
        func behind(_ start: [UInt16], _ suffixes: [String]) -> Int {
            suffixes.reduce(0) { $0 + (stems[start + Array($1.utf16)] ?? 0) }
        }
        let shares: [WordProfile.Share: Int] = [
            .article: exact(["ال", "وال", "بال", "لل", "كال", "فال", "ولل", "وبال"]),
            .preposition: exact(["ب", "ل", "ك", "وب", "ول", "و"]),
            .pronoun: behind(bound, ["ها", "هم", "هما", "نا", "كم"]) + (isFeminine ? behind(bound, ["ه"]) : 0),
            .plural: behind(base, ["ات", "ون", "ين"]),
            .nisba: behind(base, ["ي", "يه"]),
            .verb: exact(["ي", "ت", "ن", "سي", "ست"]) + (counts[base + [0x62A]] ?? 0) + behind(base, ["وا", "تم"]),
        ]
        return WordProfile(count: count, shares: WordProfile.Share.allCases.map { shares[$0] ?? 0 })
    }
}
