import Articles
import Cluster
import Extraction

extension Simulation {
    // MARK: Who may be blamed

    func harmWorker(_ place: Int) { harmPeer(peer(.worker(place))) }

    /// Something happened to a worker that the producer may take for the fault of a section which it held.
    func harmPeer(_ peer: PeerID) {
        for section in held[peer] ?? [] { harm[section, default: 0] += 1 }
    }

    func noLongerHeld(_ sections: [SectionID]) {
        for peer in Array(held.keys) { held[peer]?.subtract(sections) }
    }

    private func mayBeMissing(_ section: SectionID) -> Bool {
        harmful[section.article]?.contains(section.index) == true
            || harm[section, default: 0] >= configuration.attempts
    }

    func isPartialForGood(_ id: ArticleID) -> Bool {
        guard let harmful = harmful[id], let findings = disk[id], let expected = expected[id] else { return false }
        return findings.indices.allSatisfy {
            findings[$0] == expected[$0] || harmful.contains($0)
        }
    }

    // MARK: At each step

    func checkBounds(of name: ProcessName) {
        switch name {
        case .producer:
            guard let figures = producer?.figures else { return }
            if figures.openArticles > configuration.openArticles {
                violate("\(figures.openArticles) articles are open of at most \(configuration.openArticles)")
            }
            // One article may be larger than what is left of the bound.
            if figures.openBytes > configuration.openBytes + 2000 { violate("\(figures.openBytes) bytes are open") }
            if figures.queueLength > 500 { violate("\(figures.queueLength) sections are queued") }
        case .worker(let place):
            guard let held = workers[place]?.machine.heldSections, held > configuration.capacity else { return }
            violate("worker \(place) holds \(held) of at most \(configuration.capacity)")
        case .sink(let place):
            guard let held = sinks[place]?.heldArticles, held > 4 * configuration.openArticles + 10 else { return }
            violate("sink \(place) holds \(held) articles")
        case .client: break
        }
    }

    /// A report is about to be on disk.
    func checkReport(_ outline: Outline, _ findings: [Findings?]) {
        guard let article = articles[outline.id], let expected = expected[outline.id] else {
            return violate("a report of an unknown article")
        }
        if outline != SimulatedArticles.split(outline.id, article) { violate("a report with another outline") }
        for index in findings.indices where findings[index] != expected[index] {
            let section = SectionID(article: outline.id, index: index)
            if findings[index] != nil { violate("wrong findings in \(section)") }
            if !mayBeMissing(section) { violate("given up without reason: \(section)") }
        }
        note("  report \(outline.id)")
    }

    func checkRequest(_ request: JournalRequest) {
        guard case .settle(_, let reported, _) = request else { return }
        for report in reported {
            guard let findings = disk[report.id], let expected = expected[report.id] else {
                violate("settled without a report: \(report.id)")
                continue
            }
            let missing = zip(findings, expected).count { $0 == nil && $1 != nil }
            // A report may have become whole, or another one, by a retry that has run meanwhile.
            if report.missingSections == 0 && missing > 0 && plan.meddling == 0 {
                violate("settled as whole, but \(missing) sections are missing: \(report.id)")
            }
        }
    }

    // MARK: At the end

    /// Every article was accepted and is settled.
    var isSettled: Bool {
        guard now >= plan.faultsEnd, client.accepted.count == articles.count, client.unsubmitted.isEmpty,
            client.submission == nil
        else { return false }
        return client.acceptedInOrder.allSatisfy {
            switch journal.rows[$0]?.state {
            case .reported: true
            case .partial: isPartialForGood($0)
            case .waiting, .cancelled, nil: false
            }
        }
    }

    /// Everybody is well, and nothing but beats was sent for a while.
    var isFinished: Bool {
        steps % 64 == 0 && now >= plan.faultsEnd && now - lastOtherThanBeat > 5 * Self.second
            && now - lastDisturbance > 10 * Self.second && isSettled
            && plan.processes.allSatisfy { processes[$0].map { $0.isAlive && !$0.isFrozen && !$0.isBusy } == true }
            && !connections.contains { $0.state == .dead }
    }

    var unfinished: String {
        let open = client.acceptedInOrder.filter {
            journal.rows[$0]?.state != .reported && !(journal.rows[$0]?.state == .partial && isPartialForGood($0))
        }
        return "\(client.accepted.count) of \(articles.count) accepted, "
            + "unsettled: \(open.map { "\($0) \(String(describing: journal.rows[$0]?.state))" }), "
            + "last message \((now - lastOtherThanBeat) / Self.millisecond) ms ago, "
            + "\(String(describing: producer?.figures))"
    }

    func checkEnd() {
        for id in client.acceptedInOrder {
            guard let findings = disk[id], let expected = expected[id], let row = journal.rows[id] else {
                violate("lost: \(id)")
                continue
            }
            let missing = zip(findings, expected).count { $0 == nil && $1 != nil }
            if row.state == .reported && missing > 0 { violate("\(missing) sections are missing in \(id)") }
        }
        if let figures = producer?.figures {
            if figures.openArticles > 0 { violate("still open at the end: \(figures)") }
            if figures.workers != workers.count { violate("\(figures.workers) of \(workers.count) workers are joined") }
            if !figures.hasSink { violate("no sink at the end") }
        }
        for (place, worker) in workers where worker.machine.heldSections > 0 {
            violate("worker \(place) still holds \(worker.machine.heldSections) sections")
        }
    }
}
