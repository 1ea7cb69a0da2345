import Cluster
import TestSupport

/// Which faults a seed has, and how often. A rate is «once in so many», 0 for never.
struct FaultPlan {
    var processes: [ProcessName]
    var faultsEnd: Int64
    /// Mean time between two faults, in milliseconds.
    var faultInterval: Int
    var faults: [Fault]
    var lostMessages = 0
    var slowMessages = 0
    /// EAGAIN of a ROUTER.
    var congestion = 0
    var slowSections = 0
    /// A worker on a slow machine.
    var slowWorker: Int?
    var hangs = 0
    /// A worker that hangs once and for good.
    var lostWorker: Int?
    /// A worker that hangs goes on beating.
    var hangsBeating: Bool
    /// A worker sends its results twice.
    var doubledAnswers = 0
    var journalFailures = 0
    var writeFailures = 0
    /// How much longer a report takes to be written.
    var sinkSlowness = 1
    /// The process ends in the middle of what it was about to do.
    var crashes = 0
    var harmfulSections = 0
    /// An analysis fails, whatever the section, while there are faults.
    var failures = 0
    var meddling = 0
    var dealersKeepUnsent: Bool
    /// When each process comes with the next model, if they do.
    var updates: [Int64]?
    /// When each of them goes back to the model that it had, if they do.
    var rollbacks: [Int64]?
    /// A worker that reaches the producer and never a sink.
    var cutOffWorker: Int?
    /// So many sinks die of one of the articles, while there are faults, before one reports it.
    var sinkDeaths = 0
    /// The cluster is stopped once in so many faults, a report is removed, and its article is submitted again.
    var removals = 0
    /// A sink that is writing hangs when the producer is updated, and the update passes it by.
    var hangsWritingSink = false

    enum Fault: CaseIterable {
        case killProducer, killSink, killWorker, killClient, freezeProducer, freezeSink, freezeWorker
        case breakConnection, deadConnection, deafConnection, stalledConnection
        case terminateProducer, terminateSink, terminateWorker
        case jumpClock, fillJournalDisk, fillReportDisk
    }

    init(from random: inout SeededRandom) {
        processes = [.producer, .client, .sink(0)]
        if random.oneIn(4) { processes.append(.sink(1)) }
        let workers = random.integer(1...ProcessName.workers)
        for place in 0..<workers { processes.append(.worker(place)) }
        faultsEnd = Int64(random.integer(2...15)) * Simulation.second
        faultInterval = random.integer(50...3000)
        faults = Fault.allCases.filter { _ in random.oneIn(3) }
        func sometimes(_ rates: [Int]) -> Int { random.oneIn(3) ? random.element(rates) ?? 0 : 0 }
        lostMessages = sometimes([30, 200, 1000])
        slowMessages = sometimes([5, 50])
        congestion = sometimes([20, 200])
        slowSections = sometimes([5, 50])
        hangs = sometimes([20, 200])
        hangsBeating = random.oneIn(2)
        doubledAnswers = sometimes([2, 10])
        journalFailures = sometimes([3, 20])
        writeFailures = sometimes([3, 20])
        if random.oneIn(4) { sinkSlowness = random.integer(10...200) }
        crashes = random.oneIn(4) ? random.element([100, 1000]) ?? 0 : 0
        harmfulSections = sometimes([5, 30])
        meddling = sometimes([1, 3, 10])
        dealersKeepUnsent = random.oneIn(2)
        if workers > 1 {
            if random.oneIn(8) { lostWorker = random.integer(0...workers - 1) }
            if random.oneIn(8) { slowWorker = random.integer(0...workers - 1) }
        }
        if random.oneIn(6) {
            let begin = random.integer(500...max(501, Int(faultsEnd / Simulation.millisecond) - 1000))
            updates = Self.updates(from: begin, &random)
        }
    }

    private static func updates(from begin: Int, _ random: inout SeededRandom) -> [Int64] {
        (0..<ProcessName.count).map { _ in Int64(begin + random.integer(0...900)) * Simulation.millisecond }
    }

    /// What a cluster could be brought to a standstill with.
    mutating func obstruct(from random: inout SeededRandom) {
        let workers = processes.count(where: \.isWorker)
        if workers > 1, lostWorker == nil, random.oneIn(12) { cutOffWorker = random.integer(0...workers - 1) }
        if random.oneIn(12) { sinkDeaths = random.integer(1...6) }
    }

    /// What brings all kinds of reports into each other's way: some lack sections and are tried again, others are there
    /// already and submitted again, and the model that they are of comes and goes.
    mutating func mixReports(from random: inout SeededRandom) {
        failures = random.integer(2...4)
        removals = random.integer(2...6)
        meddling = random.integer(1...2)
        faults += [.killSink, .killProducer, .killSink]
        faultInterval = random.integer(50...500)
        guard !hangsWritingSink, random.oneIn(2) else { return }
        let begin = random.integer(500...3000)
        updates = Self.updates(from: begin, &random)
        rollbacks = Self.updates(from: begin + random.integer(500...2000), &random)
    }

