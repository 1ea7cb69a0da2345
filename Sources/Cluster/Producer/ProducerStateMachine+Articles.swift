internal import Articles

// An article's way: loaded from the journal, opened at the sink, reported, settled in the journal.

extension ProducerStateMachine {
    /// How many articles may be open now.
    var openLimit: Int {
        max(
            configuration.openArticles,
            configuration.openArticlesPerWorker * workers.count,
            min(configuration.mostOpenArticles, pace.articles(in: configuration.openTurn))
        )
    }

    mutating func load() {
        // What is reported takes nobody's time any more; but where the journal can't note it, it is not to grow for ever.
        let room = min(openLimit - articles.unreportedCount, 2 * openLimit - articles.count)
        let bytes = configuration.openBytes - articles.bytes
        // Several at a time: looking for one costs almost as much. But of the places that go round, which those that sinks
        // die of have left.
        let places = openLimit - unopened.pausedCount
        guard loading.mayAsk, room > 0, room >= places / 4, bytes > 0, sink?.isLeaving != true
        else { return }
        loading.asked()
        actions.append(.journal(.load(ticket: tickets.issue(.load), count: room, bytes: bytes)))
    }

    mutating func loaded(_ stored: [StoredArticle], remaining: Int) {
        loading.answered(remaining: remaining)
        for article in stored where articles[article.id] == nil {
            let outline = split(article.id, article.article)
            guard MessageCodec.canSend(outline) else {
                refuse(article.article, outline)
                continue
            }
            articles.insert(
                article,
                outline: outline,
                keepsExisting: article.keepsReportOf == introduction.modelDigest,
                at: now
            )
            unopened.append(article.id)
        }
    }

    /// What is too large to be sent would be missed by the sink, which would say hello and be sent it again, for ever.
    private mutating func refuse(_ article: Article, _ outline: Outline) {
        unsendable.append(outline.id)
        log(
            .error,
            "an article is too large to be sent to the sink and is cancelled: split it, and submit its parts",
            [
                "article": "\(outline.id)",
                "name": (article.title ?? article.source ?? "").shortened(toBytes: 200),
                "bytes": "\(article.byteCount)",
                "sections": "\(outline.sections.count)",
                "marked headings": "\(article.markedHeadings?.count ?? 0)",
            ]
        )
    }

    mutating func cancelUnsendable() {
        let ids = unsendable.takeQuestion()
        guard !ids.isEmpty else { return }
        actions.append(.journal(.cancel(ticket: tickets.issue(.cancelUnsendable(ids)), ids)))
    }

    /// Tells the sink of articles that were loaded.
    mutating func openArticles() {
        guard let sink, sink.isSynced, !sink.isLeaving else { return }
        while window.hasRoom(beside: articles.sinkCount), let id = unopened.popFirst() {
            // One that is being discarded is opened when the sink has answered that.
            guard let article = articles[id], article.stage == .loaded, !sink.discards.contains(id) else { continue }
            articles.setStage(.opening, of: id)
            sendToSink(.open(article.outline, keepsExisting: article.keepsExisting))
            let givenUp = article.givenUp
            if !givenUp.isEmpty { sendToSink(.giveUp(givenUp)) }
        }
    }

    mutating func opened(_ id: ArticleID) {
        guard let article = articles[id], article.stage == .opening else { return }
        articles.setStage(.opened, of: id)
        for (index, state) in article.sections.enumerated() where state == .waiting {
            enqueue(SectionID(article: id, index: index))
        }
    }

    mutating func enqueue(_ section: SectionID) {
        guard let turn = articles.turn(of: section) else { return }
        let isSuspect = turn.attempts > 0
        // It is given up, or handed out, when the doubt is over.
        if isSuspect, absolutions.isInDoubt(section) { return articles.set(section, to: .waiting) }
        articles.set(section, to: .pending)
        if isSuspect {
            queue.append(suspect: section)
        } else {
            queue.append(fresh: section, for: turn.submitter, turn.priority)
        }
    }

    /// The sink has reports on disk. One that lacks other sections than those that were given up here is of an earlier
    /// opening, before a retry or a cancel: it is made again. So is a partial one of an article that is not loaded: whether
    /// it was settled, and what it has was tried again since, only the journal knows.
    mutating func take(_ reported: [ReportedArticle]) {
        for report in reported {
            guard let article = articles[report.id] else {
                if report.missingSections == 0 { settlements.add(report) } else { discard([report.id]) }
                continue
            }
            if article.stage != .settling {
                guard report.missingSections == 0 || report.missingSections == article.givenUp.count else {
                    discard([report.id])
                    unopened.remove(report.id)
                    queue.remove(report.id)
                    reopen(report.id)
                    continue
                }
                endLeases(of: report.id)
                articles.setStage(.settling, of: report.id)
                pace.reported()
                window.reported(limit: openLimit)
            }
            settlements.add(report)
        }
    }

    /// Nothing of the article is to be handed out any more.
    private mutating func endLeases(of id: ArticleID) {
        guard let article = articles[id] else { return }
        for (index, state) in article.sections.enumerated() {
            let section = SectionID(article: id, index: index)
            switch state {
            case .leased: endLease(of: section)
            case .waiting, .pending: break
            case .unneeded, .received, .givenUp: continue
            }
            articles.set(section, to: .received)
        }
    }

    /// Forgets an article.
    private mutating func close(_ id: ArticleID) {
        guard let stage = articles[id]?.stage else { return }
        endLeases(of: id)
        if let closed = articles.remove(id), closed.failedAttempts > 0 { absolutions.forget(id) }
        // What was reported leaves nothing in the queues but void entries that are taken soon.
        if stage != .settling {
            queue.remove(id)
            unopened.remove(id)
        }
    }

    mutating func settle() {
        guard let reported = settlements.next(at: now) else { return }
        let ticket = tickets.issue(.settle(reported))
        actions.append(.journal(.settle(ticket: ticket, reported, modelDigest: introduction.modelDigest)))
    }

    mutating func settled(_ reported: [ReportedArticle]) {
        let ids = reported.map(\.id)
        settlements.done(ids)
        for report in reported {
            statistics.settled(report, acceptedAt: articles[report.id]?.acceptedAt, at: now)
            guard report.missingSections > 0 else { continue }
            log(
                .warning,
                "the report is partial: `warraq retry` of the article computes what it lacks",
                ["article": "\(report.id)", "missing sections": "\(report.missingSections)"]
            )
        }
        let openAgain = ids.filter { articles[$0].map { $0.stage != .settling } == true }
        for id in ids { close(id) }
        if isDraining { settledWhileDraining += ids.count }
        sendToSink(.settled(ids))
        discard(openAgain)
        answerAwaits(of: ids)
    }

    mutating func cancelled(_ ids: [ArticleID]) {
        statistics.counts.articlesCancelled += UInt64(ids.count)
        for id in ids {
            settlements.remove(id)
            close(id)
        }
        discard(ids)
        answerAwaits(of: ids)
    }
}
