import Cluster
import Logging
import Reports
import Synchronization
import Testing
import warraq

@Suite("What comes from outside, for people")
struct TextLogTests {
    private final class Lines: Sendable {
        let text = Mutex("")
    }

    @Test(
        "whatever is logged as text, it stays one line without controls",
        arguments: ["سطر\nثانٍ", "\u{1B}[2J", "a\r\n2026-01-01 error: forged", "\u{9B}31m", "\u{202E}مقلوب", "\u{2028}"]
    )
    func oneLine(outside: String) {
        let lines = Lines()
        let logger = Logger(label: "producer") { label in
            StreamLogHandler(label: label, stream: TextLogStream { line in lines.text.withLock { $0 += line } })
        }
        logger.info("joined \(outside)", metadata: ["worker": "\(outside)"])
        logger.info("left")
        let text = lines.text.withLock { $0 }
        #expect(text.split(separator: "\n").count == 2 && text.hasSuffix("left\n"))
        #expect(
            text.unicodeScalars.allSatisfy {
                $0 == "\n" || !["Cc", "Zl"].contains("\($0.properties.generalCategory)") && $0 != "\u{202E}"
            }
        )
    }

    @Test("titles of articles and names of peers stay in their lines")
    func lines() {
        let outside = "a\u{1B}[2J\n\u{9B}\u{202E}b"
        var status = ClusterStatus()
        status.name = outside
        var worker = ClusterStatus.Worker()
        worker.name = outside
        status.workers = [worker]
        for line in status.lines(width: 120) {
            #expect(line == TerminalText.harmless(line))
        }
        #expect(status.lines(width: 120).contains { $0.contains("producer: a [2J  b, ") })
    }
}
