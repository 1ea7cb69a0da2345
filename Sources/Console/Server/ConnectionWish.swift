internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTPTypesHTTP1

/// Sees to it that a connection ends after the answer where the client wants that.
///
/// What handles requests knows `Connection: close` in these letters alone. A client of HTTP/1.0 waits for the end of the
/// connection without saying so (RFC 9112, 9.3), and knows no chunks; other clients write `Close`, or name it among other
/// things. `Connection: keep-alive` of HTTP/1.0 is not heeded: such a client bears an end at any time.
///
/// It is two handlers, as ``UnescapedAddress`` is: this one finds the place for the other, which has to stand where the
/// version is still known.
final class ConnectionWish: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny
    typealias InboundOut = NIOAny

    func handlerAdded(context: ChannelHandlerContext) {
        do {
            let pipeline = context.pipeline.syncOperations
            let codec = try pipeline.handler(type: HTTP1ToHTTPServerCodec.self)
            try pipeline.addHandler(Versions(), position: .before(codec))
        } catch {
            context.fireErrorCaught(error)
        }
    }

    /// Between the decoder and what leaves the version out.
    private final class Versions: ChannelDuplexHandler, RemovableChannelHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias InboundOut = HTTPServerRequestPart
        typealias OutboundIn = HTTPServerResponsePart
        typealias OutboundOut = HTTPServerResponsePart

        private var isOld = false

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            guard case .head(var head) = unwrapInboundIn(data) else { return context.fireChannelRead(data) }
            isOld = head.version.major == 1 && head.version.minor == 0
            let wishes = head.headers[canonicalForm: "connection"]
            guard isOld || wishes.contains(where: { $0.lowercased() == "close" }) else {
                return context.fireChannelRead(data)
            }
            head.headers.replaceOrAdd(name: "connection", value: "close")
            context.fireChannelRead(wrapInboundOut(.head(head)))
        }

        func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
            guard isOld, case .head(var head) = unwrapOutboundIn(data) else {
                return context.write(data, promise: promise)
            }
            head.version = .http1_0
            head.headers.replaceOrAdd(name: "connection", value: "close")
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        }
    }
}

@available(*, unavailable)
extension ConnectionWish: Sendable {}
