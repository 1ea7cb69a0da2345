import Articles

/// Where fetched reports go.
struct ReportOutput {
    let place: OutputPlace

    /// Makes the folder, if it is one and is missing.
    init(_ place: OutputPlace) throws {
        self.place = place
        guard case .folder(let path) = place else { return }
        try FileProblem.makeFolder(path)
    }

    func write(_ report: [UInt8], of id: ArticleID) throws {
        switch place {
        case .standardOutput:
            Terminal.write(CompactJSON.line(report), to: .output)
        case .folder(let path):
            try FileProblem.write(report, to: path.hasSuffix("/") ? "\(path)\(id).json" : "\(path)/\(id).json")
        }
    }
}
