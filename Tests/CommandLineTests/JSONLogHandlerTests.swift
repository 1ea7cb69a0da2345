import Foundation
import Logging
import Synchronization
import Testing
import warraq

@Suite("Logs as JSON")
struct JSONLogHandlerTests {
    private final class Lines: Sendable {
        let text = Mutex("")
    }

    private func logged(_ body: (inout Logger) -> Void) -> String {
        let lines = Lines()
        var logger = Logger(label: "producer") { label in
            JSONLogHandler(
                label: label,
                now: { Date(timeIntervalSince1970: 1_772_366_400.125) },
                write: { line in lines.text.withLock { $0 += line } }
            )
        }
        body(&logger)
        return lines.text.withLock { $0 }
    }

    @Test("a line has time, level, logger and message, and the metadata where there is some")
    func line() {
        let text = logged {
            $0.info("listening", metadata: ["endpoint": "tcp://*:5550"])
            $0.error("no more")
        }
        #expect(
            text == """
                {"level":"info","logger":"producer","message":"listening","metadata":{"endpoint":"tcp://*:5550"},"time":"2026-03-01T12:00:00.125Z"}
                {"level":"error","logger":"producer","message":"no more","time":"2026-03-01T12:00:00.125Z"}

                """
        )
    }

    @Test("whatever is logged, it stays one line that a JSON parser reads back")
    func hostile() throws {
        let message = "سطر\nثانٍ \"مقتبس\" \\ \u{0} \u{1F600} \u{2028}"
        let text = logged {
            $0[metadataKey: "nested"] = ["a": ["x\n", "y"], "b": "\t"]
            $0.warning("\(message)", metadata: ["key \"\n": "\(message)"])
        }
        #expect(text.utf8.filter { $0 == UInt8(ascii: "\n") }.count == 1)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(object["message"] as? String == message)
        let metadata = try #require(object["metadata"] as? [String: Any])
        #expect(metadata["key \"\n"] as? String == message)
        let nested = try #require(metadata["nested"] as? [String: Any])
        #expect(nested["a"] as? [String] == ["x\n", "y"])
    }

    @Test("what is below the level is not written")
    func level() {
        let text = logged {
            $0.logLevel = .warning
            $0.info("quiet")
        }
        #expect(text.isEmpty)
    }
}
