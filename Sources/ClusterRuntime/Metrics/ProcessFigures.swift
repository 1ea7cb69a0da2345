internal import Glibc

/// What Linux knows of this process. Each figure that can't be read is left out.
struct ProcessFigures: Sendable {
    private static let pageSize = Double(max(1, sysconf(Int32(_SC_PAGESIZE))))
    private static let ticksASecond = Double(max(1, sysconf(Int32(_SC_CLK_TCK))))

    func families() -> [PrometheusText.Family] {
        var figures: [(String, Double)] = []
        if let fields = Self.statusFields(ProcFile.text("/proc/self/stat")) {
            // Numbered as in proc(5), from 3 on.
            func field(_ number: Int) -> Double? { number - 3 < fields.count ? Double(fields[number - 3]) : nil }
            if let user = field(14), let system = field(15) {
                figures.append(("process_cpu_seconds_total", (user + system) / Self.ticksASecond))
            }
            if let threads = field(20) { figures.append(("process_threads", threads)) }
            if let start = field(22), let boot = Self.bootTime(ProcFile.text("/proc/stat")) {
                figures.append(("process_start_time_seconds", boot + start / Self.ticksASecond))
            }
            if let size = field(23) { figures.append(("process_virtual_memory_bytes", size)) }
            if let pages = field(24) { figures.append(("process_resident_memory_bytes", pages * Self.pageSize)) }
        }
        if let count = Self.openFiles() { figures.append(("process_open_fds", Double(count))) }
        var limit = rlimit()
        if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
            figures.append(("process_max_fds", limit.rlim_cur == .max ? .infinity : Double(limit.rlim_cur)))
        }
        return figures.compactMap { name, value in
            MetricCatalogue.byName[name].map {
                PrometheusText.Family(definition: $0, samples: [.init(labels: [], value: .number(value))])
            }
        }
    }

    /// The fields after the command's name, which may itself hold blanks and parentheses.
    static func statusFields(_ text: String) -> [Substring]? {
        guard let end = text.lastIndex(of: ")") else { return nil }
        return text[text.index(after: end)...].split(whereSeparator: { $0 == " " || $0 == "\n" })
    }

    static func bootTime(_ text: String) -> Double? {
        for line in text.split(separator: "\n") where line.hasPrefix("btime ") { return Double(line.dropFirst(6)) }
        return nil
    }

    private static func openFiles() -> Int? {
        guard let folder = opendir("/proc/self/fd") else { return nil }
        defer { closedir(folder) }
        // `.`, `..` and the folder itself are none.
        var count = -3
        while readdir(folder) != nil { count += 1 }
        return max(0, count)
    }
}
