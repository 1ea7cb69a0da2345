import Cluster
import Glibc

enum Pause {
    /// Holds this thread up for so long.
    static func sleep(_ span: TimeSpan) {
        let second: Int64 = 1_000_000_000
        var left = timespec(tv_sec: Int(span.nanoseconds / second), tv_nsec: Int(span.nanoseconds % second))
        var rest = left
        while nanosleep(&left, &rest) != 0 && errno == EINTR { left = rest }
    }
}
