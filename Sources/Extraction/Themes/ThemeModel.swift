internal import CPrefetch

/// The theme tables of a model: word classes and form counts, background statistics, ranker, topic vocabulary.
///
/// | table | what it holds |
/// | --- | --- |
/// | `themes.words` | form → ``WordClass`` |
/// | `themes.forms` | form → times seen without (low half) and with the article (high half) |
/// | `themes.stems` | stem → background documents that have it |
/// | `themes.ranker` | text: the trees that rank phrases; see ``RankerTable`` |
/// | `themes.terms` | stems of a term → first posting (24 bits), how many (7), whether longer terms begin so (1) |
/// | `themes.postings` | UInt32: concept (16 bits), weight (16); UInt32: endings that a term of one word has, see ``WordEnding`` |
/// | `themes.concepts` | text: code, parent's place or `-`, Arabic label, English label, tabs between |
/// | `themes.calibration` | text: how sums become scores, see ``TopicCalibration`` |
/// | `themes.subjects`, … | see ``SubjectModel`` |
package struct ThemeModel: Sendable {
    /// A concept of the topic vocabulary.
    package struct Concept: Sendable, Equatable {
        package var code: String
        /// The parent's place in the table, always before its own.
        package var parent: Int?
        package var arabicLabel: String
        package var englishLabel: String
        /// Strength at which its score is 500: see ``TopicCalibration``.
        package var half: Int
        /// Whether it is a Media Topic. What is none gathers words of other subjects and is never shown.
        package var isTopic: Bool
    }

    package let analyzer: WordAnalyzer
    /// What ranking looks at in a concept, for all of them: no texts, and nothing to be counted when it is copied.
    struct ConceptForm: Sendable {
        /// -1 for none.
        var parent: Int
        var half: Int
        var isTopic: Bool
    }

    /// Media Topics first.
    package let concepts: [Concept]
    /// Of each concept.
    let forms: [ConceptForm]
    /// How many of them are Media Topics.
    package let topicCount: Int
    package let calibration: TopicCalibration
    package let subjects: SubjectModel
    package let ranker: PhraseRanker
    let forest: PhraseForest
    /// How many documents the background statistics were counted in.
    package let backgroundDocuments: Int
    private let stems: HashedTable
    /// The rarity of a stem by how many background documents have it, up to ``mostRarities``.
    private let rarities: [Int32]
    private static let mostRarities = 4095
    private let terms: HashedTable
    /// Lives as long as the process: see ``ModelFile/bytes``.
    nonisolated(unsafe) private let postings: UnsafeRawBufferPointer

    /// Reads the theme tables of a model. Of a model that has none, nothing is found and nothing ranked.
    package init(file: ModelFile) throws(ModelError) {
        func text(_ name: String) -> String {
            String(decoding: file.table(name) ?? .init(start: nil, count: 0), as: UTF8.self)
        }
        analyzer = WordAnalyzer(
            words: try HashedTable("themes.words", of: file),
            forms: try HashedTable("themes.forms", of: file)
        )
        stems = try HashedTable("themes.stems", of: file)
        terms = try HashedTable("themes.terms", of: file)
        postings = file.table("themes.postings") ?? UnsafeRawBufferPointer(start: nil, count: 0)
        let table = try RankerTable(text("themes.ranker"))
        ranker = table.ranker
        forest = PhraseForest(table.ranker)
        backgroundDocuments = table.backgroundDocuments
        rarities = (0...min(table.backgroundDocuments, Self.mostRarities)).map {
            Self.rarity(inDocuments: $0, of: table.backgroundDocuments)
        }
        calibration = try TopicCalibration(table: text("themes.calibration"))
        subjects = try SubjectModel(file: file)
        concepts = try Self.concepts(in: text("themes.concepts"), calibration: calibration)
        forms = concepts.map { ConceptForm(parent: $0.parent ?? -1, half: $0.half, isTopic: $0.isTopic) }
        topicCount = concepts.firstIndex { !$0.isTopic } ?? concepts.count
    }

    /// All that is known of a word of two letters or more by itself.
    func analysis(of letters: WordLetters, hasTanween: Bool) -> WordAnalysis {
        var analysis = analyzer.analysis(of: letters, hasTanween: hasTanween)
        analysis.entry = entry(of: analysis.hash)
        analysis.ending = WordEnding(letters.dropFirst(analysis.stem.upperBound))
        return analysis
    }

    /// In how many background documents a stem stands.
    @inline(__always)
    package func documentFrequency(ofStem hash: UInt32) -> Int { Int(stems[hash] ?? 0) }

    /// How rare a stem is in open text, from 0 to 1023 for one that background documents have; 1024 for one that none has.
    @inline(__always)
    func rarity(ofStem hash: UInt32) -> Int32 {
        let documents = documentFrequency(ofStem: hash)
        return documents < rarities.count
            ? rarities[documents] : Self.rarity(inDocuments: documents, of: backgroundDocuments)
    }

    private static func rarity(inDocuments documents: Int, of all: Int) -> Int32 {
        guard documents > 0 else { return 1024 }
        return Int32(max(0, 1023 - FixedPoint.log2(documents + 1) * 1024 / max(1, FixedPoint.log2(all + 1))))
    }

    /// Has the processor fetch what ``rarity(ofStem:)`` will look up.
    @inline(__always)
    func fetchDocumentFrequency(ofStem hash: UInt32) { stems.fetch(hash) }

    /// What the vocabulary has of a term: 0 for nothing, or else for ``term(_:)``.
    @inline(__always)
    func entry(of hash: UInt32) -> UInt32 { terms[hash] ?? 0 }

    /// Has the processor fetch what stands of a word that has this entry, and what of it with the next word behind it.
    @inline(__always)
    func fetch(_ entry: UInt32, of word: UInt32, before next: UInt32) {
        let (postings, goesOn) = term(entry)
        if let base = self.postings.baseAddress { prefetch(base + min(postings.lowerBound * 8, self.postings.count)) }
        if goesOn { terms.fetch(StemHash.join(word, next)) }
    }

    /// The postings of an entry's term, and whether a longer term begins with it.
    @inline(__always)
    func term(_ entry: UInt32) -> (postings: Range<Int>, goesOn: Bool) {
        let first = Int(entry >> 8)
        return (first..<first + Int(entry >> 1 & 0x7F), entry & 1 == 1)
    }

    /// In place of a concept: the words of the term say nothing in it. Such a posting is a term's last.
    package static let silence = 0xFFFF

    /// Whether the words of the term with these postings say nothing in it.
    @inline(__always)
    func silencesItsWords(_ postings: Range<Int>) -> Bool {
        postings.last.map { posting($0).concept == Self.silence } ?? false
    }

    var postingCount: Int { postings.count / 8 }

    /// The concept, weight and endings at `index`; concept `Int.max` behind the table's end, ``silence`` where the term
    /// silences its words.
    @inline(__always)
    func posting(_ index: Int) -> (concept: Int, weight: Int, endings: UInt32) {
        guard index * 8 + 8 <= postings.count else { return (Int.max, 0, 0) }
        let value = UInt32(littleEndian: postings.loadUnaligned(fromByteOffset: index * 8, as: UInt32.self))
        let endings = UInt32(littleEndian: postings.loadUnaligned(fromByteOffset: index * 8 + 4, as: UInt32.self))
        return (Int(value >> 16), Int(value & 0xFFFF), endings)
    }

    private static func concepts(
        in table: String,
        calibration: TopicCalibration
    ) throws(ModelError) -> [Concept] {
        var concepts: [Concept] = []
        for line in table.split(separator: "\n") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 4 else { throw ModelError("the model's table themes.concepts is broken: «\(line)»") }
            let parent = Int(fields[1])
            guard parent.map({ (0..<concepts.count).contains($0) }) ?? true else {
                throw ModelError("the model's table themes.concepts is broken: \(fields[0]) stands before its parent")
            }
            concepts.append(
                Concept(
                    code: fields[0],
                    parent: parent,
                    arabicLabel: fields[2],
                    englishLabel: fields[3],
                    half: calibration.halves[fields[0]] ?? calibration.half,
                    isTopic: !fields[0].hasPrefix("x-")
                )
            )
        }
        return concepts
    }
}
