import Foundation
import TestSupport

/// The project's scripts in a folder that looks like the project's, with the program that was built and a `docker` that
/// is made up.
struct ScriptsUnderTest {
    private static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    let folder: TemporaryFolder

    /// - Parameter docker: the text of a program for `sh`.
    init(docker: String) throws {
        folder = try TemporaryFolder()
        let files = FileManager.default
        try folder.write("bin/docker", "#!/bin/sh\n" + docker)
        try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("bin/docker"))
        try files.createDirectory(atPath: folder.path(".build/release"), withIntermediateDirectories: true)
        let program = ProcessUnderTest.program.path
        for link in ["bin/warraq", ".build/release/warraq"] {
            try files.createSymbolicLink(atPath: folder.path(link), withDestinationPath: program)
        }
        try files.createSymbolicLink(
            atPath: folder.path("Scripts"),
            withDestinationPath: Self.project.appending(path: "Scripts").path
        )
    }

    static func text(_ name: String) throws -> String {
        try String(contentsOf: project.appending(path: name), encoding: .utf8)
    }

    /// Runs a program, `Scripts/keys` or one on the path, with this environment.
    func run(_ program: String, _ arguments: [String], _ environment: [String: String] = [:]) throws
        -> OutsideTool.Result
    {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        var variables = environment.map { "\($0)=\($1)" }
        variables.append("PATH=\(folder.path("bin")):\(path)")
        let program = program.contains("/") ? folder.path(program) : program
        let cleared = ["COMPOSE_FILE", "WARRAQ_PRODUCER", "WARRAQ_KEYS"].flatMap { ["-u", $0] }
        return try OutsideTool.run("env", cleared + variables + [program] + arguments)
    }
}
