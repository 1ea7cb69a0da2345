/// What the names of elements and attributes mean that libxml2 gave last: it gives the same pointer for the same name.
///
/// Whoever makes one has to ``deallocate()`` it.
struct ElementNames {
    private struct Slot {
        var pointer: UnsafePointer<UInt8>?
        var name: HTMLTagName
        var tag: HTMLTag
    }

    private struct AttributeSlot {
        var pointer: UnsafePointer<UInt8>?
        var kind = AttributeKind.other
    }

    private let slots: UnsafeMutableBufferPointer<Slot>
    private let attributes: UnsafeMutableBufferPointer<AttributeSlot>

    private static let slotCount = 64

    init() {
        slots = .allocate(capacity: Self.slotCount)
        slots.initialize(repeating: Self.empty)
        attributes = .allocate(capacity: Self.slotCount)
        attributes.initialize(repeating: AttributeSlot())
    }

    func deallocate() {
        slots.deallocate()
        attributes.deallocate()
    }

    /// To be called when libxml2 frees its names.
    func forget() {
        slots.update(repeating: Self.empty)
        attributes.update(repeating: AttributeSlot())
    }

    private static var empty: Slot { Slot(pointer: nil, name: .meta, tag: .inline) }

    /// - Parameter pointer: a C string, of which it is the pointer that counts.
    @inline(__always)
    subscript(_ pointer: UnsafePointer<UInt8>) -> (name: HTMLTagName, tag: HTMLTag) {
        let index = Self.index(pointer)
        let slot = slots[index]
        if slot.pointer == pointer { return (slot.name, slot.tag) }
        let name = HTMLTagName(pointer)
        slots[index] = Slot(pointer: pointer, name: name, tag: name.tag)
        return (name, slots[index].tag)
    }

    /// The same of an attribute's name.
    @inline(__always)
    func attribute(_ pointer: UnsafePointer<UInt8>) -> AttributeKind {
        let index = Self.index(pointer)
        if attributes[index].pointer == pointer { return attributes[index].kind }
        let kind = AttributeKind(pointer)
        attributes[index] = AttributeSlot(pointer: pointer, kind: kind)
        return kind
    }

    @inline(__always)
    private static func index(_ pointer: UnsafePointer<UInt8>) -> Int {
        Int((UInt64(UInt(bitPattern: pointer)) &* 0x9E37_79B9_7F4A_7C15) >> 58)
    }
}

/// The attributes that say something of any element.
enum AttributeKind: UInt8 {
    case other, hidden, ariaHidden, style, property, role, names, identifier

    /// - Parameter name: a C string.
    init(_ name: UnsafePointer<UInt8>) {
        let known: [(StaticString, AttributeKind)] = [
            ("hidden", .hidden), ("aria-hidden", .ariaHidden), ("style", .style), ("itemprop", .property),
            ("role", .role), ("class", .names), ("id", .identifier),
        ]
        self = known.first { HTMLAttributes.equals(name, $0.0) }?.1 ?? .other
    }
}
