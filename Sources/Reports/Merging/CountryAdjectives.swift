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
    /// By country, in the order of first mentions. They are few: they are gone through.
    private var byCountry: [(country: String, mentions: [PlacedNisba])] = []

    /// `nisbas` are in the order of the text.
    init(_ nisbas: [PlacedNisba]) {
        for nisba in nisbas {
            if let place = byCountry.firstIndex(where: { $0.country == nisba.country }) {
                byCountry[place].mentions.append(nisba)
            } else {
                byCountry.append((nisba.country, [nisba]))
            }
        }
    }

    /// Whether the article has any of this country's.
    func has(_ country: String) -> Bool { byCountry.contains { $0.country == country } }

    /// What adjectives add to the frequency of the country with this code: half of what its name would, by place.
    func frequency(ofCountry code: String?) -> Int {
        guard let code, let place = byCountry.firstIndex(where: { $0.country == code }) else { return 0 }
        var sum = 0
        for mention in byCountry[place].mentions {
            switch mention.place {
            case .heading, .lead: sum += 2
            case .body: sum += 1
            case .byline: break
            }
        }
        return sum
    }

    /// The report's list. `entities` are the report's, in order.
    func nisbas(entities: [Report.Entity], known: inout KnownThings) -> [Report.Nisba] {
        byCountry.map { country, mentions in
            let scheme = NisbaMention.scheme(of: country)
            let entity = entities.indices.first {
                entities[$0].type.isLocation && entities[$0].links[scheme] == country
            }
            let thing = known.lexicon.countryNumber(country).flatMap { known[$0] }
            var links = thing?.links ?? [:]
            if links[scheme] != country { links[scheme] = country }
            return Report.Nisba(
                name: entity.map { entities[$0].name } ?? thing?.name ?? country,
                links: links,
                entity: entity,
                mentions: mentions.map { .init(section: $0.section, range: $0.range, text: $0.text) }
            )
        }
    }
}
