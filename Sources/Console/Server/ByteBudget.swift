internal import Synchronization

/// Bytes that all who take from it may hold together.
package final class ByteBudget: Sendable {
    private let free: Atomic<Int>

    package init(_ count: Int) { free = Atomic(count) }

    /// - Returns: false, and nothing is taken, if so many are not free.
    func take(_ count: Int) -> Bool {
        guard free.subtract(count, ordering: .acquiringAndReleasing).newValue >= 0 else {
            giveBack(count)
            return false
        }
        return true
    }

    func giveBack(_ count: Int) { free.add(count, ordering: .acquiringAndReleasing) }
}
