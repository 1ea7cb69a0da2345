import ClusterRuntime
import Foundation
import Glibc
import Testing

@Suite("The file of a local socket")
struct LocalSocketPathTests {
    /// A socket that is bound to `path`; it listens if it is told to.
    private static func socket(at path: String, listens: Bool) throws -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        try #require(descriptor >= 0)
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0)
        if listens { try #require(listen(descriptor, 1) == 0) }
        return descriptor
    }

    @Test("a file that is no socket is left as it is")
    func file() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/precious"
        try "precious".write(toFile: path, atomically: false, encoding: .utf8)
        let error = try #require(throws: RoleError.self) { try LocalSocketPath.check(path) }
        #expect(error.description.contains("is no socket"))
    }

    @Test("a program that listens keeps its place; a socket that was left behind is nobody's")
    func sockets() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/socket"
        try LocalSocketPath.check(path)
        let left = try Self.socket(at: path, listens: false)
        close(left)
        try LocalSocketPath.check(path)
        unlink(path)
        let living = try Self.socket(at: path, listens: true)
        defer { close(living) }
        let error = try #require(throws: RoleError.self) { try LocalSocketPath.check(path) }
        #expect(error.description.contains("another program listens"))
    }
}
