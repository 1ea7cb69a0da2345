package import ArabicText
internal import Extraction

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// Makes the segmentation tables of a model from a segmented corpus, lexicons and open text.
package struct SegmentationTraining {
    package struct Options: Sendable, Equatable {
        package var epochs = 15
        /// Models with different seeds whose weights are added.
        package var models = 3
        package var seed: UInt64 = 1
        /// 2 to this power is the number of weights.
        package var rowBits = 17

        package init() {}
    }

    private let options: Options
    private var facts: [UInt64: SegmentationLexicon.Facts] = [:]
    private var forms: [[UInt16]: Int] = [:]
    private var formCount = 0

    package init(options: Options = .init()) { self.options = options }

    // MARK: What is known of words

    /// Counts the words of a text.
    package mutating func count(wordsOf text: String) {
        var word = String.UnicodeScalarView()
        func isLetter(_ scalar: Unicode.Scalar) -> Bool {
            (0x621...0x63A).contains(scalar.value) || (0x641...0x64A).contains(scalar.value)
        }
        func isMark(_ scalar: Unicode.Scalar) -> Bool {
            (0x64B...0x652).contains(scalar.value) || scalar.value == 0x670 || scalar.value == 0x640
        }
        for scalar in text.unicodeScalars where !isMark(scalar) {
            if isLetter(scalar) {
                word.append(scalar)
            } else if !word.isEmpty {
                count(word: String(word))
                word = String.UnicodeScalarView()
            }
        }
        if !word.isEmpty { count(word: String(word)) }
    }

    private mutating func count(word: String) {
        forms[SegmentationLetters.fold(word), default: 0] += 1
        formCount += 1
    }

    /// Counts the words of all files in a folder: `.txt`, `.json` (the values of `context`), `.conll` (first column).
    package mutating func count(folder: URL) throws(TrainingError) {
        for file in try CorpusFiles.names(in: folder) {
            let path = folder.appending(path: file)
            if file.hasSuffix(".txt") {
                count(wordsOf: try CorpusFiles.text(path))
            } else if file.hasSuffix(".json") {
                for context in try CorpusFiles.json(path).values(ofKey: "context") { count(wordsOf: context) }
            } else if file.hasSuffix(".conll") {
                for line in try CorpusFiles.text(path).split(separator: "\n") {
                    if let word = line.split(separator: " ").first { count(wordsOf: String(word)) }
                }
            }
        }
    }

    /// Takes each word of a name for a name.
    package mutating func add(name: String) {
        var depth = 0
        var kept = ""
        for character in name {
            if character == "(" { depth += 1 }
            if depth == 0 { kept.append(character) }
            if character == ")" { depth = max(0, depth - 1) }
        }
        for word in kept.split(whereSeparator: { !$0.isLetter }) {
            facts[SegmentationHash(SegmentationLetters.fold(word)).value, default: .init()].isName = true
        }
    }

    package mutating func add(adjective: String) {
        facts[SegmentationHash(SegmentationLetters.fold(adjective)).value, default: .init()].isAdjective = true
    }

    /// The project's own lists of names, and of `gazetteers` the lists of countries, ArWikiCats and CAMeL's lexicon.
    package mutating func add(lexicons: URL, gazetteers: URL?) throws(TrainingError) {
        for name in try CorpusFiles.names(in: lexicons) where name.hasSuffix(".tsv") {
            let file = try LexiconFile(CorpusFiles.text(lexicons.appending(path: name)), name: name)
            for form in file.things.flatMap(\.forms) { add(name: form) }
        }
        guard let gazetteers else { return }
        for name in ["cities_full", "peoples", "Clubs_key", "companies_data", "regions", "popopo"] {
            let path = gazetteers.appending(path: "arwikicats/\(name).json")
            guard FileManager.default.fileExists(atPath: path.path) else { continue }
            for value in try CorpusFiles.json(path).allStrings { add(name: value) }
        }
        let countries = gazetteers.appending(path: "countries/country_nisba.tsv")
        if FileManager.default.fileExists(atPath: countries.path) {
            for line in try CorpusFiles.text(countries).split(separator: "\n").dropFirst() {
                let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
                if columns.count > 3 { add(name: String(columns[3])) }
            }
        }
        for lemma in try Self.lemmas(gazetteers.appending(path: "camel_morph/MSA-Noun-Prop-LEX.csv")) {
            add(name: lemma)
        }
        for lemma in try Self.lemmas(gazetteers.appending(path: "camel_morph/MSA-Adj-LEX.csv")) {
            add(adjective: lemma)
        }
    }

    private static func lemmas(_ file: URL) throws(TrainingError) -> [String] {
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        let rows = CommaSeparated.rows(try CorpusFiles.text(file))
        guard let column = rows.first?.firstIndex(of: "LEMMA") else {
            throw TrainingError("\(file.lastPathComponent): no column LEMMA")
        }
        return rows.dropFirst().compactMap { row in
            row.count > column ? Buckwalter.arabic(row[column].replacing("_", with: "")) : nil
        }
    }

    // MARK: Learning

    /// The tables by name, learnt from `words`.
    package func tables(from words: [SegmentedWord], report: (String) -> Void) throws(TrainingError) -> [String:
        [UInt8]]
    {
        var counts: [SegmentedWord: Int] = [:]
        for word in words where word.isArabic { counts[word, default: 0] += 1 }
        guard !counts.isEmpty else { throw TrainingError("the corpus has no words") }
        let learnt = counts.sorted { $0.key.parts.joined(separator: "+") < $1.key.parts.joined(separator: "+") }.map {
            SegmentationLearner.Word(
                letters: SegmentationLetters.fold($0.key.word),
                parts: $0.key.parts.map { SegmentationLetters.fold($0) },
                count: $0.value
            )
        }
        var stemCounts: [UInt64: Int] = [:]
        var missing = 0
        for word in learnt {
            if let right = word.rightReading {
                stemCounts[SegmentationHash(right.stem).value, default: 0] += 1
            } else {
                missing += 1
            }
        }
        report("\(words.count) words, \(learnt.count) different, \(missing) of them with affixes in no table")
        report("\(formCount) words of open text, \(forms.count) different; \(facts.count) names and adjectives")
        var known = facts
        var formCounts: [UInt64: Int] = [:]
        for (form, count) in forms { formCounts[SegmentationHash(form).value, default: 0] += count }
        for (hash, count) in formCounts { known[hash, default: .init()].form = SegmentationLexicon.level(count: count) }
        for (hash, count) in stemCounts { known[hash, default: .init()].stem = SegmentationLexicon.level(count: count) }
        let first = learn(learnt, knowing: known, stemCounts: stemCounts, report: report)
        for (hash, count) in try stems(ofOpenTextBy: first, without: Set(learnt.map(\.letters))) {
            known[hash, default: .init()].openStem = SegmentationLexicon.level(count: count)
        }
        return learn(learnt, knowing: known, stemCounts: stemCounts, report: report)
    }

    /// How many different words of open text have each stem, cut by a first model. Words that were learnt do not
    /// count: they would vouch for themselves.
    private func stems(
        ofOpenTextBy tables: [String: [UInt8]],
        without learnt: Set<[UInt16]>
    ) throws(TrainingError) -> [UInt64: Int] {
        var segmenter = try Self.segmenter(tables)
        var stems: [UInt64: Int] = [:]
        for form in forms.keys where !learnt.contains(form) {
            let stem = segmenter.segmentation(of: form).stem
            stems[SegmentationHash(form[stem]).value, default: 0] += 1
        }
        return stems
    }

    private func learn(
        _ words: [SegmentationLearner.Word],
        knowing known: [UInt64: SegmentationLexicon.Facts],
        stemCounts: [UInt64: Int],
        report: (String) -> Void
    ) -> [String: [UInt8]] {
        let lexicon = SegmentationLexicon.table(known)
        var sums = [Double](repeating: 0, count: 1 << options.rowBits)
        KeptBytes.copying(lexicon) { bytes in
            for model in 1...max(1, options.models) {
                var learner = SegmentationLearner(
                    words: words,
                    lexicon: SegmentationLexicon(bytes: bytes),
                    stemCounts: stemCounts,
                    rowBits: options.rowBits
                )
                var random = SplitMix64(seed: options.seed &* 1_000_003 &+ UInt64(model))
                var right = 0.0
                for _ in 0..<max(1, options.epochs) { right = learner.learn(using: &random) }
                for (row, weight) in learner.learnt.enumerated() { sums[row] += weight }
                let tenths = Int(right * 1000)
                report("model \(model) of \(options.models): \(tenths / 10).\(tenths % 10) % of words read right")
            }
        }
        return [
            SegmentationModel.lexiconTableName: lexicon,
            SegmentationModel.weightsTableName: SegmentationLearner.table(sums),
        ]
    }

    /// A segmenter that reads `tables` from memory that is never freed.
    package static func segmenter(_ tables: [String: [UInt8]]) throws(TrainingError) -> WordSegmenter {
        let model = KeptBytes.copying(tables[SegmentationModel.lexiconTableName] ?? []) { lexicon in
            KeptBytes.copying(tables[SegmentationModel.weightsTableName] ?? []) { weights in
                SegmentationModel(lexicon: lexicon, weights: weights)
            }
        }
        guard let model else { throw TrainingError("the model has no segmentation tables") }
        return WordSegmenter(model: model)
    }
}

extension JSONValue {
    /// All strings in it, members by key.
    var allStrings: [String] {
        switch self {
        case .string(let string): [string]
        case .object: members.flatMap(\.value.allStrings)
        case .array(let elements): elements.flatMap(\.allStrings)
        case .other: []
        }
    }
}
