import Reports

extension String {
    /// With blanks behind it, so that it takes `width` columns.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - TerminalText.columns(self)))
    }
}
