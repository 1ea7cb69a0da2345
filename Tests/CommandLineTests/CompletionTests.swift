import Foundation
import TestSupport
import Testing

@Suite("Completions of shells")
struct CompletionTests {
    private func script(_ shell: String) async throws -> String {
        let result = try await ProcessUnderTest.run(["--generate-completion-script", shell])
        #expect(result.status == 0 && result.errors == "", "\(result.errors)")
        return result.output
    }

    @Test("each shell reads its script", arguments: ["bash", "zsh", "fish"])
    func parses(shell: String) async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("completions", try await script(shell))
        let verdict = try OutsideTool.run(shell, ["-n", file.path])
        #expect(verdict.status == 0 && verdict.output == "", "\(verdict.output)")
    }

    @Test("bash and fish complete a command and a flag")
    func complete() async throws {
        let folder = try TemporaryFolder()
        let fish = try folder.write("fish", try await script("fish"))
        for (words, completion) in [("warraq stat", "status"), ("warraq producer --metr", "--metrics")] {
            let found = try OutsideTool.run("fish", ["-c", "source \(fish.path); complete -C '\(words)'"])
            #expect(found.output.split(separator: "\n").contains { $0.hasPrefix(completion) }, "\(found.output)")
        }
        let bash = try folder.write("bash", try await script("bash"))
        let question = """
            source \(bash.path); COMP_WORDS=(warraq stat); COMP_CWORD=1; COMP_LINE='warraq stat'; COMP_POINT=11
            _warraq warraq stat warraq; echo "${COMPREPLY[*]}"
            """
        let found = try OutsideTool.run("bash", ["-c", question])
        #expect(found.output.split(whereSeparator: \.isWhitespace).contains("status"), "\(found.output)")
    }
}
