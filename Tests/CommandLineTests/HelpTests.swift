import Foundation
import Testing

@Suite("Help")
struct HelpTests {
    /// The commands as the argument parser describes them.
    static func commands() async throws -> [[String: Any]] {
        let result = try await ProcessUnderTest.run(["--experimental-dump-help"])
        try #require(result.status == 0, "\(result.errors)")
        let dump = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        let root = try #require(dump?["command"] as? [String: Any])
        return [root]
            + (try #require(root["subcommands"] as? [[String: Any]])).filter { $0["commandName"] as? String != "help" }
    }

    @Test("every command and every argument says what it is for")
    func abstracts() async throws {
        for command in try await Self.commands() {
            let name = try #require(command["commandName"] as? String)
            #expect((command["abstract"] as? String)?.isEmpty == false, "warraq \(name)")
            for argument in command["arguments"] as? [[String: Any]] ?? []
            where argument["shouldDisplay"] as? Bool == true {
                #expect((argument["abstract"] as? String)?.isEmpty == false, "warraq \(name) \(argument)")
            }
        }
    }

    @Test("every flag has its environment variable, and the help names it")
    func variables() async throws {
        for command in try await Self.commands() {
            let name = try #require(command["commandName"] as? String)
            for argument in command["arguments"] as? [[String: Any]] ?? []
            where argument["shouldDisplay"] as? Bool == true {
                guard argument["kind"] as? String != "positional",
                    let flag = (argument["preferredName"] as? [String: Any])?["name"] as? String,
                    !["help", "version"].contains(flag)
                else { continue }
                let positive = flag.hasPrefix("no-") ? String(flag.dropFirst(3)) : flag
                let variable = "WARRAQ_" + positive.uppercased().replacing("-", with: "_")
                #expect(
                    (argument["abstract"] as? String)?.contains(variable) == true,
                    "warraq \(name) --\(flag)"
                )
            }
        }
    }
}
