import Cluster
import Foundation
import Testing
import warraq

#if canImport(Glibc)
    import Glibc
#endif

@Suite("The console's commands", .timeLimit(.minutes(5)))
struct ConsoleCommandTests {
    @Test("an index is not made anew from a folder that is not there")
    func reindexing() async throws {
        let folder = try TemporaryFolder()
        func reindex(_ reports: String) async throws -> ProcessUnderTest.Result {
            try await ProcessUnderTest.run(
                ["console", "reindex", "--reports", reports, "--data", "index"],
                in: folder.url
            )
        }
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "reports"),
            withIntermediateDirectories: false
        )
        let good = try await reindex("reports")
        #expect(good.status == 0 && good.output == "0 reports indexed, 0 files unreadable\n", "\(good.errors)")
        let bad = try await reindex("typo")
        #expect(bad.status != 0 && bad.output.isEmpty)
        #expect(bad.errors.contains("there is no folder typo: the index stays as it is"), "\(bad.errors)")
    }

    @Test("a console that does not answer is waited for as long as was said", .timeLimit(.minutes(5)))
    func patience() throws {
        // Takes connections, and never says a word.
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 && listen(descriptor, 4) == 0 && getsockname(descriptor, $0, &size) == 0
            }
        }
        try #require(isBound)
        let place = try #require(ListenAddress(argument: "127.0.0.1:\(UInt16(bigEndian: address.sin_port))"))
        let start = ContinuousClock.now
        #expect(!HTTPProbe.isReady(place, patience: .milliseconds(50)))
        #expect(ContinuousClock.now - start >= .milliseconds(45))
    }
}
