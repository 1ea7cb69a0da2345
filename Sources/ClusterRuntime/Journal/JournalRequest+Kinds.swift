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

    var ticket: UInt64 {
        switch self {
        case .store(let ticket, _, _), .load(let ticket, _, _), .settle(let ticket, _, _), .states(let ticket, _),
            .jobs(let ticket, _, _, _), .job(let ticket, _), .retry(let ticket, _), .cancel(let ticket, _),
            .counts(let ticket):
            ticket
        }
    }
}
