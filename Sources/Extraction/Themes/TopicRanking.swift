package import Articles

/// Decides which topics an article has, from the sums of its sections.
///
/// What the terms say for a concept is set against the length of what was read, so that one term in a long article is
/// nothing and a short note needs a few of them: ``TopicCalibration``. A topic brings its parents with it, each at
/// least as strong as its children.
package struct TopicRanking: Sendable {
    private let model: ThemeModel

    package init(model: ThemeModel) {
        self.model = model
    }

    /// What the sections of an article say together.
    private struct Sums {
        var weights: [Int]
        var evidence: [Int]
        var sections: [[Int]]
        var words = 0

        init(concepts: Int) {
            weights = Array(repeating: 0, count: concepts)
            evidence = weights
            sections = Array(repeating: [], count: concepts)
        }
    }

    /// The topics, by score, then by place in the vocabulary.
    package func topics(sections: [Section], findings: [Findings?]) -> [RankedTopic] {
        var sums = Sums(concepts: model.concepts.count)
        for (section, found) in zip(sections, findings) {
            guard let found, section.kind != .boilerplate else { continue }
            sums.words += found.tokenCount
            for topic in found.topics where sums.weights.indices.contains(topic.concept) {
                sums.weights[topic.concept] += topic.score
                sums.evidence[topic.concept] += topic.evidence
                sums.sections[topic.concept].append(section.index)
            }
        }
        var scores = scores(of: sums)
        let shown = shown(scores: scores, evidence: sums.evidence)
        // A parent is at least as strong as its children. Parents stand before them: from the last on, each lifts its own.
        for concept in shown.sorted(by: >) {
            if let parent = model.concepts[concept].parent { scores[parent] = max(scores[parent], scores[concept]) }
        }
        let best = shown.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(model.calibration.mostTopics)
        return best.map { concept in
            RankedTopic(
                code: model.concepts[concept].code,
                arabicLabel: model.concepts[concept].arabicLabel,
                englishLabel: model.concepts[concept].englishLabel,
                score: scores[concept],
                sections: sums.sections[concept]
            )
        }
    }

    /// The places of the concepts that are shown: strong enough by themselves and beside those of the same parent, which
    /// is shown itself.
    private func shown(scores: [Int], evidence: [Int]) -> Set<Int> {
        let calibration = model.calibration
        // Of each concept: the strongest among those that have the same parent.
        var strongest: [Int?: Int] = [:]
        for (concept, score) in zip(model.concepts, scores) where concept.isTopic {
            strongest[concept.parent] = max(strongest[concept.parent] ?? 0, score)
        }
        var shown = Set<Int>()
        for (place, concept) in model.concepts.enumerated() where concept.isTopic {
            guard scores[place] >= calibration.threshold, evidence[place] >= calibration.leastEvidence,
                scores[place] >= calibration.certain
                    || scores[place] * 1000 >= (strongest[concept.parent] ?? 0) * calibration.leastShare,
                concept.parent.map(shown.contains) ?? true
            else { continue }
            shown.insert(place)
        }
        return shown
    }

    /// The score of every concept. What speaks for a concept speaks for its parents, but they may need more of it.
    private func scores(of sums: Sums) -> [Int] {
        zip(model.concepts, sums.weights).map { concept, sum in
            model.calibration.score(sum, words: sums.words, half: concept.half)
        }
    }
}
