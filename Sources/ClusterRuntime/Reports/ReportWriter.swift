internal import Articles
internal import Cluster
internal import Extraction
internal import Glibc
internal import Reports

/// Turns reports into files. It belongs to the report store's thread for the disk.
struct ReportWriter {
    /// `nil` where reports go to the observer alone.
    let folder: ReportFolder?
    /// Of the model that makes the reports here.
    let model: Report.ModelName
    let observer: (@Sendable (ReportEvent) -> Void)?
    let metrics: ReportMetrics?
    let room: ReportRoom

    func write(_ made: [MadeReport]) -> [ReportStoreAnswer] {
        guard !made.isEmpty else { return [] }
        var answers: [ReportStoreAnswer] = []
        answers.reserveCapacity(made.count)
        let reports = made.filter { report in
            guard report.missingSections > 0, let whole = wholeReport(of: report.id) else { return true }
            observer?(.written(report.id, bytes: whole, missingSections: 0))
            answers.append(.written(report.id))
            return false
        }
        guard !reports.isEmpty else { return answers }
        let start = metrics == nil ? nil : Instant.now
        let errors = folder?.write(reports) ?? reports.map { _ in nil }
        if let start { note(reports, errors, took: Instant.now - start) }
        if let folder, errors.contains(where: { $0?.code == ENOENT }), folder.isDisplaced {
            answers.append(.displaced(reason: folder.displacement))
        }
        for (report, error) in zip(reports, errors) {
            if let error {
                observer?(.failed(report.id, reason: error.description))
                answers.append(.writeFailed(report.id, reason: error.description))
            } else {
                observer?(.written(report.id, bytes: report.bytes, missingSections: report.missingSections))
                room.wrote(text: report.textSize, bytes: report.bytes.count)
                answers.append(.written(report.id))
            }
        }
        return answers
    }

    private func note(_ reports: [MadeReport], _ errors: [FileError?], took span: TimeSpan) {
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

    /// Whether there is a report that need not be made: whole, and of this model.
    func hasWholeReport(of id: ArticleID) -> Bool { wholeReport(of: id) != nil }

    func read(_ id: ArticleID, for request: UInt64) -> ReportStoreAnswer {
        do throws(ReportFileError) {
            return .read(request: request, bytes: try folder?.read(id))
        } catch {
            return .unreadable(request: request, reason: error.description)
        }
    }

    /// The report that is there, if it is whole and of the same model. One that lacks a section does not take its place:
    /// there is nothing in it that the whole one has not.
    private func wholeReport(of id: ArticleID) -> [UInt8]? {
        guard let bytes = try? folder?.read(id), let conclusion = try? ReportReader.conclusion(of: bytes)
        else { return nil }
        return conclusion == ReportConclusion(isWhole: true, model: model) ? bytes : nil
    }
}
