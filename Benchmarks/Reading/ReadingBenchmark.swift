import Articles
import Glibc

/// How fast each reader reads: `ReadingBenchmark FILE|FOLDER [FORMAT…]`.
///
/// The plain text of FILE or of all files in FOLDER is written anew in each format to a temporary folder (in memory,
/// where there is `/dev/shm`), with articles of the length that they have, and read there. A line of output a reader:
/// megabytes (10^6 bytes) of what the file holds a second of processor time, on one core, and the best of three rounds;
/// `wc -m`, which decodes the same file and does nothing else, stands beside it.
///
/// `ReadingBenchmark --as-is INPUT…` reads files and folders as they are, and prints beside the speed a number of all
/// that came of them, articles and problems, which says whether a change has left every one as it was.
@main
enum ReadingBenchmark {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.first == "--as-is" { return arguments.dropFirst().forEach(measureAsIs) }
        let formats = BenchmarkFormat.allCases.filter { arguments.count < 2 || arguments.dropFirst().contains($0.name) }
        guard let path = arguments.first, !formats.isEmpty else {
            let names = BenchmarkFormat.allCases.map { "«\($0.name)»" }.joined(separator: ", ")
            stop("usage: ReadingBenchmark FILE|FOLDER [FORMAT…], of \(names); --as-is INPUT…", status: 2)
        }
        var texts: [String] = []
        var bytes = 0
        for case .success(let article) in ArticleReader(inputs: [path]) {
            texts.append(article.text)
            bytes += article.text.utf8.count
        }
        guard bytes > 0 else {
            stop("\(path) holds no article that is read", status: 1)
        }
        // Enough to measure, little enough to stay in memory.
        while bytes < 48_000_000 {
            texts += texts
            bytes *= 2
        }
        print("\(texts.count) articles, \(bytes / 1_000_000) MB of text, \(bytes / texts.count) bytes each")
        print("reader            MB        MB/s   wc -m MB/s   ratio")
        guard let folder = Scratch() else {
            stop("no temporary folder", status: 1)
        }
        for format in formats {
            let file = folder.path + "/" + format.fileName
            format.write(texts, to: file, folder: folder)
            measure(format, file)
            folder.remove(format.fileName)
        }
    }

    private static func stop(_ reason: String, status: Int32) -> Never {
        let line = Array((reason + "\n").utf8)
        _ = write(2, line, line.count)
        exit(status)
    }

    private static func measureAsIs(_ input: String) {
        let (best, _) = bestTime(input)
        var counts = (articles: 0, problems: 0)
        // FNV-1a.
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ text: String) {
            for byte in text.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        for result in ArticleReader(inputs: [input]) {
            switch result {
            case .success(let article):
                counts.articles += 1
                add(article.id.description)
            case .failure(let problem):
                counts.problems += 1
                add("\(problem.reason)|\(problem.advice)")
            }
        }
        let size = Scratch.size(of: input)
        let rate = Int(Double(size) / 1e6 / best)
        let counted = "\(counts.articles) articles, \(counts.problems) problems"
        print("\(input): \(size / 1_000_000) MB, \(rate) MB/s, \(counted), digest \(String(digest, radix: 16))")
    }

    /// The best of three rounds, in seconds of processor time, and the number of articles.
    private static func bestTime(_ path: String) -> (seconds: Double, articles: Int) {
        var best = Double.infinity
        var articles = 0
        for _ in 0..<3 {
            let start = processorTime()
            articles = ArticleReader(inputs: [path]).reduce(into: 0) { count, result in
                if case .success = result { count += 1 }
            }
            best = min(best, processorTime() - start)
        }
        return (best, articles)
    }

    private static func measure(_ format: BenchmarkFormat, _ path: String) {
        let (best, articles) = bestTime(path)
        let size = Scratch.size(of: path)
        let rate = Double(size) / 1e6 / best
        let baseline = wordCount(path).map { Double(size) / 1e6 / $0 }
        var line = format.name.padded(to: 14) + String(size / 1_000_000).padded(to: 10, right: true)
        line += String(Int(rate)).padded(to: 12, right: true)
        line += (baseline.map { String(Int($0)) } ?? "-").padded(to: 13, right: true)
        line += (baseline.map { String(Int(100 * rate / $0)) + "%" } ?? "-").padded(to: 8, right: true)
        print(line + (articles == 0 ? "  (nothing read)" : ""))
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The processor time of `wc -m` on all files at `path`, in a locale of UTF-8; the best of three.
    private static func wordCount(_ path: String) -> Double? {
        var best: Double?
        for _ in 0..<3 {
            var before = rusage()
            getrusage(RUSAGE_CHILDREN.rawValue, &before)
            let command = "find \(path) -type f -print0 | LC_ALL=C.UTF-8 xargs -0 wc -m > /dev/null"
            guard system(command) == 0 else { return nil }
            var after = rusage()
            getrusage(RUSAGE_CHILDREN.rawValue, &after)
            let time =
                seconds(after.ru_utime) - seconds(before.ru_utime) + seconds(after.ru_stime)
                - seconds(before.ru_stime)
            best = min(best ?? time, time)
        }
        return best
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}

extension String {
    fileprivate func padded(to width: Int, right: Bool = false) -> String {
        let space = String(repeating: " ", count: max(0, width - count))
        return right ? space + self : self + space
    }
}
