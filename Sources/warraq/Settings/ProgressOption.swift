import ArgumentParser

/// How progress is shown.
struct ProgressOption: ParsableArguments {
    @Option(
        help: .setting(
            "progress",
            "bar, lines or none",
            default: "bar on a terminal, else lines",
            placeholder: "style"
        )
    )
    var progress: ProgressBar.Style?

    func bar() throws -> ProgressBar { ProgressBar(style: try Setting.value(progress, "progress")) }

    func validate() throws { _ = try Setting.value(progress, "progress") }
}
