internal import Glibc
internal import HTTPTypes
internal import HummingbirdCore
package import Logging
internal import NIOCore
internal import NIOPosix
internal import ServiceLifecycle

/// Answers requests over HTTP/1.1, with bounds on everything that a client may make it hold.
package struct ConsoleServer: Service {
    package struct Limits: Sendable {
        package var connections = 256
        package var headerBytes = 32 << 10
        package var bodyBytes = 32 << 20
        /// Of all bodies that are held at a time.
        package var heldBytes = 64 << 20
        /// Of all answers that are held at a time, but for those of up to 64 KiB, and files, which are read as they are sent.
        package var answerBytes = 128 << 20
        /// How long a connection may be idle, a request may take to come (a long body longer), and a client may take
        /// nothing.
        package var patience = Duration.seconds(30)

        package init() {}
    }

    package typealias Responder = @Sendable (ConsoleRequest) async -> Answer

    private let host: String
    private let port: Int
    private let limits: Limits
    private let held: ByteBudget
    private let answers: ByteBudget
    private let respond: Responder
    private let started: @Sendable (Int) -> Void
    private let logger: Logger

    /// - Parameters:
    ///   - port: 0 for any that is free.
    ///   - started: called with the port when it takes connections.
    package init(
        host: String,
        port: Int,
        limits: Limits = Limits(),
        logger: Logger,
        started: @escaping @Sendable (Int) -> Void = { _ in },
        respond: @escaping Responder
    ) {
        self.host = host
        self.port = port
        self.limits = limits
        held = ByteBudget(limits.heldBytes)
        answers = ByteBudget(limits.answerBytes)
        self.respond = respond
        self.started = started
        self.logger = logger
    }

    package func run() async throws {
        var decoder = HTTP1Channel.Configuration.DecoderConfiguration()
        decoder.maxHeaderFieldSize = limits.headerBytes
        decoder.maxHeaderListSize = limits.headerBytes
        let patience = TimeAmount(limits.patience)
        let builder = HTTPServerBuilder.http1(
            configuration: .init(
                additionalChannelHandlers: [
                    StalledClientHandler(patience: patience), UnescapedAddress(), ConnectionWish(),
                ],
                idleTimeout: patience,
                httpDecoderConfiguration: decoder
            )
        )
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .warning)
        let server = try builder.buildServer(
            configuration: ServerConfiguration(
                address: .hostname(host, port: port),
                availableConnectionsDelegate: MaximumAvailableConnections(limits.connections, logger: quiet)
            ),
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: quiet,
            responder: { request, writer, channel in try await answer(request, writer, on: channel.eventLoop) },
            onServerRunning: { channel in started(channel.localAddress?.port ?? 0) }
        )
        do {
            try await server.run()
        } catch let error as IOError where AddressError.codes.contains(error.errnoCode) {
            throw AddressError(error, host: host, port: port)
        }
    }

    /// Whether it could listen there now: to be known before there is work that would be for nothing.
    package static func check(host: String, port: Int) async throws(AddressError) {
        do {
            let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .bind(host: host, port: port).get()
            try await channel.close()
        } catch {
            throw AddressError(error, host: host, port: port)
        }
    }

    /// Nobody can be answered at this address.
    package struct AddressError: Error, Equatable, CustomStringConvertible {
        package var description: String

        /// What listening fails by, and nothing that comes later.
        fileprivate static let codes = [EADDRINUSE, EADDRNOTAVAIL, EACCES]

        fileprivate init(_ error: any Error, host: String, port: Int) {
            let code = (error as? IOError)?.errnoCode
            let reason = code.map { String(cString: strerror($0)) } ?? "there is no such host"
            let advice =
                switch code {
                case EADDRINUSE: "another program listens there: stop it or choose another port (--listen)"
                case EACCES: "this user may not listen there: choose a port above 1023 (--listen)"
                default: "choose an address of this machine (--listen)"
                }
            let name = host.contains(":") ? "[\(host)]" : host
            description = "can't listen at http://\(name):\(port): \(reason); \(advice)"
        }
    }

    private func answer(
        _ request: Request,
        _ writer: consuming ResponseWriter,
        on loop: any EventLoop
    ) async throws {
        var asked = ConsoleRequest(
            request.method,
            request.uri.string,
            authority: request.head.authority,
            fields: request.headers
        )
        var answer: Answer
        var refusal: Refusal?
        do throws(Refusal) {
            var body = try await self.body(of: request, asked)
            defer { body.giveBack() }
            asked.body = body.bytes
            answer = await respond(asked)
        } catch {
            refusal = error
            answer = .refusal(error, asked)
        }
        asked.body = []
        let isHead = request.method == .head
        let room = isHead ? 0 : self.room(for: answer)
        guard answers.take(room) else {
            answer = .refusal(.unavailable("too many large answers are being fetched at once"), asked)
            return try await AnswerWriter.send(answer, isHead: isHead, writer, on: loop)
        }
        defer { answers.giveBack(room) }
        try await AnswerWriter.send(answer, isHead: isHead, writer, on: loop)
        // The rest of the body may take as long as its client likes.
        if refusal == .shuttingDown { throw AnswerWriter.EndOfConnection() }
    }

    /// What an answer holds while its client takes it, in bytes: of a file and of events, no more than a piece at a time.
    private func room(for answer: Answer) -> Int {
        guard case .bytes(let bytes) = answer.body, bytes.count > AnswerWriter.piece else { return 0 }
        // One that is larger than all that there is goes alone.
        return min(bytes.count, limits.answerBytes)
    }

    /// What comes with a request that may change something; nothing of any other.
    private func body(of request: Request, _ asked: ConsoleRequest) async throws(Refusal) -> IncomingBody {
        let empty = IncomingBody(.init(bytes: limits.bodyBytes, patience: limits.patience), budget: held)
        guard asked.changes else { return empty }
        let length = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        guard length <= limits.bodyBytes else { throw .tooLarge(limits.bodyBytes) }
        let parts = request.body
        do {
            return try await cancelWhenGracefulShutdown {
                var body = empty
                let began = ContinuousClock.now
                do throws(Refusal) {
                    try await body.collect(parts.map(\.readableBytesView)) { ContinuousClock.now - began }
                } catch {
                    body.giveBack()
                    throw error
                }
                return body
            }
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw .shuttingDown
        }
    }
}
