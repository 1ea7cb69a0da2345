internal import Articles

// Handing out sections: against credit, in turn, and suspects alone.

extension ProducerStateMachine {
    /// So many bytes of text go into one message; a larger section goes alone.
    private static let bytesInMessage = 256 << 10

    /// A worker with so many sections before it is not in need of more; two or three articles of usual length.
    private static let plenty = 8
    /// So many are worth waking a worker for: some milliseconds of work. The more, where there are enough for all.
    static let worthWaking = 16...32

    mutating func dispatch() {
        guard sink?.isSynced == true else { return }
        handOutSuspects()
        // A few sections are spread over all who are free rather than piled on one, unless that one has enough to do
        // until they are: then fewer messages are better.
        let free = max(1, workers.readyCount)
        let share = max(1, (queue.fresh.count + free - 1) / free)
        let least = leastInMessage
        while !queue.fresh.isEmpty, let number = workers.popReady() {
            guard let credit = workers[number]?.credit, let held = workers[number]?.leases.count else { continue }
            let count = held >= Self.plenty ? configuration.batch : max(least, share)
            let tasks = takeFresh(atMost: min(credit, configuration.batch, count))
            if !tasks.isEmpty {
                lease(tasks, to: number)
                workers.update(number) { $0.hadSuspectLast = false }
            }
            workers.queueIfReady(number)
        }
    }

    /// So many sections a worker gets at once, if there are as many. Where there are articles enough for all workers each
    /// is to have some to do when it is woken: of 64 on two processors most are out of work at any time, and a section for
    /// each of them is a message, two threads that wake up, and caches that another process had meanwhile.
    private var leastInMessage: Int {
        guard articles.unreportedCount > 4 * workers.count else { return 1 }
        let each = (articles.leasedCount + queue.fresh.count) / max(1, workers.count)
        return min(max(each, Self.worthWaking.lowerBound), Self.worthWaking.upperBound)
    }

    private mutating func takeFresh(atMost count: Int) -> [SectionTask] {
        var tasks: [SectionTask] = []
        var bytes = 0
        while tasks.count < count, bytes < Self.bytesInMessage, let section = queue.popFresh() {
            guard articles.state(of: section) == .pending, let task = articles[section.article]?.task(section.index)
            else { continue }
            if !tasks.isEmpty, bytes + task.section.text.utf8.count > Self.bytesInMessage {
                queue.prepend(section)
                break
            }
            bytes += task.section.text.utf8.count
            tasks.append(task)
        }
        return tasks
    }

    private mutating func lease(_ tasks: [SectionTask], to number: UInt64) {
        let first = workers.update(number) { [now] worker in
            let first = worker.leases.nextNumber
            for task in tasks { worker.lease(task.id, at: now) }
            return first
        }
        guard let first else { return }
        for (lease, task) in zip(first..., tasks) { articles.set(task.id, to: .leased(worker: number, lease: lease)) }
        statistics.counts.sectionsHandedOut += UInt64(tasks.count)
        send(.work(tasks), to: number)
    }

    /// A section that a worker was lost with is handed out to a worker that holds nothing else, so that only a section
    /// which does harm is blamed again and again. As many workers as there are suspects are kept free for them; after
    /// a suspect a worker gets fresh sections first, if there are any.
    private mutating func handOutSuspects() {
        while let section = queue.suspects.first {
            guard articles.state(of: section) == .pending, let task = articles[section.article]?.task(section.index)
            else {
                _ = queue.popSuspect()
                continue
            }
            guard let number = idleWorker(otherThan: avoided(for: section)) else { break }
            _ = queue.popSuspect()
            workers.update(number) {
                $0.duty = .quarantine
                $0.hadSuspectLast = true
            }
            lease([task], to: number)
        }
        reserveWorkers(queue.suspects.count)
    }

    private func mayTakeSuspect(_ worker: WorkerSession) -> Bool {
        worker.duty != .quarantine && !worker.isLeaving && worker.offersCredit
            && (!worker.hadSuspectLast || queue.fresh.isEmpty)
    }

    /// The worker that has failed with a suspect and is not to get it again: where there are others.
    private func avoided(for section: SectionID) -> UInt64? {
        guard let failed = articles[section.article]?.lastFailure(of: section.index),
            workers.all.contains(where: { $0.number != failed && $0.offersCredit && !$0.isLeaving })
        else { return nil }
        return failed
    }

    private func idleWorker(otherThan avoided: UInt64?) -> UInt64? {
        workers.all.first { $0.isIdle && $0.credit > 0 && mayTakeSuspect($0) && $0.number != avoided }?.number
    }

    private mutating func reserveWorkers(_ wanted: Int) {
        guard wanted > 0 || workers.hasReserved else { return }
        // One that may not take the next suspect would be kept free for nothing; fresh sections that came meanwhile go
        // before its next suspect.
        let avoided = queue.suspects.first.flatMap { self.avoided(for: $0) }
        let kept = workers.all.filter { $0.duty == .reserved }
        let reserved = kept.filter { $0.number != avoided && mayTakeSuspect($0) }.map(\.number).prefix(wanted)
        for number in kept.map(\.number) where !reserved.contains(number) {
            workers.update(number) { $0.duty = .freshSections }
            workers.queueIfReady(number)
        }
        let free = workers.all.filter { $0.duty == .freshSections && mayTakeSuspect($0) && $0.number != avoided }
            .sorted { ($0.leases.count, $0.number) < ($1.leases.count, $1.number) }
        for worker in free.prefix(max(0, wanted - reserved.count)) {
            workers.update(worker.number) { $0.duty = .reserved }
        }
        workers.hasReserved = wanted > 0
    }

    /// Ends the lease of a section that is not to be handed out again by itself.
    ///
    /// - Returns: the lease, if there was one.
    @discardableResult
    mutating func endLease(of section: SectionID) -> WorkerSession.Lease? {
        guard case .leased(let number, let lease)? = articles.state(of: section) else { return nil }
        let ended = workers.update(number) { [now] in $0.deliver(lease, at: now) } ?? nil
        endQuarantineIfIdle(number)
        return ended
    }

    mutating func endQuarantineIfIdle(_ number: UInt64) {
        let isOver = workers.update(number) { worker in
            guard worker.duty == .quarantine, worker.isIdle else { return false }
            worker.duty = .freshSections
            return true
        }
        if isOver == true { workers.queueIfReady(number) }
    }
}
