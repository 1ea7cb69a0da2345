package import Articles
package import Extraction

/// The sink without its sockets and files.
package struct SinkStateMachine: Sendable {
    package enum Action: Sendable, Equatable {
        case sendToProducer(Envelope<SinkToProducer>)
        case sendToWorker(PeerID, Envelope<SinkToWorker>)
        /// Merge and write the report, then say ``reportWritten(_:at:)`` or ``writeFailed(_:reason:at:)``.
        case write(Outline, [Findings?])
        /// Look whether a report is on disk that is whole and of this sink's model, then say
        /// ``lookedForWholeReport(of:isThere:at:)``.
        case lookForWholeReport(ArticleID)
        /// Read a report, then say ``reportRead(request:bytes:at:)`` or ``reportUnreadable(request:reason:at:)``.
        case readReport(request: UInt64, ArticleID)
        /// Shut every sink of this journal that came before out of the folder of reports, or find out that one that
        /// came after has shut this one out; then say ``claimed(_:shutOut:at:)``, ``notClaimed(_:reason:at:)`` or
        /// ``displaced(reason:at:)``.
        case claimReports(ReportsClaim)
        case reconnectProducer
        case log(LogEvent)
        case stop(SinkEnd)
    }

    package enum SinkEnd: Sendable, Equatable {
        case drained
        case refused(reason: String)
        /// Another sink has taken the folder of reports over.
        case displaced(reason: String)
    }

    /// How long a sink that was asked to stop waits for the articles that it holds.
    static let patience = TimeSpan.seconds(8)

    let introduction: Introduction
    let location: SinkLocation

    var actions: [Action] = []
    private var time: AwakeTime
    var now: Instant
    private var lastTick: Instant
    var link: ProducerLink
    var articles = SinkArticles()
    var counts = SinkCounts()
    /// The disk of the reports has room for those of so many bytes of articles: the shell says so before each tick;
    /// `nil` where that is not known.
    package var room: UInt64?
    private var restraint = LogRestraint()
    var claiming = ReportsClaiming()
    private var occupant: String?
    private var leaveDeadline: Instant?
    private var isReleased = false
    private var isStopped = false
    /// Events are being handled that are followed by others at once.
    private var isTogether = false
    private var news = SinkNews()

    package init(introduction: Introduction, location: SinkLocation, sessionSeed: UInt64, at now: Instant) {
        self.introduction = introduction
        self.location = location
        link = ProducerLink(sessionSeed: sessionSeed, at: now)
        time = AwakeTime(longestStep: .seconds(1), at: now)
        self.now = now
        lastTick = now
    }

    package mutating func start(at now: Instant) -> [Action] { handle(at: now) { $0.hello() } }

    package mutating func received(_ envelope: Envelope<ProducerToSink>, at now: Instant) -> [Action] {
        handle(at: now) { $0.producerSaid(envelope) }
    }

    package mutating func received(
        _ envelope: Envelope<WorkerToSink>,
        from worker: PeerID,
        at now: Instant
    ) -> [Action] {
        handle(at: now) {
            switch envelope.body {
            case .results(let results, let incarnation):
                $0.take(results, for: incarnation, from: worker, session: envelope.session)
            }
        }
    }

    /// Handles the events in `events` as one: what there is to say after them is said once.
    package mutating func together(at now: Instant, _ events: (inout SinkStateMachine) -> Void) -> [Action] {
        handle(at: now) {
            $0.isTogether = true
            events(&$0)
            $0.isTogether = false
        }
    }

    package mutating func reportWritten(_ id: ArticleID, at now: Instant) -> [Action] {
        handle(at: now) { $0.written(id) }
    }

    package mutating func writeFailed(_ id: ArticleID, reason: String, at now: Instant) -> [Action] {
        handle(at: now) { $0.notWritten(id, reason: reason) }
    }

    package mutating func lookedForWholeReport(of id: ArticleID, isThere: Bool, at now: Instant) -> [Action] {
        handle(at: now) { $0.looked(for: id, isThere: isThere) }
    }

    package mutating func reportRead(request: UInt64, bytes: [UInt8]?, at now: Instant) -> [Action] {
        handle(at: now) {
            var bytes = bytes
            if let count = bytes?.count, count > ClusterLimits.messageSize - 1024 {
                $0.log(.warning, "a report is too large to be sent; it is in the reports folder", ["bytes": "\(count)"])
                bytes = nil
            }
            $0.sendToProducer(.report(request: request, bytes: bytes))
        }
    }

    /// For who asks, it is not there; who can mend it is told why.
    package mutating func reportUnreadable(request: UInt64, reason: String, at now: Instant) -> [Action] {
        handle(at: now) {
            let message = "a report that is asked for can't be read"
            $0.logNowAndThen(.warning, message, because: reason, ["reason": reason])
            $0.sendToProducer(.report(request: request, bytes: nil))
        }
    }

    package mutating func tick(at now: Instant) -> [Action] {
        handle(at: now) {
            $0.lastTick = $0.now
            $0.writeAgain()
            $0.claimAgain()
            guard $0.leaveDeadline == nil || $0.link.isJoined else { return }
            switch $0.link.duty(at: $0.now) {
            case .nothing: break
            case .beat: $0.sendToProducer(.beat(room: $0.room))
            case .hello: $0.hello()
            case .reconnectAndHello:
                $0.log(.notice, "the producer is silent, connecting anew")
                $0.actions.append(.reconnectProducer)
                $0.hello()
            }
        }
    }

    /// SIGTERM: no new articles; what is open is finished, if that takes no longer than some seconds; then stop. What is
    /// not finished is opened again at the next sink.
    package mutating func shutdownRequested(at now: Instant) -> [Action] {
        handle(at: now) {
            guard $0.leaveDeadline == nil else { return }
            $0.leaveDeadline = $0.now + Self.patience
            $0.sendToProducer(.goodbye)
        }
    }

    package var nextTick: Instant { time.outside(lastTick + link.beat) }

    mutating func handle(at instant: Instant, _ event: (inout SinkStateMachine) -> Void) -> [Action] {
        guard !isStopped else { return [] }
        now = time.read(at: instant)
        event(&self)
        if isTogether { return [] }
        tellNews()
        stopIfDone()
        defer { actions = [] }
        return actions
    }

    // MARK: The producer

    private mutating func hello() {
        // The session is over: the next one begins with all that is held.
        news = SinkNews()
        claiming.sessionEnded()
        actions.append(.sendToProducer(link.hello(.hello(introduction, location: location), at: now)))
    }

    private mutating func producerSaid(_ envelope: Envelope<ProducerToSink>) {
        switch envelope.body {
        case .rejoin:
            if link.isCurrent(session: envelope.session, at: now), link.isJoined { joinAnew() }
            return
        case .refused(let refusal):
            if link.isCurrent(session: envelope.session, at: now) { refused(refusal) }
            return
        default: break
        }
        switch link.judge(session: envelope.session, sequence: envelope.sequence, at: now) {
        case .stale: return
        case .broken: return joinAnew()
        case .expected: break
        }
        switch envelope.body {
        case .welcome(_, let journal, let beat, let silence):
            link.welcomed(beat: beat, silence: silence)
            time.longestStep = TimeSpan(nanoseconds: 4 * link.beat.nanoseconds)
            occupant = nil
            counts.sessions += 1
            log(.info, "joined the producer")
            actions.append(.claimReports(claiming.begin(journal: journal)))
        case .open(let outline, let keepsExisting): open(outline, keepsExisting: keepsExisting)
        case .giveUp(let sections): for section in sections { giveUp(section) }
        case .settled(let ids): for id in ids { forget(id) }
        case .discard(let ids):
            for id in ids { forget(id) }
            sendToProducer(.holding([], reported: [], isLast: true))
        case .fetchReport(let request, let id): actions.append(.readReport(request: request, id))
        case .farewell: isReleased = true
        case .beat, .rejoin, .refused: break
        }
    }

    /// The session is over: another one, with all that is held said anew.
    private mutating func joinAnew() { hello() }

    private mutating func refused(_ refusal: Refusal) {
        switch refusal {
        case .incompatible(let reason): stop(.refused(reason: reason))
        case .occupied(let other):
            // It will have shut this one out, or is about to: what is held here is computed again there.
            if claiming.hasClaimed { return stop(.displaced(reason: "the sink \(other) has taken its place")) }
            if occupant != other { log(.notice, "another sink serves; waiting", ["sink": other]) }
            occupant = other
            link.askAgain(at: now)
        }
    }

    mutating func sendToProducer(_ body: SinkToProducer) {
        guard link.isJoined, !news.add(body) else { return }
        tellNews()
        if let envelope = link.envelope(body) { actions.append(.sendToProducer(envelope)) }
    }

    private mutating func tellNews() {
        for body in news.takeAll() {
            if let envelope = link.envelope(body) { actions.append(.sendToProducer(envelope)) }
        }
    }

    /// What the producer waits for after its welcome.
    mutating func answerWelcome() {
        sayWhatIsHeld()
        if leaveDeadline != nil { sendToProducer(.goodbye) }
    }

    // MARK: Leaving

    var isLeaving: Bool { leaveDeadline != nil }

    private mutating func stopIfDone() {
        guard !isStopped, let leaveDeadline else { return }
        let isAwaited = link.isJoined && !link.misses(beatsAt: now)
        let isDone = isReleased || (!isAwaited && !isWriting)
        if isDone || now >= leaveDeadline { stop(.drained) }
    }

    mutating func stop(_ end: SinkEnd) {
        isStopped = true
        actions.append(.stop(end))
    }

    /// What may come again and again: said at once, then every ten seconds, with how often it came.
    mutating func logNowAndThen(
        _ level: LogEvent.Level,
        _ message: String,
        because reason: String,
        _ details: KeyValuePairs<String, String>
    ) {
        guard let times = restraint.admit(message, because: reason, at: now) else { return }
        actions.append(.log(LogEvent(level, message, details).counted(times)))
    }

    mutating func log(_ level: LogEvent.Level, _ message: String, _ details: KeyValuePairs<String, String> = [:]) {
        actions.append(.log(LogEvent(level, message, details)))
    }
}
