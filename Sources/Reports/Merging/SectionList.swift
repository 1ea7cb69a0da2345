internal import ArabicText
internal import Articles

/// The report's list of sections: for each what it mentions.
enum SectionList {
    /// `sections` with their headings and with the ids of the entities and themes of `report` that stand in them.
    static func sections(_ sections: [Section], text: CodePointIndex, report: Report) -> [Report.ReportSection] {
        var list: [Report.ReportSection] = []
        list.reserveCapacity(sections.count)
        for section in sections {
            let heading = section.heading.map { text[$0] }
            list.append(Report.ReportSection(section: section, heading: heading, entities: [], themes: []))
        }
        let counts = counts(of: report, sections: sections.count)
        for index in list.indices {
            list[index].entities.reserveCapacity(counts[index].entities)
            list[index].themes.reserveCapacity(counts[index].themes)
        }
        each(of: report, sections: sections.count) { section, entity in
            list[section].entities.append(entity)
        } theme: { section, id in
            list[section].themes.append(id)
        }
        return list
    }

    /// How many entities and themes each section has.
    private static func counts(of report: Report, sections: Int) -> [(entities: Int, themes: Int)] {
        var counts = [(entities: Int, themes: Int)](repeating: (0, 0), count: sections)
        each(of: report, sections: sections) { section, _ in
            counts[section].entities += 1
        } theme: { section, _ in
            counts[section].themes += 1
        }
        return counts
    }

    /// Calls `entity` for each section that has an entity, and `theme` for each that has a theme: topics first.
    @inline(__always)
    private static func each(
        of report: Report,
        sections: Int,
        entity: (Int, Int) -> Void,
        theme: (Int, String) -> Void
    ) {
        for id in report.entities.indices {
            var last = -1
            for mention in report.entities[id].mentions where mention.section != last {
                last = mention.section
                entity(last, id)
            }
        }
        for index in report.topics.indices {
            for section in report.topics[index].sections where (0..<sections).contains(section) {
                theme(section, report.topics[index].id)
            }
        }
        for index in report.keyphrases.indices {
            for section in report.keyphrases[index].sections where (0..<sections).contains(section) {
                theme(section, report.keyphrases[index].id)
            }
        }
    }
}
