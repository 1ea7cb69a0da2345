/// Why a cluster's keys can't be used, made or changed.
package struct KeyError: Error, Equatable, CustomStringConvertible {
    package var description: String
    package init(_ description: String) { self.description = description }
}
