import Articles
import Cluster
import ClusterRuntime
import Extraction
import Foundation
import Testing

/// Several sinks with one folder of reports: who claims it last writes there, and none of those before.
@Suite("The claim of a folder of reports", .timeLimit(.minutes(5)))
struct ReportClaimTests {
    private static func claim(_ store: AskedStore, journal: UInt64 = 1, number: UInt64 = 1) -> [ReportStoreAnswer] {
        store.store.claim(ReportsClaim(journal: journal, number: number))
        return store.next(1)
    }

    private static func isDisplaced(_ answers: [ReportStoreAnswer]) -> Bool {
        answers.contains { if case .displaced = $0 { true } else { false } }
    }

    @Test("who comes last shuts out who came before, who finds out at the next write or claim")
    func succession() throws {
        let folder = try TemporaryFolder()
        let first = try AskedStore(.folder(folder.path))
        let second = try AskedStore(.folder(folder.path))
        #expect(Self.claim(first) == [.claimed(1, shutOut: 0)])
        let kept = first.write(1)
        #expect(first.next(1) == [.written(kept)])
        // Again, in a later session: it still holds.
        #expect(Self.claim(first, number: 2) == [.claimed(2, shutOut: 0)])

        #expect(Self.claim(second) == [.claimed(1, shutOut: 1)])
        let late = first.write(2)
        #expect(Self.isDisplaced(first.next(2)))
        #expect(folder.read("\(late).json") == nil)
        let answer = Self.claim(first, number: 3)
        #expect(Self.isDisplaced(answer), "\(answer)")
        #expect("\(answer)".contains("another sink writes the reports"))
        #expect(folder.read("\(kept).json") != nil)
        #expect(second.write(2) == late)
        #expect(second.next(1) == [.written(late)])
        first.store.close()
        second.store.close()
        #expect(folder.names == ["\(kept).json", "\(late).json"].sorted())
    }

    @Test("sinks that start at the same time in one folder do not stop each other")
    func startTogether() async throws {
        let folder = try TemporaryFolder()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<40 { try AskedStore(.folder(folder.path)).store.close() }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test("sinks of other journals, and those that have not claimed, are left alone")
    func others() throws {
        let folder = try TemporaryFolder()
        let stores = try (0..<3).map { _ in try AskedStore(.folder(folder.path)) }
        #expect(Self.claim(stores[0], journal: 7) == [.claimed(1, shutOut: 0)])
        #expect(Self.claim(stores[1], journal: .max) == [.claimed(1, shutOut: 0)])
        for (number, store) in stores.enumerated() {
            let id = store.write(number)
            #expect(store.next(1) == [.written(id)])
        }
    }

    @Test("a sink whose producer comes with another journal claims for that one, unless it was replaced before")
    func anotherJournal() throws {
        let folder = try TemporaryFolder()
        let stores = try (0..<3).map { _ in try AskedStore(.folder(folder.path)) }
        #expect(Self.claim(stores[0], journal: 1) == [.claimed(1, shutOut: 0)])
        #expect(Self.claim(stores[0], journal: 2, number: 2) == [.claimed(2, shutOut: 0)])
        let kept = stores[0].write(1)
        #expect(stores[0].next(1) == [.written(kept)])
        #expect(Self.claim(stores[1], journal: 2) == [.claimed(1, shutOut: 1)])
        let late = stores[0].write(2)
        #expect(Self.isDisplaced(stores[0].next(2)))
        #expect(folder.read("\(late).json") == nil)

        #expect(Self.claim(stores[2], journal: 2) == [.claimed(1, shutOut: 1)])
        #expect(Self.isDisplaced(Self.claim(stores[1], journal: 3, number: 2)))
    }

    @Test("reports that are being written while another sink claims are there before its claim is answered, or never")
    func underWay() throws {
        let folder = try TemporaryFolder()
        let (first, second) = (try AskedStore(.folder(folder.path)), try AskedStore(.folder(folder.path)))
        _ = Self.claim(first)
        let count = 400
        for number in 0..<count { _ = first.write(number) }
        // The claim comes in the midst of them.
        var answers = first.next(20)
        _ = Self.claim(second)
        let reports = folder.names.filter { $0.hasSuffix(".json") }
        first.store.close()
        answers += first.rest()
        #expect(folder.names.filter { $0.hasSuffix(".json") } == reports)
        let written = answers.filter { if case .written = $0 { true } else { false } }
        #expect(written.count >= 20 && written.count <= reports.count)
        #expect(reports.count == count || Self.isDisplaced(answers))
        // What the first one had begun is gone, and the second one goes on.
        let ids = (0..<count).map { second.write($0) }
        #expect(second.next(count).count == count)
        second.store.close()
        #expect(folder.names == ids.map { "\($0).json" }.sorted())
    }

    @Test("of many that claim at once one stays")
    func atOnce() throws {
        let folder = try TemporaryFolder()
        let stores = try (0..<8).map { _ in try AskedStore(.folder(folder.path)) }
        for store in stores { store.store.claim(ReportsClaim(journal: 3, number: 1)) }
        // A claim that was overtaken in the midst of it is made again, as the sink's state machine does.
        for store in stores {
            while case .notClaimed? = store.next(1).first { store.store.claim(ReportsClaim(journal: 3, number: 1)) }
        }
        var writers = 0
        for (number, store) in stores.enumerated() {
            let id = store.write(number)
            if store.next(1) == [.written(id)] { writers += 1 }
        }
        #expect(writers == 1)
    }

    @Test("a folder of reports that was taken away is said to be so")
    func removed() throws {
        let folder = try TemporaryFolder()
        let store = try AskedStore(.folder(folder.file("reports")))
        _ = Self.claim(store)
        try FileManager.default.removeItem(atPath: folder.file("reports"))
        _ = store.write(1)
        let answers = store.next(2)
        #expect(Self.isDisplaced(answers))
        #expect("\(answers)".contains("removed"))
    }
}
