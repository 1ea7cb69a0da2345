import ArgumentParser
import Reports

/// `warraq view`.
struct ViewCommand: ParsableCommand {
    private static let standardFolder = "pages"

    static let configuration = CommandConfiguration(
        commandName: "view",
        abstract: "Makes a page of a report that a person reads: the article, its entities marked in it.",
        discussion: """
            A page is one HTML file without anything outside of it: open it in a browser, print it, send it. Beside \
            the article are its entities, topics and keyphrases; a click on one goes through its mentions. Several \
            reports give a page each, and an index.html. Prints the path of what to open.

            Examples:
              warraq view reports/b0d7cfae85e279c8247781da7fc9ae02.json -o article.html
              warraq view reports/ -o pages/
              warraq run --output - article.txt | warraq view -o article.html -
            """
    )

    @OptionGroup var inputs: ReportArguments
    @Option(
        name: [.short, .long],
        help: .setting(
            "output",
            "Where pages go: FILE.html for one report, a folder, or - for standard output",
            default: standardFolder,
            placeholder: "file|dir|-"
        )
    )
    var output: PageOutput?
    @Option(
        help: .setting(
            "language",
            "The language of the pages' own words, until the reader changes it: ar or en",
            default: "the browser's",
            placeholder: "language"
        )
    )
    var language: PageLanguage?

    func validate() throws { _ = try (Setting.value(output, "output"), Setting.value(language, "language")) }

    func run() throws {
        let place = try Setting.value(output, "output") ?? .folder(Self.standardFolder)
        let language = try Setting.value(language, "language")
        switch place {
        case .standardOutput: break
        case .file(let file): try inputs.checkAreNot(output: file)
        case .folder(let folder): try FileProblem.makeFolder(folder)
        }
        var entries: [ReportIndexPage.Entry] = []
        // A page that is to be alone is written when it is known to be.
        var alone: [UInt8] = []
        let isWhole = try inputs.forEach { report in
            let page = ReportPage(report, language: language)
            let name = "\(report.id).html"
            if !entries.isEmpty { try place.checkHoldsSeveral() }
            entries.append(ReportIndexPage.Entry(report, address: name))
            switch place {
            case .standardOutput, .file: alone = page.html
            case .folder(let folder): try FileProblem.write(page.html, to: "\(folder)/\(name)")
            }
        }
        switch place {
        case .standardOutput: Terminal.write(alone, to: .output)
        case .file(let file):
            guard !entries.isEmpty else { break }
            try FileProblem.write(alone, to: file)
            Terminal.write(file + "\n", to: .output)
        case .folder(let folder):
            let index = ReportIndexPage(entries, language: language)
            if entries.count > 1 { try FileProblem.write(index.html, to: "\(folder)/index.html") }
            guard let first = entries.first else { break }
            Terminal.write("\(folder)/\(entries.count > 1 ? "index.html" : first.address)\n", to: .output)
        }
        if !isWhole { throw ExitCode(ExitStatus.failed.rawValue) }
    }
}

extension PageLanguage: ExpressibleByArgument {}

/// Where pages go.
enum PageOutput: ExpressibleByArgument, Equatable {
    case standardOutput
    case file(String)
    case folder(String)

    init?(argument: String) {
        switch argument {
        case "": return nil
        case "-": self = .standardOutput
        case _ where argument.hasSuffix(".html") || argument.hasSuffix(".htm"): self = .file(argument)
        default: self = .folder(argument.count > 1 && argument.hasSuffix("/") ? String(argument.dropLast()) : argument)
        }
    }

    fileprivate func checkHoldsSeveral() throws {
        let name: String
        switch self {
        case .folder: return
        case .file(let file): name = file
        case .standardOutput: name = "-"
        }
        throw CommandFailure(
            .usage,
            "--output \(name): this holds one page, and there are several reports; name a folder"
        )
    }
}
