internal import FoundationEssentials

/// What a report ends with: what it lacks, and the model that made it.
package struct ReportConclusion: Sendable, Equatable {
    /// Whether it lacks no section. A problem that names none is of the article, and of its every report.
    package var isWhole: Bool
    package var model: Report.ModelName

    package init(isWhole: Bool, model: Report.ModelName) {
        self.isWhole = isWhole
        self.model = model
    }
}

extension ReportReader {
    /// Reads what a report ends with. It must be JSON to its last byte; what else is in it is not looked at, which takes a
    /// fraction of the time of ``report(from:)``.
    ///
    /// - Throws: ``ReportReaderError`` for anything that is no report of this version.
    package static func conclusion(of json: [UInt8]) throws(ReportReaderError) -> ReportConclusion {
        let document: Document = try decode(json)
        guard document.schema == Report.schema else { throw .schema(document.schema) }
        let isWhole = document.problems.allSatisfy { $0.section == nil }
        return ReportConclusion(isWhole: isWhole, model: .init(document.model))
    }

    private struct Document: Decodable {
        var schema: String
        var problems: [ReportDocument.Problem]
        var model: ReportDocument.Model
    }
}
