import Foundation

/// A program that no one here wrote, for a second opinion.
package enum OutsideTool {
    package struct Result: Sendable {
        package var status: Int32
        /// Standard output and standard error.
        package var output: String
    }

    /// Runs `name` with these bytes as its standard input; a program that is not there ends with status 127.
    package static func run(_ name: String, _ arguments: [String], input: String = "") throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "warraq-tool-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Files, so that no pipe can fill up and hold the process.
        let (inputFile, outputFile) = (folder.appending(path: "input"), folder.appending(path: "output"))
        try Data(input.utf8).write(to: inputFile)
        try Data().write(to: outputFile)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [name] + arguments
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        let output = try FileHandle(forWritingTo: outputFile)
        process.standardOutput = output
        process.standardError = output
        try process.run()
        process.waitUntilExit()
        let text = String(decoding: try Data(contentsOf: outputFile), as: UTF8.self)
        let missing = "\(name) is missing: Scripts/setup test installs it\n"
        return Result(
            status: process.terminationStatus,
            output: (process.terminationStatus == 127 ? missing : "") + text
        )
    }
}
