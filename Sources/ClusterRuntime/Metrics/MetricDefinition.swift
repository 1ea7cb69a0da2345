/// What a metric is called, and what it says: the name that Prometheus sees, in its conventions (seconds and bytes,
/// `_total` for what only grows).
package struct MetricDefinition: Sendable, Equatable {
    package enum Kind: String, Sendable, Equatable { case counter, gauge, histogram }

    package var name: String
    package var kind: Kind
    /// One line.
    package var help: String
    /// Of a histogram: the upper bounds of its buckets, ascending, without the infinite one.
    package var buckets: [Double]

    package init(_ kind: Kind, _ name: String, _ help: String, buckets: [Double] = []) {
        self.name = name
        self.kind = kind
        self.help = help
        self.buckets = buckets
    }
}

/// Bounds of buckets in seconds.
enum Buckets {
    /// From what a report takes in an idle cluster to what a backlog makes of it.
    static let latency = [
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800,
    ]
    /// From a line of text to a book.
    static let analysis = [0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5]
    /// What disks take to sync.
    static let disk = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
}