    /// What lets a sink of the model before wake up with reports at hand that another one has made meanwhile.
    mutating func replaceHungSink(from random: inout SeededRandom) {
        if !processes.contains(.sink(1)) { processes.append(.sink(1)) }
        updates = Self.updates(from: random.integer(300...1500), &random)
        sinkSlowness = random.integer(20...200)
        hangsWritingSink = true
    }
}

extension Simulation {
    var areFaultsOn: Bool { now < plan.faultsEnd }

    func injectFault() {
        guard areFaultsOn else { return note("no more faults") }
        queue.add(.fault, at: now + Int64(random.integer(1...2 * plan.faultInterval)) * Self.millisecond)
        if plan.removals > 0, reportRandom.oneIn(plan.removals) { removeReport() }
        guard let fault = random.element(plan.faults) else { return }
        note("fault \(fault)")
        switch fault {
        case .killProducer: kill(.producer)
        case .killClient: kill(.client)
        case .killSink: if let name = any(\.isSink) { kill(name) }
        case .killWorker: if let name = any(\.isWorker) { kill(name) }
        case .freezeProducer: freeze(.producer)
        case .freezeSink: if let name = any(\.isSink) { freeze(name) }
        case .freezeWorker: if let name = any(\.isWorker) { freeze(name) }
        case .terminateProducer: terminate(.producer)
        case .terminateSink: if let name = any(\.isSink) { terminate(name) }
        case .terminateWorker: if let name = any(\.isWorker) { terminate(name) }
        case .breakConnection:
            if let index = anyConnection() {
                harmPeer(connections[index].peer)
                breakConnection(index)
            }
        case .deadConnection: cut(oneWay: false)
        case .deafConnection: cut(oneWay: true)
        case .stalledConnection:
            if let index = anyConnection() {
                harmPeer(connections[index].peer)
                connections[index].stalledUntil = now + Int64(random.integer(10...15_000)) * Self.millisecond
            }
        case .jumpClock: if let name = any({ $0 != .client }) { jumpClock(of: name) }
        case .fillJournalDisk: journalFullUntil = now + Int64(random.integer(100...5000)) * Self.millisecond
        case .fillReportDisk: reportsFullUntil = now + Int64(random.integer(100...5000)) * Self.millisecond
        }
    }

    private func any(_ matches: (ProcessName) -> Bool) -> ProcessName? {
        random.element(plan.processes.filter { matches($0) && processes[$0.index].isAlive })
    }

    private func anyConnection() -> Int? {
        random.element(openConnections.filter { connections[$0].state == .connected })
    }

    /// Nothing arrives any more, both ways or one way, until it is noticed.
    private func cut(oneWay: Bool) {
        guard let index = anyConnection() else { return }
        harmPeer(connections[index].peer)
        let isToRouter = random.oneIn(2)
        connections[index].isDeadToRouter = !oneWay || isToRouter
        connections[index].isDeadToDealer = !oneWay || !isToRouter
        let span = Int64(random.integer(10...15_000)) * Self.millisecond
        queue.add(.sever(connection: index, epoch: connections[index].epoch), at: now + span)
    }

    private func freeze(_ name: ProcessName) {
        guard processes[name.index].isAlive, !processes[name.index].isFrozen else { return }
        processes[name.index].isFrozen = true
        if case .worker(let place) = name { harmWorker(place) }
        let span = Int64(random.oneIn(3) ? random.integer(3000...30_000) : random.integer(10...3000))
        queue.add(.thaw(name, life: processes[name.index].life), at: now + span * Self.millisecond)
    }

    /// Sinks that have reports on their way to the disk hang, for long enough to be replaced.
    func hangWritingSinks() {
        for place in sinks.indices where sinks[place]?.writing.isEmpty == false {
            let name = ProcessName.sink(place)
            guard !processes[name.index].isFrozen else { continue }
            note("hang \(name)")
            processes[name.index].isFrozen = true
            let span = Int64(claimRandom.integer(4000...12_000)) * Self.millisecond
            queue.add(.thaw(name, life: processes[name.index].life), at: now + span)
        }
    }

    /// While nobody is there who would still speak of it.
    private func removeReport() {
        for name in plan.processes where name == .producer || name.isSink { kill(name) }
        guard let id = reportRandom.element(journal.all(in: .reported)), let article = articles[id] else { return }
        note("  the report of \(id) is removed")
        disk[id] = nil
        client.unsubmitted.append(article)
    }

    private func terminate(_ name: ProcessName) {
        if processes[name.index].isAlive { give(.terminate, to: name) }
    }

    private func jumpClock(of name: ProcessName) {
        let jump = Int64(random.integer(1...100_000)) * Self.millisecond
        processes[name.index].clockOffset += random.oneIn(3) ? -jump : jump
        if name == .producer { producerJumps += 1 }
        note("  \(name) by \(jump / Self.millisecond) ms")
    }

    /// How many of `count` actions a process gets to do: it may crash in the midst of them.
    func survivedActions(_ count: Int) -> Int {
        guard count > 0, areFaultsOn, plan.crashes > 0, random.oneIn(plan.crashes) else { return count }
        return random.integer(0...count - 1)
    }
}
