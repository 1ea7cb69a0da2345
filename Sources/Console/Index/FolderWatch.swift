internal import Glibc

/// Tells which files of a folder changed, by inotify.
///
/// It is a hint: a network file system tells nothing of what other hosts do, and a full queue loses events. So whoever
/// uses it looks through the whole folder now and then as well.
final class FolderWatch {
    enum Change: Equatable {
        case file(String)
        /// Anything may have changed: events were lost, or the folder itself was replaced.
        case everything
    }

    let descriptor: Int32
    private let identity: FolderIdentity

    private static let events = UInt32(
        IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR
    )
    private static let folderEvents = UInt32(IN_Q_OVERFLOW | IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_UNMOUNT)

    /// Fails where the system watches nothing (no such folder, or too many watches).
    init?(folder: String) {
        // Before the watch: if the folder is replaced in between, the next question finds out.
        identity = FolderIdentity(of: folder)
        descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
        guard descriptor >= 0 else { return nil }
        guard inotify_add_watch(descriptor, folder, Self.events) >= 0 else { return nil }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Whether the folder of this name is the one that is watched. A name that leads elsewhere by now is no change of the
    /// folder that it led to before.
    func isOn(_ folder: String) -> Bool { FolderIdentity(of: folder) == identity }

    /// What changed since the last call; never waits.
    func takeChanges() -> [Change] {
        var changes: [Change] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return changes }
            buffer.withUnsafeBytes { Self.append(UnsafeRawBufferPointer(rebasing: $0[..<count]), to: &changes) }
        }
    }

    /// The kernel writes whole events: a head of 16 bytes and then a name, filled up with zeros.
    private static func append(_ bytes: UnsafeRawBufferPointer, to changes: inout [Change]) {
        let headSize = MemoryLayout<inotify_event>.size
        var offset = 0
        while offset + headSize <= bytes.count {
            let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
            let nameEnd = offset + headSize + Int(event.len)
            guard nameEnd <= bytes.count else { return }
            if event.mask & folderEvents != 0 {
                changes.append(.everything)
            } else {
                let name = bytes[offset + headSize..<nameEnd].prefix { $0 != 0 }
                changes.append(.file(String(decoding: name, as: UTF8.self)))
            }
            offset = nameEnd
        }
    }
}

/// By which a folder is told from another of the same name.
private struct FolderIdentity: Equatable {
    let device: UInt64
    let inode: UInt64

    init(of folder: String) {
        var status = stat()
        let isThere = stat(folder, &status) == 0
        device = isThere ? UInt64(status.st_dev) : 0
        inode = isThere ? UInt64(status.st_ino) : 0
    }
}
