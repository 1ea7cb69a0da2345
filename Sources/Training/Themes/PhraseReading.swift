package import Extraction

/// How many of the first phrases that are shown for articles readers call good.
package struct PhraseReading: Sendable, Equatable {
    package static let depths = [5, 10]

    /// Phrases that were shown, and those of them that nobody has read.
    package var shown = 0
    package var unread = 0
    /// Of those that were read, good ones: by each reader, by all of them.
    package var good: [Int]
    package var agreed = 0

    package var read: Int { shown - unread }

    /// The share of good phrases among those read, by the mean of the readers; by all of them.
    package var share: Double {
        read == 0 || good.isEmpty ? 0 : Double(good.reduce(0, +)) / Double(read * good.count)
    }
    package var agreedShare: Double { read == 0 ? 0 : Double(agreed) / Double(read) }

    /// Of the first `depth` of `found`, which has a list for each of the documents.
    package init(of found: [[String]], by judgements: PhraseJudgements, depth: Int) {
        good = Array(repeating: 0, count: judgements.readers)
        for (phrases, document) in zip(found, judgements.documents) {
            let known = document.judgements
            for phrase in phrases.prefix(depth) {
                shown += 1
                guard let marks = known[phrase] else {
                    unread += 1
                    continue
                }
                for (reader, mark) in marks.enumerated() where mark.isGood { good[reader] += 1 }
                if marks.allSatisfy(\.isGood) { agreed += 1 }
            }
        }
    }
}

extension PhraseJudgements {
    /// The phrases that `model` shows for each document, with its title, best first.
    package func keyphrases(foundBy model: Model, titles: Titles = .given) -> [[String]] {
        var extractor = Extractor(model: model)
        let ranking = ThemeRanking(model: model.themes)
        return documents.map { document in
            let article = titles.article(document, extractor: &extractor)
            return article.keyphrases(by: ranking)
        }
    }

    /// How the articles come that phrases are found in.
    package enum Titles: String, CaseIterable, Sendable {
        /// With their titles apart, as the readers had them.
        case given
        /// As plain text, of which the title is the first line.
        case firstLine = "first-line"
        /// Without them.
        case none

        fileprivate func article(_ document: Document, extractor: inout Extractor) -> ThemeArticle {
            switch self {
            case .given: ThemeArticle(document.text, title: document.title, extractor: &extractor)
            case .firstLine:
                ThemeArticle(
                    document.title.map { $0 + "\n\n" + document.text } ?? document.text,
                    extractor: &extractor
                )
            case .none: ThemeArticle(document.text, extractor: &extractor)
            }
        }
    }
}
