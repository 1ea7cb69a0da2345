internal import ArabicText
internal import Articles
internal import Extraction

/// Makes a report from its document, and refuses one whose offsets, ids or scores can't be.
struct ReportAssembly {
    private let document: ReportDocument
    private let text: CodePointIndex

    init(_ document: ReportDocument) {
        self.document = document
        text = CodePointIndex(document.article.text)
    }

    func report() throws(ReportReaderError) -> Report {
        guard document.schema == Report.schema else { throw .schema(document.schema) }
        guard let id = ArticleID(document.id) else {
            throw ReportReaderError("the report's id is not 32 hexadecimal digits: \(document.id)")
        }
        let article = Article(
            title: document.article.title,
            source: document.article.source,
            url: document.article.url,
            published: document.article.published,
            externalID: document.article.externalId,
            text: document.article.text
        )
        var report = Report(
            id: id,
            article: article,
            language: document.article.language,
            sections: [],
            entities: [],
            topics: [],
            keyphrases: [],
            problems: [],
            model: .init(document.model)
        )
        for (index, section) in document.sections.enumerated() {
            report.sections.append(try self.section(section, index: index))
        }
        for (index, entity) in document.entities.enumerated() {
            report.entities.append(try self.entity(entity, index: index))
        }
        for (index, nisba) in (document.nisbas ?? []).enumerated() {
            report.nisbas.append(try self.nisba(nisba, index: index))
        }
        for (index, topic) in document.themes.topics.enumerated() {
            report.topics.append(try self.topic(topic, index: index))
        }
        for (index, phrase) in document.themes.keyphrases.enumerated() {
            report.keyphrases.append(try keyphrase(phrase, index: index))
        }
        for problem in document.problems {
            if let section = problem.section { try check(section: section, in: "problems") }
            report.problems.append(.init(section: problem.section, message: problem.message))
        }
        return report
    }

    private func section(
        _ section: ReportDocument.Section,
        index: Int
    ) throws(ReportReaderError) -> Report.ReportSection {
        let place = "sections[\(index)]"
        guard let kind = Section.Kind(label: section.kind) else {
            throw ReportReaderError("\(place): there is no kind «\(section.kind)»")
        }
        guard section.index == index, section.part >= 1 else {
            throw ReportReaderError("\(place): its index or part is wrong")
        }
        for entity in section.entities where !document.entities.indices.contains(entity) {
            throw ReportReaderError("\(place): there is no entity \(entity)")
        }
        let range = try self.range(section.start, section.end, in: place)
        let heading = section.heading.flatMap { HeadingPlace.range(of: $0, in: text[range], at: range.lowerBound) }
        if section.heading != nil, heading == nil {
            throw ReportReaderError("\(place): its heading does not stand in its text")
        }
        return Report.ReportSection(
            section: Section(index: index, kind: kind, heading: heading, range: range, part: section.part),
            heading: section.heading,
            entities: section.entities,
            themes: section.themes
        )
    }

    private func entity(_ entity: ReportDocument.Entity, index: Int) throws(ReportReaderError) -> Report.Entity {
        let place = "entities[\(index)]"
        guard let type = EntityType(label: entity.type) else {
            throw ReportReaderError("\(place): there is no type «\(entity.type)»")
        }
        guard entity.id == index else { throw ReportReaderError("\(place): its id is \(entity.id)") }
        var mentions: [Report.Mention] = []
        mentions.reserveCapacity(entity.mentions.count)
        for (number, mention) in entity.mentions.enumerated() {
            let place = "\(place).mentions[\(number)]"
            try check(section: mention.section, in: place)
            let range = try self.range(mention.start, mention.end, in: place)
            // By scalars: Swift takes strings for equal that are only canonically so.
            guard text[range].unicodeScalars.elementsEqual(mention.text.unicodeScalars) else {
                throw ReportReaderError("\(place): its text is not what stands at \(mention.start):\(mention.end)")
            }
            mentions.append(
                .init(
                    section: mention.section,
                    range: range,
                    text: mention.text,
                    confidence: try thousandths(mention.confidence, in: place)
                )
            )
        }
        return Report.Entity(
            id: index,
            type: type,
            name: entity.name,
            variants: entity.variants,
            titles: entity.titles ?? [],
            links: Report.Links(entity.links),
            value: entity.value,
            salience: try thousandths(entity.salience, in: place),
            mentions: mentions
        )
    }

    private func nisba(_ nisba: ReportDocument.Nisba, index: Int) throws(ReportReaderError) -> Report.Nisba {
        let place = "nisbas[\(index)]"
        if let entity = nisba.entity, !document.entities.indices.contains(entity) {
            throw ReportReaderError("\(place): there is no entity \(entity)")
        }
        var mentions: [Report.Nisba.Mention] = []
        for (number, mention) in nisba.mentions.enumerated() {
            let place = "\(place).mentions[\(number)]"
            try check(section: mention.section, in: place)
            let range = try self.range(mention.start, mention.end, in: place)
            guard text[range].unicodeScalars.elementsEqual(mention.text.unicodeScalars) else {
                throw ReportReaderError("\(place): its text is not what stands at \(mention.start):\(mention.end)")
            }
            mentions.append(.init(section: mention.section, range: range, text: mention.text))
        }
        return Report.Nisba(
            name: nisba.name,
            links: Report.Links(nisba.links),
            entity: nisba.entity,
            mentions: mentions
        )
    }

    private func topic(_ topic: ReportDocument.Topic, index: Int) throws(ReportReaderError) -> Report.Topic {
        let place = "themes.topics[\(index)]"
        for section in topic.sections { try check(section: section, in: place) }
        return Report.Topic(
            id: topic.id,
            scheme: topic.scheme,
            code: topic.code,
            arabicLabel: topic.label.ar,
            englishLabel: topic.label.en,
            score: try thousandths(topic.score, in: place),
            sections: topic.sections
        )
    }

    private func keyphrase(
        _ phrase: ReportDocument.Keyphrase,
        index: Int
    ) throws(ReportReaderError) -> Report.Keyphrase {
        let place = "themes.keyphrases[\(index)]"
        var mentions: [Report.Place] = []
        for mention in phrase.mentions {
            try check(section: mention.section, in: place)
            mentions.append(
                .init(section: mention.section, range: try range(mention.start, mention.end, in: place))
            )
        }
        for section in phrase.sections { try check(section: section, in: place) }
        return Report.Keyphrase(
            id: phrase.id,
            text: phrase.text,
            score: try thousandths(phrase.score, in: place),
            sections: phrase.sections,
            mentions: mentions
        )
    }

    // MARK: Checks

    private func range(_ start: Int, _ end: Int, in place: String) throws(ReportReaderError) -> Range<Int> {
        guard start >= 0, start <= end, end <= text.count else {
            throw ReportReaderError("\(place): \(start):\(end) is no place in a text of \(text.count) code points")
        }
        return start..<end
    }

    private func check(section: Int, in place: String) throws(ReportReaderError) {
        guard document.sections.indices.contains(section) else {
            throw ReportReaderError("\(place): there is no section \(section)")
        }
    }

    private func thousandths(_ score: Double, in place: String) throws(ReportReaderError) -> Int {
        guard score >= 0, score <= 1 else { throw ReportReaderError("\(place): \(score) is not between 0 and 1") }
        return Int((score * 1000).rounded())
    }
}
