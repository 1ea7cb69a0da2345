internal import ArabicText
package import Extraction

/// Makes the theme tables of a model from the lexicon and background texts.
package struct ThemeCompiler {
    private let lexicon: ThemeLexicon
    private let background: [TokenizedText]

    package init(lexicon: ThemeLexicon, background: [String]) {
        self.lexicon = lexicon
        self.background = background.map { TokenizedText($0) }
    }

    /// All tables; the ranker has no trees yet.
    package func tables() throws(ThemeTrainingError) -> [String: [UInt8]] {
        let words = HashedTable.encode(wordTable())
        let forms = HashedTable.encode(formTable())
        let analyzer = try Self.analyzer(words: words, forms: forms)
        let (terms, postings) = try termTables(analyzer)
        let places = Dictionary(uniqueKeysWithValues: lexicon.concepts.enumerated().map { ($1.code, $0) })
        let concepts = lexicon.concepts.map { concept in
            let parent = concept.parent.flatMap { places[$0] }.map(String.init) ?? "-"
            return [concept.code, parent, concept.arabicLabel, concept.englishLabel].joined(separator: "\t") + "\n"
        }
        return [
            "themes.words": words,
            "themes.forms": forms,
            "themes.stems": HashedTable.encode(stemTable(analyzer)),
            "themes.terms": HashedTable.encode(terms),
            "themes.postings": postings.flatMap { withUnsafeBytes(of: $0.littleEndian, Array.init) },
            "themes.concepts": Array(concepts.joined().utf8),
            "themes.calibration": Array(lexicon.calibration.table.utf8),
            "themes.ranker": Array(ranker(PhraseRanker()).text.utf8),
        ]
    }

    /// The table of a ranker with these trees and the lexicon's adjustments.
    package func ranker(_ ranker: PhraseRanker) -> RankerTable {
        var ranker = ranker
        ranker.adjustments = lexicon.adjustments
        return RankerTable(ranker: ranker, backgroundDocuments: max(1, background.count))
    }

    /// The model that these tables make. Its bytes are kept for the life of the process, as a model's must be.
    package static func model(of tables: [String: [UInt8]]) throws(ThemeTrainingError) -> ThemeModel {
        do {
            return try ThemeModel(file: ModelFile(bytes: KeptBytes.copy(of: ModelFile.encode(tables))))
        } catch {
            throw ThemeTrainingError(error.description)
        }
    }

    private static func analyzer(words: [UInt8], forms: [UInt8]) throws(ThemeTrainingError) -> WordAnalyzer {
        do {
            return WordAnalyzer(
                words: try HashedTable(KeptBytes.copy(of: words), name: "themes.words"),
                forms: try HashedTable(KeptBytes.copy(of: forms), name: "themes.forms")
            )
        } catch {
            throw ThemeTrainingError(error.description)
        }
    }

    private func wordTable() -> [UInt32: UInt32] {
        var table: [UInt32: UInt32] = [:]
        for (form, classes) in lexicon.words {
            table[StemHash.hash(FoldedText(folding: form).letters), default: 0] |= classes
        }
        // What the lists call a noun is no verb, whatever forms verbs have.
        for (hash, value) in table {
            let classes = WordClass(rawValue: value)
            if classes.contains(.verb) {
                let isNoun = !classes.isDisjoint(with: [.noun, .generic])
                table[hash] = classes.subtracting(isNoun ? .verb : .adjective).rawValue
            }
        }
        return table
    }

    /// How often each form stands without and with the article, «بال» and «لل» counted as with it.
    private func formTable() -> [UInt32: UInt32] {
        let alef: UInt16 = 0x627
        let lam: UInt16 = 0x644
        var table: [UInt32: UInt32] = [:]
        for text in background {
            for token in text.tokens where token.kind == .arabic {
                let letters = text.letters(of: token)
                var rest = letters
                if let first = rest.first, [0x648, 0x641].contains(first), rest.count > 4 { rest = rest.dropFirst() }
                if let first = rest.first, [0x628, 0x643].contains(first), rest.count > 4 { rest = rest.dropFirst() }
                let second = rest.dropFirst().first
                let isDefinite = rest.count >= 4 && second == lam && (rest.first == alef || rest.first == lam)
                let hash = StemHash.hash(isDefinite ? rest.dropFirst(2) : letters)
                let value = table[hash] ?? 0
                if isDefinite {
                    if value >> 16 < 0xFFFF { table[hash] = value + 0x10000 }
                } else if value & 0xFFFF < 0xFFFF {
                    table[hash] = value + 1
                }
            }
        }
        return table
    }

    private func stemTable(_ analyzer: WordAnalyzer) -> [UInt32: UInt32] {
        var table: [UInt32: UInt32] = [:]
        for text in background {
            var seen: Set<UInt32> = []
            for token in text.tokens {
                let word = analyzer.word(token, in: text.folded)
                if word.kind == .content, seen.insert(word.hash).inserted { table[word.hash, default: 0] += 1 }
            }
        }
        return table
    }

    /// Terms and postings, two numbers each; what speaks for a concept speaks for its parents, once.
    private func termTables(
        _ analyzer: WordAnalyzer
    ) throws(ThemeTrainingError) -> (terms: [UInt32: UInt32], postings: [UInt32]) {
        let places = Dictionary(uniqueKeysWithValues: lexicon.concepts.enumerated().map { ($1.code, $0) })
        var vocabulary = TermVocabulary(analyzer: analyzer)
        for list in lexicon.terms {
            // A class of words, which no report shows, is matched by stems alone.
            let isClass = list.code.hasPrefix("x-")
            for term in list.terms {
                let isExact = term.hasPrefix("=")
                let word = isExact ? String(term.dropFirst()) : term
                var concept: String? = list.code
                while let code = concept, let place = places[code] {
                    try vocabulary.add(
                        word,
                        for: place,
                        weight: list.weight,
                        in: isClass ? .byStem : isExact ? .asWritten : .inflected
                    )
                    concept = lexicon.concepts[place].parent
                }
            }
        }
        let classes = Set(lexicon.concepts.indices.filter { lexicon.concepts[$0].code.hasPrefix("x-") })
        for word in lexicon.silent { try vocabulary.silence(word, exceptFor: classes) }
        return vocabulary.tables()
    }
}
