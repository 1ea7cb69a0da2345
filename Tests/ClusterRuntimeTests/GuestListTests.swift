import ClusterRuntime
import Foundation
import InMemoryLogging
import Logging
import Testing
import ZeroMQ

@Suite("Whom a server lets in")
struct GuestListTests {
    private let folder: TemporaryFolder
    private let keys: KeyFolder
    private let log = InMemoryLogHandler()
    private let list: GuestList

    init() throws {
        folder = try TemporaryFolder()
        keys = KeyFolder(path: folder.path)
        try keys.make()
        list = GuestList(of: [.worker, .client], in: keys, logger: Logger(label: "test") { [log] _ in log })
    }

    private var errors: [String] { log.entries.filter { $0.level == .error }.map { "\($0.message)" } }

    /// The roles that are let in by keys that were made.
    private func roles(_ guests: [CurvePublicKey: String]?) throws -> [KeyFolder.Role]? {
        guard let guests else { return nil }
        return try [.worker, .client].filter { try guests[keys.keys(of: $0).publicKey] != nil }
    }

    @Test("the keys are read once, and again when a file is another")
    func changes() throws {
        #expect(try roles(list.changed()) == [.worker, .client])
        #expect(list.changed() == nil)
        let old = try keys.keys(of: .worker).publicKey
        try keys.rotate()
        let both = try #require(list.changed())
        #expect(both.count == 4 && both[old] != nil)
        try keys.retire()
        #expect(try #require(list.changed())[old] == nil)
        #expect(errors == [])
    }

    @Test("a file that can't be read is complained of once, and the keys before it stay good", arguments: [0, 1, 39])
    func unreadable(size: Int) throws {
        _ = list.changed()
        let whole = try #require(folder.read("worker.public"))
        folder.write(Array(whole.prefix(size)), to: "worker.public")
        for _ in 0..<3 { #expect(list.changed() == nil) }
        #expect(errors.count == 1)
        #expect(errors.first?.contains("can't be read") == true)
        // The others' are read all the same.
        try FileManager.default.removeItem(atPath: folder.file("client.public"))
        #expect(try roles(list.changed()) == [.worker])
        // Another one that can't be read, then the whole one.
        folder.write(Array(whole.prefix(size + 1)) + [0xFF], to: "worker.public")
        #expect(list.changed() == nil)
        #expect(errors.count == 3)
        folder.write(whole + whole, to: "worker.public")
        #expect(try roles(list.changed() ?? [:]) == [.worker])
        #expect(errors.count == 3)
    }

    @Test("nobody is let in by a file that was taken away, until it is there again")
    func gone() throws {
        _ = list.changed()
        let whole = try #require(folder.read("worker.public"))
        try FileManager.default.removeItem(atPath: folder.file("worker.public"))
        #expect(try roles(list.changed()) == [.client])
        #expect(list.changed() == nil)
        #expect(errors.count == 1)
        #expect(errors.first?.contains("is gone") == true)
        folder.write(whole, to: "worker.public")
        #expect(try roles(list.changed()) == [.worker, .client])
        #expect(errors.count == 1)
    }
}
