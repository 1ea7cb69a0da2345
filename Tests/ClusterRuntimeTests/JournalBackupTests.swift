import Articles
import Cluster
import ClusterRuntime
import Glibc
import Testing

@Suite("Copies of the journal", .timeLimit(.minutes(5)))
struct JournalBackupTests {
    private let article = Article(source: "a.txt", text: "قال إن روسيا")

    private func journal(in folder: TemporaryFolder) throws -> AskedJournal {
        let journal = try AskedJournal(folder.path)
        _ = journal.ask(.store(ticket: 1, [StoredArticle(id: article.id, article: article)], modelDigest: "m"))
        return journal
    }

    @Test("a copy is made while the journal is open, under its name alone, and is a journal with all that was accepted")
    func copy() throws {
        let (folder, other, place) = (try TemporaryFolder(), try TemporaryFolder(), try TemporaryFolder())
        let original = try journal(in: folder)
        try JournalBackup.copy(folder: folder.path, to: place.file("copy.sqlite"))
        #expect(place.names == ["copy.sqlite"])
        original.journal.close()
        other.write(try #require(place.read("copy.sqlite")), to: "journal.sqlite")
        let restored = try AskedJournal(other.path)
        #expect(restored.ask(.states(ticket: 1, [article.id])) == .states(ticket: 1, [.waiting]))
        #expect(throws: JournalError.file(FileError("make", place.file("copy.sqlite"), code: EEXIST))) {
            try JournalBackup.copy(folder: other.path, to: place.file("copy.sqlite"))
        }
    }

    @Test("the folder that has to be synced for the copy's name to last is opened before anything is copied")
    func missingFolder() throws {
        let folder = try TemporaryFolder()
        let original = try journal(in: folder)
        let missing = folder.file("missing/")
        #expect(throws: JournalError.file(FileError("open the folder", missing, code: ENOENT))) {
            try JournalBackup.copy(folder: folder.path, to: missing + "copy.sqlite")
        }
        original.journal.close()
    }

    @Test("of several copies to one name at once, one gets it, and what others have there stays")
    func sameName() async throws {
        let (folder, place) = (try TemporaryFolder(), try TemporaryFolder())
        let original = try journal(in: folder)
        place.write([1], to: "copy.sqlite.new")
        let made = await withTaskGroup(of: JournalError?.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    do throws(JournalError) {
                        try JournalBackup.copy(folder: folder.path, to: place.file("copy.sqlite"))
                        return nil
                    } catch {
                        return error
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        original.journal.close()
        let taken = JournalError.file(FileError("make", place.file("copy.sqlite"), code: EEXIST))
        #expect(made.count { $0 == nil } == 1 && made.count { $0 == taken } == 3, "\(made)")
        #expect(place.names == ["copy.sqlite", "copy.sqlite.new"])
        #expect(place.read("copy.sqlite.new") == [1])
    }

    @Test("a database of another program, or an empty file, is not copied")
    func noJournal() throws {
        let (folder, place) = (try TemporaryFolder(), try TemporaryFolder())
        try journal(in: folder).journal.close()
        let path = folder.file("journal.sqlite")
        var bytes = try #require(folder.read("journal.sqlite"))
        // The number that says whose database it is.
        bytes[68] ^= 1
        folder.write(bytes, to: "journal.sqlite")
        #expect(throws: JournalError.foreign(path: path)) {
            try JournalBackup.copy(folder: folder.path, to: place.file("copy.sqlite"))
        }
        folder.write([], to: "journal.sqlite")
        #expect(throws: JournalError.damaged(path: path, reason: "it is empty")) {
            try JournalBackup.copy(folder: folder.path, to: place.file("copy.sqlite"))
        }
        #expect(place.names.isEmpty)
    }

    @Test(
        "a file's folder is what its name says, or the working folder",
        arguments: [("a", "."), ("./a", "./"), ("/a", "/"), ("b/a", "b/"), ("../b//a", "../b//"), ("", ".")]
    )
    func holdingFolder(file: String, folder: String) {
        #expect(Folder.path(holding: file) == folder)
    }
}
