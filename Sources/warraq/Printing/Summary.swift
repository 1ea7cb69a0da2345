import Reports

/// A report in short, on standard output.
enum Summary {
    static func text(of report: Report) -> String {
        let stream = Terminal.Stream.output
        return ReportSummary(width: stream.width, isStyled: stream.isInteractive).text(of: report)
    }
}
