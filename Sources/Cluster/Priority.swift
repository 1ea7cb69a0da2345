/// What is worked on first: all that waits with a higher priority goes before anything with a lower one. Within one
/// priority, submitters take turns.
package enum Priority: UInt8, Sendable, Hashable, CaseIterable {
    case low = 0
    case normal = 1
    case high = 2
}
