import Articles
import Cluster
import Extraction
import TestSupport

/// A whole cluster on a virtual clock: producer, sinks, workers and a client, the network between them, the journal and
/// the reports' disk, and faults in all of these, everything from one seed. Times are in nanoseconds.
package final class Simulation {
    static let millisecond: Int64 = 1_000_000
    static let second: Int64 = 1_000_000_000
    enum Event {
        case arrive(connection: Int, epoch: Int, Payload, toRouter: Bool)
        case connect(connection: Int, epoch: Int)
        /// A dead connection is noticed.
        case sever(connection: Int, epoch: Int)
        case start(ProcessName)
        case thaw(ProcessName, life: Int)
        case kill(ProcessName, life: Int)
        case update(ProcessName)
        case fault
        case own(ProcessName, life: Int, OwnEvent)
    }

    /// What happens within a process.
    enum OwnEvent {
        case message(Payload, from: PeerID)
        case tick
        case terminate
        /// Of a connection to it, it is not said whose.
        case connectionEnded
        case look
        case analysed(SectionTask)
        case committed
        case journalAnswer(JournalAnswer)
        case onDisk(Outline, [Findings?], fails: Bool)
        case checked(ArticleID)
        case read(request: UInt64, ArticleID)
        case claims(ReportsClaim, fails: Bool)
        case clientStep
    }

    struct Process {
        var life = 0
        var isAlive = false
        var isFrozen = false
        /// A worker at a section looks at nothing else.
        var isBusy = false
        var inbox: [OwnEvent] = []
        var connection: Int?
        /// Its clock less the simulation's: each process has a clock of its own, which may jump.
        var clockOffset: Int64 = 0
        var model = 0
    }

    struct Report {
        var findings: [Findings?]
        var model: Int
    }

    package let seed: UInt64
    let mutant: Mutant?
    private(set) var plan: FaultPlan
    var configuration: ClusterConfiguration
    var random: SeededRandom
    /// For what came later, so that it does not change what else a seed draws.
    var claimRandom: SeededRandom
    var powerRandom: SeededRandom
    var reportRandom: SeededRandom
    var queue = EventQueue<Event>()
    package internal(set) var now: Int64 = 0
    package internal(set) var steps = 0
    var processes: [Process]
    var connections: [Connection] = []
    /// Those that are not closed.
    var openConnections: [Int] = []
    var routes: [[PeerID: Int]]

    var producer: ProducerStateMachine?
    var journal = SimulatedJournal()
    var uncommitted: [JournalRequest] = []
    var isCommitting = false
    var journalFullUntil: Int64 = 0
    var reportsFullUntil: Int64 = 0
    var sinks: [SinkNode?]
    var workers: [WorkerNode?]
    var client: ClientNode
    var disk: [ArticleID: Report] = [:]
    /// The incarnation of the sink that was the last to claim the folder of reports.
    var reportsOwner: UInt64?
    var articles: [ArticleID: Article] = [:]
    /// By model.
    var expected: [ArticleID: [[Findings?]]] = [:]
    var harmful: [ArticleID: Set<Int>] = [:]
    /// What sinks die of when they are about to write it, and how many more of them.
    var sinkKiller: ArticleID?
    var sinkDeathsLeft = 0
    /// Sections that each worker's life may hold, and how often a section's worker was harmed.
    var held: [PeerID: Set<SectionID>] = [:]
    var harm: [SectionID: Int] = [:]
    /// How often a section was handed out in the last of its article's lives.
    var handouts: [SectionID: (life: Int, count: Int)] = [:]
    var placeOfPeer: [PeerID: Int] = [:]
    /// What was cancelled by each request, and what the producer knows to be cancelled.
    var cancellations: [UInt64: [ArticleID]] = [:]
    var cancelled: Set<ArticleID> = []
    var leaseWatch = LeaseWatch()
    /// When the producer's leases were last looked at, by its clock.
    var lastBeat = Instant(nanoseconds: 0)
    var producerJumps = 0
    var mutations = Mutations()

    package internal(set) var violations: [String] = []
    package internal(set) var trace: [String]?
    package internal(set) var messages = 0
    var lastOtherThanBeat: Int64 = 0
    /// When a process or a connection last came or went.
    var lastDisturbance: Int64 = 0
    /// A number that depends on everything that happened.
    package internal(set) var digest: UInt64 = 0
    /// When everything was settled, after the last fault.
    package private(set) var recoveryTime: Int64?

    package init(seed: UInt64, mutant: Mutant? = nil, traces: Bool = false) {
        self.seed = seed
        self.mutant = mutant
        random = SeededRandom(seed: seed)
        claimRandom = SeededRandom(seed: ~seed)
        powerRandom = SeededRandom(seed: seed ^ 0x706F_7765_7200_0000)
        reportRandom = SeededRandom(seed: seed ^ 0x7265_706F_7274_7321)
        plan = FaultPlan(from: &random)
        if claimRandom.oneIn(16) { plan.replaceHungSink(from: &claimRandom) }
        var obstacleRandom = SeededRandom(seed: seed ^ 0x6F62_7374_6163_6C65)
        plan.obstruct(from: &obstacleRandom)
        if reportRandom.oneIn(8) { plan.mixReports(from: &reportRandom) }
        sinkDeathsLeft = plan.sinkDeaths
        configuration = ClusterConfiguration()
        configuration.openArticles = random.integer(1...10)
        configuration.openArticlesPerWorker = Int(seed % 4)
        configuration.openTurn = .milliseconds(Int(seed % 3) * 1000)
        configuration.mostOpenArticles = Int(seed % 2) * (configuration.openArticles + 3)
        configuration.openBytes = random.integer(200...4000)
        configuration.capacity = random.integer(1...12)
        configuration.batch = random.integer(1...5)
        client = ClientNode()
        processes = Array(repeating: Process(), count: ProcessName.count)
        routes = Array(repeating: [:], count: ProcessName.count)
        sinks = Array(repeating: nil, count: ProcessName.sinks)
        workers = Array(repeating: nil, count: ProcessName.workers)
        trace = traces ? [] : nil
        for number in 0..<random.integer(3...25) {
            let article = SimulatedArticles.article(number, from: &random, harm: plan.harmfulSections)
            let outline = SimulatedArticles.split(article.id, article)
            articles[article.id] = article
            expected[article.id] = (0...1).map { SimulatedArticles.expected(outline, model: $0) }
            harmful[article.id] = SimulatedArticles.harmful(article)
            client.unsubmitted.append(article)
        }
        sinkKiller = obstacleRandom.element(client.unsubmitted)?.id
    }

    /// Runs until every article is settled and everything is quiet.
    package func run() {
        for name in plan.processes {
            queue.add(.start(name), at: Int64(random.integer(0...300)) * Self.millisecond)
            guard name != .client else { continue }
            if let updates = plan.updates { queue.add(.update(name), at: updates[name.index]) }
            if let rollbacks = plan.rollbacks { queue.add(.update(name), at: rollbacks[name.index]) }
        }
        queue.add(.fault, at: Self.second / 2)
        while violations.isEmpty, let (time, event) = queue.popFirst() {
            now = time
            steps += 1
            handle(event)
            if steps % 64 == 0, isFinished { break }
            if now > plan.faultsEnd + recoveryBound || steps > 1_000_000 {
                return violate("not finished: \(unfinished)")
            }
        }
        if violations.isEmpty { checkEnd() }
    }

    private func handle(_ event: Event) {
        switch event {
        case .arrive(let connection, let epoch, let payload, let toRouter):
            arrive(payload, connection, epoch: epoch, toRouter: toRouter)
        case .connect(let connection, let epoch): connect(connection, epoch: epoch)
        case .sever(let connection, let epoch):
            if connections[connection].epoch == epoch { breakConnection(connection) }
        case .start(let name): start(name)
        case .thaw(let name, let life):
            guard processes[name.index].life == life, processes[name.index].isAlive else { return }
            processes[name.index].isFrozen = false
            lastDisturbance = now
            note("thaw \(name)")
            drainInbox(name)
        case .kill(let name, let life): if processes[name.index].life == life { kill(name) }
        case .update(let name): update(name)
        case .fault: injectFault()
        case .own(let name, let life, let event):
            guard processes[name.index].life == life, processes[name.index].isAlive else { return }
            give(event, to: name)
        }
    }

    /// Lets a process see an event, now or when it looks again.
    func give(_ event: OwnEvent, to name: ProcessName) {
        let index = name.index
        guard processes[index].isAlive else { return }
        if case .analysed = event, !processes[index].isFrozen {
            processes[index].isBusy = false
            processes[index].inbox.insert(event, at: 0)
            return drainInbox(name)
        }
        if processes[index].isFrozen || (processes[index].isBusy && !hearsWhileBusy(name))
            || !processes[index].inbox.isEmpty
        {
            processes[index].inbox.append(event)
        } else {
            live(event, in: name)
        }
    }

    private func hearsWhileBusy(_ name: ProcessName) -> Bool {
        guard plan.hangsBeating, case .worker(let place) = name else { return false }
        return workers[place]?.hang != nil && plan.lostWorker != place
    }

    private func drainInbox(_ name: ProcessName) {
        let index = name.index
        // What has come meanwhile, in order; a worker that starts on a section leaves the rest.
        while processes[index].isAlive, !processes[index].isFrozen {
            if processes[index].isBusy {
                guard
                    let place = processes[index].inbox.firstIndex(where: {
                        if case .analysed = $0 { true } else { false }
                    })
                else { return }
                let event = processes[index].inbox.remove(at: place)
                processes[index].isBusy = false
                processes[index].inbox.insert(event, at: 0)
                continue
            }
            guard !processes[index].inbox.isEmpty else { break }
            live(processes[index].inbox.removeFirst(), in: name)
        }
    }

    private func live(_ event: OwnEvent, in name: ProcessName) {
        switch name {
        case .producer: liveInProducer(event)
        case .sink(let place): liveInSink(event, place)
        case .worker(let place): liveInWorker(event, place)
        case .client: liveInClient(event)
        }
        checkBounds(of: name)
    }

    /// Something that happens in the process `after` so long, if it lives then.
    func later(_ event: OwnEvent, in name: ProcessName, after span: Int64) {
        queue.add(.own(name, life: processes[name.index].life, event), at: now + span)
    }

    /// The next tick, when the process's own clock will say `instant`.
    func laterAt(_ instant: Instant, in name: ProcessName) {
        let time = instant.nanoseconds - processes[name.index].clockOffset
        queue.add(.own(name, life: processes[name.index].life, .tick), at: max(now + 1, time))
    }

    func instant(in name: ProcessName) -> Instant { Instant(nanoseconds: now + processes[name.index].clockOffset) }

    // MARK: What is noted

    func note(_ text: @autoclosure () -> String) {
        guard trace != nil else { return }
        trace?.append("\(Double(now / 1000) / 1000) ms  \(text())")
    }

    func violate(_ text: String) {
        note("VIOLATION \(text)")
        violations.append(text)
    }

    /// So long after the last fault everything that was accepted must be reported, and everybody at rest: a minute, for
    /// frozen processes and lost leases; the four seconds of rest that ``isFinished`` asks for; each section that does
    /// harm costs three workers, which are started again one by one; and a slow worker may be the only one, or one that
    /// holds a single section while messages are slow. What a worker has taken that does not reach the sink is there for
    /// three leases, in each of its lives; an article that sinks died of may wait for longer than all of the faults took.
    private var recoveryBound: Int64 {
        let harmfulCount = harmful.values.reduce(0) { $0 + $1.count }
        let sectionCount = expected.values.reduce(0) { $0 + ($1.first?.count ?? 0) }
        return 64 * Self.second + Int64(harmfulCount) * 6 * Self.second
            + (plan.slowWorker == nil ? 0 : Int64(sectionCount) * Self.second / 2)
            + (plan.slowMessages == 0 ? 0 : Int64(sectionCount) * Self.second / 4)
            + (plan.cutOffWorker == nil ? 0 : Int64(1 + harmfulCount) * 35 * Self.second)
            + (plan.sinkDeaths == 0 ? 0 : 17 * Self.second)
    }

    func settledEverything() { if recoveryTime == nil { recoveryTime = now - plan.faultsEnd } }
}
