extension Report {
    /// The report's JSON: keys in the order of the design, UTF-8, one line for each mention, a newline at the end.
    package func json(pretty: Bool) -> [UInt8] { [] }
}
