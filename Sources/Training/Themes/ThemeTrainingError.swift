/// Why theme tables can't be made or scored.
package struct ThemeTrainingError: Error, Equatable, CustomStringConvertible {
    package var description: String
    package init(_ description: String) { self.description = description }
}
