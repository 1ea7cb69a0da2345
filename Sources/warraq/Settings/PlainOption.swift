import ArgumentParser
import ClusterRuntime

/// Unencrypted connections between machines have to be asked for.
struct PlainOption: ParsableArguments {
    @Flag(
        inversion: .prefixedNo,
        help: .setting("plain", "Allow unencrypted connections beyond this machine, on a network you trust")
    )
    var plain: Bool?

    func allow(_ endpoint: Endpoint, flag: String) throws {
        guard !endpoint.isLocal, try !Setting.isOn(plain, "plain") else { return }
        throw ValidationError(
            "\(flag) \(endpoint) reaches beyond this machine, and the connection would not be encrypted: "
                + "give --plain (or WARRAQ_PLAIN=1) if everyone on that network may read and write what goes over it"
        )
    }
}
