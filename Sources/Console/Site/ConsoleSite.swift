package import ArabicText
internal import Articles
internal import Cluster
internal import ClusterRuntime
internal import HTTPTypes
package import Logging

/// The console: what each request is answered with. It knows nothing of sockets.
package struct ConsoleSite: Sendable {
    package var index: ReportIndex
    package var loop: IndexLoop
    package var files: ReportFiles
    package var desk: ClusterDesk
    package var pages: PageDesk
    package var watch: ClusterWatch
    package var feed: LiveFeed
    /// How words are cut; the same as the index was made with.
    package var segmentation: SegmentationModel?
    /// Whether articles may be submitted, retried and cancelled.
    package var allowsControl: Bool
    package var requestGuard: RequestGuard
    package var softwareVersion: String
    package var logger: Logger

    package init(
        index: ReportIndex,
        loop: IndexLoop,
        files: ReportFiles,
        desk: ClusterDesk,
        pages: PageDesk,
        watch: ClusterWatch,
        feed: LiveFeed,
        segmentation: SegmentationModel?,
        allowsControl: Bool,
        requestGuard: RequestGuard,
        softwareVersion: String,
        logger: Logger
    ) {
        self.index = index
        self.loop = loop
        self.files = files
        self.desk = desk
        self.pages = pages
        self.watch = watch
        self.feed = feed
        self.segmentation = segmentation
        self.allowsControl = allowsControl
        self.requestGuard = requestGuard
        self.softwareVersion = softwareVersion
        self.logger = logger
    }

    var terms: SearchTerms { SearchTerms(segmentation: segmentation) }

    /// The answer to any request; never fails.
    package func answer(_ request: ConsoleRequest) async -> Answer {
        do {
            try requestGuard.check(request)
            return try await route(request)
        } catch {
            return .refusal(refusal(error, request), request)
        }
    }

    private func refusal(_ error: any Error, _ request: ConsoleRequest) -> Refusal {
        switch error {
        case let refusal as Refusal: return refusal
        case let error as ClientError:
            if case .failed = error {
                return Refusal(status: .badGateway, code: "cluster-refuses", reason: error.description)
            }
            return .unavailable(error.description)
        case let error as ReportFileError:
            log(error, request)
            guard case .file = error else { return .unreadable(error.description) }
            return .unavailable(error.description)
        case let error as FileError:
            log(error, request)
            return .unavailable(error.description)
        default:
            // The index is being made anew, or its disk fails: not the visitor's doing.
            log(error, request)
            return .unavailable("the index can't be read now: it may be being made anew")
        }
    }

    private func log(_ error: any Error, _ request: ConsoleRequest) {
        logger.error(
            "a request could not be answered",
            metadata: ["path": "\(request.rawPath)", "reason": "\(error)"]
        )
    }

    // MARK: Routes

    private func route(_ request: ConsoleRequest) async throws -> Answer {
        let path = request.path
        switch path.first {
        case "v1": return try await routeAPI(request, path.dropFirst())
        case "assets": return try only(.get, request) { try asset(path.dropFirst().joined(separator: "/")) }
        case "health": return try await only(.get, request) { try await health(path.dropFirst().first) }
        default: return try await routePages(request, path[...])
        }
    }

    /// - Throws: a refusal for another method than `method` (or HEAD for GET).
    func only<Value>(
        _ method: HTTPRequest.Method,
        _ request: ConsoleRequest,
        _ body: () async throws -> Value
    ) async throws -> Value {
        try check(request, [method])
        return try await body()
    }

    func only<Value>(
        _ method: HTTPRequest.Method,
        _ request: ConsoleRequest,
        _ body: () throws -> Value
    ) throws -> Value {
        try check(request, [method])
        return try body()
    }

    func check(_ request: ConsoleRequest, _ methods: [HTTPRequest.Method]) throws(Refusal) {
        let method = request.method == .head ? .get : request.method
        guard methods.contains(method) else { throw .methodNotAllowed(methods) }
    }

    /// - Throws: a refusal where the console only shows.
    func checkControl() throws(Refusal) {
        guard allowsControl else { throw .readOnly }
    }

    /// The article that a part of a path names.
    func article(_ text: String) throws(Refusal) -> ArticleID {
        guard let id = ArticleID(text) else {
            throw .notFound("«\(text.prefix(64))» is no article's id: those have 32 hexadecimal digits")
        }
        return id
    }

    private func health(_ what: String?) async throws -> Answer {
        switch what {
        case "live": return Answer(.ok, "text/plain; charset=utf-8", Array("alive\n".utf8))
        case "ready":
            // Readable, whether or not the cluster is there: reports can be read all the same.
            _ = try await index.counts()
            return Answer(.ok, "text/plain; charset=utf-8", Array("ready\n".utf8))
        default: throw Refusal.notFound("there is /health/live and /health/ready")
        }
    }
}
