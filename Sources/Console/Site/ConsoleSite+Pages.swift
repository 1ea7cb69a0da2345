internal import Articles
internal import Cluster
internal import ClusterRuntime
internal import HTTPTypes
internal import Reports

extension ConsoleSite {
    func context(_ request: ConsoleRequest) -> PageContext {
        PageContext(request, allowsControl: allowsControl, version: softwareVersion)
    }

    func routePages(_ request: ConsoleRequest, _ path: ArraySlice<String>) async throws -> Answer {
        let path = Array(path)
        switch (path.first, path.count) {
        case (nil, _):
            return try only(.get, request) {
                ClusterPage(context: context(request), snapshot: watch.snapshot, index: loop.progress).answer
            }
        case ("events", 1): return try only(.get, request) { try events(request) }
        case ("language", 2): return try only(.get, request) { try chooseLanguage(path[1], request) }
        case ("articles", 1): return try await only(.get, request) { try await articlesPage(request) }
        case ("articles", 2):
            return try await only(.get, request) { try await articlePage(try article(path[1]), request) }
        case ("articles", 3) where path[2] == "retry":
            return try await only(.post, request) {
                let id = try article(path[1])
                _ = try await control(id, .retry)
                return .see("/articles/\(id)")
            }
        case ("articles", 3) where path[2] == "cancel":
            return try await only(.post, request) {
                let id = try article(path[1])
                _ = try await control(id, .cancel)
                return .see("/articles/\(id)")
            }
        case ("across", 1): return try await only(.get, request) { try await trendsPage(request) }
        case ("across", 2) where path[1] == "sources":
            return try await only(.get, request) { try await sourcesPage(request) }
        case ("across", 2) where path[1] == "together":
            return try await only(.get, request) { try await togetherPage(request) }
        case (let subject?, 2):
            guard let subject = Subject(rawValue: subject), let number = Int64(path[1]) else { break }
            return try await only(.get, request) { try await itemPage(subject, number, request) }
        case ("submit", 1):
            try check(request, [.get, .post])
            try checkControl()
            return try await submitPage(request)
        default: break
        }
        throw Refusal.notFound("there is no \(request.rawPath.prefix(200))")
    }

    // MARK: Pages

    private func articlesPage(_ request: ConsoleRequest) async throws -> Answer {
        let context = context(request)
        let query: ArticleQuery
        switch try ListQuery(request.parameters) {
        case .jobs(let query):
            let page = try await jobs(query)
            return JobsPage(context: context, query: query, jobs: page.jobs, total: page.total).answer
        case .reports(let reports): query = reports
        }
        let page = try await index.articles(query, terms: terms)
        var chosen: [Item] = []
        for entity in query.entities { if let row = try await index.entity(entity) { chosen.append(Item(row)) } }
        for theme in query.themes { if let row = try await index.theme(theme) { chosen.append(Item(row)) } }
        return ArticlesPage(context: context, query: query, page: page, chosen: chosen, index: loop.progress).answer
    }

    private func articlePage(_ id: ArticleID, _ request: ConsoleRequest) async throws -> Answer {
        let context = context(request)
        switch try await whereabouts(of: id) {
        case .waiting, .cancelled:
            let job = try await desk.ask { client throws(ClientError) in try client.job(id) }
            return PendingPage(context: context, id: id, job: job).answer
        case .file(let file): return try await reportPage(id, context.language) { try file.bytes() }
        case .report(let bytes): return try await reportPage(id, context.language) { bytes }
        }
    }

    private func reportPage(
        _ id: ArticleID,
        _ language: PageLanguage,
        _ bytes: @escaping @Sendable () throws -> [UInt8]
    ) async throws -> Answer {
        try await pages.make {
            let bytes = try bytes()
            let report: Report
            do throws(ReportReaderError) {
                report = try ReportReader.report(from: bytes)
            } catch {
                throw Refusal.unreadable("the report of article \(id) can't be read: \(error)")
            }
            // Its own policy stands in the page, and allows what is in it alone.
            return .html(ReportPage(report, language: language, back: "/articles").html)
        }
    }

    private func trendsPage(_ request: ConsoleRequest) async throws -> Answer {
        let query = try TrendQuery(request.parameters)
        let trends = try await index.trends(query)
        let sources = try await index.sources(limit: 100)
        return TrendsPage(context: context(request), query: query, trends: trends, sources: sources).answer
    }

