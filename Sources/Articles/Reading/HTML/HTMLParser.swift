internal import CLibXML2

/// Parses HTML as it is found, with libxml2: it repairs what is broken, loads nothing and builds no tree of its own.
enum HTMLParser {
    /// The tree of a document in UTF-8; `nil` if its elements are nested too deep.
    static func tree(of document: UnsafeBufferPointer<UInt8>) -> HTMLTree? {
        let builder = HTMLTreeBuilder()
        guard isInitialized, let base = document.baseAddress, let length = Int32(exactly: document.count),
            let context = htmlNewParserCtxt()
        else { return builder.finish() }
        defer { htmlFreeParserCtxt(context) }
        let state = State(builder: builder, context: context)
        context.pointee.sax.pointee = handler
        // The state outlives the parse, which is over when the call is.
        context.pointee.userData = Unmanaged.passUnretained(state).toOpaque()
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        withExtendedLifetime(state) {
            base.withMemoryRebound(to: CChar.self, capacity: document.count) { bytes in
                let document = htmlCtxtReadMemory(context, bytes, length, nil, "UTF-8", Int32(bitPattern: options))
                if let document { xmlFreeDoc(document) }
            }
        }
        return builder.isTooDeep ? nil : builder.finish()
    }

    private final class State {
        let builder: HTMLTreeBuilder
        let context: htmlParserCtxtPtr

        init(builder: HTMLTreeBuilder, context: htmlParserCtxtPtr) {
            self.builder = builder
            self.context = context
        }

        static func from(_ pointer: UnsafeMutableRawPointer?) -> State? {
            pointer.map { Unmanaged<State>.fromOpaque($0).takeUnretainedValue() }
        }
    }

    /// libxml2 has to be set up once, before several threads use it.
    static let isInitialized: Bool = {
        xmlInitParser()
        return true
    }()

    private static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.startElement = { pointer, name, attributes in
            guard let state = State.from(pointer), let name else { return }
            let bytes = UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name)))
            if !state.builder.start(bytes, HTMLAttributes(pointer: attributes)) { xmlStopParser(state.context) }
        }
        handler.endElement = { pointer, _ in State.from(pointer)?.builder.end() }
        handler.characters = { pointer, bytes, count in
            State.from(pointer)?.builder.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        handler.cdataBlock = handler.characters
        handler.ignorableWhitespace = handler.characters
        return handler
    }
}
