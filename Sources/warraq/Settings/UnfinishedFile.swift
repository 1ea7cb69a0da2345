import Glibc
import Synchronization

/// The file that is written to and does not have its place yet: one that a signal cuts short is removed.
enum UnfinishedFile {
    /// The address of its path; 0 while there is none. A signal's handler may do little more than read a word.
    private static let path = Atomic<Int>(0)
    private static let ends = [SIGHUP, SIGINT, SIGTERM]

    /// Removes the file at `path` if one of the signals ends the program that ask it to, until ``forget()``.
    static func isRemovedIfInterrupted(_ path: String) {
        let old = Self.path.exchange(Int(bitPattern: strdup(path)), ordering: .sequentiallyConsistent)
        free(UnsafeMutablePointer<CChar>(bitPattern: old))
        for number in ends {
            var action = sigaction()
            // What is ignored, as under nohup, stays so.
            guard sigaction(number, nil, &action) == 0, action.__sigaction_handler.sa_handler == nil else { continue }
            action.__sigaction_handler.sa_handler = { number in
                UnfinishedFile.remove()
                raise(number)
            }
            action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_NODEFER
            sigaction(number, &action, nil)
        }
    }

    static func forget() {
        let old = path.exchange(0, ordering: .sequentiallyConsistent)
        free(UnsafeMutablePointer<CChar>(bitPattern: old))
    }

    /// Only what a signal's handler may do.
    private static func remove() {
        let old = path.exchange(0, ordering: .sequentiallyConsistent)
        if let old = UnsafeMutablePointer<CChar>(bitPattern: old) { unlink(old) }
    }
}
