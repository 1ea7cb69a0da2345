internal import Glibc

/// A folder that files are opened in by their names.
final class OpenFolder {
    /// With a slash at its end.
    let path: String
    /// `nil` where the folder can't be opened, though files in it may be.
    let descriptor: Int32?

    init(_ path: String) {
        self.path = path
        let opened = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        descriptor = opened < 0 ? nil : opened
    }

    deinit {
        if let descriptor { close(descriptor) }
    }
}
