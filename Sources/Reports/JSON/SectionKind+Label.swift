internal import Articles

extension Section.Kind {
    /// The kind's name in reports.
    var label: String {
        switch self {
        case .lead: "lead"
        case .body: "body"
        case .boilerplate: "boilerplate"
        }
    }

    init?(label: String) {
        guard let kind = Self.allCases.first(where: { $0.label == label }) else { return nil }
        self = kind
    }
}
