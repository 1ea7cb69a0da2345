import Foundation
import TestSupport
import Testing

/// Scripts that ask Docker: what it says when it can't answer.
@Suite("Scripts without an answer of Docker", .timeLimit(.minutes(5)))
struct DockerScriptTests {
    static let commands = [
        ["Scripts/submit", "article.txt"], ["Scripts/keys", "export", "client"], ["Scripts/keys", "rotate"],
    ]

    @Test("an engine that can't be asked is an error with what Docker says, and status 3", arguments: commands)
    func noEngine(command: [String]) throws {
        let scripts = try ScriptsUnderTest(docker: "echo Client: >&2; echo 'permission denied: socket' >&2; exit 1")
        let result = try scripts.run(command[0], Array(command.dropFirst()))
        #expect(result.status == 3)
        #expect(result.output.hasSuffix(": no Docker engine answers: permission denied: socket\n"), "\(result.output)")
    }

    @Test("a compose file that can't be read is an error with what compose says, and status 3", arguments: commands)
    func badFile(command: [String]) throws {
        let scripts = try ScriptsUnderTest(
            docker: "case \"$*\" in *' ps '*) echo 'no such service: producer' >&2; exit 1 ;; esac"
        )
        let result = try scripts.run(command[0], Array(command.dropFirst()))
        #expect(result.status == 3)
        #expect(result.output.hasPrefix("no such service: producer\n"), "\(result.output)")
        #expect(result.output.contains(": docker compose does not say which container producer has\n"))
    }

    @Test("what compose warns of is nobody's concern, and no container is no running cluster", arguments: commands)
    func notRunning(command: [String]) throws {
        let scripts = try ScriptsUnderTest(docker: "case \"$*\" in *' ps '*) echo 'version is obsolete' >&2 ;; esac")
        let result = try scripts.run(command[0], Array(command.dropFirst()))
        #expect(result.status == 3)
        #expect(
            result.output.hasSuffix(": the cluster is not running; start it with: docker compose up -d\n")
                && result.output.filter(\.isNewline).count == 1,
            "\(result.output)"
        )
    }

    @Test(
        "names of compose files are those of the project's folder, wherever the script is called",
        arguments: [
            (nil, "-f HERE/docker-compose.yml -f HERE/docker-compose.override.yml ps"),
            ("a.yml", "-f HERE/a.yml ps"), ("a.yml:b/c.yml:/d.yml", "-f HERE/a.yml -f HERE/b/c.yml -f /d.yml ps"),
        ] as [(String?, String)]
    )
    func composeFiles(names: String?, arguments: String) throws {
        let scripts = try ScriptsUnderTest(docker: "case \"$*\" in *' ps '*) echo \"$*\" >&2; exit 1 ;; esac")
        let result = try scripts.run("Scripts/keys", ["rotate"], names.map { ["COMPOSE_FILE": $0] } ?? [:])
        let folder = scripts.folder.url.path
        #expect(result.output.contains(arguments.replacing("HERE", with: folder)), "\(result.output)")
    }
}
