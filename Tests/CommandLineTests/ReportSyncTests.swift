import Foundation
import TestSupport
import Testing

/// Whether a process can be watched here: strace is there, and may trace.
private let canTrace = (try? OutsideTool.run("strace", ["-o", "/dev/null", "true"]).status) == 0

/// A call that has returned, in the order in which they did.
private struct Call {
    var name: String
    /// With the path of each open file behind its number.
    var arguments: String
}

@Suite("What the kernel is asked for each report", .timeLimit(.minutes(5)))
struct ReportSyncTests {
    /// The calls of one or several threads; those that another thread's came between are written in two parts.
    private func calls(_ trace: String) -> [Call] {
        var begun: [Substring: Substring] = [:]
        var calls: [Call] = []
        for line in trace.split(separator: "\n") {
            guard let space = line.firstIndex(of: " ") else { continue }
            let thread = line[..<space]
            var text = line[space...].drop { $0 == " " }
            if text.hasSuffix("<unfinished ...>") {
                begun[thread] = text.dropLast("<unfinished ...>".count)
                continue
            }
            if text.hasPrefix("<... "), let end = text.firstIndex(of: ">"),
                let start = begun.removeValue(forKey: thread)
            {
                text = start + text[text.index(after: end)...]
            }
            guard let bracket = text.firstIndex(of: "(") else { continue }
            let name = String(text[..<bracket])
            // A write returns how much it wrote, or has failed.
            guard name == "write" ? !text.contains("= -1 ") : text.hasSuffix("= 0") else { continue }
            calls.append(Call(name: name, arguments: String(text[bracket...])))
        }
        return calls
    }

    @Test(
        "a report is synced before it has its name, and its name before it is said to be there",
        .enabled(if: canTrace)
    )
    func order() throws {
        let folder = try TemporaryFolder()
        let input = try folder.write("articles.jsonl", SampleArticles.jsonLines(20))
        let reports = folder.url.appending(path: "reports").path
        let trace = folder.url.appending(path: "trace").path
        let watched = ["-f", "-qq", "-y", "-o", trace, "-e", "trace=write,fsync,syncfs,rename,renameat,renameat2"]
        let run = [ProcessUnderTest.program.path, "run", "--output", reports, "--progress", "none", input.path]
        let result = try OutsideTool.run("strace", watched + run)
        #expect(result.status == 0, "\(result.output)")
        let calls = calls(try String(contentsOfFile: trace, encoding: .utf8))
        let names = try FileManager.default.contentsOfDirectory(atPath: reports).filter { $0.hasSuffix(".json") }
        #expect(names.count == 20)
        for name in names {
            let named = calls.firstIndex { $0.name.hasPrefix("rename") && $0.arguments.contains("\(reports)/\(name)") }
            let index = try #require(named, "\(name) was not renamed")
            let id = name.dropLast(".json".count)
            let before = calls[..<index]
            let written = try #require(
                before.lastIndex { $0.name == "write" && $0.arguments.contains("/\(id).") },
                "\(name) was not written before it had its name"
            )
            #expect(
                before[written...].contains {
                    $0.name == "syncfs" && $0.arguments.contains("<\(reports)/")
                        || $0.name == "fsync" && $0.arguments.contains("/\(id).")
                },
                "\(name) had its name before it was synced"
            )
            #expect(
                calls[index...].contains { $0.name == "fsync" && $0.arguments.contains("<\(reports)>") },
                "the name \(name) was not synced"
            )
        }
    }
}
