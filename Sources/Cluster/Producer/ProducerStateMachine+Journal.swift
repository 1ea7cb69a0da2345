internal import Articles

// What the journal answers, and who has waited for it.

extension ProducerStateMachine {
    mutating func journalSaid(_ answer: JournalAnswer) {
        guard let purpose = tickets.redeem(answer.ticket) else { return }
        if case .failed(_, let reason) = answer { return journalFailed(purpose, reason) }
        switch (purpose, answer) {
        case (.store(let from, let bytes), .stored(_, let acceptances)):
            uncommittedBytes -= bytes
            let new = acceptances.count { $0.isNew }
            statistics.counts.articlesAccepted += UInt64(new)
            statistics.counts.articlesKnown += UInt64(acceptances.count - new)
            actions.append(reply(from) { .accepted(request: $0, acceptances) })
        case (.load, .loaded(_, let articles, let remaining)): loaded(articles, remaining: remaining)
        case (.settle(let reported), .settled): settled(reported)
        case (.states(let from), .states(_, let states)):
            actions.append(reply(from) { .states(request: $0, states) })
        case (.beginAwait(let from, let ids, let deadline), .states(_, let states)):
            beginAwait(from, ids, deadline: deadline, states: states)
        case (.jobs(let from), .jobs(_, let page)): actions.append(reply(from) { .jobs(request: $0, told(page)) })
        case (.job(let from), .job(_, let job)): actions.append(reply(from) { .job(request: $0, job.map(told)) })
        case (.retry(let from), .retried(_, let count)):
            loading.mayFindMore()
            actions.append(reply(from) { .done(request: $0, count: count) })
        case (.cancel(let from), .cancelled(_, let ids)):
            cancelled(ids)
            actions.append(reply(from) { .done(request: $0, count: ids.count) })
        case (.cancelUnsendable(let asked), .cancelled(_, let ids)):
            unsendable.answered(asked)
            cancelled(ids)
        case (.counts(let from), .counts(_, let waiting, let reported, let partial, let cancelled)):
            let status = status(waiting: waiting, reported: reported, partial: partial, cancelled: cancelled)
            actions.append(reply(from) { .status(request: $0, status) })
        default: journalFailed(purpose, "the journal gave the answer to another question")
        }
    }

    private func told(_ page: JobsPage) -> JobsPage { JobsPage(page.jobs.map(told), last: page.last) }

    /// With what the journal does not know: why it waits, if that is more than for its turn.
    private func told(_ job: Job) -> Job {
        guard job.state == .waiting, let article = articles[job.id] else { return job }
        var job = job
        job.trouble.sinkDeaths = article.sinkDeaths.count
        job.trouble.failedAttempts = article.failedAttempts
        job.trouble.pause = article.sinkDeaths.pausedUntil.map { max(0, ($0 - now).milliseconds) } ?? 0
        return job
    }

    private mutating func journalFailed(_ purpose: Tickets.Purpose, _ reason: String) {
        statistics.counts.journalFailures += 1
        switch purpose {
        case .store(let from, let bytes):
            uncommittedBytes -= bytes
            busy(from, "the journal can't store articles: \(reason)")
        case .load: loading.failed()
        case .settle(let reported): settlements.failed(reported)
        case .cancelUnsendable: unsendable.failed()
        case .states(let from), .beginAwait(let from, _, _), .jobs(let from), .job(let from), .retry(let from),
            .cancel(let from), .counts(let from):
            failed(from, "the journal failed: \(reason)")
        }
        logNowAndThen(
            .error,
            "the journal could not do what was asked; it is tried again",
            because: reason,
            ["reason": reason]
        )
    }
}

extension JournalAnswer {
    package var ticket: UInt64 {
        switch self {
        case .stored(let ticket, _), .loaded(let ticket, _, _), .settled(let ticket), .states(let ticket, _),
            .jobs(let ticket, _), .job(let ticket, _), .retried(let ticket, _), .cancelled(let ticket, _),
            .counts(let ticket, _, _, _, _), .failed(let ticket, _):
            ticket
        }
    }
}
