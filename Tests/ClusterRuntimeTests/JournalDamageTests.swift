import Articles
import Cluster
import ClusterRuntime
import Glibc
import TestSupport
import Testing

/// A journal as a crash leaves it: a file with articles, and a write-ahead log with more.
private struct CrashedJournal {
    static let model = "m"
    let file: [UInt8]
    let log: [UInt8]
    let articles: [StoredArticle]
    /// How many articles there are once so many bytes of the log are on disk.
    private var ends: [(logSize: Int, articles: Int)]

    init() throws {
        let folder = try TemporaryFolder()
        var stored: [StoredArticle] = []
        func next(_ count: Int) -> [StoredArticle] {
            let articles = (0..<count).map { index in
                let text = String(repeating: "خبر رقم \(stored.count + index) ", count: 40)
                let article = Article(source: "\(stored.count + index).txt", text: text)
                return StoredArticle(id: article.id, article: article)
            }
            stored += articles
            return articles
        }
        do {
            let journal = try AskedJournal(folder.path)
            _ = journal.ask(.store(ticket: 1, next(20), modelDigest: Self.model))
            journal.journal.close()
        }
        let journal = try AskedJournal(folder.path)
        ends = [(0, stored.count)]
        for size in [1, 3, 1, 7, 2, 1, 1, 5] {
            _ = journal.ask(.store(ticket: 2, next(size), modelDigest: Self.model))
            ends.append((folder.read("journal.sqlite-wal")?.count ?? 0, stored.count))
        }
        file = try #require(folder.read("journal.sqlite"))
        log = try #require(folder.read("journal.sqlite-wal"))
        articles = stored
    }

    func articles(logSize: Int) -> Int { ends.last { $0.logSize <= logSize }?.articles ?? 0 }

    enum Outcome: Equatable {
        /// The first so many articles, each as it was submitted.
        case has(Int)
        /// With a reason; when it was opened, or when it was read.
        case refused(String)
        case wrong(String)
    }

    func outcome(file: [UInt8], log: [UInt8]?) throws -> Outcome {
        let folder = try TemporaryFolder()
        folder.write(file, to: "journal.sqlite")
        folder.write([], to: "journal.sqlite-made")
        if let log { folder.write(log, to: "journal.sqlite-wal") }
        let journal: AskedJournal
        do {
            journal = try AskedJournal(folder.path)
        } catch let error as JournalError {
            return .refused(error.description)
        }
        defer { journal.journal.close() }
        let loading = journal.ask(.load(ticket: 1, count: 1000, bytes: 1 << 30))
        if case .failed(_, let reason) = loading { return .refused(reason) }
        guard case .loaded(_, let loaded, 0) = loading else { return .wrong("\(String(describing: loading))") }
        // What can't be read is cancelled, with an error in the log, and named by its state.
        let answer = journal.ask(.states(ticket: 2, articles.map(\.id)))
        if case .failed(_, let reason) = answer { return .refused(reason) }
        guard case .states(_, let states) = answer else { return .wrong("\(String(describing: answer))") }
        let known = states.prefix { $0 != nil }.count
        if states[known...].contains(where: { $0 != nil }) { return .wrong("a hole in \(states)") }
        let unreadable = zip(articles, states).filter { $1 == .cancelled }.map(\.0.id)
        let readable = articles.prefix(known).filter { !unreadable.contains($0.id) }
        return loaded == readable ? .has(known) : .wrong("other articles: \(loaded.count) of \(readable.count)")
    }
}

@Suite("A damaged journal", .timeLimit(.minutes(5)))
struct JournalDamageTests {
    private let seed: UInt64
    private var random: SeededRandom

    init() {
        seed = .random(in: 0 ... .max)
        random = SeededRandom(seed: seed)
        print("JournalDamageTests: seed \(seed)")
    }

    @Test("a log cut off anywhere leaves what was committed before that place, and all of it")
    mutating func cutLog() throws {
        let crashed = try CrashedJournal()
        #expect(try crashed.outcome(file: crashed.file, log: crashed.log) == .has(crashed.articles.count))
        for _ in 0..<60 {
            let size = Int.random(in: 0...crashed.log.count, using: &random)
            let outcome = try crashed.outcome(file: crashed.file, log: Array(crashed.log[..<size]))
            #expect(outcome == .has(crashed.articles(logSize: size)), "cut at \(size), seed \(seed)")
        }
    }

