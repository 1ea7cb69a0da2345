import ArgumentParser
package import ClusterRuntime

/// A place on the command line. `inproc` is for the inside of a process and can't be named from outside.
package struct EndpointArgument: ExpressibleByArgument, Sendable, Equatable {
    package var endpoint: Endpoint

    package init(_ endpoint: Endpoint) { self.endpoint = endpoint }

    package init?(argument: String) {
        guard let endpoint = try? Endpoint(argument) else { return nil }
        if case .inproc = endpoint.place { return nil }
        self.endpoint = endpoint
    }

    package var defaultValueDescription: String { endpoint.description }
}

extension Setting {
    /// A place, by flag, variable or default.
    static func endpoint(_ flag: EndpointArgument?, _ name: String, default standard: String) throws -> Endpoint {
        if let chosen = try value(flag, name) { return chosen.endpoint }
        return try Endpoint(standard)
    }
}
