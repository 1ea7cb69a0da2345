import ArabicText
import Extraction
import Testing

@Suite("Names cut short of which the text has the whole")
struct KnownNamesTests {
    /// What the names are made of, each found where it stands for the first time behind the one before.
    private static func completed(_ names: [(String, EntityType)], in string: String) -> [String] {
        let scalars = Array(string.unicodeScalars)
        var start = 0
        var mentions: [EntityMention] = []
        for (name, type) in names {
            let letters = Array(name.unicodeScalars)
            while start + letters.count <= scalars.count, !scalars[start...].starts(with: letters) { start += 1 }
            mentions.append(EntityMention(range: start..<start + letters.count, type: type, confidence: 900))
            start += letters.count
        }
        KnownNames.complete(&mentions, in: TokenizedText(string))
        return mentions.map { mention in
            var name = String.UnicodeScalarView()
            name.append(contentsOf: scalars[mention.range])
            return String(name)
        }
    }

    @Test("a name that goes on as a longer one of its type is that")
    func completing() {
        let names = Self.completed(
            [("نادي السهم", .organization), ("نادي السهم الأحمر", .organization), ("نادي السهم", .organization)],
            in: "فاز نادي السهم الأحمر أمس. ولعب نادي السهم الأحمر اليوم. وخسر نادي السهم مرة."
        )
        #expect(names == ["نادي السهم الأحمر", "نادي السهم الأحمر", "نادي السهم"])
    }

    @Test("a surname takes the word before it that belongs to it in the whole name")
    func surnames() {
        let text = "زار أكرم طاش كوبرو مدينته. وقال طاش كوبرو ذلك."
        #expect(
            Self.completed([("أكرم طاش كوبرو", .person), ("كوبرو", .person)], in: text) == [
                "أكرم طاش كوبرو", "طاش كوبرو",
            ]
        )
    }

    @Test("behind clitics, too, and not where the type is another")
    func clitics() {
        let whole = "زار ويست رفر مدينته. وعاد إلى ويست رفر صباحا."
        #expect(Self.completed([("ويست رفر", .person), ("ويست", .person)], in: whole) == ["ويست رفر", "ويست رفر"])
        #expect(Self.completed([("ويست رفر", .person), ("ويست", .location)], in: whole) == ["ويست رفر", "ويست"])
        let behind = "زار ويست رفر مدينته. وقيل لويست رفر ذلك."
        #expect(Self.completed([("ويست رفر", .person), ("ويست", .person)], in: behind) == ["ويست رفر", "ويست رفر"])
    }

    @Test("what ran on once completes no three others")
    func rare() {
        let text = "قال نادي السهم سابقا. قال نادي السهم سابقا. قال نادي السهم سابقا. قال نادي السهم سابقا."
        let names = Self.completed(
            [("نادي السهم سابقا", .organization)] + Array(repeating: ("نادي السهم", .organization), count: 3),
            in: text
        )
        #expect(names.dropFirst().allSatisfy { $0 == "نادي السهم" })
    }

    @Test("no name goes on behind the end of its sentence, nor into another")
    func limits() {
        let text = "لعب نادي السهم الأحمر. خسر نادي السهم. الأحمر لون."
        #expect(
            Self.completed([("نادي السهم الأحمر", .organization), ("نادي السهم", .organization)], in: text)
                == ["نادي السهم الأحمر", "نادي السهم"]
        )
    }
}
