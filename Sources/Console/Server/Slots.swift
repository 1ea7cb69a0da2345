internal import Synchronization

/// A number of places, of which each is taken by one at a time.
final class Slots: Sendable {
    private let free: Atomic<Int>

    init(_ count: Int) { free = Atomic(count) }

    /// - Returns: false if none is free.
    func take() -> Bool {
        guard free.subtract(1, ordering: .acquiringAndReleasing).newValue >= 0 else {
            giveBack()
            return false
        }
        return true
    }

    func giveBack() { free.add(1, ordering: .acquiringAndReleasing) }
}
