import Articles
import Cluster
import ClusterRuntime
import Glibc
import Testing

@Suite("A copy of the journal put back", .timeLimit(.minutes(5)))
struct JournalRestoreTests {
    private static let articles = (1...40).map { Article(source: "\($0).txt", text: "قال إن روسيا \($0)") }
    private let place: TemporaryFolder

    /// A copy, `copy.sqlite`, of a journal with the first half of the articles.
    init() throws {
        place = try TemporaryFolder()
        let folder = try TemporaryFolder()
        let asked = try AskedJournal(folder.path)
        _ = asked.ask(Self.store(Self.articles[..<20]))
        try JournalBackup.copy(folder: folder.path, to: place.file("copy.sqlite"))
        asked.journal.close()
    }

    private static func store(_ articles: ArraySlice<Article>) -> JournalRequest {
        .store(ticket: 1, articles.map { StoredArticle(id: $0.id, article: $0) }, modelDigest: "m")
    }

    /// What a crash leaves of a journal with the other half: the file and its log.
    private func crashedJournal() throws -> TemporaryFolder {
        let (folder, crashed) = (try TemporaryFolder(), try TemporaryFolder())
        let asked = try AskedJournal(folder.path)
        _ = asked.ask(Self.store(Self.articles[20...]))
        for name in folder.names { crashed.write(try #require(folder.read(name)), to: name) }
        asked.journal.close()
        try #require((crashed.size("journal.sqlite-wal") ?? 0) > 0)
        return crashed
    }

    private func restore(_ file: String, to folder: TemporaryFolder) throws {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        defer { close(descriptor) }
        try JournalRestore.restore(from: descriptor, named: "the copy", folder: folder.path)
    }

    @Test("takes the place of a journal and of its log, or of none", arguments: [true, false])
    func restored(hasJournal: Bool) throws {
        let folder = hasJournal ? try crashedJournal() : try TemporaryFolder()
        try restore(place.file("copy.sqlite"), to: folder)
        #expect(folder.names == ["journal.sqlite", "journal.sqlite-made"])
        let asked = try AskedJournal(folder.path)
        let states = Self.articles.map { asked.ask(.states(ticket: 1, [$0.id])) }
        asked.journal.close()
        #expect(states.prefix(20).allSatisfy { $0 == .states(ticket: 1, [.waiting]) })
        #expect(states.suffix(20).allSatisfy { $0 == .states(ticket: 1, [nil]) })
    }

    private static let spoiling: [(reason: String?, spoil: @Sendable (inout [UInt8]) -> Void)] = [
        ("it is empty", { $0 = [] }),
        ("it is no database", { $0 = [0x7B] }),
        ("it is no database", { $0 = Array("no journal".utf8) }),
        ("it is no database", { $0 = Array(repeating: 0, count: 100_000) }),
        ("its end is missing", { $0.removeLast($0.count - 1) }),
        ("its end is missing", { $0.removeLast($0.count - 10) }),
        ("its end is missing", { $0.removeLast($0.count - 511) }),
        ("its end is missing", { $0.removeLast(1) }),
        // Whole pages that are missing, and the one that says which tables there are: the reason is SQLite's.
        (nil, { $0.removeLast($0.count / 2) }),
        (nil, { $0.removeLast(4096) }),
        (nil, { for index in 100..<2000 { $0[index] = 0xFF } }),
        ("it is a database of another program", { $0[68] ^= 1 }),
    ]

    @Test("what is no whole copy changes nothing", arguments: spoiling.indices)
    func refused(number: Int) throws {
        let folder = try crashedJournal()
        let before = folder.names.map { folder.read($0) }
        var bytes = try #require(place.read("copy.sqlite"))
        Self.spoiling[number].spoil(&bytes)
        place.write(bytes, to: "spoilt.sqlite")
        let error = try #require(throws: JournalError.self) { try restore(place.file("spoilt.sqlite"), to: folder) }
        guard case .notRestored("the copy", let reason) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(Self.spoiling[number].reason.map { $0 == reason } ?? true, "\(reason)")
        #expect(folder.names.map { folder.read($0) } == before)
    }

    @Test("a folder that a producer works with is left alone, and a journal is no copy of itself")
    func inUse() throws {
        let folder = try TemporaryFolder()
        let asked = try AskedJournal(folder.path)
        #expect(throws: JournalError.inUse(folder: folder.path)) {
            try restore(place.file("copy.sqlite"), to: folder)
        }
        asked.journal.close()
        let error = try #require(throws: JournalError.self) { try restore(folder.file("journal.sqlite"), to: folder) }
        #expect(error == .notRestored(copy: "the copy", reason: "it is the journal itself"))
    }
}
