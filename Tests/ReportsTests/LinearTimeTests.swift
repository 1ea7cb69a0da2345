import Articles
import Extraction
import Glibc
import Reports
import Testing

/// What a stranger's article or report could make slow.
@Suite("Time")
struct LinearTimeTests {
    /// Something to do, of any size.
    struct Work: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var size: Int
        var run: @Sendable (Int) throws -> Void
    }

    @Test(
        "eight times as much takes about eight times as long",
        arguments: [
            Work(testDescription: "the page of a long paragraph and many short ones", size: 1000) { size in
                let text = String(repeating: "كلمة ", count: 50 * size) + String(repeating: "\n\nفي", count: size)
                _ = ReportPage(.bare(text)).html
            },
            Work(testDescription: "the page of many entities", size: 500) { size in
                var report = Report.bare("نص")
                report.entities = (0..<size).map {
                    .init(id: $0, type: .person, name: "اسم \($0)", variants: [], links: [:], salience: 1, mentions: [])
                }
                _ = ReportPage(report).html
            },
            Work(testDescription: "a report whose heading nearly stands in its text everywhere", size: 5000) { size in
                let letters = String(repeating: "ا", count: size)
                var report = Report.bare(letters + letters)
                report.sections[0].heading = letters + "ب"
                #expect(throws: ReportReaderError.self) { try ReportReader.report(from: report.json(pretty: false)) }
            },
            Work(testDescription: "a report whose heading stands everywhere, and never alone in its line", size: 5000) {
                size in
                var report = Report.bare("ا" + String(repeating: " ", count: size) + "ا")
                report.sections[0].heading = " "
                let read = try ReportReader.report(from: report.json(pretty: false))
                #expect(read.sections[0].section.heading == 1..<2)
            },
            Work(testDescription: "lines that begin with an object each, none of which is whole", size: 50_000) {
                size in
                let lines = Array(String(repeating: "{\n", count: size).utf8)
                #expect(ReportLines(lines).reduce(0) { count, _ in count + 1 } == size)
            },
            Work(testDescription: "objects on one line behind one that was cut off", size: 20_000) { size in
                let lines = Array(("{\"\n{" + String(repeating: "{}", count: size)).utf8)
                #expect(ReportLines(lines).reduce(0) { count, _ in count + 1 } == 2)
            },
        ]
    )
    func linear(work: Work) throws {
        _ = try seconds(work, 1)
        let once = try seconds(work, work.size)
        let eightfold = try seconds(work, 8 * work.size)
        // Where time grows with the square it is 64 times as long.
        #expect(eightfold < 32 * once + 0.05, "\(once) s, \(eightfold) s")
    }

    /// Of this thread's work alone: other tests run beside it.
    private func seconds(_ work: Work, _ size: Int) throws -> Double {
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        let start = now()
        try work.run(size)
        return now() - start
    }
}
