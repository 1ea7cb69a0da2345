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
        country = entry.link("iso3166")
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
        mutating get {
            guard id >= 0 else { return nil }
            let slot = id % Self.slotCount
            if let known = slots[slot], known.id == id { return known }
            guard let thing = lexicon.entry(id).map(KnownThing.init) else { return nil }
            slots[slot] = thing
            return thing
        }
    }
}
