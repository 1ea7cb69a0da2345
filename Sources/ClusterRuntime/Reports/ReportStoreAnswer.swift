package import Articles

/// What the report store has done, for the sink's state machine.
package enum ReportStoreAnswer: Sendable, Equatable {
    /// The report is on disk.
    case written(ArticleID)
    case writeFailed(ArticleID, reason: String)
    /// Whether there is a report of the article that is whole and of the same model.
    case whole(ArticleID, Bool)
    /// The folder is this sink's; so many others that still run were shut out of it.
    case claimed(UInt64, shutOut: Int)
    case notClaimed(UInt64, reason: String)
    /// Another sink has claimed the folder: nothing can be written there any more.
    case displaced(reason: String)
    /// `nil` where there is no report.
    case read(request: UInt64, bytes: [UInt8]?)
    /// There is a file in the report's place, and it is not read.
    case unreadable(request: UInt64, reason: String)
}

/// What happens to reports, for whoever wants to have them in this process.
package enum ReportEvent: Sendable, Equatable {
    /// `missingSections`: how many of its sections were given up.
    case written(ArticleID, bytes: [UInt8], missingSections: Int)
    case failed(ArticleID, reason: String)
}
