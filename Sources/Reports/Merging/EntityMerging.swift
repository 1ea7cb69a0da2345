internal import Articles
internal import Extraction

/// Makes the entities of an article from the mentions in all of its sections.
///
/// Passes over the whole article: ``ArticleNames`` (one name for each way of writing, its type by vote),
/// ``EuropeanUnions``, ``AmmanOrOman`` and ``TwoTripolis`` (two things of one name), ``NameVariants`` (spellings and the lexicon),
/// ``DroppedVowels``, ``Abbreviations``, ``ShortBodies``, ``PersonNames`` (short forms of full names), and this one, which
/// names, weighs and orders what came out. Every mention is in exactly one entity.
///
/// A merger keeps it for its next article, with the tables of the passes.
struct EntityMerging {
    private let lexicon: any NameLexicon
    private var variants = NameVariants()
    private var vowels = DroppedVowels()
    private var persons = PersonNames()
    private var choice = NameChoice()
    private let unions: EuropeanUnions?
    private let amman: AmmanOrOman?
    private let tripolis: TwoTripolis?

    init(lexicon: any NameLexicon) {
        self.lexicon = lexicon
        unions = EuropeanUnions(lexicon: lexicon)
        amman = AmmanOrOman(lexicon: lexicon)
        tripolis = TwoTripolis(lexicon: lexicon)
    }

    /// The entities by salience, then by first mention. `mentions` are in the order of the text.
    ///
    /// - Parameter explanations: see ``Abbreviations/explanations(among:in:)``.
    mutating func entities(
        of mentions: borrowing ArticleMentions,
        explanations: [Abbreviations.Explanation],
        adjectives: CountryAdjectives,
        salience: Salience,
        known: inout KnownThings
    ) -> [Report.Entity] {
        var names = ArticleNames(of: mentions, lexicon: lexicon)
        unions?.tell(in: &names)
        amman?.tell(in: &names, of: mentions, adjectives: adjectives, known: &known)
        tripolis?.tell(in: &names, adjectives: adjectives, known: &known)
        persons.addSurnames(to: &names)
        var clusters = NameClusters(names.all)
        variants.join(names, in: &clusters)
        vowels.join(names, lexicon: lexicon, in: &clusters)
        Abbreviations.join(names, explanations: explanations, in: &clusters)
        ShortBodies.join(names, lexicon: lexicon, in: &clusters)
        persons.join(names, in: &clusters)
        persons.joinArticles(names, lexicon: lexicon, in: &clusters)

        let groups = NamedThings(names: names, clusters: clusters)
        var things = groups.indices.map { number in
            let places = groups.mentions(of: number)
            let country = groups.isPlace(number) ? groups.country(of: number, known: &known) : nil
            return Thing(
                number: number,
                start: places.first.map { mentions[$0].range.lowerBound } ?? 0,
                frequency: Salience.frequency(of: places, among: mentions)
                    + adjectives.frequency(ofCountry: country)
            )
        }
        let highestFrequency = things.reduce(0) { max($0, $1.frequency) }
        for index in things.indices {
            things[index].salience = salience.thousandths(
                of: groups.mentions(of: index),
                among: mentions,
                isInTitle: salience.title.map { groups.stands(in: $0, index) },
                type: groups.type(of: index),
                frequency: things[index].frequency,
                highestFrequency: highestFrequency
            )
        }
        things.sort { ($1.salience, $0.start, $0.number) < ($0.salience, $1.start, $1.number) }
        var entities: [Report.Entity] = []
        entities.reserveCapacity(things.count)
        for thing in things {
            entities.append(entity(thing, id: entities.count, of: groups, mentions: mentions, known: &known))
        }
        return entities
    }

    /// A thing that is to be weighed.
    private struct Thing {
        var number: Int
        /// The code point at which its first mention begins.
        var start: Int
        var frequency: Int
        var salience = 0
    }

    private mutating func entity(
        _ thing: Thing,
        id: Int,
        of groups: NamedThings,
        mentions: borrowing ArticleMentions,
        known: inout KnownThings
    ) -> Report.Entity {
        let places = groups.mentions(of: thing.number)
        choice.read(places, among: mentions)
        let entry = known[groups.thing(of: thing.number)]
        var value: String?
        var list: [Report.Mention] = []
        list.reserveCapacity(places.count)
        for index in places {
            let mention = mentions[index]
            if value == nil, mention.value >= 0 { value = mentions.values[mention.value] }
            list.append(
                Report.Mention(
                    section: mention.section,
                    range: mention.range,
                    text: mentions.names[mention.name].text,
                    confidence: mention.confidence
                )
            )
        }
        var variants: [String] = []
        variants.reserveCapacity(choice.variants.count)
        for variant in choice.variants { variants.append(mentions.names[variant.shown].text) }
        let type = groups.type(of: thing.number)
        return Report.Entity(
            id: id,
            type: type,
            name: entry?.name ?? choice.name(among: mentions.names),
            variants: variants,
            titles: type.isPerson ? PersonTitles.titles(of: places, among: mentions) : [],
            links: entry?.links ?? [:],
            value: value,
            salience: thing.salience,
            mentions: list
        )
    }
}
