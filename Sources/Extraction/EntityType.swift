/// What kind of thing an entity is. The first four come from the sequence model, the others from rules.
package enum EntityType: UInt8, Sendable, Hashable, CaseIterable, Comparable {
    case person = 0
    case location = 1
    case organization = 2
    case miscellaneous = 3
    case date = 4
    case time = 5
    case money = 6
    case percent = 7
    case quantity = 8
    case url = 9
    case email = 10

    /// The type's name in reports and in IOB2 labels.
    package var label: String {
        switch self {
        case .person: "PER"
        case .location: "LOC"
        case .organization: "ORG"
        case .miscellaneous: "MISC"
        case .date: "DATE"
        case .time: "TIME"
        case .money: "MONEY"
        case .percent: "PERCENT"
        case .quantity: "QUANTITY"
        case .url: "URL"
        case .email: "EMAIL"
        }
    }

    package init?(label: String) {
        guard let type = Self.allCases.first(where: { $0.label == label }) else { return nil }
        self = type
    }

    package static func < (left: EntityType, right: EntityType) -> Bool { left.rawValue < right.rawValue }
}
