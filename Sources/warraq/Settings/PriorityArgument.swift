import ArgumentParser
import Cluster

/// A priority on the command line.
enum PriorityArgument: String, CaseIterable, ExpressibleByArgument {
    case low, normal, high

    var priority: Priority {
        switch self {
        case .low: .low
        case .normal: .normal
        case .high: .high
        }
    }
}
