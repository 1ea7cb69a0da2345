package import Articles

/// The producer without its sockets: an event comes in, actions go out.
///
/// Everything that it knows of an article in work it can lose: the journal has the article, and workers and sink say
/// hello to the next producer. What is here decides who computes what next, and what the sink and the clients are told.
package struct ProducerStateMachine: Sendable {
    /// Who a message came from, by what it is.
    package enum Message: Sendable, Equatable {
        case worker(Envelope<WorkerToProducer>)
        case sink(Envelope<SinkToProducer>)
        case client(ClientToProducer)
        /// A client's question that was not read, because more came at once than can be held.
        case unread(request: UInt64)
    }

    package enum Action: Sendable, Equatable {
        case sendToWorker(PeerID, Envelope<ProducerToWorker>)
        case sendToSink(PeerID, Envelope<ProducerToSink>)
        case sendToClient(PeerID, ProducerToClient)
        case journal(JournalRequest)
        case log(LogEvent)
        /// Everything is done that a shutdown waits for: leave the loop.
        case stop
    }

    let incarnation: UInt64
    let journal: UInt64
    let introduction: Introduction
    let configuration: ClusterConfiguration
    let split: @Sendable (ArticleID, Article) -> Outline

    var actions: [Action] = []
    private var time: AwakeTime
    /// Awake time of the event that is being handled.
    var now: Instant
    private var lastTick: Instant

    var articles = OpenArticles()
    /// Loaded articles that the sink is to be told of, oldest first.
    var unopened = UnopenedArticles()
    var unsendable = UnsendableArticles()
    var queue = SectionQueue()
    var workers = Workers()
    var absolutions = Absolutions()
    var sink: SinkSession?
    /// The life of the sink that the articles' marks are about.
    var markedIncarnation: UInt64?
    /// That sink has said goodbye: what it had when it was gone is not what it died of.
    var hasMarkedLeft = false
    var tickets = Tickets()
    var settlements = Settlements()
    var loading = Loading()
    var pace = ReportPace()
    var window = SinkWindow()
    var awaits = Awaits()
    var fetches = NumberedWindow<ReportFetch>()
    var drains: [ClientRequest] = []
    var isDraining = false
    var settledWhileDraining = 0
    var uncommittedBytes = 0
    var sectionsRetried: UInt64 = 0
    var statistics: ProducerStatistics
    private var restraint = LogRestraint()
    /// What the loop knows and the machine does not: the loop keeps it up to date.
    package var surroundings = ProducerSurroundings()
    /// Bytes of the articles that wait in the journal: the shell says so with its answers, and before each tick.
    package var waitingBytes = 0
    /// Peers that were told to rejoin, or were refused, since the last tick.
    var answeredStrangers: Set<PeerID> = []
    var refusedNames: Set<String> = []
    var stopDeadline: Instant?
    var connectionEnds = ConnectionEnds()
    private(set) var isStopped = false
    /// Events are being handled that are followed by others at once.
    private var isTogether = false

    /// - Parameters:
    ///   - journal: the identity of the journal, the same in every life of the producer.
    ///   - split: the section splitter: it must give the same outline for the same article on every machine.
    package init(
        incarnation: UInt64,
        journal: UInt64,
        introduction: Introduction,
        configuration: ClusterConfiguration,
        at now: Instant,
        split: @escaping @Sendable (ArticleID, Article) -> Outline
    ) {
        self.incarnation = incarnation
        self.journal = journal
        self.introduction = introduction
        self.configuration = configuration
        self.split = split
        time = AwakeTime(longestStep: TimeSpan(nanoseconds: 4 * configuration.beat.nanoseconds), at: now)
        self.now = now
        lastTick = now
        statistics = ProducerStatistics(at: now)
    }

    /// What to do at the start: asks the journal for work.
    package mutating func start(at now: Instant) -> [Action] {
        handle(at: now) { $0.loading.mayFindMore() }
    }

    package mutating func received(_ message: Message, from peer: PeerID, at now: Instant) -> [Action] {
        handle(at: now) {
            switch message {
            case .worker(let envelope): $0.workerSaid(envelope, from: peer)
            case .sink(let envelope): $0.sinkSaid(envelope, from: peer)
            case .client(let message): $0.clientSaid(message, from: peer)
            case .unread(let request):
                let from = ClientRequest(client: peer, request: request)
                $0.busy(from, "more is submitted at once than can be read", retryAfter: 100)
            }
        }
    }

    /// A send to `peer` was answered by «host unreachable»: it is gone. (A full send queue is `congested`: nothing was
    /// sent, and the message is dropped as if it were lost on the way.)
    package mutating func unreachable(_ peer: PeerID, at now: Instant) -> [Action] {
        handle(at: now) {
            if let number = $0.workers.number(of: peer) { $0.dropWorker(number, because: .dead) }
            if $0.sink?.peer == peer { $0.dropSink("its connection is gone") }
            $0.awaits.removeAll(of: peer)
        }
    }

    /// A connection has ended, and nobody says whose: what is sent to those who have sections on lease shows it.
    package mutating func connectionEnded(at now: Instant) -> [Action] {
        handle(at: now) { $0.connectionEnds.ended(at: $0.now) }
    }

    /// Nothing is to be done: the peer finds the gap in the numbers when it hears the next message, and says hello.
    package mutating func congested(_ peer: PeerID, at now: Instant) -> [Action] {
        handle(at: now) {
            $0.statistics.counts.messagesDropped += 1
            // Clients are shown it.
            let peer = peer.publicName
            $0.logNowAndThen(.warning, "send queue is full, a message was dropped", because: peer, ["peer": peer])
        }
    }

    /// Handles the events in `events` as one: what has become possible by them is done once, after the last.
    package mutating func together(at now: Instant, _ events: (inout ProducerStateMachine) -> Void) -> [Action] {
        handle(at: now) {
            $0.isTogether = true
            events(&$0)
            $0.isTogether = false
        }
    }

    package mutating func journalAnswered(_ answer: JournalAnswer, at now: Instant) -> [Action] {
        handle(at: now) { $0.journalSaid(answer) }
    }

    /// What time brings: settlements that waited for more of them, a look for who is gone, and at each beat all that is
    /// looked at now and then.
    package mutating func tick(at now: Instant) -> [Action] {
        handle(at: now) {
            if let due = $0.connectionEnds.due, $0.now >= due { $0.lookForLeaseholders() }
            guard $0.isBeatDue else { return }
            $0.pace.endBeat(after: $0.now - $0.lastTick)
            $0.lastTick = $0.now
            $0.answeredStrangers.removeAll(keepingCapacity: true)
            $0.settlements.resume()
            $0.loading.resume()
            $0.unopened.resume(at: $0.now)
            $0.unsendable.resume()
            $0.dropHungWorkers()
            $0.dropCutOffWorkers()
            $0.endDoubts()
            $0.dropSilentSink()
            $0.endOverdueQuestions()
            $0.sendBeats()
            $0.statistics.tick($0.workers.all, at: $0.now)
        }
    }

    /// SIGTERM: take no more submissions, commit and answer what is under way, stop.
    package mutating func shutdownRequested(at now: Instant) -> [Action] {
        handle(at: now) { $0.beginStop() }
    }

    /// When `tick` is due.
    package var nextTick: Instant {
        let beat = lastTick + configuration.beat
        let settlement = isServing ? settlements.due : nil
        return time.outside(min(beat, connectionEnds.due ?? beat, settlement ?? beat))
    }

    private var isBeatDue: Bool { now >= lastTick + configuration.beat }

    /// Whether so much is under way everywhere that nobody notices if what comes next is looked at a moment later, together
    /// with what comes then: many articles are open, and the workers have more to do than a moment takes.
    package var mayPause: Bool {
        isServing && articles.unreportedCount > openLimit / 2
            && articles.leasedCount > workers.count * Self.worthWaking.lowerBound
    }

    /// Whether work is given out: not any more once a shutdown was asked for.
    var isServing: Bool { stopDeadline == nil }

    /// Every event goes through here: first what the event itself says, then all that has become possible by it.
    private mutating func handle(at instant: Instant, _ event: (inout ProducerStateMachine) -> Void) -> [Action] {
        guard !isStopped else { return [] }
        now = time.read(at: instant)
        event(&self)
        if isTogether { return [] }
        if isServing {
            settle()
            load()
            cancelUnsendable()
            openArticles()
            dispatch()
            letSinkGo()
            answerDrains()
        } else {
            stopIfDone()
        }
        defer { actions = [] }
        return actions
    }

    private mutating func stopIfDone() {
        guard let stopDeadline, tickets.isEmpty || now >= stopDeadline else { return }
        isStopped = true
        actions.append(.stop)
    }

    mutating func log(_ level: LogEvent.Level, _ message: String, _ details: KeyValuePairs<String, String> = [:]) {
        log(LogEvent(level, message, details))
    }

    private mutating func log(_ event: LogEvent) {
        statistics.events.add(event, at: now)
        actions.append(.log(event))
    }

    /// What may come again and again: said at once, then every ten seconds, with how often it came.
    ///
    /// - Parameter reason: tells one such thing from another.
    mutating func logNowAndThen(
        _ level: LogEvent.Level,
        _ message: String,
        because reason: String,
        _ details: KeyValuePairs<String, String>
    ) {
        guard let times = restraint.admit(message, because: reason, at: now) else { return }
        log(LogEvent(level, message, details).counted(times))
    }
}
