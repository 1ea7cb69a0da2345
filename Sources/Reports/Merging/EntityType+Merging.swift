internal import Extraction

// Compared here: between modules `==` of an enumeration goes through its conformance.
extension EntityType {
    var isPerson: Bool { if case .person = self { true } else { false } }
    var isLocation: Bool { if case .location = self { true } else { false } }
    var isOrganization: Bool { if case .organization = self { true } else { false } }
}
