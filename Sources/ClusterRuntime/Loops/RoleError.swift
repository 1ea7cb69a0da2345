package import ZeroMQ

/// Why a role of the cluster ended, or could not start.
package enum RoleError: Error, Equatable, CustomStringConvertible {
    /// The producer will not have this process: another version or model.
    case refused(reason: String)
    case endpoint(EndpointError)
    case keys(KeyError)
    case socket(ZeroMQError)
    case journal(JournalError)
    case start(reason: String)

    package var description: String {
        switch self {
        case .refused(let reason): "the producer refused this process: \(reason)"
        case .endpoint(let error): error.description
        case .keys(let error): error.description
        case .socket(let error): error.description
        case .journal(let error): error.description
        case .start(let reason): reason
        }
    }
}
