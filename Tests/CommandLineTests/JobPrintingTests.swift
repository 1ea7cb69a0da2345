import Articles
import Cluster
import Testing
import warraq

@Suite("Jobs for people")
struct JobPrintingTests {
    private func job(_ change: (inout Job.Trouble) -> Void) -> Job {
        var job = Job(
            id: ArticleID(high: 0, low: 1),
            state: .waiting,
            title: "خبر",
            source: nil,
            submittedAt: 0,
            settledAt: nil,
            missingSections: 0
        )
        change(&job.trouble)
        return job
    }

    @Test("why an article waits stands with its state, where it is more than for its turn")
    func trouble() {
        let quiet = job { _ in }
        let killer = job {
            $0.sinkDeaths = 3
            $0.pause = 4000
        }
        let section = job {
            $0.sinkDeaths = 1
            $0.failedAttempts = 2
        }
        let expected = [
            nil, "3 sinks died with it, tried again in 4.0 s", "a sink died with it, workers failed with it 2 times",
        ]
        for (job, reason) in zip([quiet, killer, section], expected) {
            #expect(job.lines.first { $0.hasPrefix("trouble") } == reason.map { "trouble    \($0)" })
            let row = Job.table([job]).rows.first
            #expect(row?[1] == "waiting" + (reason.map { ": \($0)" } ?? ""))
        }
    }
}
