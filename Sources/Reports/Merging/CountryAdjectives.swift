internal import Articles
internal import Extraction

/// An adjective of a country at its place in the article.
struct PlacedNisba: Sendable {
    var section: Int
    /// Code points of the article's text.
    var range: Range<Int>
    var text: String
    var country: String
    var place: PlacedMention.Place
}

/// The adjectives of an article by their country.
struct CountryAdjectives {
    /// By country, in the order of first mentions.
    private var byCountry: [(country: String, mentions: [PlacedNisba])] = []
    private var places: [String: Int] = [:]

    /// `nisbas` are in the order of the text.
    init(_ nisbas: [PlacedNisba]) {
        for nisba in nisbas {
            if let place = places[nisba.country] {
                byCountry[place].mentions.append(nisba)
            } else {
                places[nisba.country] = byCountry.count
                byCountry.append((nisba.country, [nisba]))
            }
        }
    }

    /// What adjectives add to the frequency of the country with this code: half of what its name would, by place.
    func frequency(ofCountry code: String?) -> Int {
        guard let code, let place = places[code] else { return 0 }
        return byCountry[place].mentions.reduce(0) { sum, mention in
            switch mention.place {
            case .heading, .lead: sum + 2
            case .body: sum + 1
            }
        }
    }

    /// The report's list. `entities` are the report's, in order.
    func nisbas(entities: [Report.Entity], lexicon: any NameLexicon) -> [Report.Nisba] {
        guard !byCountry.isEmpty else { return [] }
        var countries: [String: Int] = [:]
        for entity in entities where entity.type == .location {
            guard let code = entity.links["iso3166"] else { continue }
            if countries[code] == nil { countries[code] = entity.id }
        }
        return byCountry.map { country, mentions in
            let entity = countries[country]
            let entry = lexicon.country(code: country)
            var links = Dictionary(
                (entry?.links ?? []).map { ($0.scheme, $0.value) },
                uniquingKeysWith: { first, _ in first }
            )
            links["iso3166"] = country
            return Report.Nisba(
                name: entity.map { entities[$0].name } ?? entry?.name ?? country,
                links: links,
                entity: entity,
                mentions: mentions.map { .init(section: $0.section, range: $0.range, text: $0.text) }
            )
        }
    }
}
