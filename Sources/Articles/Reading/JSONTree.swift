/// A JSON value with all that is in it.
enum JSONTree {
    case string(String)
    case array([JSONTree])
    case object([(key: String, value: JSONTree)])
    /// A number, `true`, `false` or `null`.
    case other

    subscript(_ key: String) -> JSONTree? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    var string: String? {
        guard case .string(let string) = self else { return nil }
        return string
    }
}
