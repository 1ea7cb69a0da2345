internal import Glibc

/// The lines of bytes, one at a time, without their line ends (`\n`, `\r\n`); what follows the last one is a line as
/// well, though it be empty.
struct ByteLines: Sequence, IteratorProtocol {
    private let bytes: ArraySlice<UInt8>
    private var start: Int
    private var isAtEnd = false

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        start = bytes.startIndex
    }

    mutating func next() -> ArraySlice<UInt8>? {
        guard !isAtEnd else { return nil }
        let rest = bytes[start...]
        let length = rest.withUnsafeBytes { buffer -> Int? in
            guard let base = buffer.baseAddress, let found = memchr(base, 0x0A, buffer.count) else { return nil }
            return UnsafeRawPointer(found) - base
        }
        isAtEnd = length == nil
        let line = rest.prefix(length ?? rest.count)
        start += line.count + 1
        return line.last == 0x0D ? line.dropLast() : line
    }
}
