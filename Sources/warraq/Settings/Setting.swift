package import ArgumentParser
import Glibc

/// A flag's value, else that of its environment variable: `--log-level` beats `WARRAQ_LOG_LEVEL`. An empty variable
/// counts as none.
package enum Setting {
    /// The variable of the flag `--name`.
    package static func variable(_ name: String) -> String {
        "WARRAQ_" + name.uppercased().map { $0 == "-" ? "_" : String($0) }.joined()
    }

    package static func value<Value: ExpressibleByArgument>(_ flag: Value?, _ name: String) throws -> Value? {
        if let flag { return flag }
        guard let text = environment(variable(name)) else { return nil }
        guard let value = Value(argument: text) else {
            let allowed =
                Value.allValueStrings.isEmpty ? "" : " (it can be: \(Value.allValueStrings.joined(separator: ", ")))"
            throw ValidationError("\(variable(name)) can't be '\(text)'\(allowed)")
        }
        return value
    }

    package static func isOn(_ flag: Bool?, _ name: String) throws -> Bool {
        if let flag { return flag }
        switch environment(variable(name))?.lowercased() {
        case nil, "0", "no", "false", "off": return false
        case "1", "yes", "true", "on": return true
        case let text?: throw ValidationError("\(variable(name)) can't be '\(text)' (it can be: 1, 0)")
        }
    }

    private static func environment(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }
}

extension ArgumentHelp {
    /// The help of a flag that has an environment variable.
    static func setting(
        _ name: String,
        _ text: String,
        default: String? = nil,
        placeholder: String? = nil
    ) -> ArgumentHelp {
        let ending = `default`.map { "; default: \($0)" } ?? ""
        return ArgumentHelp("\(text) [\(Setting.variable(name))\(ending)]", valueName: placeholder)
    }
}
