internal import ClusterRuntime
internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore

/// Sends answers, in pieces: of what a client does not take, no more than one of them is made ready for it.
enum AnswerWriter {
    /// In bytes.
    static let piece = 64 << 10

    /// The connection has to end: its client could not tell where the answer does.
    struct EndOfConnection: Error {}

    /// - Parameters:
    ///   - isHead: whether the head alone was asked for.
    ///   - loop: the connection's.
    /// - Throws: ``EndOfConnection``; what the connection or a file fails by.
    static func send(
        _ answer: Answer,
        isHead: Bool,
        _ writer: consuming ResponseWriter,
        on loop: any EventLoop
    ) async throws {
        var head = HTTPResponse(status: answer.status, headerFields: answer.fields.with(SecurityFields.all))
        // What is left of a body that was refused is not read.
        if leavesBody.contains(answer.status) { head.headerFields[.connection] = "close" }
        if let size = answer.size { head.headerFields[.contentLength] = "\(size)" }
        if isHead { return try await send(head, writer) }
        try await writer.write(response: head, body: body(answer.body, on: loop))
    }

    private static let leavesBody: [HTTPResponse.Status] = [.contentTooLarge, .requestTimeout, .serviceUnavailable]

    private static func send(_ head: HTTPResponse, _ writer: consuming ResponseWriter) async throws {
        if head.headerFields[.contentLength] != nil { return try await writer.writeResponse(head) }
        // Without a length the encoder ends an answer by an empty chunk, which here would begin the next answer.
        var head = head
        head.headerFields[.connection] = "close"
        _ = try await writer.writeHead(head)
        throw EndOfConnection()
    }

    /// Writes a piece and returns when the connection has taken it up. Only there it is seen whether the client takes what
    /// comes: a writer that does not wait for that is told too late to stop, and writes megabytes for nobody meanwhile.
    private static func write(
        _ piece: [UInt8],
        to writer: inout any ResponseBodyWriter,
        on loop: any EventLoop
    ) async throws {
        try await writer.write(ByteBuffer(bytes: piece))
        try await loop.submit {}.get()
    }

    private static func body(_ body: Answer.Body, on loop: any EventLoop) -> ResponseBody {
        switch body {
        case .bytes(let bytes) where bytes.count <= piece: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        case .bytes(let bytes):
            ResponseBody(contentLength: bytes.count) { writer in
                for start in stride(from: 0, to: bytes.count, by: piece) {
                    try await write(Array(bytes[start..<min(start + piece, bytes.count)]), to: &writer, on: loop)
                }
                try await writer.finish(nil)
            }
        case .file(let file):
            ResponseBody(contentLength: file.size) { writer in
                var sent = 0
                while sent < file.size {
                    let bytes = try file.bytes(from: sent, count: piece)
                    // Cut short meanwhile: the length has been said.
                    guard !bytes.isEmpty else { throw EndOfConnection() }
                    try await write(bytes, to: &writer, on: loop)
                    sent += bytes.count
                }
                try await writer.finish(nil)
            }
        case .events(let events):
            ResponseBody { writer in
                for await part in events { try await write(part, to: &writer, on: loop) }
                try await writer.finish(nil)
            }
        }
    }
}
