import Cluster

extension Simulation {
    func start(_ name: ProcessName) {
        guard !processes[name.index].isAlive else { return }
        var process = Process()
        process.life = processes[name.index].life + 1
        process.isAlive = true
        process.clockOffset = Int64(random.integer(0...1_000_000)) * Self.millisecond
        if let updates = plan.updates, now >= updates[name.index] { process.model = 1 }
        if let rollbacks = plan.rollbacks, now >= rollbacks[name.index] { process.model = 0 }
        processes[name.index] = process
        lastDisturbance = now
        note("start \(name) life \(process.life)")
        switch name {
        case .producer: startProducer()
        case .sink(let place): startSink(place)
        case .worker(let place): startWorker(place)
        case .client:
            connectToProducer(name)
            later(.clientStep, in: name, after: Self.millisecond)
        }
    }

    /// Ends a process at once; it is started again after a while.
    func kill(_ name: ProcessName) {
        guard processes[name.index].isAlive else { return }
        note("end \(name)")
        processes[name.index].isAlive = false
        processes[name.index].inbox = []
        closeConnections(of: name)
        switch name {
        case .producer:
            producer = nil
            // What was being committed is on disk whole, or not at all.
            if isCommitting, random.oneIn(3) { commitUnseen() }
            uncommitted = []
            isCommitting = false
            // The whole machine may have gone, with what was not synced.
            if journal.unsyncedCount > 0, powerRandom.oneIn(3) {
                journal.powerCut(taking: powerRandom.integer(1...journal.unsyncedCount))
            }
        case .sink(let place):
            // A report whose rename was done, and nobody told.
            if let writing = sinks[place]?.writing {
                for (outline, findings) in writing where random.oneIn(3) { putOnDisk(outline, findings, of: place) }
            }
            // A claim that was made, and nobody told.
            if let sink = sinks[place], sink.isClaiming, !sink.hasClaimed, claimRandom.oneIn(3) {
                reportsOwner = sink.incarnation
            }
            sinks[place] = nil
        case .worker(let place):
            harmWorker(place)
            leaseWatch.died(peer(name))
            workers[place] = nil
        case .client: client.forget()
        }
        queue.add(.start(name), at: now + Int64(random.integer(20...1500)) * Self.millisecond)
    }

    /// The next model is rolled out, or the one before it again, process by process.
    func update(_ name: ProcessName) {
        if plan.hangsWritingSink {
            if name == .producer { hangWritingSinks() }
            if name.isSink, processes[name.index].isFrozen { return }
        }
        note("update \(name)")
        if random.oneIn(2) { kill(name) } else { give(.terminate, to: name) }
        // One that takes too long to end is killed, and one that came meanwhile has the next model.
        if processes[name.index].isAlive {
            queue.add(.kill(name, life: processes[name.index].life), at: now + 2 * Self.second)
        }
    }

    /// The producer will not have it: the supervisor starts it anew.
    func refused(_ name: ProcessName, _ reason: String) {
        if plan.updates == nil { violate("\(name) was refused: \(reason)") }
        kill(name)
    }

    func peer(_ name: ProcessName) -> PeerID { PeerID("\(name)/\(processes[name.index].life)") }

    func introduction(_ name: ProcessName) -> Introduction {
        Introduction(
            name: "\(name)",
            protocolVersion: protocolVersion,
            softwareVersion: "1.0.0",
            modelDigest: Self.modelName(processes[name.index].model)
        )
    }

    static func modelName(_ model: Int) -> String { "model-\(model)" }

    func connectToProducer(_ name: ProcessName) {
        if let old = processes[name.index].connection { close(old) }
        processes[name.index].connection = open(to: .producer, from: name, as: peer(name))
    }
}