    private func sourcesPage(_ request: ConsoleRequest) async throws -> Answer {
        let query = try TrendQuery(request.parameters)
        let profiles = try await index.profiles(of: query.subject, types: query.types)
        return SourcesPage(context: context(request), query: query, profiles: profiles).answer
    }

    private func togetherPage(_ request: ConsoleRequest) async throws -> Answer {
        let query = try CompanionQuery(request.parameters)
        let companions = try await index.companions(query)
        let sources = try await index.sources(limit: 100)
        return TogetherPage(context: context(request), query: query, companions: companions, sources: sources).answer
    }

    private func itemPage(_ subject: Subject, _ number: Int64, _ request: ConsoleRequest) async throws -> Answer {
        let item: (item: Item, reports: Int)?
        var articles = ArticleQuery()
        articles.limit = 10
        var companions: [Companions] = []
        if subject == .entities {
            item = try await index.entity(number).map { (Item($0), $0.reports) }
            articles.entities = [number]
            var query = CompanionQuery()
            query.entity = number
            query.limit = 20
            if item != nil { companions = try await index.companions(query) }
        } else {
            item = try await index.theme(number).map { (Item($0), $0.reports) }
            articles.themes = [number]
        }
        guard let item, item.item.subject == subject else { throw Refusal.notFound("there is no \(request.rawPath)") }
        return ItemPage(
            context: context(request),
            item: item.item,
            reports: item.reports,
            days: try await index.days(of: subject, number),
            sources: try await index.sources(of: subject, number, limit: 12),
            companions: companions,
            articles: try await index.articles(articles, terms: terms)
        ).answer
    }

    private func submitPage(_ request: ConsoleRequest) async throws -> Answer {
        let context = context(request)
        guard request.method == .post else { return SubmitPage(context: context).answer }
        guard request.mediaType == "multipart/form-data",
            let form = MultipartForm(request.body, contentType: request.fields[.contentType] ?? "")
        else { throw Refusal.badRequest("the form could not be read") }
        var upload = Upload()
        var fields: [String: String] = [:]
        for part in form.parts {
            if let name = part.fileName {
                // Browsers send an empty part where no file was chosen.
                if !name.isEmpty { upload.read(part.bytes, name: name) }
            } else {
                fields[part.name] = String(decoding: part.bytes, as: UTF8.self)
            }
        }
        if let text = fields["text"], text.contains(where: { !$0.isWhitespace }) {
            upload.read(
                pasted: text,
                title: fields["title"],
                url: fields["url"],
                published: fields["published"],
                source: fields["source"]
            )
        }
        if upload.articles.isEmpty, upload.problems.isEmpty { return SubmitPage(context: context).answer }
        let outcome = try await submit(upload)
        return SubmitPage(context: context, outcome: outcome).answer
    }

    private func chooseLanguage(_ name: String, _ request: ConsoleRequest) throws(Refusal) -> Answer {
        guard let language = PageLanguage(rawValue: name) else { throw .notFound("the languages are ar and en") }
        let target = request.parameters["to"] ?? "/"
        // Nowhere but on this console.
        let isHere =
            target.hasPrefix("/") && !target.hasPrefix("//") && !target.contains("\\")
            && target.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F }
        var answer = Answer.see(isHere ? target : "/")
        answer.fields[.setCookie] =
            "\(PageContext.languageCookie)=\(language.rawValue); Path=/; Max-Age=31536000; SameSite=Lax"
        return answer
    }
}

extension Answer {
    /// Why a request is not done: as a page for people, as a problem document (RFC 9457) for programs.
    static func refusal(_ refusal: Refusal, _ request: ConsoleRequest) -> Answer {
        let isForPeople = request.wantsPage && request.path.first != "v1"
        var answer =
            isForPeople
            ? RefusalPage(context: PageContext(request, allowsControl: false, version: ""), refusal: refusal).answer
            : Answer(
                refusal.status,
                "application/problem+json",
                JSONBytes.encode(
                    ProblemDocument(
                        title: refusal.status.reasonPhrase,
                        status: refusal.status.code,
                        code: refusal.code,
                        detail: refusal.reason
                    )
                ) + [UInt8(ascii: "\n")]
            )
        if let seconds = refusal.retryAfter { answer.fields[.retryAfter] = "\(seconds)" }
        if !refusal.allowed.isEmpty {
            answer.fields[.allow] = refusal.allowed.map(\.rawValue).joined(separator: ", ")
        }
        return answer
    }
}
