internal import Extraction

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// Compiles the lexicon of the entity model: the project's own lists first, whose entries win, then the lists of
/// others. Which names an entry has depends on the files alone, not on the order of a dictionary.
package struct GazetteerCompiler {
    private var builder = GazetteerBuilder()
    private var commonWords: Set<String> = []
    private var dropped: Set<String> = []
    private var nameWords: [(word: String, kinds: EntityWords.Kinds)] = []
    private let gazetteers: URL?

    /// What was compiled, for progress messages.
    package private(set) var summary: [String] = []

    /// - Parameters:
    ///   - lexicons: folders of the project's own lists.
    ///   - gazetteers: a folder with the lists `cldr_ar`, `countries`, `arwikicats`, `camel_morph`, `stopwords_iso`;
    ///     those that are missing are left out. `nil`: own lists alone.
    ///   - places: lists of towns, a name on each line.
    package init(lexicons: [URL], gazetteers: URL?, places: [URL] = []) throws(TrainingError) {
        self.gazetteers = gazetteers
        try addLexicons(lexicons)
        if gazetteers != nil {
            try addStopWords()
            try addTerritoriesAndCities()
            try addCategoryNames()
            try addProperNouns()
            try addAdjectives()
        }
        for file in places { try addPlaces(file) }
    }

    /// The lexicon's table for the model file.
    package func table() -> [UInt8] { builder.table() }

    /// That of the words that tell something of names.
    package func wordTable() -> [UInt8] { EntityWords.table(of: nameWords) }

    // MARK: The project's own lists

    private mutating func addLexicons(_ folders: [URL]) throws(TrainingError) {
        let lexicon = try LexiconFile(folders: folders)
        let (things, words) = (lexicon.things, lexicon.names)
        nameWords = lexicon.words
        dropped = lexicon.dropped
        let countries = try CountryList(gazetteers)
        for thing in things {
            var links = thing.links
            var forms = Array(thing.forms.dropFirst())
            if let code = thing.links.first(where: { $0.scheme == "iso3166" })?.value,
                let country = countries.byCode[code]
            {
                links.append(.init(scheme: "wikidata", value: country.wikidata))
                forms.append(country.name)
            }
            guard let name = thing.forms.first else { continue }
            builder.add(entry: name, forms: forms, classes: thing.classes.union([.curated, .listed]), links: links)
        }
        for (name, classes) in words {
            // A body stays out of the tagger's features, of which `listed` is one.
            builder.add(name, classes: classes == .body ? classes : classes.union(.listed))
            if classes.contains(.commonWord) { commonWords.insert(name) }
        }
        let known = Set(things.flatMap { $0.links.filter { $0.scheme == "iso3166" }.map(\.value) })
        for country in countries.all where !known.contains(country.code) {
            builder.add(
                entry: country.name,
                classes: .country,
                links: [
                    .init(scheme: "iso3166", value: country.code), .init(scheme: "wikidata", value: country.wikidata),
                ]
            )
        }
        for country in countries.all {
            let entry = builder.entry(named: country.name)
            for nisba in country.nisbas { builder.add(nisba: nisba, ofEntry: entry) }
        }
        // Forms that the list of countries doesn't have.
        let american = builder.entry(named: "الولايات المتحدة")
        for nisba in ["أميركي", "أميركية", "أمريكي", "أمريكية", "أميركيون", "أميركيين", "أمريكيون", "أمريكيين"] {
            builder.add(nisba: nisba, ofEntry: american)
        }
        summary.append("\(things.count) things and \(words.count) words of our own, \(countries.all.count) countries")
    }

    // MARK: The lists of others

    private mutating func addStopWords() throws(TrainingError) {
        guard let text = try optionalText("stopwords_iso/stopwords-ar.txt") else { return }
        for word in text.split(whereSeparator: \.isNewline) where !dropped.contains(String(word)) {
            commonWords.insert(String(word))
            builder.add(String(word), classes: .commonWord)
        }
    }

    /// CLDR: territories, the example cities of time zones, languages.
    private mutating func addTerritoriesAndCities() throws(TrainingError) {
        if let json = try optionalJSON("cldr_ar/territories.json") {
            let names = json["main"]?["ar"]?["localeDisplayNames"]?["territories"]?.strings ?? []
            for (code, name) in names {
                add(bulk: name, classes: code.allSatisfy(\.isNumber) ? .region : .country)
            }
            summary.append("\(names.count) territories")
        }
        if let json = try optionalJSON("cldr_ar/timeZoneNames.json") {
            let cities = json["main"]?["ar"]?["dates"]?["timeZoneNames"]?["zone"]?.values(ofKey: "exemplarCity") ?? []
            for city in cities { add(bulk: city, classes: .city) }
            summary.append("\(cities.count) cities of time zones")
        }
        if let json = try optionalJSON("cldr_ar/languages.json") {
            let names = json["main"]?["ar"]?["localeDisplayNames"]?["languages"]?.strings ?? []
            for (_, name) in names where !name.contains(" ") { add(bulk: name, classes: .nisba) }
        }
    }

    /// The names of Wikipedia's categories, from ArWikiCats.
    private mutating func addCategoryNames() throws(TrainingError) {
        let files: [(name: String, classes: GazetteerClasses)] = [
            ("cities_full", .city), ("popopo", .region), ("P17_2_final_ll", .region), ("Clubs_key", .club),
            ("companies_data", .company), ("inter_federations", .organization),
        ]
        for (name, classes) in files {
            guard let json = try optionalJSON("arwikicats/\(name).json") else { continue }
            for (_, value) in json.strings {
                add(bulk: value, classes: classes)
                if classes == .region { addWithoutKind(value) }
            }
            summary.append("\(json.strings.count) names of arwikicats/\(name)")
        }
        if let json = try optionalJSON("arwikicats/regions.json") {
            for (_, list) in json.members {
                for (_, value) in list.strings { add(bulk: value, classes: .region) }
            }
        }
        if let json = try optionalJSON("arwikicats/peoples.json") {
            for (_, value) in json.strings {
                add(bulk: value, classes: .person)
                let words = Self.cleaned(value).split(separator: " ").map(String.init)
                guard words.count >= 2 else { continue }
                add(bulk: words[0], classes: .givenName)
                add(bulk: words[words.count - 1], classes: .familyName)
            }
            summary.append("\(json.strings.count) people")
        }
        for name in ["nationalities_data", "sub_nats", "continents"] {
            guard let json = try optionalJSON("arwikicats/\(name).json") else { continue }
            for (_, forms) in json.members {
                for (key, value) in forms.strings where ["male", "males", "female", "females"].contains(key) {
                    if !value.isEmpty, !value.contains(" ") { builder.add(nisba: value, ofEntry: nil) }
                }
            }
        }
    }

    /// «مقاطعة ناركه» is also known as «ناركه».
    private mutating func addWithoutKind(_ value: String) {
        let kinds: Set<String> = ["منطقة", "ولاية", "مقاطعة", "محافظة", "إقليم", "مدينة", "قضاء", "جزيرة", "جزر"]
        let words = Self.cleaned(value).split(separator: " ")
        guard words.count >= 2, kinds.contains(String(words[0])) else { return }
        add(bulk: words.dropFirst().joined(separator: " "), classes: .region)
    }

    private mutating func addPlaces(_ file: URL) throws(TrainingError) {
        let names = try CorpusFiles.text(file).split(whereSeparator: \.isNewline)
            .filter { $0.first { !$0.isWhitespace } != "#" }
        for name in names { add(bulk: String(name), classes: .city) }
        summary.append("\(names.count) names of \(file.lastPathComponent)")
    }

    /// CAMeL's morphological lexicon: proper nouns, rational ones (people) and others.
    private mutating func addProperNouns() throws(TrainingError) {
        guard let text = try optionalText("camel_morph/MSA-Noun-Prop-LEX.csv") else { return }
        let rows = CommaSeparated.rows(text)
        guard let header = rows.first, let lemma = header.firstIndex(of: "LEMMA"),
            let features = header.firstIndex(of: "FEAT"), let kind = header.firstIndex(of: "NTWS or Arabic")
        else { throw TrainingError("camel_morph/MSA-Noun-Prop-LEX.csv: no columns LEMMA, FEAT, NTWS or Arabic") }
        var count = 0
        for row in rows.dropFirst() where row.count == header.count {
            guard let name = Buckwalter.arabic(row[lemma]) else { continue }
            count += 1
            let isForeign = row[kind] == "NTWS"
            if row[features].contains("rat:r") {
                add(bulk: name, classes: isForeign ? [.familyName, .properNoun] : [.givenName, .properNoun])
            } else if row[features].contains("rat:i") {
                add(bulk: name, classes: row[features].contains("gen:f") ? [.place, .properNoun] : .properNoun)
            } else {
                add(bulk: name, classes: .properNoun)
            }
        }
        summary.append("\(count) proper nouns of camel_morph")
    }

    /// CAMeL's adjectives: those of places (their English gloss has a capital) are nisbas, the others everyday words.
    private mutating func addAdjectives() throws(TrainingError) {
        guard let text = try optionalText("camel_morph/MSA-Adj-LEX.csv") else { return }
        let rows = CommaSeparated.rows(text)
        guard let header = rows.first, let lemma = header.firstIndex(of: "LEMMA"),
            let gloss = header.firstIndex(of: "GLOSS")
        else { throw TrainingError("camel_morph/MSA-Adj-LEX.csv: no columns LEMMA, GLOSS") }
        for row in rows.dropFirst() where row.count == header.count {
            guard let word = Buckwalter.arabic(row[lemma]), word.count >= 3 else { continue }
            if row[gloss].first?.isUppercase == true, word.hasSuffix("ي") {
                builder.add(nisba: word, ofEntry: nil)
                builder.add(nisba: word + "ة", ofEntry: nil)
            } else {
                builder.add(word, classes: .commonWord)
                builder.add("ال" + word, classes: .commonWord)
            }
        }
    }

    /// Adds a name from data that nobody has read: without what stands in parentheses, and no everyday word.
    private mutating func add(bulk name: String, classes: GazetteerClasses) {
        let name = Self.cleaned(name)
        guard name.count >= 3, !commonWords.contains(name) else { return }
        guard name.unicodeScalars.contains(where: { (0x620...0x64A).contains($0.value) }) else { return }
        builder.add(name, classes: classes)
    }

    private static func cleaned(_ name: String) -> String {
        var depth = 0
        var kept = ""
        for character in name {
            if character == "(" { depth += 1 }
            if depth == 0 { kept.append(character == "-" ? " " : character) }
            if character == ")" { depth = max(0, depth - 1) }
        }
        return kept.split(separator: " ").joined(separator: " ")
    }

    // MARK: Files

    private func optionalText(_ path: String) throws(TrainingError) -> String? {
        guard let file = gazetteers?.appending(path: path), FileManager.default.fileExists(atPath: file.path) else {
            return nil
        }
        return try CorpusFiles.text(file)
    }

    private func optionalJSON(_ path: String) throws(TrainingError) -> JSONValue? {
        guard let file = gazetteers?.appending(path: path), FileManager.default.fileExists(atPath: file.path) else {
            return nil
        }
        return try CorpusFiles.json(file)
    }
}
