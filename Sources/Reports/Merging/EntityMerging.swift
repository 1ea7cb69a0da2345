internal import Articles
internal import Extraction

/// Makes the entities of an article from the mentions in all of its sections.
///
/// Passes over the whole article: ``ArticleNames`` (one name for each way of writing, its type by vote),
/// ``NameVariants`` (spellings and the lexicon), ``DroppedVowels``, ``Abbreviations``, ``PersonNames`` (short forms of
/// full names), and this one, which names, weighs and orders what came out. Every mention is in exactly one entity.
struct EntityMerging {
    let lexicon: any NameLexicon
    let adjectives: CountryAdjectives

    /// The entities by salience, then by first mention. `mentions` are in the order of the text.
    ///
    /// - Parameter explanations: see ``Abbreviations/explanations(among:in:)``.
    func entities(
        of mentions: [PlacedMention],
        explanations: [Int] = [],
        salience: Salience
    ) -> [Report.Entity] {
        let names = PersonNames.withSurnames(ArticleNames.names(of: mentions, lexicon: lexicon))
        var clusters = NameClusters(names)
        NameVariants.join(names, in: &clusters)
        DroppedVowels.join(names, lexicon: lexicon, in: &clusters)
        Abbreviations.join(names, explanations: explanations, in: &clusters)
        PersonNames(names).join(in: &clusters)

        let things = clusters.clusters().map { Thing(names: $0.map { names[$0] }, mentions: mentions) }
        let frequencies = things.map { thing in
            Salience.frequency(of: thing.mentions) + adjectives.frequency(ofCountry: thing.country)
        }
        let highestFrequency = frequencies.max() ?? 0
        var entities = zip(things, frequencies).map { thing, frequency in
            let weight = salience.thousandths(
                of: thing.mentions,
                names: thing.names.map(\.form),
                type: thing.type,
                frequency: frequency,
                highestFrequency: highestFrequency
            )
            return thing.entity(salience: weight)
        }
        entities.sort { left, right in
            (right.salience, left.start) < (left.salience, right.start)
        }
        for index in entities.indices { entities[index].id = index }
        return entities
    }
}

extension Report.Entity {
    fileprivate var start: Int { mentions.first?.range.lowerBound ?? 0 }
}

/// One thing in the world, as the article has it.
private struct Thing {
    var names: [ArticleName]
    /// By position.
    var mentions: [PlacedMention]

    init(names: [ArticleName], mentions: [PlacedMention]) {
        self.names = names
        self.mentions = names.flatMap(\.mentions).sorted().map { mentions[$0] }
    }

    /// The names of one thing have one type.
    var type: EntityType { names.first?.type ?? .miscellaneous }

    /// The code of the country that it is.
    var country: String? {
        type == .location ? names.lazy.compactMap { $0.entry?.link("iso3166") }.first : nil
    }

    /// The titles by frequency, then position; spellings that fold alike are one.
    private var titles: [String] {
        var titles: [(text: String, count: Int)] = []
        var places: [NameForm: Int] = [:]
        for title in mentions.flatMap(\.titles) {
            let form = NameForm(title)
            if let place = places[form] {
                titles[place].count += 1
            } else {
                places[form] = titles.count
                titles.append((WrittenForm.spaced(title), 1))
            }
        }
        return titles.enumerated()
            .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
            .map(\.element.text)
    }

    func entity(salience: Int) -> Report.Entity {
        let variants = NameChoice.variants(of: mentions)
        let entry = names.lazy.compactMap(\.entry).first
        let links = (entry?.links ?? []).map { ($0.scheme, $0.value) }
        return Report.Entity(
            id: 0,
            type: type,
            name: entry?.name ?? NameChoice.name(from: variants),
            variants: variants.map(\.text),
            titles: type == .person ? titles : [],
            links: Dictionary(links, uniquingKeysWith: { first, _ in first }),
            value: mentions.lazy.compactMap(\.value).first,
            salience: salience,
            mentions: mentions.map {
                Report.Mention(section: $0.section, range: $0.range, text: $0.text, confidence: $0.confidence)
            }
        )
    }
}
