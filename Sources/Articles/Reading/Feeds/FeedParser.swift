internal import CLibXML2
internal import Glibc

/// A push parser of XML by libxml2: it repairs what can be repaired, loads nothing, and keeps no more than the piece
/// that is not complete yet.
final class FeedParser {
    let handler = FeedHandler()
    private let context: xmlParserCtxtPtr?
    private let state: State

    /// What the parser's calls come back with.
    private final class State {
        let handler: FeedHandler
        var marks = CharacterDataMarks()
        /// HTML's entities that the feed uses, though XML has not got them: made at their first use.
        var entities: [String: xmlEntityPtr] = [:]

        init(_ handler: FeedHandler) { self.handler = handler }

        func entity(_ name: UnsafePointer<UInt8>) -> xmlEntityPtr? {
            let key = String(cString: name)
            if let known = entities[key] { return known }
            guard let found = htmlEntityLookup(name), let scalar = Unicode.Scalar(found.pointee.value) else {
                return nil
            }
            // «Predefined» as &amp; is: its content is text, and nothing in it is looked at again.
            let entity = String(scalar).withCString { content in
                content.withMemoryRebound(to: UInt8.self, capacity: strlen(content) + 1) { content in
                    xmlNewEntity(nil, name, Int32(XML_INTERNAL_PREDEFINED_ENTITY.rawValue), nil, nil, content)
                }
            }
            guard let entity else { return nil }
            entities[key] = entity
            return entity
        }

        deinit {
            // libxml2 2.9 has no call to free an entity alone: as a node, its name and content go with it.
            for entity in entities.values {
                let node = UnsafeMutableRawPointer(entity).assumingMemoryBound(to: xmlNode.self)
                xmlFreeNode(node)
            }
        }

        static func from(_ pointer: UnsafeMutableRawPointer?) -> State? {
            pointer.map { Unmanaged<State>.fromOpaque($0).takeUnretainedValue() }
        }
    }

    /// What it is given is UTF-8, whatever the document says.
    init() {
        state = State(handler)
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

    /// Why nothing more of the document is parsed.
    var refusal: HTMLParser.Refusal? { state.marks.exceedsAttributes ? .tooManyAttributes : nil }

    /// Parses the next piece of the document.
    ///
    /// XML has no control characters but tab and line ends. Feeds have some all the same, pasted from elsewhere, and at
    /// one libxml2 ends the document: they are read as spaces.
    ///
    /// Behind the document, and in what is no XML, libxml2 has stopped: no one would come for what marks stand for.
    func parse(_ bytes: ArraySlice<UInt8>, isLast: Bool) {
        guard context?.pointee.disableSAX == 0, refusal == nil else { return }
        guard bytes.withUnsafeBytes(TextBytes.holdsControls) else { return parseChecked(bytes, isLast: isLast) }
        var bytes = bytes
        for index in bytes.indices where TextBytes.isControl(bytes[index]) { bytes[index] = UInt8(ascii: " ") }
        parseChecked(bytes, isLast: isLast)
    }

    private func parseChecked(_ bytes: ArraySlice<UInt8>, isLast: Bool) {
        guard let context else { return }
        state.marks.mark(bytes, isLast: isLast).withUnsafeBytes { buffer in
            _ = xmlParseChunk(
                context,
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int32(clamping: buffer.count),
                isLast ? 1 : 0
            )
        }
    }

    /// The line that was reached.
    var line: Int? { context.flatMap { $0.pointee.input }.map { Int($0.pointee.line) } }

    private static var sax: xmlSAXHandler {
        var sax = xmlSAXHandler()
        sax.startElement = { pointer, name, attributes in
            guard let name else { return }
            State.from(pointer)?.handler.start(String(cString: name), HTMLAttributes(pointer: attributes))
        }
        sax.endElement = { pointer, name in
            guard let name else { return }
            State.from(pointer)?.handler.end(String(cString: name))
        }
        sax.characters = { pointer, bytes, count in
            State.from(pointer)?.handler.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        sax.getEntity = { pointer, name in
            guard let name else { return nil }
            return State.from(pointer)?.entity(name)
        }
        sax.cdataBlock = { pointer, bytes, count in
            guard let state = State.from(pointer) else { return }
            let mark = UnsafeBufferPointer(start: bytes, count: Int(count))
            state.marks.content(of: mark).withUnsafeBufferPointer(state.handler.text)
        }
        sax.ignorableWhitespace = sax.characters
        return sax
    }
}
