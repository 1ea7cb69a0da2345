internal import Extraction

/// What the lexicon knows of a thing, as reports have it.
struct KnownThing: Sendable {
    let id: Int
    let name: String
    let links: Report.Links
    /// The code of the country that it is.
    let country: String?

    init(_ entry: GazetteerEntry) {
        id = entry.id
        name = entry.name
        links = Report.Links(entry.links)
        country = entry.countryCode
    }
}

/// The things that articles name, kept for the next article: news names the same ones again and again, and their texts
/// are read but once.
struct KnownThings {
    let lexicon: any NameLexicon
    /// Of things whose numbers end alike the last one.
    private var slots = [KnownThing?](repeating: nil, count: slotCount)

    private static let slotCount = 512

    init(lexicon: any NameLexicon) { self.lexicon = lexicon }

    /// The thing with this number in the lexicon.
    subscript(id: Int) -> KnownThing? {
        mutating get { slot(of: id).flatMap { slots[$0] } }
    }

    /// The code of the country that the thing with this number is.
    mutating func country(of id: Int) -> String? { slot(of: id).flatMap { slots[$0]?.country } }

    /// The slot that holds a thing.
    private mutating func slot(of id: Int) -> Int? {
        guard id >= 0 else { return nil }
        let slot = id % Self.slotCount
        if slots[slot]?.id != id {
            guard let entry = lexicon.entry(id) else { return nil }
            slots[slot] = KnownThing(entry)
        }
        return slot
    }
}
