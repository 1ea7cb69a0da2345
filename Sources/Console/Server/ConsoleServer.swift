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
            responder: { request, writer, _ in try await answer(request, writer) },
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

    private func answer(_ request: Request, _ writer: consuming ResponseWriter) async throws {
        let answer = await self.answer(to: request)
        let fields = answer.fields.with(SecurityFields.all)
        switch answer.body {
        case .bytes(let bytes):
            var head = HTTPResponse(status: answer.status, headerFields: fields)
            head.headerFields[.contentLength] = "\(bytes.count)"
            // What is left of a body that was refused is not read.
            if Self.leavesBody.contains(answer.status) { head.headerFields[.connection] = "close" }
            if request.method == .head { return try await writer.writeResponse(head) }
            try await writer.write(response: head, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        case .events(let events):
            let body = ResponseBody { writer in
                for await part in events { try await writer.write(ByteBuffer(bytes: part)) }
                try await writer.finish(nil)
            }
            try await writer.write(response: HTTPResponse(status: answer.status, headerFields: fields), body: body)
        }
    }

    private static let leavesBody: [HTTPResponse.Status] = [.contentTooLarge, .requestTimeout, .serviceUnavailable]

    private func answer(to request: Request) async -> Answer {
        var plain = ConsoleRequest(
            request.method,
            request.uri.string,
            authority: request.head.authority,
            fields: request.headers
        )
        guard plain.changes else { return await respond(plain) }
        let length = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        guard length <= limits.bodyBytes else { return .refusal(.tooLarge(limits.bodyBytes), plain) }
        var body = IncomingBody(.init(bytes: limits.bodyBytes, patience: limits.patience), budget: held)
        defer { body.giveBack() }
        let began = ContinuousClock.now
        do throws(Refusal) {
            try await body.collect(request.body.map(\.readableBytesView)) { ContinuousClock.now - began }
        } catch {
            return .refusal(error, plain)
        }
        plain.body = body.bytes
        return await respond(plain)
    }
}
