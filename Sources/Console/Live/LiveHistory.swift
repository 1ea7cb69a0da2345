/// The last hour in steps of ten seconds.
package struct LiveHistory: Sendable, Equatable {
    /// Seconds.
    package static let step: Int64 = 10
    package static let length = 360

    /// One step; means of rates, the last of all others.
    package struct Point: Sendable, Equatable {
        /// Start of the step, seconds since 1970.
        package var time: Int64
        package var articleRate: Double
        package var sectionRate: Double
        package var waiting: Int
        package var inFlight: Int
        package var retried: UInt64
        package var workers: Int
        package var latency: LiveStatus.Latency?
        fileprivate var samples = 1
    }

    /// Oldest first. Steps in which nothing was heard are missing.
    package private(set) var points: [Point] = []

    package init() {}

    /// - Parameter time: seconds since 1970. What is older than the last is passed over: the clock was set back.
    package mutating func add(_ status: LiveStatus, at time: Int64) {
        let start = time / Self.step * Self.step
        var point = Point(
            time: start,
            articleRate: status.articleRate,
            sectionRate: status.sectionRate,
            waiting: status.waiting,
            inFlight: status.inFlight,
            retried: status.retried,
            workers: status.workers.count,
            latency: status.articleLatency
        )
        if let last = points.last {
            guard start >= last.time else { return }
            if start == last.time {
                let weight = Double(last.samples)
                point.articleRate = (last.articleRate * weight + point.articleRate) / (weight + 1)
                point.sectionRate = (last.sectionRate * weight + point.sectionRate) / (weight + 1)
                point.latency = point.latency ?? last.latency
                point.samples = last.samples + 1
                points.removeLast()
            }
        }
        points.append(point)
        let horizon = start - Self.step * Int64(Self.length)
        points.removeFirst(points.prefix { $0.time <= horizon }.count)
    }

    /// A column for each number, as plots want it.
    struct Document: Encodable {
        var step: Int64
        var length: Int
        var time: [Int64]
        var articleRate: [Double]
        var sectionRate: [Double]
        var waiting: [Int]
        var inFlight: [Int]
        var retried: [UInt64]
        var workers: [Int]
        var p50: [Double?]
        var p95: [Double?]
        var p99: [Double?]
    }

    var document: Document {
        Document(
            step: Self.step,
            length: Self.length,
            time: points.map(\.time),
            articleRate: points.map(\.articleRate.roundedToHundredths),
            sectionRate: points.map(\.sectionRate.roundedToHundredths),
            waiting: points.map(\.waiting),
            inFlight: points.map(\.inFlight),
            retried: points.map(\.retried),
            workers: points.map(\.workers),
            p50: points.map { $0.latency?.p50 },
            p95: points.map { $0.latency?.p95 },
            p99: points.map { $0.latency?.p99 }
        )
    }
}
