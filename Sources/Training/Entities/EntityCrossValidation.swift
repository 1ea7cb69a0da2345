internal import Extraction

/// What cross-validation found: each part of the corpora labelled by a model that was trained on all others.
package struct EntityCrossValidation {
    /// On the parts that were left out.
    package var evaluation = EntityEvaluation()
    /// On each further text that no model was trained on, all models together.
    package var further: [EntityEvaluation] = []
    package var mistakes: [Mistake] = []

    /// What a sentence has and what was found instead.
    package struct Mistake: Sendable, Equatable {
        /// As `type: words`, or empty.
        package var expected: String
        package var found: String
        /// The sentence's words around both.
        package var context: String
    }
}

extension EntityTraining {
    /// Cuts the sentences of the corpora into `folds` parts, trains on all but one, and on all annotations, and scores
    /// that one; the first `parts` of them in turn.
    ///
    /// - Parameters:
    ///   - further: texts to score each model on beside, each a row of documents.
    ///   - report: gets lines that say how it goes.
    package func crossValidate(
        folds: Int,
        parts: Int,
        further: [[[TaggedSentence]]] = [],
        report: (String) -> Void
    ) throws -> EntityCrossValidation {
        let documents = try documents(report: report)
        let lexicon = try lexicon(report: report)
        let vocabulary = try vocabulary(report: report)
        var result = EntityCrossValidation()
        result.further = further.map { _ in EntityEvaluation() }
        for part in 0..<min(parts, folds) {
            let (model, left) = try model(
                without: part,
                of: folds,
                documents: documents,
                lexicon: lexicon,
                vocabulary: vocabulary
            )
            guard var tagger = EntityTagger(model: model) else { throw TrainingError("the model has no weights") }
            var own = EntityEvaluation()
            for sentences in left {
                own.add(sentences, tagger: &tagger) { expected, found, tokens in
                    result.mistakes += Self.mistakes(expected: expected, found: found, tokens: tokens)
                }
            }
            for (index, text) in further.enumerated() {
                for sentences in text { result.further[index].add(sentences, tagger: &tagger) }
            }
            report("part \(part + 1) of \(folds): \(own.line)")
            result.evaluation.add(own)
        }
        return result
    }

    /// How often mentions are right that a model is so sure of: each part of the corpora labelled by a model that was
    /// trained on all others, as many runs added up as in the model itself, since margins depend on that.
    func calibration(
        on documents: [[TaggedSentence]],
        lexicon: [UInt8],
        vocabulary: [UInt8],
        report: (String) -> Void
    ) throws -> ConfidenceCalibration {
        var calibration = ConfidenceCalibration()
        for part in 0..<(calibrationFolds < 2 ? 0 : calibrationFolds) {
            let (model, left) = try model(
                without: part,
                of: calibrationFolds,
                documents: documents,
                lexicon: lexicon,
                vocabulary: vocabulary
            )
            guard var tagger = EntityTagger(model: model) else { throw TrainingError("the model has no weights") }
            for sentences in left {
                tagger.visitMentions(in: sentences) { support, isRight in
                    calibration.add(margin: support.margin, isRight: isRight)
                }
            }
        }
        if calibrationFolds >= 2 { report("\(calibration.count) mentions counted for confidences") }
        return calibration
    }

    /// A model trained on all but one part of the corpora, and that part, corpus by corpus.
    private func model(
        without part: Int,
        of folds: Int,
        documents: [[TaggedSentence]],
        lexicon: [UInt8],
        vocabulary: [UInt8]
    ) throws -> (model: Model, left: [[TaggedSentence]]) {
        var learnt = documents
        var left: [[TaggedSentence]] = []
        for index in corpora.indices {
            let range = Self.fold(part, of: folds, in: documents[index].count)
            left.append(Array(documents[index][range]))
            learnt[index].removeSubrange(range)
        }
        var tables = try weights(of: learnt, lexicon: lexicon, vocabulary: vocabulary) { _ in }
        tables[Gazetteer.tableName] = lexicon
        tables[BackgroundVocabulary.tableName] = vocabulary
        return (try KeptBytes.copying(ModelFile.encode(tables)) { try Model(file: ModelFile(bytes: $0)) }, left)
    }

    /// The mentions that stand in one row of labels alone; those that overlap are one mistake.
    static func mistakes(
        expected: [EntityLabel],
        found: [EntityLabel],
        tokens: [String]
    ) -> [EntityCrossValidation.Mistake] {
        let reference = EntityLabel.mentions(in: expected)
        let answer = EntityLabel.mentions(in: found)
        let missed = reference.filter { mention in !answer.contains { $0 == mention } }
        var extra = answer.filter { mention in !reference.contains { $0 == mention } }
        func words(_ range: Range<Int>) -> String { tokens[range].joined(separator: " ") }
        func context(_ range: Range<Int>) -> String {
            words(max(0, range.lowerBound - 5)..<min(tokens.count, range.upperBound + 4))
        }
        var mistakes: [EntityCrossValidation.Mistake] = []
        for mention in missed {
            let others = extra.filter { $0.tokens.overlaps(mention.tokens) }
            extra.removeAll { $0.tokens.overlaps(mention.tokens) }
            mistakes.append(
                .init(
                    expected: "\(mention.type.label): \(words(mention.tokens))",
                    found: others.map { "\($0.type.label): \(words($0.tokens))" }.joined(separator: ", "),
                    context: context(mention.tokens)
                )
            )
        }
        for mention in extra {
            mistakes.append(
                .init(
                    expected: "",
                    found: "\(mention.type.label): \(words(mention.tokens))",
                    context: context(mention.tokens)
                )
            )
        }
        return mistakes
    }
}
