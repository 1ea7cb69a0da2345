package import Articles

/// Decides which topics an article has, from the sums of its sections.
///
/// What the terms say for a concept is set against the length of what was read, so that one term in a long article is
/// nothing and a short note needs a few of them: ``TopicCalibration``. A topic brings its parents with it, each at
/// least as strong as its children.
package struct TopicRanking: Sendable {
    /// So many tokens open a section of the lead. There news says what it is about, and words count twice.
    package static let opening = 40

    private let model: ThemeModel

    package init(model: ThemeModel) {
        self.model = model
    }

    /// What the sections of an article say together. Most concepts are named by none: those that are have a place in
    /// the lists, in the vocabulary's order.
    private struct Sums {
        var concepts: [Int] = []
        var weights: [Int] = []
        var evidence: [Int] = []
        var words = 0

        init(_ sections: [Section], _ findings: [Findings?], title: TitleTopics, concepts count: Int) {
            var all = [(weight: Int, evidence: Int, isNamed: Bool)](repeating: (0, 0, false), count: count)
            func add(_ topics: [TopicScore]) {
                for topic in topics where all.indices.contains(topic.concept) {
                    all[topic.concept].weight += topic.score
                    all[topic.concept].evidence += topic.evidence
                    all[topic.concept].isNamed = true
                }
            }
            add(title.topics)
            words = title.words
            for (section, found) in zip(sections, findings) {
                guard let found, section.kind != .boilerplate else { continue }
                words += TopicRanking.length(of: section, with: found)
                add(found.topics)
            }
            for (concept, sum) in all.enumerated() where sum.isNamed {
                concepts.append(concept)
                weights.append(sum.weight)
                evidence.append(sum.evidence)
            }
        }
    }

    /// How many words a section is long; those that open the lead, which count twice, are two each.
    package static func length(of section: Section, with findings: Findings) -> Int {
        findings.tokenCount + (section.kind == .lead ? min(findings.tokenCount, Self.opening) : 0)
    }

    /// The topics, by score, then by place in the vocabulary.
    package func topics(
        sections: [Section],
        findings: [Findings?],
        title: TitleTopics = TitleTopics()
    ) -> [RankedTopic] {
        let sums = Sums(sections, findings, title: title, concepts: model.concepts.count)
        var scores = [Int](repeating: 0, count: model.concepts.count)
        for (concept, sum) in zip(sums.concepts, sums.weights) {
            scores[concept] = model.calibration.score(sum, words: sums.words, half: model.forms[concept].half)
        }
        let shown = shown(sums, scores: scores)
        // A parent is at least as strong as its children. Parents stand before them: from the last on, each lifts its own.
        for concept in shown.reversed() {
            let parent = model.forms[concept].parent
            if parent >= 0 { scores[parent] = max(scores[parent], scores[concept]) }
        }
        let best = shown.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(model.calibration.mostTopics)
        return best.map { concept in
            RankedTopic(
                code: model.concepts[concept].code,
                arabicLabel: model.concepts[concept].arabicLabel,
                englishLabel: model.concepts[concept].englishLabel,
                score: scores[concept],
                sections: Self.sections(with: concept, sections, findings)
            )
        }
    }

    /// The sections that speak for a concept, once for each time that they do.
    private static func sections(with concept: Int, _ sections: [Section], _ findings: [Findings?]) -> [Int] {
        var found: [Int] = []
        for (section, findings) in zip(sections, findings) {
            guard let findings, section.kind != .boilerplate else { continue }
            for topic in findings.topics where topic.concept == concept { found.append(section.index) }
        }
        return found
    }

    /// The concepts that are shown, ascending: strong enough by themselves and beside those of the same parent, which is
    /// shown itself; of a shown parent's the strongest needs less, since the article is about one of them. One that no
    /// section names has no evidence, so that it is none of them: at least one is asked for.
    private func shown(_ sums: Sums, scores: [Int]) -> [Int] {
        let (calibration, forms) = (model.calibration, model.forms)
        // Of the children of each concept the strongest score; of those without a parent, last.
        var strongest = [Int](repeating: 0, count: forms.count + 1)
        for concept in sums.concepts where forms[concept].isTopic {
            let parent = forms[concept].parent < 0 ? forms.count : forms[concept].parent
            strongest[parent] = max(strongest[parent], scores[concept])
        }
        var isShown = [Bool](repeating: false, count: forms.count)
        let shown = zip(sums.concepts, sums.evidence).compactMap { concept, evidence -> Int? in
            let parent = forms[concept].parent
            let most = strongest[parent < 0 ? forms.count : parent]
            guard forms[concept].isTopic, parent < 0 || isShown[parent] else { return nil }
            let isStrong =
                scores[concept] >= calibration.threshold && evidence >= calibration.leastEvidence
                && (scores[concept] >= calibration.certain
                    || scores[concept] * 1000 >= most * calibration.leastShare)
            let isStrongestChild =
                parent >= 0 && scores[concept] == most && scores[concept] >= calibration.childThreshold
                && evidence >= calibration.childEvidence
            guard isStrong || isStrongestChild else { return nil }
            isShown[concept] = true
            return concept
        }
        return shown.isEmpty ? alone(sums, scores: scores).map { [$0] } ?? [] : shown
    }

    /// Of the concepts without a parent the strongest that may stand alone; of equals the first.
    private func alone(_ sums: Sums, scores: [Int]) -> Int? {
        let (calibration, forms) = (model.calibration, model.forms)
        var best: Int?
        for (concept, evidence) in zip(sums.concepts, sums.evidence)
        where forms[concept].isTopic && forms[concept].parent < 0 && evidence >= calibration.aloneEvidence
            && scores[concept] >= max(calibration.alone, best.map { scores[$0] + 1 } ?? 0)
        {
            best = concept
        }
        return best
    }
}
