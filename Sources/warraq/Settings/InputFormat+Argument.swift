import ArgumentParser
import Articles

extension InputFormat: ExpressibleByArgument {}

extension InputEncoding: ExpressibleByArgument {
    /// By any of the names that it goes by («cp1256», «UTF8»).
    init?(argument: String) { self.init(name: argument) }

    static var allValueStrings: [String] { allCases.map(\.rawValue) }
}
