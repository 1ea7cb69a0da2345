internal import CLibXML2

/// A push parser of XML by libxml2: it repairs what can be repaired, loads nothing, and keeps no more than the piece
/// that is not complete yet.
final class FeedParser {
    let handler = FeedHandler()
    private let context: xmlParserCtxtPtr?
    private let state: State

    /// What the parser's calls come back with.
    private final class State {
        weak var handler: FeedHandler?

        static func from(_ pointer: UnsafeMutableRawPointer?) -> FeedHandler? {
            pointer.flatMap { Unmanaged<State>.fromOpaque($0).takeUnretainedValue().handler }
        }
    }

    /// What it is given is UTF-8, whatever the document says.
    init() {
        state = State()
        state.handler = handler
        guard HTMLParser.isInitialized else {
            context = nil
            return
        }
        var sax = Self.sax
        context = xmlCreatePushParserCtxt(&sax, Unmanaged.passUnretained(state).toOpaque(), nil, 0, nil)
        let options =
            XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_NONET.rawValue | XML_PARSE_SAX1.rawValue | XML_PARSE_IGNORE_ENC.rawValue
        if let context { xmlCtxtUseOptions(context, Int32(bitPattern: options)) }
    }

    deinit {
        if let context {
            if let document = context.pointee.myDoc { xmlFreeDoc(document) }
            xmlFreeParserCtxt(context)
        }
    }

    /// Parses the next piece of the document.
    func parse(_ bytes: ArraySlice<UInt8>, isLast: Bool) {
        guard let context else { return }
        bytes.withUnsafeBytes { buffer in
            _ = xmlParseChunk(
                context,
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int32(clamping: buffer.count),
                isLast ? 1 : 0
            )
        }
    }

    /// The line and the reason where the document broke so that nothing after it could be read.
    var failure: (line: Int, reason: String)? {
        guard let context, context.pointee.wellFormed == 0, let error = xmlCtxtGetLastError(context) else { return nil }
        let message = error.pointee.message.map { String(cString: $0) } ?? "not XML"
        return (Int(error.pointee.line), HTMLMetadata.line(message) ?? "not XML")
    }

    private static var sax: xmlSAXHandler {
        var sax = xmlSAXHandler()
        sax.startElement = { pointer, name, attributes in
            guard let name else { return }
            State.from(pointer)?.start(String(cString: name), HTMLAttributes(pointer: attributes))
        }
        sax.endElement = { pointer, name in
            guard let name else { return }
            State.from(pointer)?.end(String(cString: name))
        }
        sax.characters = { pointer, bytes, count in
            State.from(pointer)?.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        sax.cdataBlock = sax.characters
        sax.ignorableWhitespace = sax.characters
        return sax
    }
}
