package import CoreMetrics
internal import Synchronization

/// Metrics by name and labels, and their values: what is behind swift-metrics here, and what a scrape reads.
///
/// The labels of swift-metrics are Prometheus's names as they are. What ``MetricCatalogue`` knows of a name (help, kind,
/// buckets) holds; others can be made too. Making the same metric twice gives the same one. Bounded: a name has at most
/// ``seriesOfName`` sets of labels, and what comes beyond is counted nowhere.
package final class PrometheusRegistry: MetricsFactory, Sendable {
    package static let seriesOfName = 64
    private static let names = 512

    private enum Value: Sendable {
        case counter(AtomicCounter)
        case gauge(AtomicGauge)
        case histogram(AtomicHistogram)
    }

    private struct Family: Sendable {
        var definition: MetricDefinition
        /// By their labels as text.
        var series: [String: (labels: [PrometheusText.Label], value: Value)] = [:]
    }

    private let families = Mutex<[String: Family]>([:])

    package init() {}

    // MARK: swift-metrics

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        counter(label, dimensions)
    }

    package func makeFloatingPointCounter(
        label: String,
        dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        counter(label, dimensions)
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        gauge(label, dimensions)
    }

    package func makeRecorder(
        label: String,
        dimensions: [(String, String)],
        aggregate: Bool
    ) -> any RecorderHandler {
        aggregate ? histogram(label, dimensions) : gauge(label, dimensions)
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        histogram(label, dimensions)
    }

    // Metrics live as long as their process.
    package func destroyCounter(_ handler: any CounterHandler) {}
    package func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    package func destroyMeter(_ handler: any MeterHandler) {}
    package func destroyRecorder(_ handler: any RecorderHandler) {}
    package func destroyTimer(_ handler: any TimerHandler) {}

    // MARK: Values

    func counter(_ name: String, _ labels: [(String, String)] = []) -> AtomicCounter {
        let made = value(name, labels, .counter) { _ in .counter(AtomicCounter()) }
        if case .counter(let counter)? = made { return counter }
        return AtomicCounter()
    }

    func gauge(_ name: String, _ labels: [(String, String)] = []) -> AtomicGauge {
        let made = value(name, labels, .gauge) { _ in .gauge(AtomicGauge()) }
        if case .gauge(let gauge)? = made { return gauge }
        return AtomicGauge()
    }

    func histogram(_ name: String, _ labels: [(String, String)] = []) -> AtomicHistogram {
        let made = value(name, labels, .histogram) {
            .histogram(AtomicHistogram(bounds: $0.buckets.isEmpty ? Buckets.latency : $0.buckets))
        }
        if case .histogram(let histogram)? = made { return histogram }
        return AtomicHistogram(bounds: [])
    }

    /// `nil` for a name that is of another kind, and where there is no more room.
    private func value(
        _ label: String,
        _ dimensions: [(String, String)],
        _ kind: MetricDefinition.Kind,
        _ make: (MetricDefinition) -> Value
    ) -> Value? {
        let name = PrometheusText.name(label)
        let labels = dimensions.map { PrometheusText.Label(name: PrometheusText.labelName($0.0), value: $0.1) }
            .sorted { $0.name < $1.name }
        let key = PrometheusText.text(labels)
        return families.withLock { families in
            if families[name] == nil {
                guard families.count < Self.names else { return nil }
                families[name] = Family(definition: MetricCatalogue.byName[name] ?? .init(kind, name, label))
            }
            guard let family = families[name], family.definition.kind == kind else { return nil }
            if let known = family.series[key] { return known.value }
            guard family.series.count < Self.seriesOfName else { return nil }
            let value = make(family.definition)
            families[name]?.series[key] = (labels, value)
            return value
        }
    }

    // MARK: Scraping

    /// All of it in Prometheus's text format.
    package var text: String { PrometheusText.encode(snapshot()) }

    /// What there is now, by name.
    func snapshot() -> [PrometheusText.Family] {
        families.withLock { Array($0.values) }.map { family in
            PrometheusText.Family(
                definition: family.definition,
                samples: family.series.sorted { $0.key < $1.key }.map { _, series in
                    switch series.value {
                    case .counter(let counter): .init(labels: series.labels, value: .number(counter.value))
                    case .gauge(let gauge): .init(labels: series.labels, value: .number(gauge.value))
                    case .histogram(let histogram):
                        .init(labels: series.labels, value: .histogram(histogram.snapshot))
                    }
                }
            )
        }
    }
}
