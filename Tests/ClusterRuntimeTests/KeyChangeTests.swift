import ClusterRuntime
import Testing
import ZeroMQ

@Suite("Changes of keys that are cut off")
struct KeyChangeTests {
    private static let roles = KeyFolder.Role.allCases
    /// In the order in which they are written.
    private static let publicFiles = roles.map { "\($0.rawValue).public" }
    private static let files = publicFiles + roles.map { "\($0.rawValue).secret" }

    private let folder: TemporaryFolder
    private let keys: KeyFolder

    init() throws {
        folder = try TemporaryFolder()
        keys = KeyFolder(path: folder.path)
        try keys.make()
    }

    /// The folder as it is when a change was cut off after so many of `files`.
    private func cut(after count: Int, of files: [String], _ change: (KeyFolder) throws -> Void) throws {
        let whole = try TemporaryFolder()
        for file in Self.files { whole.write(try #require(folder.read(file)), to: file) }
        try change(KeyFolder(path: whole.path))
        for file in files.prefix(count) { folder.write(try #require(whole.read(file)), to: file) }
    }

    private func secretKeys() throws -> [CurvePublicKey] { try Self.roles.map { try keys.keys(of: $0).publicKey } }
    private func publicKeys() throws -> [[CurvePublicKey]] { try Self.roles.map { try keys.publicKeys(of: $0) } }
    private var contents: [[UInt8]?] { Self.files.map { folder.read($0) } }

    @Test("a rotation that was cut off is told from every whole state, and ended by the next one", arguments: 0...8)
    func rotation(count: Int) throws {
        let old = try secretKeys()
        try cut(after: count, of: Self.files) { try $0.rotate() }
        #expect(try keys.state() == (count == 0 ? .settled : count == 8 ? .rotating : .unfinished))
        let before = contents
        if (1..<8).contains(count) {
            // The old keys would be the only ones again.
            #expect(throws: KeyError.self) { try keys.retire() }
        }
        if count == 8 {
            #expect(throws: KeyError.self) { try keys.rotate() }
        }
        #expect(contents == before)

        let inUse = try secretKeys()
        if count < 8 { try keys.rotate() }
        #expect(try keys.state() == .rotating)
        let new = try secretKeys()
        for (index, known) in try publicKeys().enumerated() {
            // Whoever runs with a key that was there at any time is let in, and new keys are new.
            #expect(known == [new[index], old[index]])
            #expect(known.contains(inUse[index]) && new[index] != old[index])
        }
        try keys.retire()
        #expect(try keys.state() == .settled)
        #expect(try publicKeys() == new.map { [$0] })
        #expect(try secretKeys() == new)
    }

    @Test("the end of a rotation that was cut off is ended by the same again, or by another rotation", arguments: 0...4)
    func retirement(count: Int) throws {
        let oldest = try secretKeys()
        try keys.rotate()
        let inUse = try secretKeys()
        try cut(after: count, of: Self.publicFiles) { try $0.retire() }
        #expect(try keys.state() == (count == 0 ? .rotating : count == 4 ? .settled : .unfinished))
        if count > 0 { try keys.rotate() }
        for (index, known) in try publicKeys().enumerated() {
            #expect(known.count == 2 && known.contains(inUse[index]))
        }
        let new = try secretKeys()
        try keys.retire()
        #expect(try publicKeys() == new.map { [$0] })
        #expect(Set(new).isDisjoint(with: oldest))
    }

    @Test("keys whose making was cut off count as none, and are made anew", arguments: 0...8)
    func making(count: Int) throws {
        let other = try TemporaryFolder()
        other.write([], to: ".unfinished")
        for file in Self.files.prefix(count) { other.write(try #require(folder.read(file)), to: file) }
        let keys = KeyFolder(path: other.path)
        #expect(try keys.state() == .none)
        #expect(throws: KeyError.self) { try keys.rotate() }
        #expect(throws: KeyError.self) { try keys.retire() }
        #expect(throws: KeyError.self) { try keys.export(.client, to: other.file("client")) }
        try keys.make()
        #expect(try keys.state() == .settled)
        #expect(other.names == Self.files.sorted())
        #expect(throws: KeyError.self) { try keys.make() }
    }

    @Test("a folder that is not there, or has no keys, has none; of one with a role's own keys there is nothing to say")
    func otherFolders() throws {
        let other = try TemporaryFolder()
        #expect(try KeyFolder(path: other.path).state() == .none)
        #expect(try KeyFolder(path: other.file("missing")).state() == .none)
        try keys.export(.worker, to: other.file("worker"))
        #expect(throws: KeyError.self) { try KeyFolder(path: other.file("worker")).state() }
    }
}
