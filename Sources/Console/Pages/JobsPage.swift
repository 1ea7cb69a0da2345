internal import Articles
internal import Cluster
internal import Reports

/// Articles that have no report: those that wait, and those that were cancelled.
struct JobsPage {
    var context: PageContext
    var query: JobQuery
    var jobs: [Job]
    var total: Int

    var answer: Answer {
        let title = context(query.state == .waiting ? .waiting : .cancelled)
        return ConsoleFrame(context: context, title: title, place: .articles).answer { writer in
            writer.element("h1", text: title)
            SearchForm(context: context, query: ArticleQuery(), sources: []).write(to: &writer)
            writer.element("p", [("class", "summary")]) { $0.element("strong", text: context.number(total)) }
            writer.element("ol", [("class", "articles")]) { writer in
                for job in jobs { item(job, to: &writer) }
            }
            Pager(context: context, total: total, offset: query.offset, limit: query.limit).write(to: &writer)
        }
    }

    private func item(_ job: Job, to writer: inout HTMLWriter) {
        writer.element("li", [("class", "article"), ("dir", "rtl")]) { writer in
            writer.element("h3") { writer in
                writer.element(
                    "a",
                    [("href", "/articles/\(job.id)"), ("dir", "auto"), ("lang", "ar")],
                    text: job.title ?? job.source ?? job.id.description
                )
            }
            writer.element("p", [("class", "facts")]) { writer in
                writer.element("span", [("class", "code")], text: job.id.description)
                if let source = job.source { writer.element("bdi", text: source) }
            }
            trouble(of: job, context, to: &writer)
            if context.allowsControl {
                ControlButton(
                    context: context,
                    id: job.id.description,
                    phrase: query.state == .waiting ? .cancel : .retry,
                    action: query.state == .waiting ? "cancel" : "retry"
                ).write(to: &writer)
            }
        }
    }
}

/// An article whose report is not there.
struct PendingPage {
    var context: PageContext
    var id: ArticleID
    var job: Job?

    var answer: Answer {
        let isCancelled = job?.state == .cancelled
        let title = context(isCancelled ? .cancelledTitle : .waitingTitle)
        return ConsoleFrame(context: context, title: title, place: .articles, isLive: true).answer { writer in
            var attributes: HTMLWriter.Attributes = [("class", "message")]
            if !isCancelled { attributes.append(("data-awaits", id.description)) }
            writer.element("section", attributes) { writer in
                writer.element("h1", text: title)
                if let name = job?.title ?? job?.source {
                    writer.element("p", [("class", "lead"), ("dir", "auto")], text: name)
                }
                writer.element("p", text: context(isCancelled ? .cancelledHelp : .waitingHelp))
                if let job { trouble(of: job, context, to: &writer) }
                writer.element("p", [("class", "code")], text: id.description)
                if context.allowsControl {
                    ControlButton(
                        context: context,
                        id: id.description,
                        phrase: isCancelled ? .retry : .cancel,
                        action: isCancelled ? "retry" : "cancel"
                    ).write(to: &writer)
                }
                if !isCancelled {
                    writer.element("noscript") { writer in
                        writer.element("a", [("href", "/articles/\(id)")], text: context(.openReport))
                    }
                }
            }
        }
    }
}

/// Why an article waits, where it is more than for its turn.
private func trouble(of job: Job, _ context: PageContext, to writer: inout HTMLWriter) {
    let trouble = job.trouble
    guard trouble != .init() else { return }
    var parts: [String] = []
    func add(_ phrase: Phrase, _ value: String) { parts.append("\(context(phrase)): \(value)") }
    if trouble.sinkDeaths > 0 { add(.sinkDeaths, context.number(trouble.sinkDeaths)) }
    if trouble.failedAttempts > 0 { add(.failedAttempts, context.number(trouble.failedAttempts)) }
    if trouble.pause > 0 { add(.triedAgain, context.span(milliseconds: trouble.pause)) }
    // In the language of the page, whatever the article's is.
    writer.element("p", [("class", "problem"), ("dir", "auto")], text: parts.joined(separator: " · "))
}

/// Why a page is not to be had.
struct RefusalPage {
    var context: PageContext
    var refusal: Refusal

    var answer: Answer {
        ConsoleFrame(context: context, title: context(.sorry)).answer(refusal.status) { writer in
            writer.element("section", [("class", "message")]) { writer in
                writer.element("h1", text: context(.sorry))
                writer.element("p", [("dir", "ltr"), ("lang", "en")], text: refusal.reason)
                writer.element("p") { $0.element("a", [("href", "/articles")], text: context(.home)) }
            }
        }
    }
}
