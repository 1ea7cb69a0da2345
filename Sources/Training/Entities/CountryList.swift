#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The countries of the list `countries/country_nisba.tsv`, with their adjectives; none where there is no such list.
struct CountryList {
    struct Country {
        var code: String
        var wikidata: String
        var name: String
        var nisbas: [String]
    }

    var all: [Country] = []
    var byCode: [String: Country] = [:]

    init(_ gazetteers: URL?) throws(TrainingError) {
        guard let file = gazetteers?.appending(path: "countries/country_nisba.tsv"),
            FileManager.default.fileExists(atPath: file.path)
        else { return }
        for line in try CorpusFiles.text(file).split(separator: "\n").dropFirst() {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard columns.count >= 4, !columns[3].isEmpty else { continue }
            let country = Country(
                code: columns[0],
                wikidata: columns[1],
                name: columns[3],
                nisbas: columns.dropFirst(4).filter { !$0.isEmpty && !$0.contains(" ") }
            )
            all.append(country)
            byCode[country.code] = country
        }
    }
}
