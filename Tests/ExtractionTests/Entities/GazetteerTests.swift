import ArabicText
import Extraction
import Testing

@Suite("The lexicon of names")
struct GazetteerTests {
    private let gazetteer: Gazetteer

    init() throws {
        var builder = GazetteerBuilder()
        builder.add(
            entry: "الولايات المتحدة",
            forms: ["الولايات المتحدة الأمريكية", "أميركا", "أمريكا"],
            classes: [.country, .curated],
            links: [.init(scheme: "iso3166", value: "US"), .init(scheme: "wikidata", value: "Q30")]
        )
        builder.add(entry: "الأمم المتحدة", classes: .organization)
        builder.add(entry: "فرنسا", classes: .country, links: [.init(scheme: "iso3166", value: "FR")])
        builder.add(nisba: "فرنسي", ofEntry: builder.entry(named: "فرنسا"))
        builder.add("سعيد", classes: [.givenName, .commonWord])
        gazetteer = try Gazetteer(bytes: immortal(builder.table()))
    }

    @Test(
        "every form of a name leads to the same entry",
        arguments: [
            "الولايات المتحدة", "أميركا", "امريكا", "الولايات  المتحدة\nالأمريكية", "الولايات المتّحدة",
        ]
    )
    func forms(name: String) throws {
        let entry = try #require(gazetteer.entry(for: name))
        #expect(entry.name == "الولايات المتحدة")
        #expect(entry.link("iso3166") == "US")
        #expect(entry.link("wikidata") == "Q30")
        #expect(entry.classes == [.country, .curated])
    }

    @Test("a name whose article was contracted with ل is found")
    func contracted() {
        #expect(gazetteer.entry(for: "لأمم المتحدة")?.name == "الأمم المتحدة")
    }

    @Test(
        "what is no thing has no entry",
        arguments: ["الولايات", "المتحدة", "سعيد", "الفرنسي", "", " ", "ل", "ً", "😀"]
    )
    func none(name: String) {
        #expect(gazetteer.entry(for: name) == nil)
    }

    @Test("words without an entry have classes")
    func classes() {
        #expect(gazetteer.classes(for: FoldedText(folding: "سعيد").letters) == [.givenName, .commonWord])
        #expect(gazetteer.classes(for: FoldedText(folding: "سعي").letters).isEmpty)
    }

    @Test("an adjective leads to its country", arguments: ["الفرنسي", "فرنسي"])
    func nisba(word: String) {
        let letters = FoldedText(folding: word).letters
        #expect(gazetteer.country(ofNisba: letters)?.link("iso3166") == "FR")
    }

    @Test("a table that is cut off or of another version is refused")
    func broken() throws {
        let table = { () -> [UInt8] in
            var builder = GazetteerBuilder()
            builder.add(entry: "فرنسا", classes: .country)
            return builder.table()
        }()
        for length in 0..<table.count {
            #expect(throws: ModelError.self) { try Gazetteer(bytes: immortal(Array(table.prefix(length)))) }
        }
        #expect(throws: ModelError.self) { try Gazetteer(bytes: immortal([9] + table.dropFirst())) }
    }

    @Test("an empty lexicon knows nothing")
    func empty() {
        #expect(Gazetteer().entry(for: "فرنسا") == nil)
        #expect(Gazetteer().entry(0) == nil)
    }
}

/// Memory that is never freed, as tables of a model are.
func immortal(_ bytes: [UInt8]) -> UnsafeRawBufferPointer {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 64)
    copy.copyBytes(from: bytes)
    return UnsafeRawBufferPointer(rebasing: copy[..<bytes.count])
}
