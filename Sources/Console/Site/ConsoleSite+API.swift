internal import Articles
internal import Cluster
internal import ClusterRuntime
internal import HTTPTypes
internal import Logging

extension ConsoleSite {
    func routeAPI(_ request: ConsoleRequest, _ path: ArraySlice<String>) async throws -> Answer {
        let rest = Array(path.dropFirst())
        switch (path.first, rest.count) {
        case ("openapi.json", 0):
            return try only(.get, request) { .json(ConsoleAssets.openAPI) }
        case ("status", 0):
            return try only(.get, request) { .document(watch.snapshot.document(index: loop.progress)) }
        case ("events", 0): return try only(.get, request) { try events(request) }
        case ("articles", 0):
            try check(request, [.get, .post])
            return request.method == .post ? try await submit(request) : try await list(request)
        case ("articles", 1): return try await only(.get, request) { try await show(try article(rest[0])) }
        case ("articles", 2):
            let id = try article(rest[0])
            switch rest[1] {
            case "report": return try await only(.get, request) { try await report(id) }
            case "retry": return try await only(.post, request) { .document(try await control(id, .retry)) }
            case "cancel": return try await only(.post, request) { .document(try await control(id, .cancel)) }
            default: break
            }
        case ("entities", 0): return try await only(.get, request) { try await entities(request) }
        case ("trends", 0): return try await only(.get, request) { try await trends(request) }
        case ("sources", 0): return try await only(.get, request) { try await sources(request) }
        case ("together", 0): return try await only(.get, request) { try await together(request) }
        case ("index", 1) where rest[0] == "rebuild":
            try check(request, [.post])
            try checkControl()
            loop.rebuild()
            return .document(StateDocument(id: "index", state: "rebuilding"), .accepted)
        default: break
        }
        throw Refusal.notFound("there is no \(request.rawPath.prefix(200)): see /v1/openapi.json")
    }

    // MARK: Live

    func events(_ request: ConsoleRequest) throws(Refusal) -> Answer {
        // Who asks for the head alone does not listen.
        if request.method == .head { return .events(AsyncStream { $0.finish() }) }
        let first = LiveFeed.event("history", watch.historyDocument) + watch.snapshot.event(index: loop.progress)
        guard let events = feed.listen(first) else { throw .unavailable("too many look at the live page at once") }
        return .events(events)
    }

    // MARK: Articles

    private func list(_ request: ConsoleRequest) async throws -> Answer {
        switch try ListQuery(request.parameters) {
        case .jobs(let query):
            let page = try await jobs(query)
            return .document(
                ArticleListDocument(
                    total: page.total,
                    offset: query.offset,
                    limit: query.limit,
                    articles: page.jobs.map(ArticleDocument.init),
                    entities: [],
                    topics: [],
                    sources: []
                )
            )
        case .reports(let query):
            let page = try await index.articles(query, terms: terms)
            return .document(
                ArticleListDocument(
                    total: page.total,
                    offset: query.offset,
                    limit: query.limit,
                    articles: page.rows.map(ArticleDocument.init),
                    entities: page.entities.map(EntityDocument.init),
                    topics: page.topics.map(ThemeDocument.init),
                    sources: page.sources.map(SourceDocument.init)
                )
            )
        }
    }

    /// Articles that have no report yet, newest first.
    func jobs(_ query: JobQuery) async throws -> (jobs: [Job], total: Int) {
        try await desk.ask { client throws(ClientError) in
            let status = try client.status()
            let jobs = try client.jobs(state: query.state, offset: query.offset, limit: query.limit).jobs
            return (jobs, query.state == .waiting ? status.waiting : status.cancelled)
        }
    }

    private func show(_ id: ArticleID) async throws -> Answer {
        if let row = try await index.article(id) { return .document(ArticleDocument(row)) }
        guard let job = try await desk.ask({ client throws(ClientError) in try client.job(id) }) else {
            throw Refusal.notFound("no article \(id) is known")
        }
        return .document(ArticleDocument(job))
    }

    private func report(_ id: ArticleID) async throws -> Answer {
        switch try await whereabouts(of: id) {
        case .file(let file): return .json(file)
        case .report(let bytes): return .json(bytes)
        case .waiting:
            var answer = Answer.document(StateDocument(id: id.description, state: "waiting"), .accepted)
            answer.fields[.retryAfter] = "1"
            return answer
        case .cancelled: throw Refusal.notFound("article \(id) was cancelled before it had a report")
        }
    }

    enum Whereabouts: Sendable {
        case file(OpenFile)
        case report([UInt8])
        case waiting
        case cancelled
    }

    /// Where the article is: its report, from the folder or through the cluster, or what became of it.
    func whereabouts(of id: ArticleID) async throws -> Whereabouts {
        if let file = try files.open(id) { return .file(file) }
        return try await desk.ask { client throws(ClientError) in
            guard let job = try client.job(id) else { return nil }
            switch job.state {
            case .waiting: return .waiting
            case .cancelled: return .cancelled
            // The folder may not be the sink's, or not have it yet.
            case .reported, .partial: return try client.report(of: id).map { .report($0) } ?? .waiting
            }
        } ?? { throw Refusal.notFound("no article \(id) is known") }()
    }

