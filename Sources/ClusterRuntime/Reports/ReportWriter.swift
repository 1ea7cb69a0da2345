internal import Articles
internal import Cluster
internal import Extraction
internal import Reports

/// Turns merged findings into files. It belongs to one of the report store's threads.
struct ReportWriter {
    /// `nil` where reports go to the observer alone.
    let folder: ReportFolder?
    var merger: ReportMerger
    let isPretty: Bool
    let observer: (@Sendable (ReportEvent) -> Void)?

    mutating func write(_ articles: [(Outline, [Findings?])]) -> [ReportStoreAnswer] {
        guard !articles.isEmpty else { return [] }
        var reports: [(id: ArticleID, bytes: [UInt8])] = []
        var missing: [Int] = []
        for (outline, findings) in articles {
            let sound = Self.sound(findings, outline)
            reports.append((outline.id, merger.report(outline: outline, findings: sound).json(pretty: isPretty)))
            missing.append(sound.count { $0 == nil })
        }
        let errors = folder?.write(reports) ?? reports.map { _ in nil }
        return zip(zip(reports, missing), errors).map { written, error in
            let ((id, bytes), missing) = written
            if let error {
                observer?(.failed(id, reason: error.description))
                return .writeFailed(id, reason: error.description)
            }
            observer?(.written(id, bytes: bytes, missingSections: missing))
            return .written(id)
        }
    }

    func exists(_ id: ArticleID) -> Bool { folder?.exists(id) ?? false }

    func read(_ id: ArticleID) -> [UInt8]? {
        // A report that can't be read is not there for who asks; the file's owner sees why in its own log.
        (try? folder?.read(id)) ?? nil
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
