internal import CLibXML2
internal import Glibc

/// Parses HTML as it is found, with libxml2: it repairs what is broken, loads nothing and builds no tree of its own.
///
/// For any number of documents, one at a time: what libxml2 needs for one serves the next.
final class HTMLParser {
    private var context: htmlParserCtxtPtr?
    private let hints = ElementHints()
    private let names = ElementNames()

    /// libxml2 keeps the names that it has seen: as many as pages have, not as many as there are.
    private static let mostNames: CInt = 2048

    deinit {
        forget()
        hints.deallocate()
        names.deallocate()
    }

    /// Why a document, of HTML or a feed, is not parsed to its end.
    enum Refusal: Error {
        case tooDeep
        case tooManyAttributes

        var reason: String {
            switch self {
            case .tooDeep: "its elements are nested deeper than \(HTMLTree.deepest)"
            case .tooManyAttributes: "an element in it has more than \(AttributeCount.most) attributes"
            }
        }
    }

    /// The tree of a document in UTF-8.
    func tree(of document: UnsafeBufferPointer<UInt8>) -> Result<HTMLTree, Refusal> {
        guard !document.isEmpty, Int32(exactly: document.count) != nil else { return .success(HTMLTree()) }
        let source = UnsafeRawBufferPointer(document)
        var plain = PlainMarkup(source, hints)
        if plain.readPiece() { return .success(plain.tree()) }
        // What libxml2 reads alone is as it reads it.
        return tree(of: source, readsPlain: true) ?? tree(of: source, readsPlain: false) ?? .success(HTMLTree())
    }

    /// - Parameter readsPlain: whether what is beyond doubt is read without libxml2: see ``PlainMarkup``.
    /// - Returns: `nil` if that is not as libxml2 would read it, and as ``tree(of:)`` otherwise.
    private func tree(of source: UnsafeRawBufferPointer, readsPlain: Bool) -> Result<HTMLTree, Refusal>? {
        HTMLTextRuns.withRuns(of: source, hints, readsPlain: readsPlain) { runs, document in
            guard !runs.exceedsAttributes else { return .failure(.tooManyAttributes) }
            var builder = HTMLTreeBuilder(runs, hints, names, length: document.count)
            parse(document, &builder)
            guard !builder.isMistaken else { return nil }
            return builder.isTooDeep ? .failure(.tooDeep) : .success(builder.finish())
        }
    }

    /// - Parameter document: with a NUL at its end; it is changed where nothing looks any more.
    private func parse(_ document: UnsafeMutableBufferPointer<UInt8>, _ builder: inout HTMLTreeBuilder) {
        guard let context = prepared(), let base = document.baseAddress, let input = xmlNewInputStream(context) else {
            return
        }
        input.pointee.base = UnsafePointer(base)
        input.pointee.cur = UnsafePointer(base)
        input.pointee.end = UnsafePointer(base + document.count - 1)
        inputPush(context, input)
        xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
        // The state stays where it is for as long as the parse, which is over when the call is.
        withUnsafeMutablePointer(to: &builder) { builder in
            var state = State(builder: builder, context: context, document: document)
            withUnsafeMutablePointer(to: &state) { state in
                context.pointee.userData = UnsafeMutableRawPointer(state)
                htmlParseDocument(context)
                context.pointee.userData = nil
            }
        }
        while let input = inputPop(context) { xmlFreeInputStream(input) }
        if xmlDictSize(context.pointee.dict) > Self.mostNames { forget() }
    }

    /// The context of the next document.
    private func prepared() -> htmlParserCtxtPtr? {
        if let context {
            htmlCtxtReset(context)
        } else {
            guard Self.isInitialized, let new = htmlNewParserCtxt() else { return nil }
            new.pointee.sax.pointee = Self.handler
            context = new
        }
        guard let context else { return nil }
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        context.pointee.options = 0
        htmlCtxtUseOptions(context, CInt(bitPattern: options))
        return context
    }

    private func forget() {
        if let context { htmlFreeParserCtxt(context) }
        context = nil
        names.forget()
    }

    /// What the parser's calls come back with.
    private struct State {
        let builder: UnsafeMutablePointer<HTMLTreeBuilder>
        let context: htmlParserCtxtPtr
        let document: UnsafeMutableBufferPointer<UInt8>

        static func at(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<State>? {
            pointer?.assumingMemoryBound(to: State.self)
        }

        /// Takes the parser, which is at the end of a start tag, to right before the end tag of an element whose content
        /// is no markup, as it would find it itself: it takes letter by letter what nobody asks for. (From 2.14 on it does
        /// so by other rules.)
        func passOverRawText(of name: UnsafePointer<UInt8>) {
            guard LIBXML_VERSION < 21400, let base = document.baseAddress, let input = context.pointee.input,
                let start = input.pointee.cur.map({ $0 - UnsafePointer(base) }), document.indices.contains(start),
                document[start] == UInt8(ascii: ">"), document[start + 1] != UInt8(ascii: "<")
            else { return }
            let end = document.count - 1
            let length = strlen(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
            var offset = start + 1
            while offset < end, let found = memchr(base + offset, CInt(UInt8(ascii: "<")), end - offset) {
                offset = UnsafeRawPointer(found) - UnsafeRawPointer(base)
                if document[offset + 1] == UInt8(ascii: "/"), offset + 2 + length <= end,
                    xmlStrncasecmp(name, base + offset + 2, CInt(length)) == 0
                {
                    document[offset - 1] = UInt8(ascii: ">")
                    input.pointee.cur = UnsafePointer(base + offset - 1)
                    return
                }
                offset += 1
            }
        }
    }

    /// libxml2 has to be set up once, before several threads use it.
    static let isInitialized: Bool = {
        // It allocates 100 bytes for the value of each attribute and doubles them at the second letter.
        xmlMemSetup(
            { free($0) },
            { malloc($0 == 100 ? 200 : $0) },
            { pointer, size in malloc_usable_size(pointer) >= size ? pointer : realloc(pointer, size) },
            { string in string.flatMap { strdup($0) } }
        )
        xmlInitParser()
        return true
    }()

    private static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.startElement = { pointer, name, attributes in
            guard let state = State.at(pointer), let name else { return }
            switch state.pointee.builder.pointee.start(name, HTMLAttributes(pointer: attributes)) {
            case .markup: break
            case .body: state.pointee.context.pointee.options |= noImplied
            case .rawText: state.pointee.passOverRawText(of: name)
            case .tooDeep: xmlStopParser(state.pointee.context)
            }
        }
        handler.endElement = { pointer, _ in
            guard let state = State.at(pointer) else { return }
            if state.pointee.builder.pointee.end() == .body { state.pointee.context.pointee.options &= ~noImplied }
        }
        handler.characters = { pointer, bytes, count in
            State.at(pointer)?.pointee.builder.pointee.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        handler.cdataBlock = handler.characters
        handler.ignorableWhitespace = handler.characters
        return handler
    }
}

/// In the body of a page nothing is implied: what asks for it at each element is spared the question.
private let noImplied = CInt(bitPattern: HTML_PARSE_NOIMPLIED.rawValue)
