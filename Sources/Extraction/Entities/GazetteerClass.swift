/// What a name or word is known as. A name may be several things («الجزائر» is a country and a city).
package struct GazetteerClasses: OptionSet, Sendable, Hashable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package static let country = Self(rawValue: 1 << 0)
    package static let city = Self(rawValue: 1 << 1)
    /// A province, governorate, part of the world.
    package static let region = Self(rawValue: 1 << 2)
    /// A river, sea, mountain, building, border crossing.
    package static let place = Self(rawValue: 1 << 3)
    package static let givenName = Self(rawValue: 1 << 4)
    package static let familyName = Self(rawValue: 1 << 5)
    /// A whole name of a person.
    package static let person = Self(rawValue: 1 << 6)
    /// An international body, ministry, agency, union.
    package static let organization = Self(rawValue: 1 << 7)
    package static let company = Self(rawValue: 1 << 8)
    package static let club = Self(rawValue: 1 << 9)
    package static let party = Self(rawValue: 1 << 10)
    package static let armedGroup = Self(rawValue: 1 << 11)
    /// A newspaper, channel, news agency.
    package static let media = Self(rawValue: 1 << 12)
    /// A competition, war, treaty, conference.
    package static let event = Self(rawValue: 1 << 13)
    /// A product, work, language, weapon, currency with a name.
    package static let product = Self(rawValue: 1 << 14)
    /// An adjective of a country or place: «روسي», «الأميركية».
    package static let nisba = Self(rawValue: 1 << 15)
    /// A word before a person's name: «الرئيس», «وزير», «الدكتور».
    package static let title = Self(rawValue: 1 << 16)
    /// A word that opens an organisation's name: «شركة», «حزب», «وزارة».
    package static let organizationTrigger = Self(rawValue: 1 << 17)
    /// A word before a place's name: «مدينة», «محافظة».
    package static let locationTrigger = Self(rawValue: 1 << 18)
    /// A word inside a person's name: «بن», «أبو», «آل».
    package static let nameParticle = Self(rawValue: 1 << 19)
    /// A month or weekday.
    package static let calendar = Self(rawValue: 1 << 20)
    /// An everyday word: as a name it needs more than the lexicon («عادل», «سعيد»).
    package static let commonWord = Self(rawValue: 1 << 21)
    /// A proper noun of unknown kind.
    package static let properNoun = Self(rawValue: 1 << 22)
    /// A word before a competition, war, programme: «كأس», «حرب», «معاهدة».
    package static let eventTrigger = Self(rawValue: 1 << 23)
    /// From the project's own lists, not from bulk data.
    package static let curated = Self(rawValue: 1 << 24)
    package static let currency = Self(rawValue: 1 << 25)
    /// A word of sports news: «مباراة», «هدف», «مرمى».
    package static let sport = Self(rawValue: 1 << 26)
    /// A word that says that someone said or did something, as people and bodies do: «قال», «أعلن», «التقى».
    package static let speech = Self(rawValue: 1 << 27)
    /// A word of kinship: «ابن», «زوجة», «والد».
    package static let kinship = Self(rawValue: 1 << 28)
    /// A dynasty, people, tribe, sect: «العباسيون», «بنو أسد».
    package static let group = Self(rawValue: 1 << 29)

    /// From the project's own lists: as a name or as a word.
    package static let listed = Self(rawValue: 1 << 30)

    /// A body by its full name («وزارة الداخلية»), or, of one word, what opens such a name («المرصد»). Reports have these;
    /// ANERcorp, from which the tagger learns, marks hardly any, so its features don't see the class.
    package static let body = Self(rawValue: 1 << 31)

    /// Places on the map.
    package static let locations: Self = [.country, .city, .region, .place]
    package static let people: Self = [.givenName, .familyName, .person]
    package static let organizations: Self = [.organization, .company, .club, .party, .armedGroup, .media]
    package static let names: Self = locations.union(people).union(organizations).union([.event, .product])

    /// The type of the entities of these classes; `nil` where they are of several types, or of none.
    package var entityType: EntityType? {
        let types: [(GazetteerClasses, EntityType)] = [
            (.people, .person), (.locations, .location), (.organizations, .organization),
            ([.event, .product], .miscellaneous),
        ]
        let found = types.filter { !isDisjoint(with: $0.0) }
        return found.count == 1 ? found[0].1 : nil
    }

    /// The classes by the names that lexicon files use for them.
    package static let byName: KeyValuePairs<String, GazetteerClasses> = [
        "country": .country, "city": .city, "region": .region, "place": .place, "given": .givenName,
        "family": .familyName, "person": .person, "organization": .organization, "company": .company, "club": .club,
        "party": .party, "armed": .armedGroup, "media": .media, "event": .event, "product": .product,
        "nisba": .nisba, "title": .title, "organization-trigger": .organizationTrigger,
        "location-trigger": .locationTrigger, "particle": .nameParticle, "calendar": .calendar,
        "common": .commonWord, "proper": .properNoun, "event-trigger": .eventTrigger,
        "curated": .curated, "currency": .currency, "sport": .sport, "speech": .speech, "kinship": .kinship,
        "group": .group, "body": .body,
    ]
}

/// What a name means, without the texts of its ``GazetteerEntry``.
package struct GazetteerThing: Sendable, Equatable {
    /// The number of the entry.
    package var id: Int
    package var classes: GazetteerClasses

    package init(id: Int, classes: GazetteerClasses) {
        self.id = id
        self.classes = classes
    }
}

/// A thing in the world that the lexicon knows, whatever form of its name stood in the text.
package struct GazetteerEntry: Sendable, Hashable {
    /// The same for each form of the name: two mentions with one id are one thing. Its place in this model's lexicon.
    package var id: Int
    /// The name to show.
    package var name: String
    package var classes: GazetteerClasses
    /// By scheme, in a fixed order: `iso3166` (a country's alpha-2 code), `wikidata`, `country` (the ISO code of the
    /// country that a city is the capital of, or that an adjective belongs to).
    package var links: [Link]

    package struct Link: Sendable, Hashable {
        package var scheme: String
        package var value: String

        package init(scheme: String, value: String) {
            self.scheme = scheme
            self.value = value
        }
    }

    package init(id: Int, name: String, classes: GazetteerClasses, links: [Link] = []) {
        self.id = id
        self.name = name
        self.classes = classes
        self.links = links
    }

    package func link(_ scheme: String) -> String? { links.first { $0.scheme == scheme }?.value }

    /// The code of the country that it is: that of ISO 3166-1 («EG»), or -2 for a part of one that is a country itself
    /// («GB-ENG»).
    package var countryCode: String? { link("iso3166") ?? link(ConstituentCountry.scheme) }
}
