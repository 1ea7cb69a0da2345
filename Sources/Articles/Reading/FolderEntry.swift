internal import Glibc

/// A name in a folder.
struct FolderEntry {
    enum Kind {
        case file, folder
        /// A link, whose end was not looked at.
        case link
        case special
        /// The file system does not say it with the names.
        case unknown
    }

    var name: String
    var kind: Kind

    /// What is in a folder, hidden ones left out, sorted by the bytes of the names. Names that are not UTF-8 are given
    /// repaired and so are not found when they are opened: that names them.
    static func all(inFolder path: String) throws(InputFile.SystemError) -> [FolderEntry] {
        guard let folder = opendir(path) else { throw InputFile.SystemError(code: errno) }
        defer { closedir(folder) }
        var entries: [FolderEntry] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { entries.append(FolderEntry(name: name, kind: Kind(entry.pointee.d_type))) }
        }
        return entries.sorted { precedes($0.name, $1.name) }
    }

    /// By bytes, where they stand: strcmp would be given copies, which are a tenth of reading a folder of thousands.
    private static func precedes(_ name: String, _ other: String) -> Bool {
        let order = name.utf8.withContiguousStorageIfAvailable { bytes in
            other.utf8.withContiguousStorageIfAvailable { others in
                guard let first = bytes.baseAddress, let second = others.baseAddress else {
                    return bytes.count - others.count
                }
                let order = memcmp(first, second, min(bytes.count, others.count))
                return order == 0 ? bytes.count - others.count : Int(order)
            }
        }
        return order.flatMap { $0 }.map { $0 < 0 } ?? name.utf8.lexicographicallyPrecedes(other.utf8)
    }
}

extension FolderEntry.Kind {
    fileprivate init(_ type: UInt8) {
        switch Int(type) {
        case Int(DT_REG): self = .file
        case Int(DT_DIR): self = .folder
        case Int(DT_LNK): self = .link
        case Int(DT_UNKNOWN): self = .unknown
        default: self = .special
        }
    }
}
