package import ZeroMQ

/// Why a role of the cluster ended, or could not start.
package enum RoleError: Error, Equatable, CustomStringConvertible {
    /// The producer will not have this process: another version or model.
    case refused(reason: String)
    /// Another sink has taken this one's place.
    case displaced(reason: String)
    case endpoint(EndpointError)
    case keys(KeyError)
    case socket(ZeroMQError)
    case journal(JournalError)
    case start(reason: String)

    package var description: String {
        switch self {
        case .refused(let reason): "the producer refused this process: \(reason)"
        case .displaced(let reason):
            "this sink was replaced while it stood still or could not be reached, and has ended: \(reason). Nothing is "
                + "lost: what it had not written is computed again. Start it anew if it is to stand by"
        case .endpoint(let error): error.description
        case .keys(let error): error.description
        case .socket(let error): error.description
        case .journal(let error): error.description
        case .start(let reason): reason
        }
    }
}
