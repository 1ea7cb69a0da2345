/// What an element's class, id and role say of it.
enum ElementHint: UInt8, Sendable {
    case none
    /// «share-buttons», «related-posts», «comments»
    case unlikely
    /// «article-body», «entry-content»
    case likely
    /// `itemprop="articleBody"`: the site says so itself.
    case body
    /// `hidden`, `aria-hidden`, `display: none`
    case hidden

    /// - Parameters:
    ///   - runs: what may stand in the place of a value.
    ///   - hints: of the classes and ids that were seen last.
    ///   - attributeNames: knows the names of attributes.
    init(
        _ attributes: HTMLAttributes,
        _ runs: HTMLTextRuns,
        _ hints: ElementHints,
        _ attributeNames: ElementNames
    ) {
        self = .none
        guard !attributes.isEmpty else { return }
        var isHidden = false
        var style: UnsafePointer<UInt8>?
        var property: UnsafePointer<UInt8>?
        var role: UnsafePointer<UInt8>?
        var names: (UnsafePointer<UInt8>?, UnsafePointer<UInt8>?)
        attributes.forEach { key, value in
            switch attributeNames.attribute(key) {
            case .other: break
            case .hidden: isHidden = true
            case .ariaHidden:
                guard let value else { return }
                isHidden = isHidden || CStringBytes(value).elementsEqual("true".utf8)
            case .style: style = value
            case .property: property = value
            case .role: role = value
            case .names: names.0 = value
            case .identifier: names.1 = value
            }
        }
        self.init(
            isHidden: isHidden || style.map { runs.read($0, Self.hides) } == true,
            isBody: property.map { runs.read($0, Self.isBody) } == true,
            isUnlikely: role.map { runs.read($0, ElementWords.isUnlikelyRole) } == true,
            names: names.0.map { runs.read($0, hints.hint) } ?? .none,
            identifier: names.1.map { runs.read($0, hints.hint) } ?? .none
        )
    }

    /// - Parameters:
    ///   - attributes: of an element that was read without a parser.
    ///   - source: where they stand.
    ///   - hints: of the classes and ids that were seen last.
    init(_ attributes: PlainTag.Attributes, in source: UnsafeRawBufferPointer, _ hints: ElementHints) {
        self.init(
            isHidden: attributes.isHidden
                || attributes.ariaHidden.bytes(of: source).map { $0.elementsEqual("true".utf8) } == true
                || attributes.style.bytes(of: source).map { Self.hides($0) } == true,
            isBody: attributes.property.bytes(of: source).map { Self.isBody($0) } == true,
            isUnlikely: attributes.role.bytes(of: source).map { ElementWords.isUnlikelyRole($0) } == true,
            names: attributes.names.bytes(of: source).map { hints.hint(of: $0) } ?? .none,
            identifier: attributes.identifier.bytes(of: source).map { hints.hint(of: $0) } ?? .none
        )
    }

    /// What attributes say together: the first of these counts that says something, but for `likely` ids and classes.
    @inline(__always)
    private init(
        isHidden: @autoclosure () -> Bool,
        isBody: @autoclosure () -> Bool,
        isUnlikely: @autoclosure () -> Bool,
        names: @autoclosure () -> ElementHint,
        identifier: @autoclosure () -> ElementHint
    ) {
        if isHidden() {
            self = .hidden
        } else if isBody() {
            self = .body
        } else if isUnlikely() {
            self = .unlikely
        } else {
            let said = (names(), identifier())
            self = said.0 == .unlikely || said.1 == .none ? said.0 : said.1
        }
    }

    private static func isBody(_ property: UnsafeRawBufferPointer) -> Bool { contains("articlebody", property) }

    /// `display: none`, with spaces anywhere.
    private static func hides(_ style: UnsafeRawBufferPointer) -> Bool {
        contains("none", style) && contains("display:none", style.lazy.filter { $0 != 0x20 })
    }

    private static func contains(_ word: StaticString, _ bytes: some Sequence<UInt8>) -> Bool {
        let bytes = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        return bytes.indices.contains { bytes[$0] == word[0] && bytes[$0...].starts(with: word) }
    }
}

/// The bytes of a C string.
struct CStringBytes: Sequence, IteratorProtocol {
    private var pointer: UnsafePointer<UInt8>

    init(_ pointer: UnsafePointer<UInt8>) { self.pointer = pointer }

    mutating func next() -> UInt8? {
        let byte = pointer.pointee
        guard byte != 0 else { return nil }
        pointer += 1
        return byte
    }
}
