import CZeroMQBenchmark

/// Measures how much of libzmq's throughput in C the Swift floor keeps.
///
/// Each round runs the C loop and the Swift loop one after the other, in turns first, so that what else the machine
/// does hits both. The table shows the medians of the rounds, and the median of the rounds' ratios: of the throughput,
/// and of the processor time that all threads used for a message, which other programs disturb less. Above 1, Swift is
/// the faster.
///
///     swift run -c release ZeroMQBenchmark [ROUNDS [MESSAGES [TRANSPORT]]]
@main
struct ZeroMQBenchmark {
    struct Failure: Error {
        let line: Int64
    }

    static let endpoints = [
        (oneThread, "inproc://benchmark"), ("inproc", "inproc://benchmark"), ("ipc", "ipc://*"),
        ("tcp", "tcp://127.0.0.1:*"),
    ]
    /// Sender and receiver in one thread, over inproc: the cost of the calls alone.
    static let oneThread = "1 thread"
    static let highWaterMark: Int32 = 100_000

    static func main() throws {
        let arguments = CommandLine.arguments
        let rounds = arguments.count > 1 ? Int(arguments[1]) ?? 9 : 9
        let count = arguments.count > 2 ? Int(arguments[2]) ?? 300_000 : 300_000
        let endpoints = endpoints.filter { arguments.count < 4 || $0.0 == arguments[3] }
        print("\(rounds) rounds of \(count) messages; medians")
        print(
            pad("sockets", 16),
            pad("over", 9),
            pad("bytes", 6),
            "    C msg/s  Swift msg/s  Swift/C  C CPU ns  Swift ns  C/Swift"
        )
        for pattern in Pattern.allCases {
            for (transport, endpoint) in endpoints {
                for size in [64, 1_024] {
                    let loops = SwiftLoops(
                        pattern: pattern,
                        endpoint: endpoint,
                        size: size,
                        count: count,
                        highWaterMark: highWaterMark
                    )
                    let table = try measure(loops, rounds: rounds, isInOneThread: transport == oneThread)
                    print(pad(pattern.rawValue, 16), pad(transport, 9), pad("\(size)", 6), table)
                }
            }
        }
    }

    static func measure(_ loops: SwiftLoops, rounds: Int, isInOneThread: Bool) throws -> String {
        func runSwift() throws -> Int64 {
            isInOneThread ? try loops.runInOneThread(batch: 100) : try loops.run()
        }
        func runC() throws -> Int64 {
            let (pattern, count) = (loops.pattern.inC, Int64(loops.count))
            let time =
                isInOneThread
                ? c_benchmark_run_in_one_thread(pattern, loops.size, count, 100)
                : c_benchmark_run(pattern, loops.endpoint, loops.size, count, loops.highWaterMark)
            guard time > 0 else { throw Failure(line: -time) }
            return time
        }
        func measured(_ run: () throws -> Int64) rethrows -> (perSecond: Double, processorTime: Double) {
            let before = c_benchmark_process_time()
            let time = try run()
            let used = c_benchmark_process_time() - before
            return (Double(loops.count) * 1e9 / Double(time), Double(used) / Double(loops.count))
        }
        var inC: [(perSecond: Double, processorTime: Double)] = []
        var inSwift: [(perSecond: Double, processorTime: Double)] = []
        // The first round warms up.
        for round in 0...rounds {
            if round.isMultiple(of: 2) {
                inSwift.append(try measured(runSwift))
                inC.append(try measured(runC))
            } else {
                inC.append(try measured(runC))
                inSwift.append(try measured(runSwift))
            }
        }
        inC.removeFirst()
        inSwift.removeFirst()
        let ratio = median(zip(inSwift, inC).map { $0.perSecond / $1.perSecond })
        let processorRatio = median(zip(inSwift, inC).map { $1.processorTime / $0.processorTime })
        return [
            padLeft("\(Int(median(inC.map(\.perSecond))))", 11),
            padLeft("\(Int(median(inSwift.map(\.perSecond))))", 12),
            padLeft(hundredths(ratio), 8), padLeft("\(Int(median(inC.map(\.processorTime))))", 9),
            padLeft("\(Int(median(inSwift.map(\.processorTime))))", 9), padLeft(hundredths(processorRatio), 8),
        ].joined(separator: " ")
    }

    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }

    static func hundredths(_ value: Double) -> String {
        let rounded = Int((value * 100).rounded())
        return "\(rounded / 100).\(rounded % 100 < 10 ? "0" : "")\(rounded % 100)"
    }

    static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    static func padLeft(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
