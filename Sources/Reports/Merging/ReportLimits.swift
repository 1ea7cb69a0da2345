/// How much of what was found in one article its report lists.
///
/// News has 7 mentions in a thousand characters of text, so the largest article, 4 MiB, some 30,000. What has more than
/// these is a table or a dump, of which nobody reads a report, and of which the report would take 30 times the text, and
/// more memory than a sink has.
package enum ReportLimits {
    /// Mentions of entities, and as many adjectives of countries.
    package static let mentions = 100_000
    /// Places of one keyphrase.
    package static let keyphraseMentions = 10_000
}

extension Report.Problem {
    /// What is counted in a list that ends.
    enum Listed {
        case mentions, nisbas, keyphraseMentions

        fileprivate var text: String {
            switch self {
            case .mentions: "\(ReportLimits.mentions) mentions of entities are listed"
            case .nisbas: "\(ReportLimits.mentions) adjectives of countries are listed"
            case .keyphraseMentions: "\(ReportLimits.keyphraseMentions) places of a keyphrase are listed"
            }
        }
    }

    /// - Parameter count: of what was found and is not listed.
    static func unlisted(_ count: Int, _ listed: Listed) -> Report.Problem {
        Report.Problem(
            message: "\(listed.text), the first ones; \(count) more were found and left out: the article is more like "
                + "a table than like news; split it to have all of them"
        )
    }
}
