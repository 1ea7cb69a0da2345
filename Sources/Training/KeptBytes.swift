/// Tables that values read in place, which may be copied anywhere: the memory is never freed. A command makes a few of
/// them and ends.
package enum KeptBytes {
    /// Gives `body` a copy of `bytes` that lives as long as the process.
    package static func copying<Result>(
        _ bytes: [UInt8],
        _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        try body(copy(of: bytes))
    }

    /// A copy of `bytes` that lives as long as the process.
    package static func copy(of bytes: [UInt8]) -> UnsafeRawBufferPointer {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 64)
        copy.copyBytes(from: bytes)
        return UnsafeRawBufferPointer(rebasing: copy[..<bytes.count])
    }
}
