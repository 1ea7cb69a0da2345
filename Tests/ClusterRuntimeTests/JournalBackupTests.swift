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

    @Test(
        "a file's folder is what its name says, or the working folder",
        arguments: [("a", "."), ("./a", "./"), ("/a", "/"), ("b/a", "b/"), ("../b//a", "../b//"), ("", ".")]
    )
    func holdingFolder(file: String, folder: String) {
        #expect(Folder.path(holding: file) == folder)
    }
}
