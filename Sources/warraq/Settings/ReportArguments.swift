import ArgumentParser
import Articles
import Foundation
import Reports

/// What a command reads that works on reports: files, folders, standard input.
struct ReportArguments: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Reports: .json or .jsonl/.ndjson files (one report, one on each line, or one after another), folders of "
                + "them, or - for standard input.",
            valueName: "report"
        )
    )
    var reports: [String] = []

    func validate() throws {
        guard !reports.isEmpty else {
            throw ValidationError("no REPORT given: name files or folders of reports, or - for standard input")
        }
    }

    /// What is no file of reports at all would have as many complaints as lines.
    private static let complaintsPerFile = 5

    /// Refuses an output that is one of these reports, whose place it would take, or that lies among them and would be
    /// read with them the next time.
    ///
    /// - Throws: ``CommandFailure``.
    func checkAreNot(output: String) throws {
        if let place = FileProblem.Identity(output) {
            let files = reports.lazy.filter { $0 != "-" }.flatMap { self.files(of: $0) { _ in } }
            if let same = files.first(where: { FileProblem.Identity($0) == place }) {
                throw CommandFailure(
                    .usage,
                    "--output \(output): this is a report that is read (\(same)); name another file"
                )
            }
        }
        let name = output.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        let folder = String(output.dropLast(name.count))
        guard Self.isOfReports(name), let place = FileProblem.Identity(folder: folder.isEmpty ? "." : folder),
            let same = reports.first(where: { $0 != "-" && FileProblem.Identity(folder: $0) == place })
        else { return }
        throw CommandFailure(
            .usage,
            "--output \(output): this folder is read (\(same)), and with it this file, the next time; name a file in "
                + "another folder"
        )
    }

    /// Hands over each report in the order in which they are named. What is none is named on standard error, and the
    /// others are read all the same. Of several reports of one article the first is taken; the others are counted on
    /// standard error.
    ///
    /// - Returns: whether nothing was refused.
    func forEach(_ take: (Report) throws -> Void) throws -> Bool {
        var isWhole = true
        var taken: Set<ArticleID> = []
        func refuse(_ problem: InputProblem) {
            Terminal.complain(problem.description)
            isWhole = false
        }
        for name in reports {
            guard name != "-" else {
                let bytes: [UInt8]
                do throws(FileProblem.Unreadable) {
                    bytes = try FileProblem.readStandardInput()
                } catch {
                    refuse(
                        InputProblem(
                            input: "standard input",
                            reason: error.reason,
                            advice: "check where it comes from"
                        )
                    )
                    continue
                }
                try read(bytes, named: "standard input", isByLine: false, besides: &taken, take, refuse)
                continue
            }
            for file in files(of: name, refuse) {
                let bytes: [UInt8]
                do throws(FileProblem.Unreadable) {
                    bytes = try FileProblem.read(file)
                } catch {
                    refuse(InputProblem(input: file, reason: error.reason, advice: error.advice))
                    continue
                }
                try read(bytes, named: file, isByLine: Self.isLines(file), besides: &taken, take, refuse)
            }
        }
        return isWhole
    }

    private func read(
        _ bytes: [UInt8],
        named name: String,
        isByLine: Bool,
        besides taken: inout Set<ArticleID>,
        _ take: (Report) throws -> Void,
        _ refuse: (InputProblem) -> Void
    ) throws {
        var values = ReportLines(bytes, isByLine: isByLine)
        guard var value = values.next() else {
            return refuse(InputProblem(input: name, reason: "empty", advice: "give a report, as warraq run writes it"))
        }
        var isFirst = true
        var refused = 0
        var repeated = 0
        while true {
            let following = values.next()
            let isAlone = isFirst && following == nil
            isFirst = false
            let report: Report?
            do throws(ReportReaderError) {
                report = try ReportReader.report(from: value.bytes)
            } catch {
                report = nil
                refused += 1
                if refused <= Self.complaintsPerFile {
                    refuse(
                        InputProblem(
                            input: name,
                            line: isAlone ? nil : value.line,
                            reason: error.description,
                            advice: isAlone ? "give a report, as warraq run writes it" : "the other reports were taken"
                        )
                    )
                }
            }
            if let report {
                if taken.insert(report.id).inserted { try take(report) } else { repeated += 1 }
            }
            guard let following else { break }
            value = following
        }
        if repeated > 0 {
            let problem = InputProblem(
                input: name,
                reason: repeated == 1
                    ? "1 report is of an article whose report was read before"
                    : "\(repeated) reports are of articles whose reports were read before",
                advice: "the first of each was taken"
            )
            Terminal.complain(problem.description)
        }
        if refused > Self.complaintsPerFile {
            refuse(
                InputProblem(
                    input: name,
                    reason: "\(refused - Self.complaintsPerFile) more that are no Warraq reports",
                    advice: "look whether this is a file of reports"
                )
            )
        }
    }

    /// The files that `name` stands for: itself, or those of a folder with the names of reports.
    private func files(of name: String, _ refuse: (InputProblem) -> Void) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: name, isDirectory: &isFolder), isFolder.boolValue else {
            return [name]
        }
        let files: [String]
        do {
            files = try FileManager.default.contentsOfDirectory(atPath: name)
        } catch {
            refuse(InputProblem(input: name, reason: FileProblem.reason(error), advice: "check the folder"))
            return []
        }
        let reports = files.filter(Self.isOfReports).sorted()
        if reports.isEmpty {
            refuse(
                InputProblem(
                    input: name,
                    reason: "a folder without reports",
                    advice: "reports are files that end in .json or .jsonl"
                )
            )
        }
        return reports.map { name.hasSuffix("/") ? name + $0 : "\(name)/\($0)" }
    }

    /// Whether a file of a folder is taken for one of reports.
    private static func isOfReports(_ name: some StringProtocol) -> Bool {
        !name.hasPrefix(".") && (name.hasSuffix(".json") || isLines(name))
    }

    private static func isLines(_ file: some StringProtocol) -> Bool {
        file.hasSuffix(".jsonl") || file.hasSuffix(".ndjson")
    }
}
