package import Articles

/// What a sink holds of an article that is not reported yet.
package struct HeldArticle: Sendable, Equatable {
    package var id: ArticleID
    /// The sections whose findings it has, ascending.
    package var received: [Int]

    package init(id: ArticleID, received: [Int]) {
        self.id = id
        self.received = received
    }
}

/// An article whose report is on disk.
package struct ReportedArticle: Sendable, Equatable {
    package var id: ArticleID
    /// How many sections were given up: 0 for a whole report.
    package var missingSections: Int

    package init(id: ArticleID, missingSections: Int) {
        self.id = id
        self.missingSections = missingSections
    }
}

package enum SinkToProducer: Sendable, Equatable {
    case hello(Introduction, location: SinkLocation)
    /// After each welcome, before anything else: all that this sink holds, in one or more messages, the last one marked.
    /// `reported` are those whose report is on disk and that the producer has not settled yet. Later in the session an
    /// empty one is the answer to each `discard`, so that the producer knows what was said before it and what after.
    case holding([HeldArticle], reported: [ReportedArticle], isLast: Bool)
    /// The articles' outlines are here: their sections may be handed out.
    case opened([ArticleID])
    case received([SectionID])
    /// The findings that came for these sections can't be of them (their offsets lie outside): they were dropped.
    case rejected([SectionID])
    case reported([ReportedArticle])
    /// The report could not be written (a full disk, say); the sink keeps trying.
    case writeFailed(ArticleID, reason: String)
    /// The bytes of a report, `nil` where there is none.
    case report(request: UInt64, bytes: [UInt8]?)
    /// `room`: the disk of the reports has room for those of so many bytes of articles; `nil` where that is not known.
    case beat(room: UInt64?)
    case goodbye
}

package enum ProducerToSink: Sendable, Equatable {
    /// `journal`: which journal the producer serves. The sink answers when it has claimed the folder of reports.
    case welcome(producerIncarnation: UInt64, journal: UInt64, beat: Int, silence: Int)
    /// `keepsExisting`: when a whole report of it by this model is already on disk, that is the answer (`reported`), and
    /// nothing is computed: the way to submit again what is reported. One that lacks a section is none: it may be of a
    /// sink that died before the journal was told of what it lacks.
    case open(Outline, keepsExisting: Bool)
    /// The sections were given up: the article is reported as partial without them.
    case giveUp([SectionID])
    /// The journal knows that these are reported: they may be forgotten.
    case settled([ArticleID])
    /// The article was cancelled: forget it and what was received of it. Answered by an empty `holding`.
    case discard([ArticleID])
    case fetchReport(request: UInt64, ArticleID)
    case beat
    case farewell
    case rejoin
    case refused(Refusal)
}
