import Cluster
import TestSupport

/// Which faults a seed has, and how often. A rate is «once in so many», 0 for never.
struct FaultPlan {
    var processes: [ProcessName]
    var faultsEnd: Int64
    /// Mean time between two faults.
    var faultInterval: Int
    var faults: [Fault]
    var lostMessages = 0
    var slowMessages = 0
    var slowSections = 0
    var hangs = 0
    var journalFailures = 0
    var writeFailures = 0
    var harmfulSections = 0
    var meddling = 0
    var dealersKeepUnsent: Bool

    enum Fault: CaseIterable {
        case killProducer, killSink, killWorker, freezeProducer, freezeSink, freezeWorker, breakConnection
        case deadConnection, terminateProducer, terminateSink, terminateWorker
    }

    init(from random: inout SeededRandom) {
        processes = [.producer, .client, .sink(0)]
        if random.oneIn(4) { processes.append(.sink(1)) }
        for place in 0..<random.integer(1...5) { processes.append(.worker(place)) }
        faultsEnd = Int64(random.integer(3...25)) * Simulation.second
        faultInterval = random.integer(50...4000)
        faults = Fault.allCases.filter { _ in random.oneIn(3) }
        func sometimes(_ rates: [Int]) -> Int { random.oneIn(3) ? random.element(rates) ?? 0 : 0 }
        lostMessages = sometimes([30, 200, 1000])
        slowMessages = sometimes([5, 50])
        slowSections = sometimes([5, 50])
        hangs = sometimes([20, 200])
        journalFailures = sometimes([3, 20])
        writeFailures = sometimes([3, 20])
        harmfulSections = sometimes([5, 30])
        meddling = sometimes([1, 3, 10])
        dealersKeepUnsent = random.oneIn(2)
    }
}

extension Simulation {
    func injectFault() {
        guard now < plan.faultsEnd else { return note("no more faults") }
        queue.add(.fault, at: now + Int64(random.integer(1...2 * plan.faultInterval)) * Self.millisecond)
        guard let fault = random.element(plan.faults) else { return }
        note("fault \(fault)")
        switch fault {
        case .killProducer: kill(.producer)
        case .killSink: if let name = any({ if case .sink = $0 { true } else { false } }) { kill(name) }
        case .killWorker: if let name = any({ if case .worker = $0 { true } else { false } }) { kill(name) }
        case .freezeProducer: freeze(.producer)
        case .freezeSink: if let name = any({ if case .sink = $0 { true } else { false } }) { freeze(name) }
        case .freezeWorker: if let name = any({ if case .worker = $0 { true } else { false } }) { freeze(name) }
        case .terminateProducer: terminate(.producer)
        case .terminateSink: if let name = any({ if case .sink = $0 { true } else { false } }) { terminate(name) }
        case .terminateWorker: if let name = any({ if case .worker = $0 { true } else { false } }) { terminate(name) }
        case .breakConnection:
            if let index = anyConnection() {
                harmPeer(connections[index].peer)
                breakConnection(index)
            }
        case .deadConnection:
            if let index = anyConnection() {
                harmPeer(connections[index].peer)
                connections[index].state = .dead
                connections[index].epoch += 1
                let span = Int64(random.integer(10...15_000)) * Self.millisecond
                queue.add(.sever(connection: index, epoch: connections[index].epoch), at: now + span)
            }
        }
    }

    private func any(_ matches: (ProcessName) -> Bool) -> ProcessName? {
        random.element(plan.processes.filter { matches($0) && processes[$0]?.isAlive == true })
    }

    private func anyConnection() -> Int? {
        random.element(connections.indices.filter { connections[$0].state == .connected })
    }

    private func freeze(_ name: ProcessName) {
        guard let process = processes[name], process.isAlive, !process.isFrozen else { return }
        processes[name]?.isFrozen = true
        if case .worker(let place) = name { harmWorker(place) }
        let span = Int64(random.oneIn(3) ? random.integer(3000...30_000) : random.integer(10...3000))
        queue.add(.thaw(name, life: process.life), at: now + span * Self.millisecond)
    }

    private func terminate(_ name: ProcessName) {
        guard processes[name]?.isAlive == true else { return }
        give(.terminate, to: name)
    }
}
