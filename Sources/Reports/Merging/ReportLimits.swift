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
