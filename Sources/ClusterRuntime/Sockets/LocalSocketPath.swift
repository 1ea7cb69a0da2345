internal import Glibc

/// The file of an `ipc://` socket, before it is listened at.
///
/// libzmq removes whatever is there: a file that is no socket would be lost, and a program that listens there would go on
/// without being reached.
package enum LocalSocketPath {
    /// - Throws: ``RoleError/start(reason:)`` where the path is somebody else's.
    package static func check(_ path: String) throws(RoleError) {
        // A name in the kernel, not a file.
        guard !path.hasPrefix("@") else { return }
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else {
            throw .start(
                reason: "\(path) is there and is no socket: to listen there would replace it; choose another path"
            )
        }
        if answers(path) {
            throw .start(reason: "another program listens at ipc://\(path): stop it or choose another path")
        }
    }

    /// Whether a program listens at the socket of this path; a socket that was left behind refuses.
    private static func answers(_ path: String) -> Bool {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return false }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let kind = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue
        let descriptor = socket(AF_UNIX, Int32(kind), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        // One whose queue of connections is full is there, too.
        return result == 0 || errno == EAGAIN || errno == EINPROGRESS
    }
}
