internal import CLibXML2

/// Parses HTML as it is found, with libxml2: it repairs what is broken, loads nothing and builds no tree of its own.
enum HTMLParser {
    /// The tree of a document in UTF-8; `nil` if its elements are nested too deep.
    static func tree(of document: UnsafeBufferPointer<UInt8>) -> HTMLTree? {
        let runs = HTMLTextRuns(UnsafeRawBufferPointer(document))
        var state = State(builder: HTMLTreeBuilder(runs))
        if let runs {
            runs.document.withUnsafeBufferPointer { parse($0, &state) }
        } else {
            parse(document, &state)
        }
        return state.builder.isTooDeep ? nil : state.builder.finish()
    }

    private static func parse(_ document: UnsafeBufferPointer<UInt8>, _ state: inout State) {
        guard isInitialized, let base = document.baseAddress, let length = Int32(exactly: document.count),
            let context = htmlNewParserCtxt()
        else { return }
        defer { htmlFreeParserCtxt(context) }
        state.context = context
        context.pointee.sax.pointee = handler
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        // The state stays where it is for as long as the parse, which is over when the call is.
        withUnsafeMutablePointer(to: &state) { state in
            context.pointee.userData = UnsafeMutableRawPointer(state)
            base.withMemoryRebound(to: CChar.self, capacity: document.count) { bytes in
                let document = htmlCtxtReadMemory(context, bytes, length, nil, "UTF-8", Int32(bitPattern: options))
                if let document { xmlFreeDoc(document) }
            }
        }
    }

    /// What the parser's calls come back with.
    private struct State {
        var builder: HTMLTreeBuilder
        var context: htmlParserCtxtPtr?

        static func at(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<State>? {
            pointer?.assumingMemoryBound(to: State.self)
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
            guard let state = State.at(pointer), let name else { return }
            if !state.pointee.builder.start(name, HTMLAttributes(pointer: attributes)) {
                xmlStopParser(state.pointee.context)
            }
        }
        handler.endElement = { pointer, _ in State.at(pointer)?.pointee.builder.end() }
        handler.characters = { pointer, bytes, count in
            State.at(pointer)?.pointee.builder.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        handler.cdataBlock = handler.characters
        handler.ignorableWhitespace = handler.characters
        return handler
    }
}
