import ArgumentParser
import ClusterRuntime

/// How connections are secured. Unencrypted ones between machines have to be asked for.
struct PlainOption: ParsableArguments {
    @Flag(
        inversion: .prefixedNo,
        help: .setting("plain", "Allow unencrypted connections beyond this machine, on a network you trust")
    )
    var plain: Bool?
    @Option(
        help: .setting(
            "keys",
            "The folder of the cluster's keys, as `warraq keys` makes it: connections are encrypted, and both ends "
                + "prove who they are",
            placeholder: "dir"
        )
    )
    var keys: String?

    /// The keys for `role`; `nil` for connections that are not encrypted.
    func security(_ role: KeyFolder.Role) throws -> PeerSecurity? {
        guard let folder = try Setting.value(keys, "keys") else { return nil }
        do throws(KeyError) {
            return try PeerSecurity(folder: folder, role: role)
        } catch {
            throw CommandFailure(.usage, "--keys: \(error)")
        }
    }

    func allow(_ endpoint: Endpoint, flag: String) throws {
        guard !endpoint.isLocal, try !Setting.isOn(plain, "plain"), try Setting.value(keys, "keys") == nil else {
            return
        }
        throw ValidationError(
            "\(flag) \(endpoint) reaches beyond this machine, and the connection would not be encrypted: "
                + "give --keys (`warraq keys` makes them), or --plain (WARRAQ_PLAIN=1) if everyone on that network may read and write what goes over it"
        )
    }
}
