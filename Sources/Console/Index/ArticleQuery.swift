/// Which reports are asked for. All conditions must hold.
package struct ArticleQuery: Sendable, Hashable {
    package enum Order: String, Sendable, CaseIterable {
        /// By day of publication, the newest first.
        case newest
        /// The one that was written last first.
        case written
        /// How well the text matches; only where there is a text to match.
        case relevance
    }

    /// As it was typed: see ``SearchExpression``.
    package var text = ""
    /// The index's numbers of entities, each of which must be named.
    package var entities: [Int64] = []
    package var themes: [Int64] = []
    package var source: String?
    /// Days, «2026-01-31», both inclusive.
    package var from: String?
    package var until: String?
    package var state: ReportState?
    package var order = Order.newest
    package var offset = 0
    package var limit = 50

    package init() {}

    package var isUnfiltered: Bool {
        text.isEmpty && entities.isEmpty && themes.isEmpty && source == nil && from == nil && until == nil
            && state == nil
    }
}

/// A report as a list shows it.
package struct ArticleRow: Sendable, Equatable, Identifiable {
    package var id: String
    package var state: ReportState
    package var problem: String?
    package var title: String
    package var excerpt: String
    package var source: String?
    package var url: String?
    package var published: String?
    package var day: String
    /// Whether ``day`` is the day of publication.
    package var isDated: Bool
    package var sections: Int
    package var missingSections: Int
    /// The entities it is most about.
    package var entities: [EntityRow] = []
    package var topics: [ThemeRow] = []
}

/// An entity, and how many reports name it: all of the index, or those that were asked for.
package struct EntityRow: Sendable, Equatable, Identifiable {
    package var id: Int64
    package var type: String
    package var name: String
    package var link: String?
    package var reports: Int
}

package struct ThemeRow: Sendable, Equatable, Identifiable {
    package var id: Int64
    package var kind: IndexedReport.ThemeKind
    package var arabicName: String
    package var englishName: String
    package var reports: Int
}

package struct SourceRow: Sendable, Equatable {
    package var name: String
    package var reports: Int
}

/// A page of reports with what is around it.
package struct ArticlePage: Sendable, Equatable {
    package var rows: [ArticleRow]
    /// Of all pages.
    package var total: Int
    /// What the reports that were found speak of most: counted in the newest of them where there are many.
    package var entities: [EntityRow]
    package var topics: [ThemeRow]
    package var sources: [SourceRow]
}
