import Extraction
import Testing
import Training

@Suite("Putting other names in the places of persons and organisations")
struct MentionReplacementTests {
    private static let names: [(name: String, classes: GazetteerClasses)] = [
        ("فهد", .givenName), ("عبدالله", .givenName), ("ضيف الله", .givenName), ("العتيبي", .familyName),
        ("آل سعود", .familyName), ("وادي دجلة", .club), ("سوليكس", .company),
    ]
    private static let listed: [(name: String, classes: GazetteerClasses)] = [("الوكرة", .club), ("سابك", .company)]

    private static func made(of corpus: String, share: UInt64 = 100, seed: UInt64 = 1) throws -> [TaggedSentence] {
        var replacement = try MentionReplacement(
            names: names,
            listed: listed,
            gazetteer: Model.embedded().gazetteer,
            seed: seed
        )
        return replacement.sentences(madeOf: try ConllReader.sentences(in: corpus, name: "corpus"), share: share)
    }

    private static let corpus = """
        زار O
        أحمد B-PERS
        سالم I-PERS
        مدينة O
        باريس B-LOC
        . O
        """

    @Test("the person is another, all around stays, for each seed", arguments: UInt64(1)...40)
    func replaces(seed: UInt64) throws {
        // One in ten stays as it was, and is then no new sentence.
        for sentence in try Self.made(of: Self.corpus, seed: seed) {
            #expect(sentence.tokens.count == sentence.labels.count)
            #expect(sentence.tokens.first == "زار" && sentence.tokens.suffix(3) == ["مدينة", "باريس", "."])
            #expect(sentence.labels.suffix(3).map(\.name) == ["O", "B-LOC", "O"])
            let mentions = EntityLabel.mentions(in: sentence.labels)
            #expect(mentions.map(\.type) == [.person, .location])
            let name = sentence.tokens[mentions[0].tokens]
            #expect(name.count >= 2 && Array(name) != ["أحمد", "سالم"])
            #expect(["فهد", "عبدالله", "عبد", "ضيف"].contains(name.first))
            // What stands between the verb and the name is a title.
            let between = sentence.labels[1..<mentions[0].tokens.lowerBound]
            #expect(between.allSatisfy { $0.isOutside })
        }
    }

    @Test("the same seed makes the same sentences, another one others")
    func seeds() throws {
        let corpus = [String](repeating: Self.corpus, count: 10).joined(separator: "\n\n")
        #expect(try Self.made(of: corpus) == Self.made(of: corpus))
        #expect(try Self.made(of: corpus) != Self.made(of: corpus, seed: 2))
        #expect(try Self.made(of: corpus).count >= 5)
        #expect(try Self.made(of: corpus, share: 0).isEmpty)
    }

    @Test("a clitic stays before the new name", arguments: UInt64(1)...10)
    func clitics(seed: UInt64) throws {
        for sentence in try Self.made(of: "زار O\nومحمد B-PERS\nالبرادعي I-PERS", seed: seed) {
            #expect(sentence.tokens[1].hasPrefix("و"))
            #expect(sentence.labels[1].name == "B-PER")
        }
    }

    @Test("an organisation is another of its kind, by the lexicon or by the word before", arguments: UInt64(1)...20)
    func organizations(seed: UInt64) throws {
        let cases: [(corpus: String, others: Set<String>)] = [
            ("فاز O\nريال B-ORG\nمدريد I-ORG\nأمس O", ["الوكرة", "وادي دجلة"]),
            ("أعلنت O\nشركة O\nبروليكس B-ORG\nأمس O", ["سابك", "سوليكس"]),
        ]
        for (corpus, others) in cases {
            for sentence in try Self.made(of: corpus, seed: seed) {
                let mentions = EntityLabel.mentions(in: sentence.labels)
                #expect(mentions.map(\.type) == [.organization])
                #expect(others.contains(sentence.tokens[mentions[0].tokens].joined(separator: " ")))
                #expect(sentence.tokens.last == "أمس")
            }
        }
    }

    @Test("ل before an article is written as one with it", arguments: UInt64(1)...20)
    func contracted(seed: UInt64) throws {
        for sentence in try Self.made(of: "هدف O\nلبرشلونة B-ORG", seed: seed) {
            #expect(["للوكرة", "لوادي"].contains(sentence.tokens[1]))
        }
    }

    @Test("an organisation whose kind nothing tells stays")
    func unknownKind() throws {
        #expect(try Self.made(of: "قال O\nزيغماطر B-ORG").isEmpty)
    }

    @Test("sentences without persons make none")
    func none() throws {
        #expect(try Self.made(of: "زار O\nباريس B-LOC").isEmpty)
    }

    @Test("a list without surnames is refused")
    func refused() throws {
        #expect(throws: TrainingError.self) {
            try MentionReplacement(names: [("فهد", .givenName)], listed: [], gazetteer: Gazetteer(), seed: 1)
        }
    }
}
