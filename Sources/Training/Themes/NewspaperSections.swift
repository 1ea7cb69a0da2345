internal import ArabicText
internal import Articles
package import Extraction

/// Which of four sections a newspaper would file an article in: that of the strongest top-level topic, by
/// ``TopicMapping/newspaper``, and by where it comes from.
///
/// One section holds politics and the news of the world. What a newspaper prints of its own country's ministers, courts
/// and accidents stands mostly in its local pages, so that beside business, sport and the arts they count less for that
/// section. And medicine, science, families and odd things have no section: from the own country they are local, from
/// other countries they are news of the world. So an article that speaks of abroad may be filed there for what it says
/// of them, where this is more than what it says of the four.
///
/// The pages of culture hold more than the arts: those of thought write of religion, those of entertainment of celebrities,
/// and the literary ones print stories and poems. These tell of anything, in words of no subject: a text of some length
/// in which next to nothing is said of any is taken for one.
///
/// It serves evaluation alone: no report asks for it.
package struct NewspaperSections {
    /// An article speaks of abroad if of a thousand words so many are names or adjectives of other countries.
    private static let leastAbroad = 5
    private static let world = "politics_world"
    private static let culture = "culture"
    /// What an article from home says of politics counts so much, in thousandths, …
    private static let politicsFromHome = 667
    /// … what one from abroad says of a subject that has no section, …
    private static let anythingFromAbroad = 750
    /// … and what is said of religion and of celebrities, for culture.
    private static let alsoCulture = [(code: "12000000", part: 500), (code: "20000505", part: 500)]
    /// A text of so many words for which less than this sum of a thousand words speaks is a piece of literature.
    private static let literature = (words: 120, least: 60)

    private let model: Model
    private let home: String
    private var extractor: Extractor

    /// - Parameter home: the newspaper's country, an ISO 3166 code of two letters.
    package init(model: Model, home: String) {
        self.model = model
        self.home = home
        extractor = Extractor(model: model)
    }

    /// `nil` where nothing speaks for any of them.
    package mutating func section(of text: String) -> String? {
        let found = extractor.findings(in: SectionText(kind: .lead, text: text))
        var sums = TopicMapping.newspaper.sums(of: found.topics, model: model.themes)
        guard let world = sums.firstIndex(where: { $0.name == Self.world }),
            let culture = sums.firstIndex(where: { $0.name == Self.culture })
        else { return nil }
        if isFromAbroad(found, text) {
            let most = TopicMapping.newspaper.unmapped(found.topics, model: model.themes).max() ?? 0
            sums[world].sum = max(sums[world].sum, most * Self.anythingFromAbroad / 1000)
        } else {
            sums[world].sum = sums[world].sum * Self.politicsFromHome / 1000
        }
        for topic in found.topics where model.themes.concepts.indices.contains(topic.concept) {
            let code = model.themes.concepts[topic.concept].code
            for also in Self.alsoCulture where also.code == code { sums[culture].sum += topic.score * also.part / 1000 }
        }
        let most = sums.map(\.sum).max() ?? 0
        if found.tokenCount >= Self.literature.words, most * 1000 < Self.literature.least * found.tokenCount {
            return Self.culture
        }
        return TopicMapping.strongest(sums)
    }

    private func isFromAbroad(_ found: Findings, _ text: String) -> Bool {
        var abroad = found.nisbas.count { $0.state != home }
        let scalars = Array(text.unicodeScalars)
        for mention in found.mentions {
            guard mention.type == .location, scalars.indices.contains(mention.range.lowerBound) else { continue }
            var name = String.UnicodeScalarView()
            name.append(contentsOf: scalars[mention.range.clamped(to: 0..<scalars.count)])
            guard let entry = model.gazetteer.entry(for: String(name)),
                let country = entry.link("iso3166") ?? entry.link("country")
            else { continue }
            if country != home { abroad += 1 }
        }
        return abroad > 0 && abroad * 1000 >= Self.leastAbroad * found.tokenCount
    }
}
