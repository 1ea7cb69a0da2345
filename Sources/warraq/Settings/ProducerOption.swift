import ArgumentParser

/// The one address to know.
struct ProducerOption: ParsableArguments {
    private static let standard = "tcp://127.0.0.1:5550"

    @Option(help: .setting("producer", "The producer's address", default: standard, placeholder: "address"))
    var producer: Endpoint?
    @OptionGroup var plain: PlainOption

    func endpoint() throws -> Endpoint {
        let endpoint = try Setting.value(producer, "producer") ?? Endpoint(argument: Self.standard)
        guard let endpoint else { throw ValidationError("--producer: \(Self.standard) is no address") }
        guard !endpoint.isWildcard else {
            throw ValidationError("--producer \(endpoint): one can listen there, but not connect to it")
        }
        try plain.allow(endpoint, flag: "--producer")
        return endpoint
    }

    func validate() throws { _ = try endpoint() }
}
