/// What the names of elements mean that libxml2 gave last: it gives the same pointer for the same name.
///
/// Whoever makes one has to ``deallocate()`` it.
struct ElementNames {
    private struct Slot {
        var pointer: UnsafePointer<UInt8>?
        var name: HTMLTagName
        var tag: HTMLTag
    }

    private let slots: UnsafeMutableBufferPointer<Slot>

    private static let slotCount = 64

    init() {
        slots = .allocate(capacity: Self.slotCount)
        slots.initialize(repeating: Self.empty)
    }

    func deallocate() { slots.deallocate() }

    /// To be called before libxml2 frees its names.
    func forget() { slots.update(repeating: Self.empty) }

    private static var empty: Slot { Slot(pointer: nil, name: .meta, tag: .inline) }

    /// - Parameter pointer: a C string, of which it is the pointer that counts.
    @inline(__always)
    subscript(_ pointer: UnsafePointer<UInt8>) -> (name: HTMLTagName, tag: HTMLTag) {
        let index = Int((UInt64(UInt(bitPattern: pointer)) &* 0x9E37_79B9_7F4A_7C15) >> 58)
        let slot = slots[index]
        if slot.pointer == pointer { return (slot.name, slot.tag) }
        let name = HTMLTagName(pointer)
        slots[index] = Slot(pointer: pointer, name: name, tag: name.tag)
        return (name, slots[index].tag)
    }
}
