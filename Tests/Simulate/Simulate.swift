import ArgumentParser
import Foundation
import Simulator

@main
struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Runs the simulated cluster: the state machines that run in production, on a virtual clock, with faults.",
        discussion: """
            Each seed is another cluster with another history of faults, and the same one each time. A seed at which a \
            promise is broken is said with the end of its history; exit status 1.
            """
    )

    @Option(help: "How many seeds to run.")
    var seeds: UInt64 = 10_000

    @Option(help: "The first of them.")
    var from: UInt64 = 0

    @Option(help: "Runs this seed alone and prints all that happens.")
    var seed: UInt64?

    @Option(help: "How many seeds to run at once.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    @Option(
        help:
            "Puts a fault into the cluster that must be found: \(Mutant.allCases.map(\.rawValue).joined(separator: ", "))."
    )
    var mutant: Mutant?

    func run() throws {
        if let seed {
            print(Simulation.explanation(of: seed, mutant: mutant, lines: .max))
            return
        }
        let (end, isTooFar) = from.addingReportingOverflow(seeds)
        guard !isTooFar else { throw ValidationError("There is no seed that high.") }
        let start = Date()
        let outcome = SeedRange(seeds: from..<end, mutant: mutant, threads: threads).run { count in
            FileHandle.standardError.write(Data("\r\(count) seeds".utf8))
        }
        let seconds = Date().timeIntervalSince(start)
        FileHandle.standardError.write(Data("\r".utf8))
        print(
            "\(outcome.seedsRun) seeds, \(outcome.steps) steps, \(outcome.messages) messages in \(Int(seconds)) s; "
                + "longest recovery \(outcome.longestRecovery.time / 1_000_000) ms (seed \(outcome.longestRecovery.seed))"
        )
        if let broken = outcome.broken {
            print(Simulation.explanation(of: broken, mutant: mutant))
            throw ExitCode.failure
        }
    }
}

extension Mutant: ExpressibleByArgument {}
