/// The attributes of an element while a parser reports it.
struct HTMLAttributes {
    /// Names and values in turn, as libxml2 gives them; a value may be missing.
    let pointer: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

    var isEmpty: Bool { pointer == nil }

    subscript(_ name: StaticString) -> String? {
        var found: String?
        forEach { key, value in
            if found == nil, Self.equals(key, name) { found = value.map { String(cString: $0) } ?? "" }
        }
        return found
    }

    /// Calls `body` with each name and value, as C strings.
    @inline(__always)
    func forEach(_ body: (UnsafePointer<UInt8>, UnsafePointer<UInt8>?) -> Void) {
        guard var pointer else { return }
        while let key = pointer[0] {
            body(key, pointer[1])
            pointer += 2
        }
    }

    /// ASCII, whatever its case.
    static func equals(_ key: UnsafePointer<UInt8>, _ name: StaticString) -> Bool {
        for index in 0..<name.utf8CodeUnitCount {
            let byte = key[index]
            guard ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == name.utf8Start[index] else { return false }
        }
        return key[name.utf8CodeUnitCount] == 0
    }
}
