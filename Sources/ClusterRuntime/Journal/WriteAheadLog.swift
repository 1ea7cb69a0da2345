internal import Glibc

/// A journal's write-ahead log as it lies there before SQLite opens it: whether something of it can't be read.
///
/// Each frame holds a page, and its checksum is carried on from the frame before
/// (<https://www.sqlite.org/fileformat2.html#walformat>). SQLite takes what it has up to the first frame that does not fit,
/// and says nothing of those behind it: a damaged byte at the start empties the journal without a word.
struct WriteAheadLog {
    /// How many pages end a transaction of this log where the chain of checksums is broken, or behind it. (Others may be what
    /// is left of a transaction that was given up, or whose writer was killed, behind shorter ones that came after it.)
    let lostTransactions: Int
    /// How many pages lie before that.
    let readablePages: Int

    /// Reads the log at `path`; `nil` if there is none, or none that was begun.
    init?(path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        func read(_ count: Int, at offset: Int) -> [UInt8]? {
            var bytes = [UInt8](repeating: 0, count: count)
            return pread(descriptor, &bytes, count, off_t(offset)) == count ? bytes : nil
        }
        guard let header = read(Self.headerSize, at: 0),
            let first = read(Self.frameHeaderSize, at: Self.headerSize)
        else { return nil }
        var chain = Checksum(isBigEndian: header[3] & 1 == 1)
        chain.add(header[..<24])
        let isHeaderSound = Array(header[..<3]) == Self.magic && chain.isStored(in: header[24...])
        let statedSize = Self.number(header[8..<12])
        let pageSize = isHeaderSound ? statedSize : Self.usualPageSize
        // Of a header that is not sound the first frame says which log this is; one that was only room has none.
        let salts = Array(isHeaderSound ? header[16..<24] : first[8..<16])
        guard (512...65_536).contains(pageSize), salts.contains(where: { $0 != 0 }) else { return nil }
        let frameSize = Self.frameHeaderSize + pageSize
        var isChained = isHeaderSound
        var (readable, lost) = (0, 0)
        var offset = Self.headerSize
        while let frame = read(isChained ? frameSize : Self.frameHeaderSize, at: offset) {
            let isOfThisLog = frame[8..<16].elementsEqual(salts)
            if isChained {
                chain.add(frame[..<8])
                chain.add(frame[Self.frameHeaderSize...])
                isChained = isOfThisLog && chain.isStored(in: frame[16..<24])
            }
            // Of what ends a transaction the header says how large the database is then.
            if isChained { readable += 1 } else if isOfThisLog, Self.number(frame[4..<8]) > 0 { lost += 1 }
            offset += frameSize
        }
        (readablePages, lostTransactions) = (readable, lost)
    }

    /// Keeps a copy of the log beside it, under a name that is not taken.
    ///
    /// - Returns: its path; `nil` where none could be written.
    static func keepCopy(of path: String) -> String? {
        let source = open(path, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { return nil }
        defer { close(source) }
        for number in 1...99 {
            let copy = "\(path)-damaged-\(number)"
            let target = open(copy, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            if target < 0, errno == EEXIST { continue }
            guard target >= 0 else { return nil }
            defer { close(target) }
            var copied = 1
            while copied > 0 { copied = sendfile(target, source, nil, 1 << 20) }
            return copied == 0 && fsync(target) == 0 ? copy : nil
        }
        return nil
    }

    private static let magic: [UInt8] = [0x37, 0x7F, 0x06]
    private static let headerSize = 32
    private static let frameHeaderSize = 24
    private static let usualPageSize = 4096

    /// Four bytes, the most significant first.
    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    private struct Checksum {
        let isBigEndian: Bool
        private var sums: (UInt32, UInt32) = (0, 0)

        init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

        /// The number of bytes is a multiple of eight.
        mutating func add(_ bytes: ArraySlice<UInt8>) {
            bytes.withUnsafeBytes { buffer in
                for offset in stride(from: 0, to: buffer.count - 7, by: 8) {
                    sums.0 &+= word(buffer, offset) &+ sums.1
                    sums.1 &+= word(buffer, offset + 4) &+ sums.0
                }
            }
        }

        private func word(_ buffer: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
            let word = buffer.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
            return isBigEndian ? UInt32(bigEndian: word) : UInt32(littleEndian: word)
        }

        func isStored(in bytes: ArraySlice<UInt8>) -> Bool {
            WriteAheadLog.number(bytes.prefix(4)) == Int(sums.0)
                && WriteAheadLog.number(bytes.dropFirst(4).prefix(4)) == Int(sums.1)
        }
    }
}
