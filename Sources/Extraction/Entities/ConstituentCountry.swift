internal import ArabicText

/// The countries of the United Kingdom. ISO 3166-1 has one code for all of them, but the news tell them apart: each has teams
/// of its own, and most have a government; «الدوري الإنجليزي» is England's.
///
/// The model's lexicon has their names as other names of the whole. Here they are things of their own, behind the lexicon's
/// entries.
enum ConstituentCountry: Int, CaseIterable, Sendable {
    case england, scotland, wales, northernIreland

    /// The scheme of the codes of parts of countries.
    static let scheme = "iso3166-2"

    /// The code of ISO 3166-2: «GB-ENG».
    var code: String {
        switch self {
        case .england: "GB-ENG"
        case .scotland: "GB-SCT"
        case .wales: "GB-WLS"
        case .northernIreland: "GB-NIR"
        }
    }

    init?(code: some StringProtocol) {
        guard let country = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = country
    }

    /// The country with this name, by the name's hash.
    init?(hash: UInt64) {
        guard let country = Self.byName[hash] else { return nil }
        self = country
    }

    /// Its entry, with the number `id`.
    func entry(id: Int) -> GazetteerEntry {
        GazetteerEntry(
            id: id,
            name: names[0],
            classes: .country,
            links: [
                .init(scheme: "country", value: "GB"), .init(scheme: Self.scheme, value: code),
                .init(scheme: "wikidata", value: wikidata),
            ]
        )
    }

    private var wikidata: String {
        switch self {
        case .england: "Q21"
        case .scotland: "Q22"
        case .wales: "Q25"
        case .northernIreland: "Q26"
        }
    }

    /// The name to show, and the others that folding does not make the same.
    private var names: [String] {
        switch self {
        case .england: ["إنجلترا", "إنكلترا", "إنجلترة", "إنكلترة", "إنغلترا"]
        case .scotland: ["اسكتلندا", "اسكوتلندا", "سكوتلندا", "سكتلندا", "اسكتلندة"]
        case .wales: ["ويلز", "مقاطعة ويلز", "إقليم ويلز"]
        case .northernIreland: ["أيرلندا الشمالية", "إرلندا الشمالية"]
        }
    }

    /// By the hashes of the names, some of which folding makes the same.
    private static let byName = Dictionary(
        allCases.flatMap { country in
            country.names.map { (LetterHash.name(FoldedText(folding: $0).letters), country) }
        },
        uniquingKeysWith: { first, _ in first }
    )
}
