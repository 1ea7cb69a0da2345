package import Extraction

/// Counts right mentions as conlleval does: a mention is right if its tokens and its type are exactly those of the
/// reference.
package struct EntityEvaluation: Sendable, Equatable {
    package struct Counts: Sendable, Equatable {
        package var right = 0
        package var found = 0
        package var expected = 0

        package init() {}

        /// In per cent; 0 where there is nothing.
        package var precision: Double { found == 0 ? 0 : 100 * Double(right) / Double(found) }
        package var recall: Double { expected == 0 ? 0 : 100 * Double(right) / Double(expected) }
        package var f1: Double {
            found + expected == 0 ? 0 : 200 * Double(right) / Double(found + expected)
        }

        static func + (left: Counts, right: Counts) -> Counts {
            var sum = left
            sum.right += right.right
            sum.found += right.found
            sum.expected += right.expected
            return sum
        }
    }

    package private(set) var counts: [EntityType: Counts] = [:]

    package init() {}

    /// Adds a sentence; both rows of labels have its length.
    package mutating func add(expected: [EntityLabel], found: [EntityLabel]) {
        let reference = EntityLabel.mentions(in: expected)
        let answer = EntityLabel.mentions(in: found)
        for mention in reference { counts[mention.type, default: .init()].expected += 1 }
        for mention in answer {
            counts[mention.type, default: .init()].found += 1
            if reference.contains(where: { $0 == mention }) { counts[mention.type, default: .init()].right += 1 }
        }
    }

    /// Adds the mentions of a document by their places.
    package mutating func add(expected: [AnnotatedMention], found: [AnnotatedMention]) {
        let reference = Set(expected)
        for mention in expected { counts[mention.type, default: .init()].expected += 1 }
        for mention in found {
            counts[mention.type, default: .init()].found += 1
            if reference.contains(mention) { counts[mention.type, default: .init()].right += 1 }
        }
    }

    /// Adds what another evaluation counted.
    package mutating func add(_ other: EntityEvaluation) {
        for (type, counts) in other.counts { self.counts[type] = self.counts(of: [type]) + counts }
    }

    package func counts(of types: [EntityType]) -> Counts {
        types.reduce(Counts()) { $0 + (counts[$1] ?? .init()) }
    }

    package static let types: [EntityType] = [.person, .location, .organization, .miscellaneous]

    /// All four types together.
    package var overall: Counts { counts(of: Self.types) }

    /// The F1 of each type, of the three that all corpora share, and of all, in one line.
    package var line: String {
        func tenths(_ number: Double) -> String {
            let tenths = Int((number * 10).rounded())
            return "\(tenths / 10).\(tenths % 10)"
        }
        let types = Self.types.map { "\($0.label) \(tenths(counts(of: [$0]).f1))" }
        return (types + ["PER+LOC+ORG \(tenths(counts(of: [.person, .location, .organization]).f1))"])
            .joined(separator: ", ") + ", all \(tenths(overall.f1))"
    }

    /// A table with a line for each type, one for the three that all corpora share, and one for all.
    package var table: String {
        func cell(_ number: Double) -> String {
            let tenths = Int((number * 10).rounded())
            let text = "\(tenths / 10).\(tenths % 10)"
            return String(repeating: " ", count: max(0, 7 - text.count)) + text
        }
        func line(_ name: String, _ counts: Counts) -> String {
            let expected = String(counts.expected)
            return name + String(repeating: " ", count: max(0, 12 - name.count)) + cell(counts.precision)
                + cell(counts.recall) + cell(counts.f1)
                + String(repeating: " ", count: max(0, 8 - expected.count)) + expected
        }
        var lines = ["type           prec.    rec.      F1 expected"]
        for type in Self.types { lines.append(line(type.label, counts[type] ?? .init())) }
        lines.append(line("PER+LOC+ORG", counts(of: [.person, .location, .organization])))
        lines.append(line("all", overall))
        return lines.joined(separator: "\n")
    }
}
