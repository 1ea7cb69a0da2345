package import Extraction

/// What is looked at across articles.
package enum Subject: String, Sendable, Hashable, CaseIterable { case entities, topics, phrases }

/// Which of it, in which time.
package struct TrendQuery: Sendable, Hashable {
    package var subject = Subject.entities
    /// Of entities; all that name something if empty.
    package var types: [EntityType] = []
    package var source: String?
    /// The last day that counts; the collection's last up to tomorrow if `nil`.
    package var until: String?
    /// Days that are compared with as many before them.
    package var days = 7
    package var limit = 25

    package init() {}
}

/// Something that reports speak of, anywhere in the console: an entity, a topic or a phrase.
package struct Item: Sendable, Hashable, Identifiable {
    package var subject: Subject
    package var id: Int64
    /// An entity's type («PER»), or «topic», «phrase».
    package var type: String
    package var arabicName: String
    package var englishName: String
    package var link: String?
}

/// How something rises or falls.
package struct Trend: Sendable, Equatable {
    package var item: Item
    /// Reports that speak of it, in the last days and in as many before.
    package var recent: Int
    package var before: Int
    /// Signed log-likelihood ratio of the two shares: see ``Likelihood``.
    package var change: Double
    /// Reports that speak of it on each day of ``Trends/days``.
    package var series: [Int]
}

package struct Trends: Sendable, Equatable {
    /// All days of both windows, in order.
    package var days: [String]
    /// Reports of each of the days.
    package var reports: [Int]
    package var recentReports: Int
    package var reportsBefore: Int
    /// Rising most first.
    package var rising: [Trend]
    /// Falling most first.
    package var falling: [Trend]
}

/// What one source speaks of more than the others do.
package struct SourceProfile: Sendable, Equatable {
    package struct Entry: Sendable, Equatable {
        package var item: Item
        /// Reports of this source, and of all others, that speak of it.
        package var here: Int
        package var elsewhere: Int
        package var change: Double
    }

    package var source: String
    package var reports: Int
    package var entries: [Entry]
}

/// Two entities that are named by the same reports.
package struct Companions: Sendable, Equatable {
    package var first: Item
    package var second: Item
    /// Reports that name both, and each.
    package var both: Int
    package var firstReports: Int
    package var secondReports: Int
    /// How far above chance that is: see ``Likelihood``.
    package var strength: Double

    /// The share of reports with either that have both (Jaccard), 0 to 1.
    package var overlap: Double { Double(both) / Double(max(1, firstReports + secondReports - both)) }
}
