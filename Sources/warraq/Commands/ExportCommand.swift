import ArgumentParser
import Reports

/// `warraq export`.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes reports in the formats of spreadsheets, annotation tools and corpora.",
        discussion: """
            Formats:
              csv-entities    a table: a record for each entity of each report (RFC 4180, UTF-8)
              csv-mentions    a table: a record for each place where an entity is named
              csv-themes      a table: a record for each topic and keyphrase
              jsonl           the reports themselves, one a line: JSON Lines
              conll           token, tab, IOB2 label; a blank line behind each sentence, -DOCSTART- before each article
              brat            brat standoff: ID.txt and ID.ann for each report, annotation.conf; needs -o DIR
              web-annotation  W3C Web Annotations as JSON-LD: one line for each report, or ID.jsonld in -o DIR

            All offsets are code points of the article's text. In boilerplate nothing is looked for; it is part of the \
            texts of jsonl and brat, and of what web annotations quote around a place. Of several reports of one \
            article the first is taken.

            Examples:
              warraq export --format csv-entities --spreadsheet reports/ -o entities.csv
              warraq export --format brat reports/ -o brat/
              warraq run --output - articles/ | warraq export --format conll - > articles.conll
            """
    )

    @OptionGroup var inputs: ReportArguments
    @Option(
        help: .setting(
            "format",
            "What to write: csv-entities, csv-mentions, csv-themes, jsonl, conll, brat or web-annotation",
            placeholder: "format"
        )
    )
    var format: ExportFormat?
    @Option(
        name: [.short, .long],
        help: .setting(
            "output",
            "Where it goes: a file, a folder (for brat and web-annotation), or - for standard output",
            default: "-",
            placeholder: "file|dir|-"
        )
    )
    var output: String?
    @Flag(
        inversion: .prefixedNo,
        help: .setting(
            "spreadsheet",
            "Make tables safe for spreadsheet programs: a byte order mark, and an apostrophe before what they would "
                + "take for a formula"
        )
    )
    var spreadsheet: Bool?

    func validate() throws {
        guard try Setting.value(format, "format") != nil else {
            let names = ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("no --format given; one of \(names)")
        }
        _ = try (Setting.value(output, "output"), Setting.isOn(spreadsheet, "spreadsheet"))
    }

    func run() throws {
        guard let format = try Setting.value(format, "format") else { return }
        let output = try Setting.value(output, "output") ?? "-"
        let isForSpreadsheets = try Setting.isOn(spreadsheet, "spreadsheet")
        let isWhole =
            switch format {
            case .entityTable:
                try writeTable(EntityTable.header, EntityTable.write, isForSpreadsheets, to: output)
            case .mentionTable:
                try writeTable(MentionTable.header, MentionTable.write, isForSpreadsheets, to: output)
            case .themeTable:
                try writeTable(ThemeTable.header, ThemeTable.write, isForSpreadsheets, to: output)
            case .jsonLines:
                try write(to: output) { $0.json(pretty: false) }
            case .conll:
                try write(to: output) { TokenLabels.lines(of: $0) }
            case .brat:
                try writeBrat(to: output)
            case .webAnnotation:
                try writeWebAnnotations(to: output)
            }
        if !isWhole { throw ExitCode(ExitStatus.failed.rawValue) }
    }

    private func writeTable(
        _ header: [CSVWriter.Field],
        _ record: (Report, inout CSVWriter) -> Void,
        _ isForSpreadsheets: Bool,
        to output: String
    ) throws -> Bool {
        var writer = CSVWriter(isForSpreadsheets: isForSpreadsheets)
        writer.record(header)
        return try write(to: output, beginning: writer.take()) { report in
            record(report, &writer)
            return writer.take()
        }
    }

    /// Writes what each report gives, one after another, to a file or to standard output.
    private func write(
        to output: String,
        beginning: [UInt8] = [],
        _ bytes: (Report) -> [UInt8]
    ) throws -> Bool {
        if output != "-" { try inputs.checkAreNot(output: output) }
        let file = output == "-" ? nil : try GrowingFile(output)
        func put(_ bytes: [UInt8]) throws {
            if let file { try file.append(bytes) } else { Terminal.write(bytes, to: .output) }
        }
        try put(beginning)
        let isWhole = try inputs.forEach { try put(bytes($0)) }
        try file?.finish()
        return isWhole
    }

    private func writeBrat(to output: String) throws -> Bool {
        guard output != "-" else {
            throw CommandFailure(.usage, "--format brat writes several files: name a folder with --output")
        }
        try FileProblem.makeFolder(output)
        try FileProblem.write(BratDocument.configuration, to: "\(output)/annotation.conf")
        return try inputs.forEach { report in
            let document = BratDocument(report)
            try FileProblem.write(document.text, to: "\(output)/\(report.id).txt")
            try FileProblem.write(document.annotations, to: "\(output)/\(report.id).ann")
        }
    }

    private func writeWebAnnotations(to output: String) throws -> Bool {
        // JSON Lines are one file; JSON-LD is a file for each.
        guard output != "-", !output.hasSuffix(".jsonl"), !output.hasSuffix(".ndjson") else {
            return try write(to: output) { WebAnnotations($0).json(pretty: false) }
        }
        try FileProblem.makeFolder(output)
        return try inputs.forEach { report in
            try FileProblem.write(WebAnnotations(report).json(pretty: true), to: "\(output)/\(report.id).jsonld")
        }
    }
}

enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
    case entityTable = "csv-entities"
    case mentionTable = "csv-mentions"
    case themeTable = "csv-themes"
    case jsonLines = "jsonl"
    case conll
    case brat
    case webAnnotation = "web-annotation"
}
