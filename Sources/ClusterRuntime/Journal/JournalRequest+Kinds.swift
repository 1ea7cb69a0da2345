internal import Cluster

extension JournalRequest {
    var isStore: Bool { if case .store = self { true } else { false } }

    /// Whether somebody is told that it is done for good.
    var isPromise: Bool {
        switch self {
        case .store, .retry, .cancel: true
        case .load, .settle, .states, .jobs, .job, .counts: false
        }
    }
}
