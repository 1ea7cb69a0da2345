internal import NIOCore
internal import NIOHTTPTypes

/// Escapes the bytes of a request line that have to be escaped (RFC 3986, 2.1) and are not: who types
/// `curl 'http://…/v1/articles?q=بغداد'` sends the letters as they are, which the decoder of HTTP refuses without a word.
///
/// It is two handlers: this one stands behind the decoder, and puts the other before it. This one sees where a request
/// ends; the line after that is the next one's. A request that is sent before the one before it was read is left as it
/// came.
final class UnescapedAddress: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart

    private let line = RequestLine()

    func handlerAdded(context: ChannelHandlerContext) {
        do {
            try context.pipeline.syncOperations.addHandler(line, position: .first)
        } catch {
            context.fireErrorCaught(error)
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .end = unwrapInboundIn(data) { line.escaper = RequestLineEscaper() }
        context.fireChannelRead(data)
    }

    /// Before the decoder.
    private final class RequestLine: ChannelInboundHandler, RemovableChannelHandler {
        typealias InboundIn = ByteBuffer
        typealias InboundOut = ByteBuffer

        var escaper = RequestLineEscaper()

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            guard !escaper.isAtEnd else { return context.fireChannelRead(data) }
            let buffer = unwrapInboundIn(data)
            let escaped = buffer.withUnsafeReadableBytes { escaper.escape($0) }
            context.fireChannelRead(escaped.map { wrapInboundOut(ByteBuffer(bytes: $0)) } ?? data)
        }
    }
}

@available(*, unavailable)
extension UnescapedAddress: Sendable {}

/// Escapes a request line that comes piece by piece; what follows it is left as it is.
package struct RequestLineEscaper {
    package private(set) var isAtEnd = false
    private var hasBegun = false

    package init() {}

    /// - Returns: what stands for `bytes`; `nil` for themselves.
    package mutating func escape(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
        guard let end = endOfLine(in: bytes) else { return nil }
        let line = bytes[..<end]
        guard line.contains(where: { $0 >= 0x80 }) else { return nil }
        var escaped: [UInt8] = []
        escaped.reserveCapacity(bytes.count + 2 * line.count)
        for byte in line {
            if byte < 0x80 {
                escaped.append(byte)
            } else {
                escaped += [UInt8(ascii: "%"), Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 0xF)]]
            }
        }
        return escaped + bytes[end...]
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Where the line ends in `bytes`: at their end, if it goes on. Empty lines may stand before it (RFC 9112, 2.2).
    private mutating func endOfLine(in bytes: UnsafeRawBufferPointer) -> Int? {
        guard !isAtEnd else { return nil }
        for (index, byte) in bytes.enumerated() {
            let isBreak = byte == 0x0A || byte == 0x0D
            if isBreak, hasBegun {
                isAtEnd = true
                return index
            }
            hasBegun = hasBegun || !isBreak
        }
        return bytes.count
    }
}
