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

        let things = clusters.clusters().map { Thing(names: $0.map { names[$0] }) }
        let frequencies = things.map { thing in
            Salience.frequency(of: thing.mentions, among: mentions)
                + adjectives.frequency(ofCountry: thing.country)
        }
        let highestFrequency = frequencies.max() ?? 0
        let weights = zip(things, frequencies).map { thing, frequency in
            salience.thousandths(
                of: thing.mentions,
                among: mentions,
                names: thing.names,
                type: thing.type,
                frequency: frequency,
                highestFrequency: highestFrequency
            )
        }
        let starts = things.map { thing in thing.mentions.first.map { mentions[$0].range.lowerBound } ?? 0 }
        let order = things.indices.sorted { left, right in
            (weights[right], starts[left], left) < (weights[left], starts[right], right)
        }
        return order.enumerated().map { id, place in
            things[place].entity(id: id, salience: weights[place], mentions: mentions)
        }
    }
}

/// One thing in the world, as the article has it.
private struct Thing {
    var names: [ArticleName]
    /// By position.
    var mentions: [Int]

    init(names: [ArticleName]) {
        self.names = names
        mentions = names.count == 1 ? names[0].mentions : names.flatMap(\.mentions).sorted()
    }

    /// The names of one thing have one type.
    var type: EntityType { names.first?.type ?? .miscellaneous }

    /// The code of the country that it is.
    var country: String? {
        type == .location ? names.lazy.compactMap { $0.entry?.link("iso3166") }.first : nil
    }

    /// A person's titles by frequency, then position; spellings that fold alike are one.
    private func titles(among all: [PlacedMention]) -> [String] {
        guard type == .person, mentions.contains(where: { !all[$0].titles.isEmpty }) else { return [] }
        var titles: [(text: String, count: Int)] = []
        var places = HashedMap<NameForm, Void>(capacity: 0)
        for mention in mentions {
            for title in all[mention].titles {
                let (place, isNew) = places.place(of: NameForm(title), orAdd: ())
                if isNew {
                    titles.append((WrittenForm.spaced(title), 1))
                } else {
                    titles[place].count += 1
                }
            }
        }
        guard titles.count > 1 else { return titles.map(\.text) }
        return titles.enumerated()
            .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
            .map(\.element.text)
    }

    func entity(id: Int, salience: Int, mentions all: [PlacedMention]) -> Report.Entity {
        let variants = NameChoice.variants(of: mentions, among: all)
        let entry = names.lazy.compactMap(\.entry).first
        var links: [String: String] = [:]
        for link in entry?.links ?? [] where links[link.scheme] == nil { links[link.scheme] = link.value }
        return Report.Entity(
            id: id,
            type: type,
            name: entry?.name ?? NameChoice.name(from: variants),
            variants: variants.map(\.text),
            titles: titles(among: all),
            links: links,
            value: mentions.lazy.compactMap { all[$0].value }.first,
            salience: salience,
            mentions: mentions.map { index in
                Report.Mention(
                    section: all[index].section,
                    range: all[index].range,
                    text: all[index].text,
                    confidence: all[index].confidence
                )
            }
        )
    }
}
