internal import Glibc

/// How much memory there is for this process, and how much it has.
package enum MemoryRoom {
    /// What its container allows; `nil` where there is none, or no bound. By either version of Linux's control groups.
    package static let limit: Int? = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"].lazy
        .compactMap { bytes(ofLimit: ProcFile.text($0)) }.first

    /// What it has of its own, without the files that are mapped; 0 where that can't be found out.
    package static var inUse: Int { pages(inUse: ProcFile.text("/proc/self/statm")) * sysconf(Int32(_SC_PAGESIZE)) }

    /// Of such a file; `nil` for one that says that there is no bound.
    package static func bytes(ofLimit text: String) -> Int? { text.split(separator: "\n").first.flatMap { Int($0) } }

    /// Of `/proc/self/statm` as proc(5) has it.
    package static func pages(inUse text: String) -> Int {
        let fields = text.split(separator: " ").prefix(3).compactMap { Int($0) }
        return fields.count == 3 && fields[1] > fields[2] ? fields[1] - fields[2] : 0
    }
}
