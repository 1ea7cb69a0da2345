import CZeroMQBenchmark
import ZeroMQ

/// Which sockets talk.
enum Pattern: String, CaseIterable, Sendable {
    case pushToPull = "PUSH→PULL"
    case dealerToRouter = "DEALER→ROUTER"
    case routerToDealer = "ROUTER→DEALER"

    var sender: Socket.Kind {
        switch self {
        case .pushToPull: .push
        case .dealerToRouter: .dealer
        case .routerToDealer: .router
        }
    }

    var receiver: Socket.Kind {
        switch self {
        case .pushToPull: .pull
        case .dealerToRouter: .router
        case .routerToDealer: .dealer
        }
    }

    var inC: c_benchmark_pattern {
        switch self {
        case .pushToPull: c_benchmark_push_pull
        case .dealerToRouter: c_benchmark_dealer_router
        case .routerToDealer: c_benchmark_router_dealer
        }
    }
}