    @Test("a log with a torn sector leaves what was committed before that place")
    mutating func tornLog() throws {
        let crashed = try CrashedJournal()
        for _ in 0..<60 {
            let start = Int.random(in: 0..<crashed.log.count / 512, using: &random) * 512
            var log = crashed.log
            for place in start..<min(start + 512, log.count) { log[place] = .random(in: 0...255, using: &random) }
            let outcome = try crashed.outcome(file: crashed.file, log: log)
            // The first sector has the log's own header: without it the log is void, which SQLite takes for an old one.
            #expect(outcome == .has(crashed.articles(logSize: start)), "sector at \(start), seed \(seed)")
        }
    }

    @Test("of a log with a damaged byte in it a copy is kept, of a whole one or one that was cut off none")
    mutating func keptLog() throws {
        let crashed = try CrashedJournal()
        func kept(_ log: [UInt8]) throws -> [UInt8]? {
            let folder = try TemporaryFolder()
            folder.write(crashed.file, to: "journal.sqlite")
            folder.write([], to: "journal.sqlite-made")
            folder.write(log, to: "journal.sqlite-wal")
            try AskedJournal(folder.path).journal.close()
            return folder.read("journal.sqlite-wal-damaged-1")
        }
        #expect(try kept(crashed.log) == nil)
        for round in 0..<30 {
            // The header's version, salts and checksum come first.
            let place = round < 8 ? 12 + round * 2 : Int.random(in: 0..<crashed.log.count - 4120, using: &random)
            var log = crashed.log
            log[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            #expect(try kept(log) == log, "byte \(place), seed \(seed)")
            // A log whose writer died within a page.
            let size = 32 + (place / 4120) * 4120 + .random(in: 0..<4120, using: &random)
            let cut = Array(crashed.log.prefix(size))
            #expect(try kept(cut) == nil, "cut at \(size), seed \(seed)")
        }
    }

    @Test("a file cut off anywhere is refused with the reason, or all there from the log; never empty")
    mutating func cutFile() throws {
        let crashed = try CrashedJournal()
        for round in 0..<60 {
            // Nothing at all, at a page's end, and anywhere.
            let size =
                switch round {
                case 0: 0
                case 1..<30: Int.random(in: 0..<crashed.file.count / 4096, using: &random) * 4096
                default: Int.random(in: 0..<crashed.file.count, using: &random)
                }
            for log in [nil, crashed.log] {
                switch try crashed.outcome(file: Array(crashed.file[..<size]), log: log) {
                case .refused(let reason): #expect(reason.contains("journal.sqlite"), "\(reason)")
                case .has(let count):
                    #expect(count == (log == nil ? 20 : crashed.articles.count), "cut at \(size), seed \(seed)")
                case .wrong(let what): Issue.record("\(what): cut at \(size), seed \(seed)")
                }
            }
        }
    }

    @Test(
        "a torn sector of the file is refused, made good from the log, or costs the article that it held, with a word"
    )
    mutating func tornFile() throws {
        let crashed = try CrashedJournal()
        for round in 0..<60 {
            let start = Int.random(in: 0..<crashed.file.count / 512, using: &random) * 512
            var file = crashed.file
            for place in start..<start + 512 {
                file[place] = round.isMultiple(of: 2) ? 0 : .random(in: 0...255, using: &random)
            }
            for log in [nil, crashed.log] {
                switch try crashed.outcome(file: file, log: log) {
                case .refused(let reason): #expect(reason.contains("journal.sqlite"), "\(reason)")
                case .has(let count):
                    #expect(count == (log == nil ? 20 : crashed.articles.count), "sector at \(start), seed \(seed)")
                case .wrong(let what): Issue.record("\(what): sector at \(start), seed \(seed)")
                }
            }
        }
    }

    @Test("a journal that is removed while it is open takes nothing more: it would be gone with the process")
    func removed() throws {
        let folder = try TemporaryFolder()
        let journal = try AskedJournal(folder.path)
        defer { journal.journal.close() }
        func store(_ name: String) -> JournalAnswer? {
            let article = Article(source: name, text: "خبر \(name)")
            return journal.ask(.store(ticket: 1, [StoredArticle(id: article.id, article: article)], modelDigest: "m"))
        }
        if case .failed = store("a") { Issue.record("it is there") }
        try #require(unlink(folder.file("journal.sqlite")) == 0)
        guard case .failed(1, let reason)? = store("b") else {
            Issue.record("it took an article")
            return
        }
        #expect(reason.contains("was removed"))
    }

    @Test("a journal whose file is gone is refused: it would look like one that never had an article")
    func fileGone() throws {
        let folder = try TemporaryFolder()
        do {
            let journal = try AskedJournal(folder.path)
            journal.journal.close()
        }
        let moved = try TemporaryFolder()
        moved.write([], to: "journal.sqlite-made")
        let error = #expect(throws: JournalError.self) { try AskedJournal(moved.path) }
        guard case .damaged = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(folder.names.contains("journal.sqlite-made"))
    }
}
