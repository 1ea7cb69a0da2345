internal import Dispatch
internal import Synchronization

/// Many seeds, on several threads.
package struct SeedRange: Sendable {
    package struct Outcome: Sendable {
        /// The lowest seed at which a promise was broken, of those that were run.
        package var broken: UInt64?
        package var seedsRun = 0
        package var steps = 0
        package var messages = 0
        /// The longest time from the last fault until everything was settled, in nanoseconds, and its seed.
        package var longestRecovery: (time: Int64, seed: UInt64) = (0, 0)
    }

    package var seeds: Range<UInt64>
    package var mutant: Mutant?
    package var threads: Int

    package init(seeds: Range<UInt64>, mutant: Mutant? = nil, threads: Int) {
        self.seeds = seeds
        self.mutant = mutant
        self.threads = threads
    }

    /// Runs them in order, and stops at the first that breaks a promise.
    ///
    /// - Parameter progress: called now and then with the number of seeds that were run, on any thread.
    package func run(progress: @escaping @Sendable (Int) -> Void = { _ in }) -> Outcome {
        let next = Atomic<UInt64>(seeds.lowerBound)
        let outcome = Mutex(Outcome())
        DispatchQueue.concurrentPerform(iterations: max(1, threads)) { _ in
            while true {
                let seed = next.add(1, ordering: .relaxed).oldValue
                guard seed < seeds.upperBound else { return }
                let simulation = Simulation(seed: seed, mutant: mutant)
                simulation.run()
                let count = outcome.withLock { outcome in
                    outcome.seedsRun += 1
                    outcome.steps += simulation.steps
                    outcome.messages += simulation.messages
                    if let time = simulation.recoveryTime, time > outcome.longestRecovery.time {
                        outcome.longestRecovery = (time, seed)
                    }
                    if !simulation.violations.isEmpty {
                        outcome.broken = min(outcome.broken ?? seed, seed)
                        next.store(seeds.upperBound, ordering: .relaxed)
                    }
                    return outcome.seedsRun
                }
                if count.isMultiple(of: 1000) { progress(count) }
            }
        }
        return outcome.withLock { $0 }
    }
}

extension Simulation {
    /// What a seed that breaks a promise is to say: what is wrong, the end of its history, and how to see all of it.
    package static func explanation(of seed: UInt64, mutant: Mutant? = nil, lines: Int = 60) -> String {
        let simulation = Simulation(seed: seed, mutant: mutant, traces: true)
        simulation.run()
        let trace = simulation.trace ?? []
        let option = mutant.map { " --mutant \($0.rawValue)" } ?? ""
        return """
            \(trace.suffix(lines).joined(separator: "\n"))
            seed \(seed): \(simulation.violations.joined(separator: "; "))
            the whole history: Scripts/simulate --seed \(seed)\(option)
            """
    }
}
