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
        of mentions: ArticleMentions,
        explanations: [Int] = [],
        salience: Salience
    ) -> [Report.Entity] {
        var names = ArticleNames(of: mentions, lexicon: lexicon)
        let persons = PersonNames.addingSurnames(to: &names.all)
        var clusters = NameClusters(names.all)
        NameVariants.join(names.all, in: &clusters)
        DroppedVowels.join(names.all, lexicon: lexicon, in: &clusters)
        Abbreviations.join(names, explanations: explanations, in: &clusters)
        persons.join(in: &clusters)

        let things = Things(names: names, clusters: clusters, mentions: mentions)
        let frequencies = things.indices.map { thing in
            Salience.frequency(of: things.mentions(of: thing), among: mentions)
                + adjectives.frequency(ofCountry: things.country(of: thing))
        }
        let highestFrequency = frequencies.max() ?? 0
        let weights = things.indices.map { thing in
            salience.thousandths(
                of: things.mentions(of: thing),
                among: mentions,
                names: things.names(of: thing),
                of: names.all,
                type: things.type(of: thing),
                frequency: frequencies[thing],
                highestFrequency: highestFrequency
            )
        }
        let starts = things.indices.map { thing in
            things.mentions(of: thing).first.map { mentions[$0].range.lowerBound } ?? 0
        }
        let order = things.indices.sorted { left, right in
            (weights[right], starts[left], left) < (weights[left], starts[right], right)
        }
        return order.enumerated().map { id, thing in things.entity(thing, id: id, salience: weights[thing]) }
    }
}

/// The things in the world that the article names.
private struct Things {
    private let all: [ArticleName]
    private let mentions: ArticleMentions
    private let namesOfThings: Partition
    private let mentionsOfThings: Partition

    init(names: ArticleNames, clusters: NameClusters, mentions: ArticleMentions) {
        all = names.all
        self.mentions = mentions
        let (things, count) = clusters.clusters()
        namesOfThings = Partition(things, count: count)
        mentionsOfThings = Partition(names.ofMention.map { things[$0] }, count: count)
    }

    var indices: Range<Int> { namesOfThings.indices }

    func names(of thing: Int) -> ArraySlice<Int> { namesOfThings[thing] }

    /// By position.
    func mentions(of thing: Int) -> ArraySlice<Int> { mentionsOfThings[thing] }

    /// The names of one thing have one type.
    func type(of thing: Int) -> EntityType { names(of: thing).first.map { all[$0].type } ?? .miscellaneous }

    /// The code of the country that it is.
    func country(of thing: Int) -> String? {
        guard type(of: thing) == .location else { return nil }
        for name in names(of: thing) {
            if let code = all[name].entry?.link("iso3166") { return code }
        }
        return nil
    }

    private func entry(of thing: Int) -> GazetteerEntry? {
        for name in names(of: thing) {
            if let entry = all[name].entry { return entry }
        }
        return nil
    }

    /// A person's titles by frequency, then position; spellings that fold alike are one.
    private func titles(of thing: Int) -> [String] {
        guard type(of: thing) == .person else { return [] }
        var titles: [(text: String, count: Int)] = []
        var places = HashedMap<NameForm, Void>(capacity: 0)
        for mention in mentions(of: thing) where mentions[mention].titles >= 0 {
            for title in mentions.titles[mentions[mention].titles] {
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

    func entity(_ thing: Int, id: Int, salience: Int) -> Report.Entity {
        let places = mentions(of: thing)
        let variants = NameChoice.variants(of: places, among: mentions)
        let entry = entry(of: thing)
        var links: [String: String] = [:]
        for link in entry?.links ?? [] where links[link.scheme] == nil { links[link.scheme] = link.value }
        return Report.Entity(
            id: id,
            type: type(of: thing),
            name: entry?.name ?? NameChoice.name(from: variants),
            variants: variants.map(\.text),
            titles: titles(of: thing),
            links: links,
            value: places.first { mentions[$0].value >= 0 }.map { mentions.values[mentions[$0].value] },
            salience: salience,
            mentions: places.map { index in
                Report.Mention(
                    section: mentions[index].section,
                    range: mentions[index].range,
                    text: mentions.names[mentions[index].name].text,
                    confidence: mentions[index].confidence
                )
            }
        )
    }
}
