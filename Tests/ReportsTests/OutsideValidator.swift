import Foundation
import Reports

/// Python's `jsonschema`, a validator that no one here wrote, on the reports of a test; see `validate_report.py`.
enum OutsideValidator {
    static let schema = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/Reports/Resources/report-1.schema.json")

    /// The faults of `documents`, or `nil` where all are right. What hinders the validation is a fault too.
    static func faults(in documents: [[UInt8]]) throws -> String? {
        let folder = FileManager.default.temporaryDirectory.appending(path: "warraq-reports-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try documents.enumerated().map { index, document in
            let file = folder.appending(path: "\(index).json")
            try Data(document).write(to: file)
            return file.path
        }
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "validate_report.py")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", script.path, schema.path] + files
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let message = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        if process.terminationStatus == 127 { return "python3 is missing: install the Debian package python3" }
        return process.terminationStatus == 0 ? nil : message
    }

    static func faults(in reports: [Report]) throws -> String? {
        try faults(in: reports.map { $0.json(pretty: false) } + reports.map { $0.json(pretty: true) })
    }
}
