internal import ArabicText
internal import Articles

/// The report's list of sections: for each what it mentions.
enum SectionList {
    /// `sections` with their headings and with the ids of the entities and themes of `report` that stand in them.
    static func sections(_ sections: [Section], text: CodePointIndex, report: Report) -> [Report.ReportSection] {
        var entities: [[Int]] = Array(repeating: [], count: sections.count)
        var themes: [[String]] = Array(repeating: [], count: sections.count)
        for entity in report.entities {
            for mention in entity.mentions where entities[mention.section].last != entity.id {
                entities[mention.section].append(entity.id)
            }
        }
        for topic in report.topics {
            for section in topic.sections where themes.indices.contains(section) { themes[section].append(topic.id) }
        }
        for phrase in report.keyphrases {
            for section in phrase.sections where themes.indices.contains(section) { themes[section].append(phrase.id) }
        }
        return sections.enumerated().map { index, section in
            Report.ReportSection(
                section: section,
                heading: section.heading.map { text[$0] },
                entities: entities[index],
                themes: themes[index]
            )
        }
    }
}
