internal import DequeModule
package import Extraction

/// A worker without its sockets.
///
/// It holds at most `capacity` sections: those to be analysed, and those whose findings the sink has not acknowledged.
package struct WorkerStateMachine: Sendable {
    package enum Message: Sendable, Equatable {
        case producer(Envelope<ProducerToWorker>)
        case sink(Envelope<SinkToWorker>)
    }

    package enum Action: Sendable, Equatable {
        case sendToProducer(Envelope<WorkerToProducer>)
        case sendToSink(Envelope<WorkerToSink>)
        /// Open a socket to the sink at this endpoint; close the one to another endpoint, or an older one to this.
        case connectSink(SinkLocation)
        case disconnectSink
        /// Close the socket to the producer and open another one.
        case reconnectProducer
        case log(LogEvent)
        case stop(WorkerEnd)
    }

    package enum WorkerEnd: Sendable, Equatable {
        case drained
        /// The producer will not have this worker (another protocol or model).
        case refused(reason: String)
    }

    let introduction: Introduction
    let capacity: Int
    /// Names this worker's life to the sink.
    let sessionSeed: UInt64

    var actions: [Action] = []
    private var time: AwakeTime
    var now: Instant
    private var lastTick: Instant
    var link: ProducerLink

    /// To be analysed, in order.
    private var tasks: Deque<SectionTask> = []
    /// What the shell is at, and whether it came in the session that is on.
    private var running: SectionID?
    private var isRunningOfSession = false
    /// What the producer is told: see ``WorkerToProducer/beat(analysed:granted:)``.
    private var analysedCount: UInt64 = 0
    private var granted: UInt64 = 0

    var sink: SinkLocation?
    /// Whether the sink is to be had at ``sink``, as far as the producer knows.
    var isSinkPresent = false
    var unacknowledged = UnacknowledgedResults()
    var lastSinkSign: Instant
    /// When the sink last said something, or there was nothing that it could have answered.
    var lastSinkAnswer: Instant
    /// What was not offered to the producer when the session began, because nothing of what is held comes to the sink.
    var withheld = 0

    /// How often it has joined.
    private(set) var sessions: UInt64 = 0
    private(set) var isLeaving = false
    private var isReleased = false
    /// A message of the producer's was lost, and this worker was leaving.
    private var wasCutOff = false
    private var lastLeavingProgress: Instant
    private var isStopped = false
    /// Events are being handled that are followed by others at once.
    private var isTogether = false
    /// The producer is to be told of how far this worker is.
    private var owesBeat = false
    /// When it said something to the producer last.
    private var lastSaid: Instant
    private var halfBeat: TimeSpan { TimeSpan(nanoseconds: link.beat.nanoseconds / 2) }

    /// `sessionSeed`: random, from the shell; sessions are numbered from it.
    package init(introduction: Introduction, capacity: Int, sessionSeed: UInt64, at now: Instant) {
        self.introduction = introduction
        self.capacity = max(1, capacity)
        self.sessionSeed = sessionSeed
        link = ProducerLink(sessionSeed: sessionSeed, at: now)
        time = AwakeTime(longestStep: .seconds(1), at: now)
        self.now = now
        lastTick = now
        lastSaid = now
        lastSinkSign = now
        lastSinkAnswer = now
        lastLeavingProgress = now
    }

    package mutating func start(at now: Instant) -> [Action] { handle(at: now) { $0.hello() } }

    package mutating func received(_ message: Message, at now: Instant) -> [Action] {
        handle(at: now) {
            switch message {
            case .producer(let envelope): $0.producerSaid(envelope)
            case .sink(let envelope): $0.sinkSaid(envelope)
            }
        }
    }

    /// Handles the events in `events` as one: what there is to say after them is said once.
    package mutating func together(at now: Instant, _ events: (inout WorkerStateMachine) -> Void) -> [Action] {
        handle(at: now) {
            $0.isTogether = true
            events(&$0)
            $0.isTogether = false
        }
    }

    /// The next section to analyse, if any; the shell analyses it and calls ``analysed(_:findings:at:)`` or
    /// ``failed(_:reason:at:)``, and looks at its sockets between two sections.
    package mutating func nextTask() -> SectionTask? {
        guard !isStopped, running == nil, let task = tasks.popFirst() else { return nil }
        running = task.id
        isRunningOfSession = true
        return task
    }

    package mutating func analysed(_ id: SectionID, findings: Findings, at now: Instant) -> [Action] {
        handle(at: now) {
            $0.finishRunning(id)
            $0.unacknowledged.append(id, findings, at: $0.now)
        }
    }

    package mutating func failed(_ id: SectionID, reason: String, at now: Instant) -> [Action] {
        handle(at: now) {
            let isOfSession = $0.isRunningOfSession
            $0.finishRunning(id)
            $0.granted += 1
            if isOfSession { $0.sendToProducer(.failed(id, reason: reason)) }
            $0.sendBeat()
        }
    }

    package mutating func tick(at now: Instant) -> [Action] { handle(at: now) { $0.doDuty() } }

    /// SIGTERM: goodbye, finish what is held, hand it over, stop.
    package mutating func shutdownRequested(at now: Instant) -> [Action] {
        handle(at: now) {
            guard !$0.isLeaving else { return }
            $0.isLeaving = true
            $0.lastLeavingProgress = $0.now
            $0.sendToProducer(.goodbye)
        }
    }

    /// When `tick` is due. In a session that is when the producer's beat, which is answered, is late: so many workers on
    /// one machine are woken once a beat, not twice.
    package var nextTick: Instant {
        let beat = link.beat.nanoseconds
        return time.outside(lastTick + TimeSpan(nanoseconds: link.isJoined ? beat + beat / 2 : beat))
    }

    /// Whether the shell is to wake up for a word of the sink's. What the sink acknowledges frees memory and gives credit
    /// back, which can wait for the next section or beat as long as more than half of the credit is left. It can't
    /// after a single section: that may be a suspect, for whose end others wait.
    package var awaitsSink: Bool {
        isLeaving || unacknowledged.count < 2 || unacknowledged.count > capacity / 2
    }

    private mutating func handle(at instant: Instant, _ event: (inout WorkerStateMachine) -> Void) -> [Action] {
        guard !isStopped else { return [] }
        now = time.read(at: instant)
        event(&self)
        if isTogether { return [] }
        if owesBeat { sendBeat() }
        sendResults(isIdle: tasks.isEmpty)
        stopIfDone()
        defer { actions = [] }
        return actions
    }

    /// Sections to be analysed, the one that is being analysed included.
    var taskCount: Int { tasks.count + (running == nil ? 0 : 1) }

    // MARK: The producer

    /// What is to be done at each beat.
    private mutating func doDuty() {
        lastTick = now
        resendResults()
        // Who is leaving joins nobody any more.
        guard !isLeaving || link.isJoined else { return }
        switch link.duty(at: now) {
        case .nothing: break
        case .beat: if now - lastSaid >= halfBeat { sendBeat() }
        case .hello: hello()
        case .reconnectAndHello:
            guard !isLeaving else { return }
            log(.notice, "the producer is silent, connecting anew")
            actions.append(.reconnectProducer)
            hello()
        }
    }

    private mutating func hello() {
        // The producer hands out anew what it gave in the session before.
        tasks.removeAll()
        isRunningOfSession = false
        analysedCount = 0
        let offered = offer(max(0, capacity - unacknowledged.count - (running == nil ? 0 : 1)))
        granted = UInt64(offered)
        actions.append(.sendToProducer(link.hello(.hello(introduction, capacity: offered), at: now)))
    }

    private mutating func producerSaid(_ envelope: Envelope<ProducerToWorker>) {
        switch envelope.body {
        case .rejoin:
            guard link.isCurrent(session: envelope.session, at: now), link.isJoined, !isLeaving else { return }
            return hello()
        case .refused(let refusal):
            guard link.isCurrent(session: envelope.session, at: now) else { return }
            switch refusal {
            case .incompatible(let reason): stop(.refused(reason: reason))
            case .occupied: link.askAgain(at: now)
            }
            return
        default: break
        }
        switch link.judge(session: envelope.session, sequence: envelope.sequence, at: now) {
        case .stale: return
        case .broken:
            guard isLeaving else { return hello() }
            isReleased = true
            wasCutOff = true
            return
        case .expected: break
        }
        switch envelope.body {
        case .welcome(_, let location, let beat, let silence):
            link.welcomed(beat: beat, silence: silence)
            sessions += 1
            log(.info, "joined the producer")
            time.longestStep = TimeSpan(nanoseconds: 4 * link.beat.nanoseconds)
            sinkIs(at: location)
            if isLeaving { sendToProducer(.goodbye) }
        case .sink(let location): sinkIs(at: location)
        case .work(let work): tasks.append(contentsOf: work)
        case .farewell: isReleased = true
        case .beat, .rejoin, .refused: break
        }
        if now - lastTick >= halfBeat { doDuty() }
    }

    private mutating func sendToProducer(_ body: WorkerToProducer) {
        guard let envelope = link.envelope(body) else { return }
        lastSaid = now
        actions.append(.sendToProducer(envelope))
    }

    private mutating func sendBeat() {
        owesBeat = false
        sendToProducer(.beat(analysed: analysedCount, granted: granted))
    }

    private mutating func finishRunning(_ id: SectionID) {
        guard running == id else { return }
        running = nil
        if isRunningOfSession { analysedCount += 1 }
        isRunningOfSession = false
        lastLeavingProgress = now
    }

    /// So many sections are not held any more: the sink has what was found in them, or is gone.
    mutating func release(_ count: Int) {
        guard count > 0 else { return }
        granted += UInt64(count + withheld)
        withheld = 0
        lastLeavingProgress = now
        owesBeat = true
    }

    // MARK: Leaving

    private mutating func stopIfDone() {
        guard isLeaving, !isStopped else { return }
        let isAwaited = link.isJoined && !isReleased && !link.misses(beatsAt: now)
        // Who leaves joins nobody any more, so nobody would say where a sink is: others compute what it would have got.
        let isCutOff = wasCutOff || !link.isJoined || link.misses(beatsAt: now)
        let isHandedOver = unacknowledged.isEmpty || isCutOff && !isSinkPresent
        let isDone = tasks.isEmpty && running == nil && isHandedOver && !isAwaited
        let patience = TimeSpan(nanoseconds: 2 * link.silence.nanoseconds)
        if isDone || now - lastLeavingProgress > patience { stop(.drained) }
    }

    private mutating func stop(_ end: WorkerEnd) {
        isStopped = true
        actions.append(.stop(end))
    }

    mutating func log(_ level: LogEvent.Level, _ message: String, _ details: KeyValuePairs<String, String> = [:]) {
        actions.append(.log(LogEvent(level, message, details)))
    }
}
