import Articles
import Cluster
import Extraction
import TestSupport

/// A whole cluster on a virtual clock: producer, sinks, workers and a client, the network between them, the journal and
/// the reports' disk, and faults in all of these, everything from one seed. Times are in nanoseconds.
final class Simulation {
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
        case fault
        case own(ProcessName, life: Int, OwnEvent)
    }

    /// What happens within a process.
    enum OwnEvent {
        case message(Payload, from: PeerID)
        case tick
        case terminate
        case analysed(SectionTask)
        case committed
        case journalAnswer(JournalAnswer)
        case onDisk(Outline, [Findings?], fails: Bool)
        case checked(ArticleID)
        case read(request: UInt64, ArticleID)
        case clientStep
    }

    struct Process {
        var life = 0
        var isAlive = false
        var isFrozen = false
        /// A worker at a section looks at nothing else.
        var isBusy = false
        var inbox: [OwnEvent] = []
        /// A process that was told to end starts again only if it was to be restarted.
        var connection: Int?
    }

    let seed: UInt64
    let plan: FaultPlan
    var configuration: ClusterConfiguration
    var random: SeededRandom
    var queue = EventQueue<Event>()
    var now: Int64 = 0
    var steps = 0
    var processes: [ProcessName: Process] = [:]
    var connections: [Connection] = []
    var routes: [ProcessName: [PeerID: Int]] = [:]

    var producer: ProducerStateMachine?
    var journal = SimulatedJournal()
    var uncommitted: [JournalRequest] = []
    var isCommitting = false
    var sinks: [Int: SinkStateMachine] = [:]
    var workers: [Int: WorkerNode] = [:]
    var client: ClientNode
    var disk: [ArticleID: [Findings?]] = [:]
    var articles: [ArticleID: Article] = [:]
    var expected: [ArticleID: [Findings?]] = [:]
    var harmful: [ArticleID: Set<Int>] = [:]
    /// Sections that each worker's life may hold, and how often a section's worker was harmed.
    var held: [PeerID: Set<SectionID>] = [:]
    var harm: [SectionID: Int] = [:]

    var violations: [String] = []
    var trace: [String]?
    var messages = 0
    var otherThanBeats = 0
    var lastOtherThanBeat: Int64 = 0
    /// When a process or a connection last came or went.
    var lastDisturbance: Int64 = 0
    /// A number that depends on everything that happened.
    var digest: UInt64 = 0

    init(seed: UInt64, traces: Bool = false) {
        self.seed = seed
        random = SeededRandom(seed: seed)
        plan = FaultPlan(from: &random)
        configuration = ClusterConfiguration()
        configuration.openArticles = random.integer(1...10)
        configuration.openBytes = random.integer(200...4000)
        configuration.capacity = random.integer(1...12)
        configuration.batch = random.integer(1...5)
        client = ClientNode()
        trace = traces ? [] : nil
        for number in 0..<random.integer(5...40) {
            let article = SimulatedArticles.article(number, from: &random, harm: plan.harmfulSections)
            articles[article.id] = article
            expected[article.id] = SimulatedArticles.expected(article)
            harmful[article.id] = SimulatedArticles.harmful(article)
            client.unsubmitted.append(article)
        }
    }

    /// Runs until every article is settled and everything is quiet.
    func run() {
        for name in plan.processes { queue.add(.start(name), at: Int64(random.integer(0...300)) * Self.millisecond) }
        queue.add(.fault, at: Self.second)
        while violations.isEmpty, let (time, event) = queue.popFirst() {
            now = time
            steps += 1
            handle(event)
            if isFinished { break }
            if now > plan.faultsEnd + 240 * Self.second || steps > 2_000_000 {
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
            guard processes[name]?.life == life, processes[name]?.isAlive == true else { return }
            processes[name]?.isFrozen = false
            lastDisturbance = now
            note("thaw \(name)")
            drainInbox(name)
        case .kill(let name, let life): if processes[name]?.life == life { kill(name) }
        case .fault: injectFault()
        case .own(let name, let life, let event):
            guard let process = processes[name], process.life == life, process.isAlive else { return }
            give(event, to: name)
        }
    }

    /// Lets a process see an event, now or when it looks again.
    func give(_ event: OwnEvent, to name: ProcessName) {
        guard let process = processes[name], process.isAlive else { return }
        if case .analysed = event, !process.isFrozen {
            processes[name]?.isBusy = false
            processes[name]?.inbox.insert(event, at: 0)
            return drainInbox(name)
        }
        if process.isFrozen || process.isBusy || !process.inbox.isEmpty {
            processes[name]?.inbox.append(event)
        } else {
            live(event, in: name)
        }
    }

    private func drainInbox(_ name: ProcessName) {
        // What has come meanwhile, in order; a worker that starts on a section leaves the rest.
        while let process = processes[name], process.isAlive, !process.isFrozen {
            if process.isBusy {
                guard
                    let index = process.inbox.firstIndex(where: { if case .analysed = $0 { true } else { false } })
                else { return }
                let event = process.inbox[index]
                processes[name]?.inbox.remove(at: index)
                processes[name]?.isBusy = false
                processes[name]?.inbox.insert(event, at: 0)
                continue
            }
            guard !process.inbox.isEmpty else { break }
            let event = process.inbox[0]
            processes[name]?.inbox.removeFirst()
            live(event, in: name)
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
        queue.add(.own(name, life: processes[name]?.life ?? 0, event), at: now + span)
    }

    func laterAt(_ instant: Instant, in name: ProcessName) {
        queue.add(.own(name, life: processes[name]?.life ?? 0, .tick), at: max(now + 1, instant.nanoseconds))
    }

    var instant: Instant { Instant(nanoseconds: now) }

    // MARK: Processes

    func start(_ name: ProcessName) {
        guard processes[name]?.isAlive != true else { return }
        var process = Process()
        process.life = (processes[name]?.life ?? 0) + 1
        process.isAlive = true
        processes[name] = process
        lastDisturbance = now
        note("start \(name) life \(process.life)")
        switch name {
        case .producer: startProducer()
        case .sink(let place): startSink(place)
        case .worker(let place): startWorker(place)
        case .client:
            let connection = open(to: .producer, from: name, as: PeerID("client"))
            processes[name]?.connection = connection
            later(.clientStep, in: name, after: Self.millisecond)
        }
    }

    /// Ends a process at once; it is started again after a while.
    func kill(_ name: ProcessName, restarts: Bool = true) {
        guard processes[name]?.isAlive == true else { return }
        note("end \(name)")
        processes[name]?.isAlive = false
        processes[name]?.inbox = []
        closeConnections(of: name)
        switch name {
        case .producer:
            producer = nil
            uncommitted = []
            isCommitting = false
        case .sink(let place): sinks[place] = nil
        case .worker(let place):
            harmWorker(place)
            workers[place] = nil
        case .client: break
        }
        if restarts {
            queue.add(.start(name), at: now + Int64(random.integer(20...1500)) * Self.millisecond)
        }
    }

    func peer(_ name: ProcessName) -> PeerID { PeerID("\(name)/\(processes[name]?.life ?? 0)") }

    func introduction(_ name: ProcessName) -> Introduction {
        Introduction(name: "\(name)", protocolVersion: protocolVersion, softwareVersion: "1.0.0", modelDigest: "model")
    }

    // MARK: What is noted

    func note(_ text: @autoclosure () -> String) {
        guard trace != nil else { return }
        trace?.append("\(Double(now / 1000) / 1000) ms  \(text())")
    }

    func violate(_ text: String) {
        note("VIOLATION \(text)")
        violations.append(text)
    }
}
