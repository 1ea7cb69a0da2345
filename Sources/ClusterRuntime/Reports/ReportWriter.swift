internal import Articles
internal import Cluster
internal import Extraction
internal import Glibc
internal import Reports

/// Turns merged findings into files. It belongs to one of the report store's threads.
struct ReportWriter {
    /// `nil` where reports go to the observer alone.
    let folder: ReportFolder?
    var merger: ReportMerger
    let isPretty: Bool
    let observer: (@Sendable (ReportEvent) -> Void)?
    var metrics: ReportMetrics?
    let room: ReportRoom

    mutating func write(_ articles: [(Outline, [Findings?])]) -> [ReportStoreAnswer] {
        guard !articles.isEmpty else { return [] }
        var reports: [(id: ArticleID, bytes: [UInt8])] = []
        var notes: [(missing: Int, text: Int)] = []
        var kept: [ReportStoreAnswer] = []
        for (outline, findings) in articles {
            let sound = Self.sound(findings, outline)
            let start = metrics == nil ? nil : Instant.now
            let report = merger.report(outline: outline, findings: sound)
            let missingSections = sound.count { $0 == nil }
            if missingSections > 0, let whole = wholeReport(of: outline.id, by: report.model) {
                observer?(.written(outline.id, bytes: whole, missingSections: 0))
                kept.append(.written(outline.id))
                continue
            }
            reports.append((outline.id, report.json(pretty: isPretty)))
            if let start { metrics?.merged(in: Instant.now - start) }
            notes.append((missingSections, outline.article.text.utf8.count))
        }
        guard !reports.isEmpty else { return kept }
        let start = metrics == nil ? nil : Instant.now
        let errors = folder?.write(reports) ?? reports.map { _ in nil }
        if let start { note(reports, errors, took: Instant.now - start) }
        if let folder, errors.contains(where: { $0?.code == ENOENT }), folder.isDisplaced {
            kept.append(.displaced(reason: folder.displacement))
        }
        return kept
            + zip(zip(reports, notes), errors).map { written, error in
                let ((id, bytes), (missing, text)) = written
                if let error {
                    observer?(.failed(id, reason: error.description))
                    return .writeFailed(id, reason: error.description)
                }
                observer?(.written(id, bytes: bytes, missingSections: missing))
                room.wrote(text: text, bytes: bytes.count)
                return .written(id)
            }
    }

    private func note(_ reports: [(id: ArticleID, bytes: [UInt8])], _ errors: [FileError?], took span: TimeSpan) {
        let written = zip(reports, errors).reduce(0) { $0 + ($1.1 == nil ? $1.0.bytes.count : 0) }
        metrics?.wrote(written, in: span, left: folder?.disk?.free)
    }

    func claim(_ claim: ReportsClaim) -> ReportStoreAnswer {
        guard let folder else { return .claimed(claim.number, shutOut: 0) }
        do throws(FileError) {
            guard let shutOut = try folder.claim(journal: claim.journal) else {
                return .displaced(reason: folder.displacement)
            }
            return .claimed(claim.number, shutOut: shutOut)
        } catch {
            return .notClaimed(claim.number, reason: error.description)
        }
    }

    func exists(_ id: ArticleID) -> Bool { folder?.exists(id) ?? false }

    func read(_ id: ArticleID) -> [UInt8]? {
        // A report that can't be read is not there for who asks; the file's owner sees why in its own log.
        (try? folder?.read(id)) ?? nil
    }

    /// The report that is there, if it is whole and of the same model. One that lacks a section does not take its place:
    /// there is nothing in it that the whole one has not.
    private func wholeReport(of id: ArticleID, by model: Report.ModelName) -> [UInt8]? {
        guard let bytes = read(id), let report = try? ReportReader.report(from: bytes) else { return nil }
        return report.problems.isEmpty && report.model == model ? bytes : nil
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
