import Testing
import warraq

@Suite("Progress")
struct ProgressLineTests {
    @Test("the line fits into every width", arguments: 0...120)
    func fits(width: Int) {
        for (done, total) in [(0, 0), (0, 1000), (347, 1000), (1000, 1000), (7, 1_000_000), (12, nil)] as [(Int, Int?)]
        {
            let line = ProgressLine(done: done, total: total, failed: 3, elapsed: 12.5)
            #expect(line.text(width: width).count <= width)
        }
    }

    @Test("a wide line has a bar, the count, the share, the rate and the time left")
    func wide() {
        let line = ProgressLine(done: 500, total: 1000, elapsed: 10)
        #expect(line.text(width: 100) == "[####################--------------------]  500/1000  50 %  50/s  0:10 left")
    }

    @Test(
        "the time left goes first, then the rate, then the bar, and the count last",
        arguments: [
            (60, "[########--------]  500/1000  50 %  50/s  0:10 left"), (40, "[######------]  500/1000  50 %  50/s"),
            (30, "[#####-----]  500/1000  50 %"), (20, "[####----]  500/1000"), (19, "500/1000"), (4, "500/"),
        ]
    )
    func narrow(width: Int, text: String) {
        let shown = ProgressLine(done: 500, total: 1000, elapsed: 10).text(width: width)
        #expect(shown.filter { $0 != "#" && $0 != "-" } == text.filter { $0 != "#" && $0 != "-" })
    }

    @Test("failures are named beside the count")
    func failures() {
        #expect(ProgressLine(done: 3, total: 4, failed: 1, elapsed: 0).text(width: 80).contains("3/4 (1 failed)"))
    }

    @Test("without a total, what is done is counted")
    func open() {
        #expect(ProgressLine(done: 500, total: nil, elapsed: 10).text(width: 80) == "500 done  50/s")
    }
}
