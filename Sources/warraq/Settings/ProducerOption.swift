import ArgumentParser
import ClusterRuntime

/// The one address to know.
struct ProducerOption: ParsableArguments {
    static let standard = "tcp://127.0.0.1:5550"

    @Option(help: .setting("producer", "The producer's address", default: standard, placeholder: "address"))
    var producer: EndpointArgument?
    @OptionGroup var plain: PlainOption

    func endpoint() throws -> Endpoint {
        let endpoint = try Setting.endpoint(producer, "producer", default: Self.standard)
        guard endpoint.isReachable else {
            throw ValidationError("--producer \(endpoint): one can listen there, but not connect to it")
        }
        try plain.allow(endpoint, flag: "--producer")
        return endpoint
    }

    func validate() throws { _ = try endpoint() }
}
