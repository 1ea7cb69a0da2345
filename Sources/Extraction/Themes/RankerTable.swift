/// The text in which a model keeps its ranker; tabs between fields, a line each:
///
/// - `documents` and how many there are in the background
/// - `tree`, before the nodes of each; `reader`, before those of each that says what readers think
/// - a node: as many blanks as it is deep, then a feature's name, `<=`, a number: the next line holds where it is so, and
///   the line after that line's own branches where not; or `=` and a leaf's value in 1024ths of log odds
/// - `double`, what is looked at in a phrase and one above it, and its weight in 1024ths of the log odds that the phrase
///   says the same; all of them, or none
/// - `add`, a value in 1024ths, and conditions `name=least..greatest`, a blank between them
package struct RankerTable: Sendable, Equatable {
    package var ranker: PhraseRanker
    package var backgroundDocuments: Int

    package init(ranker: PhraseRanker, backgroundDocuments: Int) {
        self.ranker = ranker
        self.backgroundDocuments = backgroundDocuments
    }

    private static let mostNodes = 32_000
    private static let newline = UInt8(ascii: "\n")
    private static let blank = UInt8(ascii: " ")
    private static let tab = UInt8(ascii: "\t")

    private static let features: [String: PhraseFeature] =
        Dictionary(uniqueKeysWithValues: PhraseFeature.allCases.map { ("\($0)", $0) })

    /// Reads the table.
    package init(_ text: String) throws(ModelError) {
        ranker = PhraseRanker()
        backgroundDocuments = 1
        /// Nodes whose branch above the limit has not come yet.
        var open: [Int] = []
        var hasRoot: Bool { !ranker.roots.isEmpty || !ranker.readerRoots.isEmpty }
        // Bytes, not characters, whose edges cost ten times as much to find: each start of a worker and a sink reads this.
        for bytes in text.utf8.split(separator: Self.newline) {
            let line = Substring(bytes)
            let fields = bytes.drop { $0 == Self.blank }.split(separator: Self.tab).map { Substring($0) }
            switch (fields.first, fields.count) {
            case ("documents", 2): backgroundDocuments = Int(max(1, Int32(fields[1]) ?? 1))
            case ("tree", 1):
                guard open.isEmpty else { throw Self.broken(line) }
                ranker.roots.append(Int32(ranker.nodes.count))
            case ("reader", 1):
                guard open.isEmpty else { throw Self.broken(line) }
                ranker.readerRoots.append(Int32(ranker.nodes.count))
            case ("double", 3):
                let features = PairFeature.allCases
                let place = ranker.doubles.weights.count
                guard place < features.count, fields[1] == "\(features[place])", let weight = Int32(fields[2]) else {
                    throw Self.broken(line)
                }
                ranker.doubles.weights.append(weight)
            case ("add", 3):
                guard let value = Int32(fields[1]) else { throw Self.broken(line) }
                ranker.adjustments.append(.init(conditions: try Self.conditions(fields[2]), value: value))
            case ("=", 2):
                guard let value = Int32(fields[1]), hasRoot else { throw Self.broken(line) }
                ranker.nodes.append(.init(leaf: value))
                if let node = open.popLast() { ranker.nodes[node].above = Int32(ranker.nodes.count) }
            case (let name?, 3):
                guard let feature = Self.features[String(name)], fields[1] == "<=", let limit = Int32(fields[2]),
                    hasRoot
                else { throw Self.broken(line) }
                open.append(ranker.nodes.count)
                ranker.nodes.append(.init(feature: feature, limit: limit, above: 0))
            default: throw Self.broken(line)
            }
        }
        // The forest numbers them in 16 bits.
        guard ranker.nodes.count <= Self.mostNodes else {
            throw ModelError(
                "the model's table themes.ranker has \(ranker.nodes.count) nodes; \(Self.mostNodes) is the most"
            )
        }
        guard [0, PairFeature.allCases.count].contains(ranker.doubles.weights.count) else {
            throw ModelError("the model's table themes.ranker has not all that is looked at in two phrases")
        }
        // A walk goes forward alone, so that with these it ends at a leaf of the table.
        guard open.isEmpty, ranker.nodes.allSatisfy({ Int($0.above) < ranker.nodes.count }),
            (ranker.roots + ranker.readerRoots).allSatisfy({ Int($0) < ranker.nodes.count }),
            ranker.nodes.last?.feature ?? -1 < 0
        else {
            throw ModelError("the model's table themes.ranker is cut off")
        }
    }

    /// The text that ``init(_:)`` reads.
    package var text: String {
        var lines = ["documents\t\(backgroundDocuments)"]
        for root in ranker.roots {
            lines.append("tree")
            append(Int(root), depth: 1, to: &lines)
        }
        for root in ranker.readerRoots {
            lines.append("reader")
            append(Int(root), depth: 1, to: &lines)
        }
        for (feature, weight) in zip(PairFeature.allCases, ranker.doubles.weights) {
            lines.append("double\t\(feature)\t\(weight)")
        }
        for adjustment in ranker.adjustments {
            let conditions = adjustment.conditions.map {
                "\($0.feature)=\($0.range.lowerBound)..\($0.range.upperBound)"
            }
            lines.append("add\t\(adjustment.value)\t\(conditions.joined(separator: " "))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func append(_ place: Int, depth: Int, to lines: inout [String]) {
        let node = ranker.nodes[place]
        let indent = String(repeating: " ", count: depth)
        guard node.feature >= 0 else {
            lines.append("\(indent)=\t\(node.limit)")
            return
        }
        lines.append("\(indent)\(PhraseFeature.allCases[Int(node.feature)])\t<=\t\(node.limit)")
        append(place + 1, depth: depth + 1, to: &lines)
        append(Int(node.above), depth: depth + 1, to: &lines)
    }

    /// `name=least..greatest`, blanks between.
    package static func conditions(_ text: Substring) throws(ModelError) -> [PhraseRanker.Condition] {
        var conditions: [PhraseRanker.Condition] = []
        for part in text.split(separator: " ") {
            let sides = part.split(separator: "=")
            let bounds = sides.last?.split(separator: ".", omittingEmptySubsequences: true) ?? []
            guard sides.count == 2, let feature = features[String(sides[0])], bounds.count == 2,
                let least = Int32(bounds[0]), let greatest = Int32(bounds[1]), least <= greatest
            else { throw broken(part) }
            conditions.append(.init(feature: feature, range: least...greatest))
        }
        return conditions
    }

    private static func broken(_ line: Substring) -> ModelError {
        ModelError("the model's table themes.ranker is broken: «\(line)»")
    }
}
