package import Extraction

/// How often the subject of a text, of a few that have no text in common, is the one that people gave it.
package struct TopicScores: Sendable, Equatable {
    package var texts = 0
    package var right = 0
    /// Texts in which nothing speaks for any of the subjects; they count as wrong.
    package var unknown = 0
    /// Of each subject: texts that have it, that were given it, and both.
    package var counts: [String: (gold: Int, found: Int, right: Int)] = [:]

    package init() {}

    package var accuracy: Double { texts == 0 ? 0 : Double(right) / Double(texts) }
    package var unknownShare: Double { texts == 0 ? 0 : Double(unknown) / Double(texts) }

    /// The mean of the subjects' F1.
    package var macroF1: Double {
        let scores = counts.keys.sorted().compactMap { counts[$0] }.filter { $0.gold > 0 }
        let sum = scores.reduce(0.0) { $0 + 2 * Double($1.right) / Double($1.gold + $1.found) }
        return scores.isEmpty ? 0 : sum / Double(scores.count)
    }

    package mutating func add(gold: String, found: String?) {
        texts += 1
        counts[gold, default: (0, 0, 0)].gold += 1
        if let found { counts[found, default: (0, 0, 0)].found += 1 } else { unknown += 1 }
        if found == gold {
            right += 1
            counts[gold, default: (0, 0, 0)].right += 1
        }
    }

    package static func == (left: TopicScores, right: TopicScores) -> Bool {
        left.texts == right.texts && left.right == right.right && left.unknown == right.unknown
            && left.counts.keys.sorted() == right.counts.keys.sorted()
            && left.counts.keys.allSatisfy { key in
                left.counts[key].map { [$0.gold, $0.found, $0.right] }
                    == right.counts[key].map { [$0.gold, $0.found, $0.right] }
            }
    }
}

/// Subjects as sets of concepts: a text has the subject of that concept for which most is said in it.
package struct TopicMapping: Sendable {
    private let subjects: [(name: String, codes: [String])]

    /// SIB-200's seven topics. Geography and travel are no Media Topics; their words have lists of their own.
    package static let sib200 = TopicMapping(subjects: [
        ("entertainment", ["01000000", "10000000"]),
        ("geography", ["x-geography", "06000000", "17000000"]),
        ("health", ["07000000"]),
        ("politics", ["11000000", "16000000", "02000000"]),
        ("science/technology", ["13000000", "x-history"]),
        ("sports", ["15000000"]),
        ("travel", ["x-travel"]),
    ])

    /// The sections of a newspaper. What is called politics holds the news of the world, its wars, crimes and disasters
    /// too.
    package static let newspaper = TopicMapping(subjects: [
        ("politics_world", ["11000000", "16000000", "02000000", "03000000"]),
        ("economy", ["04000000", "09000000"]),
        ("sport", ["15000000"]),
        ("culture", ["01000000"]),
    ])

    package var names: [String] { subjects.map(\.name) }

    package func subject(of text: String, model: ThemeModel) -> String? {
        Self.strongest(sums(of: ThemeArticle(text, model: model).findings.first??.topics ?? [], model: model))
    }

    /// Of each subject the greatest sum of its concepts, in the order of the mapping.
    func sums(of topics: [TopicScore], model: ThemeModel) -> [(name: String, sum: Int)] {
        var found: [String: Int] = [:]
        for topic in topics where model.concepts.indices.contains(topic.concept) {
            found[model.concepts[topic.concept].code] = topic.score
        }
        return subjects.map { name, codes in (name, codes.compactMap { found[$0] }.max() ?? 0) }
    }

    /// The sums of the top-level topics that are no subject's.
    func unmapped(_ topics: [TopicScore], model: ThemeModel) -> [Int] {
        let mapped = Set(subjects.flatMap(\.codes))
        return topics.compactMap { topic in
            guard model.concepts.indices.contains(topic.concept) else { return nil }
            let concept = model.concepts[topic.concept]
            return concept.parent == nil && concept.isTopic && !mapped.contains(concept.code) ? topic.score : nil
        }
    }

    /// The first of those with the greatest sum; `nil` where all are 0.
    static func strongest(_ sums: [(name: String, sum: Int)]) -> String? {
        var best: (name: String, sum: Int)?
        for (name, sum) in sums where sum > best?.sum ?? 0 { best = (name, sum) }
        return best?.name
    }
}

extension TopicScores {
    /// Scores the subjects that the topic vocabulary gives sentences, by ``TopicMapping/sib200``.
    package init(of model: ThemeModel, mapping: TopicMapping, on sentences: [SubjectSentence]) {
        self.init()
        for sentence in sentences {
            add(gold: sentence.subject, found: mapping.subject(of: sentence.text, model: model))
        }
    }

    /// Scores the subjects that the model's ``SubjectModel`` gives sentences.
    package init(ofSubjects model: ThemeModel, on sentences: [SubjectSentence]) {
        self.init()
        let features = SubjectFeatures(model: model)
        for sentence in sentences {
            add(gold: sentence.subject, found: features.subject(of: sentence.text, by: model.subjects))
        }
    }

    /// Scores subjects on sentences that the training has not seen: tenths of `sentences`, by place, each with a
    /// ``SubjectModel`` made from the other nine and from `written`, which are not scored.
    package static func crossValidated(
        _ model: ThemeModel,
        on sentences: [SubjectSentence],
        beside written: [SubjectSentence] = []
    ) throws(ThemeTrainingError) -> TopicScores {
        var scores = TopicScores()
        let trainer = SubjectTrainer(model: model)
        let features = SubjectFeatures(model: model)
        for fold in 0..<10 {
            let train = sentences.enumerated().filter { $0.offset % 10 != fold }.map(\.element) + written
            let subjects: SubjectModel
            do {
                let file = ModelFile.encode(trainer.tables(train))
                subjects = try SubjectModel(file: ModelFile(bytes: KeptBytes.copy(of: file)))
            } catch {
                throw ThemeTrainingError(error.description)
            }
            for (index, sentence) in sentences.enumerated() where index % 10 == fold {
                scores.add(gold: sentence.subject, found: features.subject(of: sentence.text, by: subjects))
            }
        }
        return scores
    }

    /// Scores the sections of newspapers, by newspaper and in all under «all»: `labels` is a table of URL, newspaper
    /// and section. Articles of sections that ``TopicMapping/newspaper`` does not have are left out.
    /// - Parameter home: the newspapers' country: see ``NewspaperSections``.
    package static func newspapers(
        of model: Model,
        labels: String,
        texts: TopicTexts,
        home: String
    ) throws(ThemeTrainingError) -> [(newspaper: String, scores: TopicScores)] {
        var scores: [String: TopicScores] = [:]
        var sections = NewspaperSections(model: model, home: home)
        for (line, fields) in try TrainingFiles.table(labels) {
            guard fields.count == 3 else {
                throw ThemeTrainingError("\(labels), line \(line): not a URL, a newspaper and a section")
            }
            guard TopicMapping.newspaper.names.contains(fields[2]), let text = texts[fields[0]] else { continue }
            let found = sections.section(of: text)
            scores[fields[1], default: TopicScores()].add(gold: fields[2], found: found)
            scores["all", default: TopicScores()].add(gold: fields[2], found: found)
        }
        return scores.sorted { ($0.key == "all" ? 1 : 0, $0.key) < ($1.key == "all" ? 1 : 0, $1.key) }
            .map { ($0.key, $0.value) }
    }
}
