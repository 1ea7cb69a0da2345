internal import Articles
internal import Cluster

/// What the API answers with; `openapi.json` describes it.
struct ArticleListDocument: Encodable {
    var total: Int
    var offset: Int
    var limit: Int
    var articles: [ArticleDocument]
    /// What the articles that were found speak of most.
    var entities: [EntityDocument]
    var topics: [ThemeDocument]
    var sources: [SourceDocument]
}

struct ArticleDocument: Encodable {
    var id: String
    var state: String
    var problem: String?
    var title: String?
    var excerpt: String?
    var source: String?
    var url: String?
    var published: String?
    var day: String?
    var sections: Int?
    var missingSections: Int
    var entities: [EntityDocument]?
    var topics: [ThemeDocument]?
    var submittedAt: Int64?
    var settledAt: Int64?
    /// What has gone wrong with one that waits; absent where nothing has.
    var trouble: Job.Trouble?
    /// Where the report is, if there is one.
    var report: String?

    init(_ row: ArticleRow) {
        id = row.id
        state = row.state.label
        problem = row.problem
        title = row.title
        excerpt = row.excerpt
        source = row.source
        url = row.url
        published = row.published
        day = row.day
        sections = row.sections
        missingSections = row.missingSections
        entities = row.entities.map(EntityDocument.init)
        topics = row.topics.map(ThemeDocument.init)
        report = "/v1/articles/\(row.id)/report"
    }

    init(_ job: Job) {
        id = job.id.description
        state = job.state.label
        title = job.title
        source = job.source
        missingSections = job.missingSections
        submittedAt = job.submittedAt
        settledAt = job.settledAt
        trouble = job.trouble.ifAny
        if job.state == .reported || job.state == .partial { report = "/v1/articles/\(job.id)/report" }
    }
}

struct EntityDocument: Encodable {
    var id: Int64
    var type: String
    var name: String
    var link: String?
    var reports: Int

    init(_ row: EntityRow) {
        id = row.id
        type = row.type
        name = row.name
        link = row.link
        reports = row.reports
    }
}

struct ThemeDocument: Encodable {
    struct Label: Encodable { var ar, en: String }
    var id: Int64
    var kind: String
    var label: Label
    var reports: Int

    init(_ row: ThemeRow) {
        id = row.id
        kind = row.kind.rawValue
        label = Label(ar: row.arabicName, en: row.englishName)
        reports = row.reports
    }
}

struct SourceDocument: Encodable {
    var name: String
    var reports: Int
    init(_ row: SourceRow) {
        name = row.name
        reports = row.reports
    }
}

struct ItemDocument: Encodable {
    var id: Int64
    var type: String
    var label: ThemeDocument.Label
    var link: String?

    init(_ item: Item) {
        id = item.id
        type = item.type
        label = .init(ar: item.arabicName, en: item.englishName)
        link = item.link
    }
}

struct TrendsDocument: Encodable {
    struct Trend: Encodable {
        var item: ItemDocument
        var recent: Int
        var before: Int
        var change: Double
        var series: [Int]
    }

    var days: [String]
    var reports: [Int]
    var recentReports: Int
    var reportsBefore: Int
    var rising: [Trend]
    var falling: [Trend]

    init(_ trends: Trends) {
        func document(_ trend: Console.Trend) -> Trend {
            Trend(
                item: ItemDocument(trend.item),
                recent: trend.recent,
                before: trend.before,
                change: trend.change.roundedToHundredths,
                series: trend.series
            )
        }
        days = trends.days
        reports = trends.reports
        recentReports = trends.recentReports
        reportsBefore = trends.reportsBefore
        rising = trends.rising.map(document)
        falling = trends.falling.map(document)
    }
}

struct ProfilesDocument: Encodable {
    struct Entry: Encodable {
        var item: ItemDocument
        var here: Int
        var elsewhere: Int
        var change: Double
    }
    struct Source: Encodable {
        var name: String
        var reports: Int
        var entries: [Entry]
    }

    var sources: [Source]

    init(_ profiles: [SourceProfile]) {
        sources = profiles.map { profile in
            Source(
                name: profile.source,
                reports: profile.reports,
                entries: profile.entries.map {
                    Entry(
                        item: ItemDocument($0.item),
                        here: $0.here,
                        elsewhere: $0.elsewhere,
                        change: $0.change.roundedToHundredths
                    )
                }
            )
        }
    }
}

struct CompanionsDocument: Encodable {
    struct Pair: Encodable {
        var first: ItemDocument
        var second: ItemDocument
        var both: Int
        var firstReports: Int
        var secondReports: Int
        var overlap: Double
        var strength: Double
    }

    var pairs: [Pair]

    init(_ companions: [Companions]) {
        pairs = companions.map {
            Pair(
                first: ItemDocument($0.first),
                second: ItemDocument($0.second),
                both: $0.both,
                firstReports: $0.firstReports,
                secondReports: $0.secondReports,
                overlap: $0.overlap.roundedToHundredths,
                strength: $0.strength.roundedToHundredths
            )
        }
    }
}

struct SubmissionDocument: Encodable {
    struct Accepted: Encodable {
        var id: String
        var isNew: Bool
        var title: String?
        var source: String?
        var report: String
    }
    struct Refused: Encodable {
        var input: String
        var line: Int?
        var reason: String
    }

    var articles: [Accepted] = []
    var refused: [Refused] = []
}

struct StateDocument: Encodable {
    var id: String
    var state: String
}

/// RFC 9457.
struct ProblemDocument: Encodable {
    var type = "about:blank"
    var title: String
    var status: Int
    var code: String
    var detail: String
}

extension Double {
    var roundedToHundredths: Double { isFinite ? (self * 100).rounded() / 100 : 0 }
}
