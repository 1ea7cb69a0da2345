/// What Linux says of the machine's memory.
package struct MemoryFigures {
    /// Bytes of files that are not on their disks yet.
    package let unwritten: Int

    /// As they are now; `nil` where that can't be found out.
    package static var now: MemoryFigures? { MemoryFigures(ProcFile.bytes("/proc/meminfo")) }

    /// Bytes, not text: who syncs many files asks each time.
    ///
    /// - Parameter bytes: `/proc/meminfo` as proc(5) has it.
    package init?(_ bytes: [UInt8]) {
        guard let dirty = Self.bytes(of: "Dirty:", in: bytes), let underway = Self.bytes(of: "Writeback:", in: bytes)
        else { return nil }
        let (sum, isTooMuch) = dirty.addingReportingOverflow(underway)
        guard !isTooMuch else { return nil }
        unwritten = sum
    }

    /// Of the line `name    123 kB`.
    private static func bytes(of name: StaticString, in text: [UInt8]) -> Int? {
        var rest = text[...]
        while !rest.isEmpty {
            let line = rest.prefix { $0 != UInt8(ascii: "\n") }
            rest = rest[line.endIndex...].dropFirst()
            guard line.count > name.utf8CodeUnitCount,
                line.starts(with: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
            else { continue }
            let fields = line.dropFirst(name.utf8CodeUnitCount).split(separator: UInt8(ascii: " "))
            guard fields.count == 2, fields[1].elementsEqual("kB".utf8),
                let kilobytes = Int(String(decoding: fields[0], as: UTF8.self)), kilobytes >= 0
            else { return nil }
            let (bytes, isTooMuch) = kilobytes.multipliedReportingOverflow(by: 1024)
            return isTooMuch ? nil : bytes
        }
        return nil
    }
}
