internal import Articles

/// Why a model can't be used.
package struct ModelError: Error, Equatable, CustomStringConvertible {
    package var description: String
    package init(_ description: String) { self.description = description }
}

/// The container that a model is kept in: named tables, each aligned to 64 bytes, to be read in place.
///
/// Layout, little endian: `WARRAQM1` (8 bytes), number of tables (UInt32), zero (UInt32); for each table, by name: its
/// name (24 bytes of UTF-8, zero-padded), offset and length (UInt64 each, from the start of the file); then the tables.
package struct ModelFile: Sendable {
    private static let magic = Array("WARRAQM1".utf8)
    private static let headerSize = 16
    private static let entrySize = 40
    private static let nameSize = 24
    private static let alignment = 64

    /// The whole file. Immutable, and it lives as long as the process: the embedded model is read-only data, a mapped
    /// one is never unmapped. That is why sharing the pointer between threads is sound.
    nonisolated(unsafe) package let bytes: UnsafeRawBufferPointer
    private let tables: [String: Range<Int>]

    /// Reads the table of contents of `bytes`, which must stay as they are for the life of the process.
    package init(bytes: UnsafeRawBufferPointer) throws(ModelError) {
        guard bytes.count >= Self.headerSize, bytes.prefix(8).elementsEqual(Self.magic) else {
            throw ModelError("not a Warraq model: the file does not begin with WARRAQM1")
        }
        let count = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)))
        guard count <= 4096, bytes.count >= Self.headerSize + count * Self.entrySize else {
            throw ModelError("the model is cut off in its table of contents")
        }
        var tables: [String: Range<Int>] = [:]
        for index in 0..<count {
            let entry = Self.headerSize + index * Self.entrySize
            let name = String(decoding: bytes[entry..<entry + Self.nameSize].prefix { $0 != 0 }, as: UTF8.self)
            let offset = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: entry + 24, as: UInt64.self))
            let length = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: entry + 32, as: UInt64.self))
            guard offset <= UInt64(bytes.count), length <= UInt64(bytes.count) - offset else {
                throw ModelError("the model is cut off: table \(name) ends behind the end of the file")
            }
            tables[name] = Int(offset)..<Int(offset + length)
        }
        self.bytes = bytes
        self.tables = tables
    }

    /// The tables' names, sorted.
    package var names: [String] { tables.keys.sorted() }

    /// The bytes of a table, or `nil` where there is none of that name.
    package func table(_ name: String) -> UnsafeRawBufferPointer? {
        tables[name].map { UnsafeRawBufferPointer(rebasing: bytes[$0]) }
    }

    /// The SHA-256 of the file, in hexadecimal.
    package func digest() -> String {
        let digits = Array("0123456789abcdef")
        return String(SHA256.digest(of: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    /// The bytes of a model file with these tables; names have at most 23 bytes of UTF-8. The same tables always give
    /// the same bytes.
    package static func encode(_ tables: [String: [UInt8]]) -> [UInt8] {
        func append(_ number: UInt64, bytes: Int, to file: inout [UInt8]) {
            for shift in 0..<bytes { file.append(UInt8(truncatingIfNeeded: number >> (8 * shift))) }
        }
        func aligned(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }
        let sorted = tables.sorted { $0.key < $1.key }
        var file = magic
        append(UInt64(sorted.count), bytes: 4, to: &file)
        append(0, bytes: 4, to: &file)
        var offset = aligned(headerSize + sorted.count * entrySize)
        for (name, table) in sorted {
            let name = Array(name.utf8.prefix(nameSize - 1))
            file += name + [UInt8](repeating: 0, count: nameSize - name.count)
            append(UInt64(offset), bytes: 8, to: &file)
            append(UInt64(table.count), bytes: 8, to: &file)
            offset = aligned(offset + table.count)
        }
        for (_, table) in sorted {
            file += [UInt8](repeating: 0, count: aligned(file.count) - file.count)
            file += table
        }
        return file
    }
}
