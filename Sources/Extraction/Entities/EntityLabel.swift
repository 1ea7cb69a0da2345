/// A token's label in the IOB2 scheme over PER, LOC, ORG and MISC, as a number: 0 is O, then B and I of each type.
package struct EntityLabel: Sendable, Hashable {
    package static let count = 9
    package static let outside = EntityLabel(0)

    package let rawValue: UInt8

    @inline(__always)
    package init(_ rawValue: UInt8) { self.rawValue = rawValue }

    package init(begin type: EntityType) { self.init(1 + 2 * type.rawValue) }
    package init(inside type: EntityType) { self.init(2 + 2 * type.rawValue) }

    package var isOutside: Bool { rawValue == 0 }
    package var isBegin: Bool { rawValue & 1 == 1 }
    package var isInside: Bool { rawValue != 0 && rawValue & 1 == 0 }
    /// `nil` for O.
    package var type: EntityType? { rawValue == 0 ? nil : EntityType(rawValue: (rawValue - 1) / 2) }

    /// Whether this label may follow `previous`: I only after B or I of its type.
    @inline(__always)
    package func mayFollow(_ previous: EntityLabel) -> Bool {
        !isInside || previous.rawValue == rawValue || previous.rawValue == rawValue - 1
    }

    /// «O», «B-PER» …
    package var name: String {
        guard let type else { return "O" }
        return (isBegin ? "B-" : "I-") + type.label
    }
}

extension EntityLabel {
    /// The mentions in a row of labels, as token ranges; an I without its B opens a mention, as conlleval has it.
    package static func mentions(in labels: [EntityLabel]) -> [(tokens: Range<Int>, type: EntityType)] {
        var mentions: [(tokens: Range<Int>, type: EntityType)] = []
        var open: (start: Int, type: EntityType)?
        for (index, label) in labels.enumerated() {
            if let current = open, !label.isInside || label.type != current.type {
                mentions.append((current.start..<index, current.type))
                open = nil
            }
            if let type = label.type, open == nil { open = (index, type) }
        }
        if let open { mentions.append((open.start..<labels.count, open.type)) }
        return mentions
    }
}
