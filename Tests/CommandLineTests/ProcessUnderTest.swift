import Foundation
import Synchronization

/// A real `warraq` process. If it still runs when the last reference to it goes, it is killed.
final class ProcessUnderTest: Sendable {
    struct Result: Sendable {
        /// The exit status, or the negative number of the signal that ended it.
        var status: Int32
        var output: String
        var errors: String

        /// The lines of standard error that are not empty.
        var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
    }

    /// The program that was built with these tests: it lies beside their bundle.
    static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "warraq")

    let identifier: pid_t
    private let ending = Ending()
    private let streams: TemporaryFolder

    /// Starts `warraq` with these arguments, without this process's own `WARRAQ_` variables. `input` is a file that it
    /// gets as its standard input, and `output` one that it gets as its standard output. No file that it writes may be
    /// larger than `fileLimit` KiB. `limits` are given to the shell's `ulimit`: `-n 10`.
    init(
        _ arguments: [String],
        environment: [String: String] = [:],
        input: URL? = nil,
        output: URL? = nil,
        in folder: URL? = nil,
        fileLimit: Int? = nil,
        limits: String? = nil
    ) throws {
        streams = try TemporaryFolder()
        let process = Process()
        if let fileLimit {
            // Without the signal, writing too much is an error as on a full disk.
            process.executableURL = URL(filePath: "/bin/bash")
            process.arguments =
                ["-c", "trap '' XFSZ; ulimit -f \(fileLimit); exec \"$0\" \"$@\"", Self.program.path] + arguments
        } else if let limits {
            process.executableURL = URL(filePath: "/bin/bash")
            process.arguments = ["-c", "ulimit \(limits); exec \"$0\" \"$@\"", Self.program.path] + arguments
        } else {
            process.executableURL = Self.program
            process.arguments = arguments
        }
        process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("WARRAQ_") }
            .merging(environment) { $1 }
        if let folder { process.currentDirectoryURL = folder }
        // Files, so that no pipe can fill up and hold the process.
        process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output ?? streams.write("output", Data()))
        process.standardError = try FileHandle(forWritingTo: streams.write("errors", Data()))
        process.terminationHandler = { [ending] process in
            let status = process.terminationStatus
            ending.end(process.terminationReason == .uncaughtSignal ? -status : status)
        }
        try process.run()
        identifier = process.processIdentifier
    }

    deinit { signal(SIGKILL) }

    /// Sends a signal, if the process still runs.
    func signal(_ number: Int32) {
        if ending.status == nil { kill(identifier, number) }
    }

    var isRunning: Bool { ending.status == nil }

    /// What it has written to standard error so far.
    var errorsSoFar: String { text("errors") }

    /// Waits for the end of the process.
    func result() async -> Result {
        let status = await ending.wait()
        return Result(status: status, output: text("output"), errors: text("errors"))
    }

    /// Runs `warraq` to its end.
    static func run(
        _ arguments: [String],
        environment: [String: String] = [:],
        input: URL? = nil,
        output: URL? = nil,
        in folder: URL? = nil
    ) async throws -> Result {
        let process = try ProcessUnderTest(
            arguments,
            environment: environment,
            input: input,
            output: output,
            in: folder
        )
        return await process.result()
    }

    private func text(_ stream: String) -> String {
        String(decoding: (try? Data(contentsOf: streams.url.appending(path: stream))) ?? Data(), as: UTF8.self)
    }
}

/// The end of a process, for any number who wait for it.
private final class Ending: Sendable {
    private struct State {
        var status: Int32?
        var waiting: [CheckedContinuation<Int32, Never>] = []
    }

    private let state = Mutex(State())

    var status: Int32? { state.withLock { $0.status } }

    func end(_ status: Int32) {
        let waiting = state.withLock { state in
            state.status = status
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume(returning: status) }
    }

    func wait() async -> Int32 {
        await withCheckedContinuation { continuation in
            let status = state.withLock { state -> Int32? in
                if state.status == nil { state.waiting.append(continuation) }
                return state.status
            }
            if let status { continuation.resume(returning: status) }
        }
    }
}
