import ArgumentParser

/// Whether a command prints for programs.
struct JSONOption: ParsableArguments {
    @Flag(inversion: .prefixedNo, help: .setting("json", "Print JSON, one line for each thing"))
    var json: Bool?

    func isOn() throws -> Bool { try Setting.isOn(json, "json") }

    func validate() throws { _ = try isOn() }
}
