package import Articles

/// What a look at one report's file came to.
package enum IndexChange: Sendable {
    case report(IndexedReport, FileStamp)
    /// The file is there and no report, and why.
    case unreadable(ArticleID, FileStamp, reason: String)
    case gone(ArticleID)

    var id: ArticleID {
        switch self {
        case .report(let report, _): report.id
        case .unreadable(let id, _, _), .gone(let id): id
        }
    }
}
