import Articles
import Cluster

/// What the mutants remember.
struct Mutations {
    fileprivate var numbers: [PeerID: UInt64] = [:]
    fileprivate var received: [ArticleID: Set<Int>] = [:]
    fileprivate var taken: Set<SectionID> = []
    fileprivate var results = 0

    mutating func sinkStarted() { taken = [] }
}

extension Simulation {
    func mutated(_ configuration: ClusterConfiguration) -> ClusterConfiguration {
        var configuration = configuration
        switch mutant {
        case .leaseNeverEnds: configuration.lease = .seconds(3600)
        case .givesUpTooSoon: configuration.attempts -= 1
        case .neverGivesUp: configuration.attempts = 1_000_000
        case .opensTooMuch:
            configuration.openArticles *= 2
            configuration.openBytes *= 2
        default: break
        }
        return configuration
    }

    private func number(of envelope: UInt64, isHello: Bool, from peer: PeerID) -> UInt64 {
        guard mutant == .ignoresGaps else { return envelope }
        let number = isHello ? 1 : (mutations.numbers[peer] ?? 0) + 1
        mutations.numbers[peer] = number
        return number
    }

    func producerHears(_ envelope: Envelope<WorkerToProducer>, from peer: PeerID) -> Envelope<WorkerToProducer> {
        guard let mutant else { return envelope }
        var heard = envelope
        let isHello = if case .hello = envelope.body { true } else { false }
        heard.sequence = number(of: envelope.sequence, isHello: isHello, from: peer)
        guard case .beat(let analysed, let granted) = envelope.body else { return heard }
        switch mutant {
        case .overdrawsCredit: heard.body = .beat(analysed: analysed, granted: granted + 1)
        case .leaksCredit: heard.body = .beat(analysed: analysed, granted: granted - granted / 8)
        case .renewsLeaseOfHung: heard.body = .beat(analysed: .max, granted: granted)
        default: break
        }
        return heard
    }

    func producerHears(_ envelope: Envelope<SinkToProducer>, from peer: PeerID) -> Envelope<SinkToProducer> {
        guard let mutant else { return envelope }
        var heard = envelope
        let isHello = if case .hello = envelope.body { true } else { false }
        heard.sequence = number(of: envelope.sequence, isHello: isHello, from: peer)
        switch (mutant, envelope.body) {
        case (.settlesWhenReceived, .received(let sections)):
            guard let id = sections.first?.article else { break }
            heard.body = .reported([ReportedArticle(id: id, missingSections: 0)])
        case (.hidesGaps, .reported(let articles)):
            heard.body = .reported(articles.map { ReportedArticle(id: $0.id, missingSections: 0) })
        case (.undoesRetry, .holding(_, let reported, _)):
            let partial = reported.filter { $0.missingSections > 0 }
            guard !partial.isEmpty else { break }
            ask(.settle(ticket: .max, partial, modelDigest: introduction(.producer).modelDigest))
        case (.keepsMarksOfLostSink, .received(let sections)):
            for section in sections { mutations.received[section.article, default: []].insert(section.index) }
        case (.keepsMarksOfLostSink, .reported(let articles)):
            for article in articles { mutations.received[article.id] = nil }
        case (.keepsMarksOfLostSink, .holding(_, let reported, true)):
            let marks = mutations.received.map { HeldArticle(id: $0.key, received: $0.value.sorted()) }
            heard.body = .holding(marks.sorted { $0.id < $1.id }, reported: reported, isLast: true)
        default: break
        }
        return heard
    }

    /// Whether a report that is there answers for an article that is submitted again.
    func answers(for id: ArticleID, _ report: Report, of model: Int) -> Bool {
        (report.model == model || mutant == .takesOtherModels) && (missing(report, id) == 0 || mutant == .takesPartial)
    }

    /// `nil`: the sink loses it.
    func sinkHears(_ envelope: Envelope<WorkerToSink>, from peer: PeerID, _ place: Int) -> Envelope<WorkerToSink>? {
        guard let mutant, case .results(var results, let incarnation) = envelope.body else { return envelope }
        var heard = envelope
        switch mutant {
        case .takesResultsOfOthers: heard.body = .results(results, sink: sinks[place]?.incarnation ?? 0)
        case .countsArrivals:
            for index in results.indices where !mutations.taken.insert(results[index].id).inserted {
                results[index].id.index += 1
            }
            heard.body = .results(results, sink: incarnation)
        case .acknowledgesWithoutKeeping:
            mutations.results += 1
            guard mutations.results.isMultiple(of: 10) else { break }
            let answer = SinkToWorker.received(serials: results.map(\.serial))
            let envelope = Envelope(session: envelope.session, sequence: 0, body: answer)
            _ = sendFromRouter(.sinkToWorker(envelope), .sink(place), to: peer)
            return nil
        default: break
        }
        return heard
    }

    func workerSays(_ envelope: Envelope<WorkerToProducer>) -> Envelope<WorkerToProducer> {
        guard mutant == .overstatesCapacity, case .hello(let introduction, _) = envelope.body else { return envelope }
        var said = envelope
        said.body = .hello(introduction, capacity: configuration.capacity)
        return said
    }
}