    // MARK: Control

    enum Control: Sendable { case retry, cancel }

    /// - Throws: a refusal where the console only shows, and for an article that this can't be done with.
    func control(_ id: ArticleID, _ control: Control) async throws -> StateDocument {
        try checkControl()
        let (count, job) = try await desk.ask { client throws(ClientError) in
            let count = try control == .retry ? client.retry([id]) : client.cancel([id])
            return (count, try client.job(id))
        }
        guard let job else { throw Refusal.notFound("no article \(id) is known") }
        let wanted: JobState = control == .retry ? .waiting : .cancelled
        // Asked twice, it is done once.
        guard count > 0 || job.state == wanted else {
            throw Refusal(
                status: .conflict,
                code: "wrong-state",
                reason: control == .retry
                    ? "article \(id) is \(job.state.label): only partial and cancelled ones can be computed again"
                    : "article \(id) is \(job.state.label): only waiting ones can be cancelled"
            )
        }
        return StateDocument(id: id.description, state: job.state.label)
    }

    private func submit(_ request: ConsoleRequest) async throws -> Answer {
        try checkControl()
        var upload = Upload()
        switch request.mediaType {
        case "application/json": upload.read(object: request.body)
        case "application/x-ndjson", "application/jsonl", "application/jsonlines":
            upload.read(request.body, name: nil, format: .jsonLines)
        case "text/plain": upload.read(request.body, name: nil, format: .text)
        case "text/markdown": upload.read(request.body, name: nil, format: .markdown)
        case "text/html", "application/xhtml+xml": upload.read(request.body, name: nil, format: .html)
        case "application/rss+xml", "application/atom+xml", "application/xml", "text/xml":
            upload.read(request.body, name: nil, format: .feed)
        default:
            throw Refusal(
                status: .unsupportedMediaType,
                code: "unsupported-media-type",
                reason: "an article is sent as application/json, application/x-ndjson, text/plain, text/markdown, "
                    + "text/html or application/rss+xml; the Content-Type must say which"
            )
        }
        let document = try await submit(upload)
        return .document(document, document.articles.isEmpty ? .unprocessableContent : .accepted)
    }

    /// Hands articles over to the cluster; returns when they are safe.
    func submit(_ upload: Upload) async throws -> SubmissionDocument {
        try checkControl()
        var document = SubmissionDocument()
        document.refused = upload.problems.map {
            .init(input: $0.input, line: $0.line, reason: "\($0.reason); \($0.advice)")
        }
        guard !upload.articles.isEmpty else { return document }
        let articles = upload.articles
        let outcomes = try await desk.ask { client throws(ClientError) in try client.submit(articles) }
        for (article, outcome) in zip(articles, outcomes) {
            switch outcome {
            case .accepted(let acceptance):
                document.articles.append(
                    .init(
                        id: acceptance.id.description,
                        isNew: acceptance.isNew,
                        title: article.title,
                        source: article.source,
                        report: "/v1/articles/\(acceptance.id)/report"
                    )
                )
            case .refused(let reason):
                document.refused.append(.init(input: article.title ?? article.source ?? "an article", reason: reason))
            }
        }
        logger.info("articles were submitted", metadata: ["accepted": "\(document.articles.count)"])
        return document
    }

    // MARK: Across articles

    private func entities(_ request: ConsoleRequest) async throws -> Answer {
        let limit = try request.parameters.number("limit", 1...200) ?? 20
        let types = try request.parameters.types()
        let found = try await index.entities(named: request.parameters["q"] ?? "", types: types, limit: limit)
        return .document(["entities": found.map(EntityDocument.init)])
    }

    private func trends(_ request: ConsoleRequest) async throws -> Answer {
        let trends = try await index.trends(TrendQuery(request.parameters))
        return try answer(request, "trends", csv: { .trends(trends) }, json: { TrendsDocument(trends) })
    }

    private func sources(_ request: ConsoleRequest) async throws -> Answer {
        let query = try TrendQuery(request.parameters)
        let profiles = try await index.profiles(of: query.subject, types: query.types, sources: 50, limit: query.limit)
        return try answer(request, "sources", csv: { .profiles(profiles) }, json: { ProfilesDocument(profiles) })
    }

    private func together(_ request: ConsoleRequest) async throws -> Answer {
        let companions = try await index.companions(CompanionQuery(request.parameters))
        return try answer(
            request,
            "together",
            csv: { .companions(companions) },
            json: { CompanionsDocument(companions) }
        )
    }

    private enum Format: String, CaseIterable { case json, csv }

    private func answer(
        _ request: ConsoleRequest,
        _ name: String,
        csv: () -> CSV,
        json: () -> some Encodable
    ) throws -> Answer {
        switch try request.parameters.choice("format", Format.self) ?? .json {
        case .json: return .document(json())
        case .csv:
            return Answer(
                .ok,
                "text/csv; charset=utf-8",
                csv().bytes,
                fields: [.contentDisposition: "attachment; filename=\"\(name).csv\""]
            )
        }
    }
}
