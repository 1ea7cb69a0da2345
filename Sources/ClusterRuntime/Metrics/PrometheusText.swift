/// Prometheus's text format, version 0.0.4.
enum PrometheusText {
    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    struct Label: Sendable, Equatable {
        var name: String
        var value: String
    }

    struct Sample: Sendable, Equatable {
        enum Value: Sendable, Equatable {
            case number(Double)
            case histogram(AtomicHistogram.Snapshot)
        }

        var labels: [Label]
        var value: Value
    }

    struct Family: Sendable, Equatable {
        var definition: MetricDefinition
        var samples: [Sample]
    }

    /// Families in the order of their names.
    static func encode(_ families: [Family]) -> String {
        var text = ""
        for family in families.sorted(by: { $0.definition.name < $1.definition.name }) where !family.samples.isEmpty {
            let name = family.definition.name
            text += "# HELP \(name) \(escape(family.definition.help, quotes: false))\n"
            text += "# TYPE \(name) \(family.definition.kind.rawValue)\n"
            for sample in family.samples {
                switch sample.value {
                case .number(let value): line(name, sample.labels, value, &text)
                case .histogram(let histogram): lines(name, sample.labels, histogram, &text)
                }
            }
        }
        return text
    }

    private static func lines(
        _ name: String,
        _ labels: [Label],
        _ histogram: AtomicHistogram.Snapshot,
        _ text: inout String
    ) {
        var count: UInt64 = 0
        for (bound, inBucket) in zip(histogram.bounds + [.infinity], histogram.counts) {
            count += inBucket
            line(name + "_bucket", labels + [Label(name: "le", value: number(bound))], Double(count), &text)
        }
        line(name + "_sum", labels, histogram.sum, &text)
        line(name + "_count", labels, Double(count), &text)
    }

    private static func line(_ name: String, _ labels: [Label], _ value: Double, _ text: inout String) {
        text += "\(name)\(self.text(labels)) \(number(value))\n"
    }

    /// `{a="b",c="d"}`, or nothing.
    static func text(_ labels: [Label]) -> String {
        guard !labels.isEmpty else { return "" }
        return "{" + labels.map { "\($0.name)=\"\(escape($0.value, quotes: true))\"" }.joined(separator: ",") + "}"
    }

    static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value > 0 ? "+Inf" : "-Inf" }
        if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
        return "\(value)"
    }

    private static func escape(_ text: String, quotes: Bool) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\"" where quotes: escaped += "\\\""
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// `name` with what no metric's name can have replaced by `_`.
    static func name(_ name: String) -> String { valid(name, allowing: ":") }
    static func labelName(_ name: String) -> String { valid(name, allowing: "_") }

    private static func valid(_ name: String, allowing mark: Unicode.Scalar) -> String {
        var valid = ""
        for scalar in name.unicodeScalars {
            let isDigit = ("0"..."9").contains(scalar)
            if isDigit && valid.isEmpty { valid += "_" }
            let isValid =
                isDigit || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
                || scalar == mark
            valid.unicodeScalars.append(isValid ? scalar : "_")
        }
        return valid.isEmpty ? "_" : valid
    }
}
