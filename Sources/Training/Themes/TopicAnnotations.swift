package import Extraction

/// Texts with the topics that a reader gave them.
package struct TopicAnnotations: Sendable {
    package struct Document: Sendable {
        package var name: String
        package var text: String
        /// Codes of Media Topics, the lowest that fit; empty for a text about nothing in the vocabulary.
        package var codes: Set<String>
    }

    package var documents: [Document] = []
    /// Documents whose text is not there.
    package var missing = 0

    /// Reads tables: a text's name, tab, codes with spaces between, or `-` for none.
    package init(files: [String], texts: TopicTexts) throws(ThemeTrainingError) {
        for file in files {
            for (line, fields) in try TrainingFiles.table(file) {
                guard fields.count == 2 else {
                    throw ThemeTrainingError("\(file), line \(line): not a name and codes")
                }
                guard let text = texts[fields[0]] else {
                    missing += 1
                    continue
                }
                let codes = fields[1].split(separator: " ").map(String.init).filter { $0 != "-" }
                documents.append(Document(name: fields[0], text: text, codes: Set(codes)))
            }
        }
    }
}

/// How well the topics of reports agree with those of a reader.
package struct TopicAgreement: Sendable, Equatable {
    package var documents = 0
    package var right = 0
    package var found = 0
    package var annotated = 0

    package var precision: Double { found == 0 ? 0 : Double(right) / Double(found) }
    package var recall: Double { annotated == 0 ? 0 : Double(right) / Double(annotated) }
    package var f1: Double { found + annotated == 0 ? 0 : 2 * Double(right) / Double(found + annotated) }

    /// Micro-averaged over the documents. At the top level each code counts as the top-level concept above it.
    package init(of model: ThemeModel, on annotations: TopicAnnotations, topLevel: Bool) {
        let tops = model.topLevels
        let ranking = TopicRanking(model: model)
        for document in annotations.documents {
            let article = ThemeArticle(cutting: document.text, model: model)
            var codes = Set(ranking.topics(sections: article.sections, findings: article.findings).map(\.code))
            var gold = model.withParents(document.codes)
            if topLevel {
                codes = Set(codes.compactMap { tops[$0] })
                gold = Set(gold.compactMap { tops[$0] })
            }
            documents += 1
            right += codes.intersection(gold).count
            found += codes.count
            annotated += gold.count
        }
    }
}

extension ThemeModel {
    /// The top-level code above each code.
    var topLevels: [String: String] {
        var tops: [String: String] = [:]
        for concept in concepts where concept.isTopic {
            tops[concept.code] = concept.parent.flatMap { tops[concepts[$0].code] } ?? concept.code
        }
        return tops
    }

    /// Codes with those above them.
    func withParents(_ codes: Set<String>) -> Set<String> {
        var all = codes
        // Parents stand before their children.
        for concept in concepts.reversed() where all.contains(concept.code) {
            if let parent = concept.parent { all.insert(concepts[parent].code) }
        }
        return all
    }
}
