internal import Glibc

/// What the classes and ids that were seen last say: on a page the same ones stand at many elements.
///
/// Whoever makes one has to ``deallocate()`` it.
struct ElementHints {
    /// For each slot the length of its name, what it says, and the name.
    private let slots: UnsafeMutableRawBufferPointer

    private static let slotCount = 64
    private static let slotSize = 64
    private static let longest = slotSize - 2

    init() {
        slots = .allocate(byteCount: Self.slotCount * Self.slotSize, alignment: 64)
        slots.initializeMemory(as: UInt8.self, repeating: 0)
    }

    func deallocate() { slots.deallocate() }

    /// As ``ElementWords/hint(_:)``.
    func hint(of name: UnsafeRawBufferPointer) -> ElementHint {
        guard let base = name.baseAddress, (1...Self.longest).contains(name.count) else {
            return ElementWords.hint(name)
        }
        let start = Self.slot(of: name) * Self.slotSize
        let known = UnsafeMutableRawBufferPointer(rebasing: slots[start + 2..<start + Self.slotSize])
        if slots[start] == UInt8(name.count), let seen = known.baseAddress, memcmp(seen, base, name.count) == 0 {
            return ElementHint(rawValue: slots[start + 1]) ?? .none
        }
        let hint = ElementWords.hint(name)
        slots[start] = UInt8(name.count)
        slots[start + 1] = hint.rawValue
        known.copyMemory(from: name)
        return hint
    }

    /// Of its length and its first and last bytes.
    @inline(__always)
    private static func slot(of name: UnsafeRawBufferPointer) -> Int {
        var key = UInt64(name.count)
        if name.count >= 8 {
            key ^= name.loadUnaligned(as: UInt64.self)
            key ^= name.loadUnaligned(fromByteOffset: name.count - 8, as: UInt64.self) &* 0xC2B2_AE3D_27D4_EB4F
        } else {
            for byte in name { key = key << 8 ^ UInt64(byte) }
        }
        return Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 58)
    }
}
