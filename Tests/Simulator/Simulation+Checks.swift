import Articles
import Cluster
import Extraction

extension Simulation {
    // MARK: At each step

    /// Workers that have left leave what was opened for them, and each may have joined anew before it is known to be gone.
    private var openLimit: Int {
        max(
            configuration.openArticles,
            configuration.openArticlesPerWorker * 2 * ProcessName.workers,
            configuration.mostOpenArticles
        )
    }

    func checkBounds(of name: ProcessName) {
        switch name {
        case .producer:
            guard let figures = producer?.figures else { return }
            if figures.unreportedArticles > openLimit {
                violate("\(figures.unreportedArticles) articles are open of at most \(openLimit)")
            }
            // With those whose report the journal has yet to note.
            if figures.openArticles > 2 * openLimit {
                violate("\(figures.openArticles) articles are held of at most twice \(openLimit)")
            }
            // One article may be larger than what is left of the bound.
            if figures.openBytes > configuration.openBytes + 2000 { violate("\(figures.openBytes) bytes are open") }
            if figures.queueLength > 500 { violate("\(figures.queueLength) sections are queued") }
            if figures.uncommittedBytes > configuration.uncommittedBytes {
                violate("\(figures.uncommittedBytes) bytes wait for the journal")
            }
        case .worker(let place):
            guard let held = workers[place]?.machine.heldSections, held > configuration.capacity else { return }
            violate("worker \(place) holds \(held) of at most \(configuration.capacity)")
        case .sink(let place):
            guard let held = sinks[place]?.machine.heldArticles, held > 4 * openLimit + 10 else { return }
            violate("sink \(place) holds \(held) articles")
        case .client: break
        }
    }

    /// A report is about to be on disk.
    func checkReport(_ outline: Outline, _ report: Report) {
        guard let article = articles[outline.id], let expected = expected[outline.id]?[report.model] else {
            return violate("a report of an unknown article")
        }
        if outline != SimulatedArticles.split(outline.id, article) { violate("a report with another outline") }
        for index in report.findings.indices where report.findings[index] != expected[index] {
            let section = SectionID(article: outline.id, index: index)
            if report.findings[index] != nil { violate("wrong findings, or another model's, in \(section)") }
            if !mayBeMissing(section) { violate("given up without reason: \(section)") }
        }
        note("  report \(outline.id) by \(Self.modelName(report.model))")
    }

    /// A report is about to take another one's place.
    func checkReplacement(of id: ArticleID, by report: Report) {
        if let there = disk[id], there.model == report.model, missing(there, id) == 0, missing(report, id) > 0 {
            violate("a report that lacks sections takes the place of a whole one: \(id)")
        }
        guard let row = journal.rows[id], row.state == .reported || row.state == .partial else { return }
        if row.model != Self.modelName(report.model) {
            violate("a report by model-\(report.model) takes the place of the one that was settled: \(id)")
        }
    }

    func missing(_ report: Report, _ id: ArticleID) -> Int {
        guard let expected = expected[id]?[report.model] else { return 0 }
        return zip(report.findings, expected).count { $0 == nil && $1 != nil }
    }

    func checkRequest(_ request: JournalRequest) {
        guard case .settle(_, let reported, _) = request else { return }
        for article in reported {
            guard let report = disk[article.id] else {
                violate("settled without a report: \(article.id)")
                continue
            }
            // What is settled already stays as it is.
            guard journal.rows[article.id]?.state == .waiting else { continue }
            let missing = missing(report, article.id)
            if article.missingSections > 0, !mayBePartial(article.id) {
                violate("settled as partial by a report of before it was tried again: \(article.id)")
            }
            if article.missingSections == 0 && missing > 0 {
                violate("settled as whole, but \(missing) sections are missing: \(article.id)")
            }
        }
    }

    /// Whether a section may have been given up since the article waits: it was handed out often enough.
    private func mayBePartial(_ id: ArticleID) -> Bool {
        handouts.contains {
            $0.key.article == id && $0.value.life == journal.rows[id]?.lives && $0.value.count >= configuration.attempts
        }
    }

    // MARK: At the end

    func isPartialForGood(_ id: ArticleID) -> Bool {
        guard let harmful = harmful[id], let report = disk[id], let expected = expected[id]?[report.model] else {
            return false
        }
        return report.findings.indices.allSatisfy { report.findings[$0] == expected[$0] || harmful.contains($0) }
    }

    private func isSettled(_ id: ArticleID) -> Bool {
        switch journal.rows[id]?.state {
        case .reported: true
        case .partial: isPartialForGood(id)
        case .waiting, .cancelled, nil: false
        }
    }

    /// Every article was accepted and is settled.
    private var isEverythingSettled: Bool {
        client.accepted.count == articles.count && client.unsubmitted.isEmpty && client.submission == nil
            && client.acceptedInOrder.allSatisfy { isSettled($0) }
    }

    private func isWell(_ name: ProcessName) -> Bool {
        let process = processes[name.index]
        guard process.isAlive, !process.isFrozen else { return false }
        if case .worker(let place) = name, plan.lostWorker == place { return true }
        return !process.isBusy
    }

    /// Everybody is well, and nothing but beats was sent for a while.
    var isFinished: Bool {
        guard !areFaultsOn, isEverythingSettled else { return false }
        settledEverything()
        let since = now - 4 * Self.second
        return lastOtherThanBeat < since && lastDisturbance < since
            && plan.processes.allSatisfy { isWell($0) }
            // A sink that could not claim the reports' full disk tries again, and says nothing meanwhile.
            && producer?.figures.hasSink ?? true
            && !openConnections.contains { connections[$0].isDead || connections[$0].stalledUntil > since }
    }

    var unfinished: String {
        let unsettled = client.acceptedInOrder.filter { !isSettled($0) }
        return "\(client.accepted.count) of \(articles.count) accepted, "
            + "unsettled: \(unsettled.map { "\($0) \(String(describing: journal.rows[$0]?.state))" }), "
            + "last message \((now - lastOtherThanBeat) / Self.millisecond) ms ago, "
            + "\(String(describing: producer?.figures))"
    }

    func checkEnd() {
        for id in client.acceptedInOrder {
            guard let report = disk[id], let row = journal.rows[id] else {
                violate("lost: \(id)")
                continue
            }
            let missing = missing(report, id)
            if row.state == .reported && missing > 0 { violate("\(missing) sections are missing in \(id)") }
            if row.model != Self.modelName(report.model) {
                violate("the journal says \(row.model ?? "nothing"), the report is by model-\(report.model): \(id)")
            }
        }
        let lost = plan.lostWorker.map { workers[$0]?.hang == nil ? 0 : 1 } ?? 0
        let working = plan.processes.count(where: \.isWorker) - lost
        if let figures = producer?.figures {
            if figures.openArticles > 0 { violate("still open at the end: \(figures)") }
            if figures.workers < working || figures.workers > working + lost {
                violate("\(figures.workers) of \(working) workers are joined")
            }
            if !figures.hasSink { violate("no sink at the end") }
        }
        for (place, worker) in workers.enumerated() where worker?.hang == nil && plan.cutOffWorker != place {
            guard let held = worker?.machine.heldSections, held > 0 else { continue }
            violate("worker \(place) still holds \(held) sections")
        }
    }
}
