import ArgumentParser
import Articles
import ClusterRuntime
import Reports

/// What `warraq run` prints and counts while articles come and reports go.
final class RunTally {
    /// So many reports are shown at the end; more are counted.
    private static let shownReports = 3

    private let place: OutputPlace
    private let progress: ProgressBar
    /// What the articles under way are called, oldest first, those before `answered` left out.
    private var names: [String] = []
    private var answered = 0
    private var reported = 0
    private var failures = 0
    private var firstReports: [[UInt8]] = []

    init(place: OutputPlace, progress: ProgressBar) {
        self.place = place
        self.progress = progress
    }

    /// The next article; a line for each input before it that gives none.
    func next(from articles: AnyIterator<Result<Article, InputProblem>>) -> Article? {
        while let result = articles.next() {
            switch result {
            case .success(let article):
                names.append(article.name)
                return article
            case .failure(let problem):
                fail(problem.description)
            }
        }
        return nil
    }

    func take(_ outcome: LocalOutcome) {
        let name = names[answered]
        answered += 1
        if answered == 4096 {
            names.removeFirst(answered)
            answered = 0
        }
        switch outcome {
        case .reported(let id, let bytes, let missingSections):
            reported += 1
            if place == .standardOutput {
                // Made as one line each.
                Terminal.write(bytes, to: .output)
            } else if firstReports.count <= Self.shownReports {
                firstReports.append(bytes)
            }
            if missingSections > 0 { fail("\(name): \(missingSections) sections are missing in its report \(id)") }
        case .repeated: break
        case .refused(let reason): fail("\(name): \(reason)")
        }
        progress.show(done: reported, total: nil, failed: failures)
    }

    private func fail(_ message: String) {
        failures += 1
        progress.complain(message)
    }

    /// Says how it went, and ends with status 1 if anything failed.
    func finish() throws {
        progress.finish()
        let failed = failures > 0 ? ", \(failures) failed" : ""
        let count = "\(reported) \(reported == 1 ? "report" : "reports")"
        switch place {
        case .standardOutput:
            if failures > 0 || reported != 1 { Terminal.complain(count + failed) }
        case .folder(let path):
            if firstReports.count <= Self.shownReports {
                for bytes in firstReports {
                    let report = try ReportReader.report(from: bytes)
                    Terminal.write(Summary.text(of: report), to: .output)
                    Terminal.write("\n\(path)/\(report.id).json\n\n", to: .output)
                }
            }
            let there = reported > 0 ? " in \(path)" : ""
            if reported != 1 || failures > 0 { Terminal.write(count + there + failed + "\n", to: .output) }
        }
        if failures > 0 { throw ExitCode(ExitStatus.failed.rawValue) }
    }
}
