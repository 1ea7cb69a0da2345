internal import Articles
internal import SwiftProtobuf

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension WireReportedArticle {
    fileprivate init(_ article: ReportedArticle) {
        self.init()
        id = Wire.data(article.id)
        missingSections = UInt32(clamping: article.missingSections)
    }

    fileprivate static func articles(_ list: [WireReportedArticle]) throws(MessageError) -> [ReportedArticle] {
        try Wire.list(list, "reported articles") { wire throws(MessageError) in
            ReportedArticle(
                id: try Wire.articleID(wire.id),
                missingSections: try Wire.count(wire.missingSections, "missing sections")
            )
        }
    }
}

extension WireSinkToProducer {
    init(_ message: SinkToProducer) {
        self.init()
        switch message {
        case .hello(let introduction, let location):
            var hello = Hello()
            hello.introduction = WireIntroduction(introduction)
            hello.location = WireSinkLocation(location)
            kind = .hello(hello)
        case .holding(let articles, let reported, let isLast):
            var holding = Holding()
            holding.articles = articles.map { article in
                var held = HeldArticle()
                held.id = Wire.data(article.id)
                held.received = article.received.map { UInt32(clamping: $0) }
                return held
            }
            holding.reported = reported.map { WireReportedArticle($0) }
            holding.isLast = isLast
            kind = .holding(holding)
        case .opened(let ids):
            var opened = Opened()
            opened.ids = ids.map { Wire.data($0) }
            kind = .opened(opened)
        case .received(let ids):
            var received = Received()
            received.ids = ids.map { WireSectionID($0) }
            kind = .received(received)
        case .rejected(let ids):
            var rejected = Received()
            rejected.ids = ids.map { WireSectionID($0) }
            kind = .rejected(rejected)
        case .reported(let articles):
            var reported = Reported()
            reported.articles = articles.map { WireReportedArticle($0) }
            kind = .reported(reported)
        case .writeFailed(let id, let reason):
            var failed = WriteFailed()
            failed.id = Wire.data(id)
            failed.reason = Wire.cut(reason)
            kind = .writeFailed(failed)
        case .report(let request, let bytes):
            var report = Report()
            report.request = request
            if let bytes { report.bytes = Data(bytes) }
            kind = .report(report)
        case .beat(let room):
            var beat = Beat()
            if let room { beat.room = room }
            kind = .beat(beat)
        case .goodbye: kind = .goodbye(WireEmpty())
        }
    }

    func message() throws(MessageError) -> SinkToProducer {
        switch kind {
        case .hello(let hello):
            .hello(try hello.introduction.introduction(), location: try hello.location.location())
        case .holding(let holding):
            .holding(
                try Wire.list(holding.articles, "held articles") { held throws(MessageError) in
                    Cluster.HeldArticle(
                        id: try Wire.articleID(held.id),
                        received: try Wire.list(held.received, "received sections") { index throws(MessageError) in
                            try Wire.count(index, "a section's index")
                        }
                    )
                },
                reported: try WireReportedArticle.articles(holding.reported),
                isLast: holding.isLast
            )
        case .opened(let opened): .opened(try Wire.articleIDs(opened.ids))
        case .received(let received):
            .received(
                try Wire.list(received.ids, "received sections") { id throws(MessageError) in try id.sectionID() }
            )
        case .rejected(let rejected):
            .rejected(
                try Wire.list(rejected.ids, "rejected sections") { id throws(MessageError) in try id.sectionID() }
            )
        case .reported(let reported): .reported(try WireReportedArticle.articles(reported.articles))
        case .writeFailed(let failed):
            .writeFailed(try Wire.articleID(failed.id), reason: try Wire.reason(failed.reason))
        case .report(let report):
            .report(request: report.request, bytes: report.hasBytes ? Array(report.bytes) : nil)
        case .beat(let beat): .beat(room: beat.hasRoom ? beat.room : nil)
        case .goodbye: .goodbye
        case nil: throw MessageError("the sink's message has no content that is known")
        }
    }
}

extension WireProducerToSink {
    init(_ message: ProducerToSink) {
        self.init()
        func articles(_ ids: [ArticleID]) -> Articles {
            var articles = Articles()
            articles.ids = ids.map { Wire.data($0) }
            return articles
        }
        switch message {
        case .welcome(let incarnation, let journal, let beat, let silence):
            var welcome = Welcome()
            welcome.producerIncarnation = incarnation
            welcome.journal = journal
            welcome.beat = UInt32(clamping: beat)
            welcome.silence = UInt32(clamping: silence)
            kind = .welcome(welcome)
        case .open(let outline, let keepsExisting):
            var open = Open()
            open.outline = WireOutline(outline)
            open.keepsExisting = keepsExisting
            kind = .open(open)
        case .giveUp(let ids):
            var giveUp = GiveUp()
            giveUp.ids = ids.map { WireSectionID($0) }
            kind = .giveUp(giveUp)
        case .settled(let ids): kind = .settled(articles(ids))
        case .discard(let ids): kind = .discard(articles(ids))
        case .fetchReport(let request, let id):
            var fetch = FetchReport()
            fetch.request = request
            fetch.id = Wire.data(id)
            kind = .fetchReport(fetch)
        case .beat: kind = .beat(WireEmpty())
        case .farewell: kind = .farewell(WireEmpty())
        case .rejoin: kind = .rejoin(WireEmpty())
        case .refused(let refusal): kind = .refused(WireRefusal(refusal))
        }
    }

    func message() throws(MessageError) -> ProducerToSink {
        switch kind {
        case .welcome(let welcome):
            .welcome(
                producerIncarnation: welcome.producerIncarnation,
                journal: welcome.journal,
                beat: try Wire.count(welcome.beat, upTo: WireLimits.milliseconds, "the beat"),
                silence: try Wire.count(welcome.silence, upTo: WireLimits.milliseconds, "the silence")
            )
        case .open(let open): .open(try open.outline.outline(), keepsExisting: open.keepsExisting)
        case .giveUp(let giveUp):
            .giveUp(try Wire.list(giveUp.ids, "given-up sections") { id throws(MessageError) in try id.sectionID() })
        case .settled(let articles): .settled(try Wire.articleIDs(articles.ids))
        case .discard(let articles): .discard(try Wire.articleIDs(articles.ids))
        case .fetchReport(let fetch): .fetchReport(request: fetch.request, try Wire.articleID(fetch.id))
        case .beat: .beat
        case .farewell: .farewell
        case .rejoin: .rejoin
        case .refused(let refusal): .refused(try refusal.refusal())
        case nil: throw MessageError("the producer's message has no content that is known")
        }
    }
}
