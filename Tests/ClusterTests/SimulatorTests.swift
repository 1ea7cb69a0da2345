import Foundation
import Simulator
import Testing

@Suite("The simulated cluster")
struct SimulatorTests {
    /// Debug builds are twenty times slower.
    private static let seedCount: UInt64 = {
        #if DEBUG
            return 400
        #else
            return 10_000
        #endif
    }()

    @Test("keeps its promises, whatever fails", arguments: 0..<8)
    func promises(part: UInt64) {
        let share = Self.seedCount / 8
        let outcome = SeedRange(seeds: part * share..<(part + 1) * share, threads: 1).run()
        if let seed = outcome.broken { Issue.record("\(Simulation.explanation(of: seed))") }
        #expect(outcome.seedsRun == Int(share))
    }

    @Test("finds each mutant of the state machines", arguments: Mutant.allCases)
    func finds(_ mutant: Mutant) {
        let outcome = SeedRange(seeds: 0..<10_000, mutant: mutant, threads: 1).run()
        #expect(outcome.broken != nil, "\(mutant) lives after \(outcome.seedsRun) seeds")
    }

    @Test("the same seed gives the same history", arguments: [UInt64(7), 77, 777])
    func determinism(seed: UInt64) {
        let (first, second) = (Simulation(seed: seed), Simulation(seed: seed))
        first.run()
        second.run()
        #expect(first.digest == second.digest)
        #expect(first.steps == second.steps)
    }
}
