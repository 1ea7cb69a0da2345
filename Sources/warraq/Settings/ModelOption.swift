import ArgumentParser
import Extraction

/// Which model: the built-in one, or a file.
struct ModelOption: ParsableArguments {
    @Option(help: .setting("model", "A model file instead of the built-in model", placeholder: "file"))
    var model: String?

    func load() throws -> Model {
        guard let path = try Setting.value(model, "model") else { return try Model.embedded() }
        do {
            return try Model(file: ModelFile(bytes: try MappedFile.map(path)))
        } catch let error as ModelError {
            throw CommandFailure(.usage, "--model \(path): \(error)")
        }
    }
}
