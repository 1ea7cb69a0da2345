internal import Articles
internal import Cluster
internal import Extraction
internal import Reports

/// A report that is ready to be written.
struct MadeReport: Sendable {
    var id: ArticleID
    var bytes: [UInt8]
    /// Bytes of the article's text.
    var textSize: Int
    /// How many sections were given up.
    var missingSections: Int
}

/// Merges findings into reports. It belongs to one of the report store's threads.
struct ReportMaker: ~Copyable {
    var merger: ReportMerger
    let isPretty: Bool
    let metrics: ReportMetrics?

    mutating func make(_ outline: Outline, _ findings: [Findings?]) -> MadeReport {
        let start = metrics == nil ? nil : Instant.now
        let sound = Self.sound(findings, outline)
        let report = merger.report(outline: outline, findings: sound)
        let made = MadeReport(
            id: outline.id,
            bytes: report.json(pretty: isPretty),
            textSize: outline.article.text.utf8.count,
            missingSections: sound.count { $0 == nil }
        )
        if let start { metrics?.merged(in: Instant.now - start) }
        return made
    }

    /// One element for each section; findings whose offsets lie outside of their section count as missing. The sink's
    /// state machine takes none of these, but the merger relies on it.
    private static func sound(_ findings: [Findings?], _ outline: Outline) -> [Findings?] {
        outline.sections.enumerated().map { index, section in
            // Nothing is looked for in boilerplate, and nothing comes from there.
            if section.kind == .boilerplate { return Findings() }
            guard index < findings.count, let found = findings[index] else { return nil }
            return found.fit(section) ? found : nil
        }
    }
}
