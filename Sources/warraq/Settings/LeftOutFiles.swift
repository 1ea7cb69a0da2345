/// What is said of files in folders that are of no kind that is read.
enum LeftOutFiles {
    /// So many kinds are named.
    private static let named = 5

    /// One line; `nil` where there are none.
    ///
    /// - Parameter counts: by extension, as `ArticleReader.leftOut` has them.
    static func note(_ counts: [String: Int]) -> String? {
        let all = counts.values.reduce(0, +)
        guard all > 0 else { return nil }
        let kinds = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        var names = kinds.prefix(named).map { "\($0.value) \($0.key.isEmpty ? "without an extension" : $0.key)" }
        if kinds.count > named { names.append("…") }
        let files = all == 1 ? "1 file of a kind that is not read was" : "\(all) files of kinds that are not read were"
        return "\(files) left out: \(names.joined(separator: ", "))"
    }
}
