import ClusterRuntime
import Glibc
import Testing

@Suite("Syncing files")
struct FileSyncingTests {
    @Test("many files are synced, at once and one by one; one that can't be spoils no other", arguments: [1, 7, 8, 40])
    func many(count: Int) throws {
        let folder = try TemporaryFolder()
        let syncing = try FileSyncing(on: Folder(path: folder.path).fileSystem)
        var descriptors: [Int32] = []
        defer { descriptors.forEach { close($0) } }
        for number in 0..<count {
            let descriptor = open("\(folder.path)/\(number)", O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
            try #require(descriptor >= 0)
            descriptors.append(descriptor)
            #expect(write(descriptor, "report", 6) == 6)
        }
        #expect(syncing.sync(descriptors) == descriptors.map { _ in 0 })
        // Nothing has this number: the first one that it is asked of says so, and each is synced by itself.
        #expect(syncing.sync([-1] + descriptors) == [EBADF] + descriptors.map { _ in 0 })
    }

    @Test(
        "a file system is synced as a whole where that does what a sync of each file would",
        arguments: [
            (0xEF53, "6.1.0-18-amd64", true), (0xEF53, "5.8.0", true), (0xEF53, "5.7.19", false),
            (0xEF53, "4.18.0-553.el8_10.x86_64", false), (0xEF53, "10.0", true), (0xEF53, "unknown", false),
            (0x5846_5342, "6.12", true), (0x9123_683E, "6.6.87.2-microsoft-standard-WSL2", true),
            // tmpfs, overlayfs, NFS, FUSE, 9P; not known.
            (0x0102_1994, "6.1.0", false), (0x794C_7630, "6.1.0", false), (0x6969, "6.1.0", false),
            (0x6573_5546, "6.1.0", false), (0x0102_1997, "6.1.0", false), (-1, "6.1.0", false),
        ] as [(Int64, String, Bool)]
    )
    func trust(type: Int64, release: String, isTrusted: Bool) {
        #expect(FileSystemSync.isTrusted(type: type, kernel: KernelVersion(release: release)) == isTrusted)
    }

    @Test("a kernel's number is read, and this one has one")
    func kernel() throws {
        #expect(KernelVersion(release: "6.18+") == KernelVersion(major: 6, minor: 18))
        #expect(KernelVersion(release: "") == nil)
        #expect(KernelVersion(release: "6") == nil)
        #expect(KernelVersion(release: "six.one") == nil)
        #expect(try #require(KernelVersion.running) > KernelVersion(major: 2, minor: 6))
    }

    @Test(
        "what is not on disk yet is what is dirty and what is underway",
        arguments: [
            ("MemTotal: 5 kB\nDirty:             12 kB\nWriteback:         3 kB\nWritebackTmp: 9 kB\n", 15 * 1024),
            ("Dirty: 0 kB\nWriteback: 0 kB", 0),
            ("Dirty: 12 kB\nWritebackTmp: 9 kB\n", nil),
            ("Dirty: 12 MB\nWriteback: 3 kB\n", nil),
            ("Dirty: -1 kB\nWriteback: 3 kB\n", nil),
            ("Dirty: 9223372036854775807 kB\nWriteback: 3 kB\n", nil),
            ("Dirty: 9007199254740991 kB\nWriteback: 9007199254740991 kB\n", nil),
            ("Dirty:\nWriteback:\n", nil),
            ("", nil),
        ] as [(String, Int?)]
    )
    func memory(text: String, unwritten: Int?) {
        #expect(MemoryFigures(Array(text.utf8))?.unwritten == unwritten)
    }

    @Test("Linux says here what is not on disk yet")
    func now() throws {
        #expect(try #require(MemoryFigures.now).unwritten >= 0)
    }
}
