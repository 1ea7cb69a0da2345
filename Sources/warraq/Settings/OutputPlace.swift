import ArgumentParser

/// Where a command puts reports.
package enum OutputPlace: ExpressibleByArgument, Sendable, Equatable {
    case folder(String)
    /// One line of JSON each, in input order.
    case standardOutput

    package init?(argument: String) {
        guard !argument.isEmpty else { return nil }
        self = argument == "-" ? .standardOutput : .folder(argument)
    }
}
