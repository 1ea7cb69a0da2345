import ArabicText
import Articles
import Extraction
import Testing

/// What a model has of frequent words is what would be computed of them.
@Suite("Known words")
struct KnownWordsTests {
    private static func immortal(_ bytes: [UInt8]) -> UnsafeRawBufferPointer {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 64)
        copy.copyBytes(from: bytes)
        return UnsafeRawBufferPointer(rebasing: copy[..<bytes.count])
    }

    private static func words(_ words: String...) -> [(letters: [UInt16], isMarked: Bool)] {
        words.map { (FoldedText(folding: $0).letters, false) }
    }

    private static func maker() throws -> KnownWordMaker {
        try #require(KnownWordMaker(model: try Model.embedded()))
    }

    @Test("the built-in model knows of its words what the program computes: else run `warraq train words`")
    func embedded() throws {
        let model = try Model.embedded()
        let maker = try Self.maker()
        #expect(model.knownWords.count > 1000)
        var different: [String] = []
        for place in 0..<model.knownWords.count {
            let word = try #require(model.knownWords.word(at: place))
            let computed = maker.record(of: word.key.letters, isMarked: word.key.isMarked)
            if computed != word.record || model.knownWords.place(of: WordQuery(word.key)) != place {
                different.append(String(decoding: word.key.letters, as: UTF16.self))
            }
        }
        #expect(different.isEmpty, "\(different.count) words, the first «\(different.first ?? "")»")
    }

    @Test("what is found does not depend on whether words are known")
    func findings() throws {
        let embedded = try Model.embedded()
        let known = try Self.maker().table(of: Self.words("في", "وزير", "الخارجيه", "الهلال", "كتابا"), count: 100)
        let models = try [[:], [KnownWords.tableName: known]].map { try Self.model(with: $0) }
        #expect(models.map(\.knownWords.count) == [0, 5])
        let texts = [
            "قال وزير الخارجية الروسي سيرغي لافروف إن موسكو ترحب بالحوار مع الولايات المتحدة في جنيف.",
            "فاز نادي الهلال السعودي على نادي النصر بهدفين، وأحرز سالم الدوسري هدفا في الدقيقة 89. شكراً وفي كتابٍ كتاباً وكتابا",
            "عبد الرحمن بن محمد آل سعود، الأمم المتحدة وللأمم المتحدة، BBC و٢٠٢٤ — ؟",
            "تأهل الفريق لكأس ألمانيا بعد فوزه ودوري أبطال أوروبا",
            "تقوده السعودية وتزور السعودية، وميزانية السعودية بألمانيا",
            "ذكرت صحيفة الوطن أن أحياء النسيم والروضة والملز، وقال اللاعب بوتشيتينهو لـ«الوطن» إن البطولة",
            "وسيستخدمونهاالمتعاقدونالجدد في وزارة", "", "و",
        ]
        for text in texts {
            for kind in [Section.Kind.lead, .body] {
                let section = SectionText(kind: kind, text: text)
                let findings = ([embedded] + models).map { model in
                    var extractor = Extractor(model: model)
                    return extractor.findings(in: section)
                }
                #expect(findings[1] == findings[0], "\(text)")
                #expect(findings[2] == findings[0], "\(text)")
            }
        }
    }

    /// The built-in model with these tables in the place of its known words.
    private static func model(with tables: [String: [UInt8]]) throws -> Model {
        let file = try ModelFile.embedded()
        var all = tables
        for name in file.names where name != KnownWords.tableName { all[name] = file.table(name).map(Array.init) }
        return try Model(file: ModelFile(bytes: immortal(ModelFile.encode(all))))
    }

    @Test("a word is found with its own mark alone, and what is not there is not")
    func lookup() throws {
        let words = Self.words("في", "كتابا", "في", "من") + [(FoldedText(folding: "كتابا").letters, true)]
        let known = try KnownWords(bytes: Self.immortal(Self.maker().table(of: words, count: 100)))
        func place(_ word: String, isMarked: Bool = false) -> Int? {
            let letters = Array(word.utf16)
            return letters.withUnsafeBufferPointer { WordKey($0.indices, of: $0, isMarked: isMarked) }
                .flatMap { known.place(of: WordQuery($0)) }
        }
        #expect(known.count == 4)
        #expect([place("في"), place("كتابا"), place("من"), place("كتابا", isMarked: true)] == [0, 1, 2, 3])
        #expect([place("فى"), place("من", isMarked: true), place(""), place("عن")] == [nil, nil, nil, nil])
        #expect(KnownWords().place(of: WordQuery(WordKey.none)) == nil)
        #expect(known.word(at: 4) == nil)
    }

    @Test("a table has so many words at most, from the first on; without any it is refused")
    func size() throws {
        let maker = try Self.maker()
        let table = maker.table(of: Self.words("في", "من", "على"), count: 2)
        let known = try KnownWords(bytes: Self.immortal(table))
        #expect((0..<known.count).map { known.word(at: $0)?.key.letters } == [Array("في".utf16), Array("من".utf16)])
        #expect(throws: ModelError.self) { try KnownWords(bytes: Self.immortal(maker.table(of: [], count: 2))) }
    }

    @Test("a table that is cut off, of another version, or has what can't be is refused")
    func hostile() throws {
        let table = try Self.maker().table(of: Self.words("في", "من", "على"), count: 3)
        for length in [0, 4, 63, 64, 80, table.count - KnownWord.size, table.count - 1] {
            #expect(throws: ModelError.self) { try KnownWords(bytes: Self.immortal(Array(table.prefix(length)))) }
        }
        #expect(throws: ModelError.self) { try KnownWords(bytes: Self.immortal(table + [0])) }
        let record = table.count - KnownWord.size
        let faults: [(offset: Int, value: UInt8)] = [
            (0, 9), (4, 4), (7, 255), (8, 0), (8, 63), (11, 128), (record + 15, 0x73), (record + 48, 0xA0),
            (record + 49, 4), (record + 50, 4), (record + 51, 4),
        ]
        for fault in faults {
            var broken = table
            broken[fault.offset] = fault.value
            #expect(throws: ModelError.self, "\(fault)") { try KnownWords(bytes: Self.immortal(broken)) }
        }
        // Each byte of the choices: no place that is none is taken.
        for offset in 64..<table.count - 3 * KnownWord.size {
            var broken = table
            broken[offset] = 255
            let isPlace = (offset - 64) % 16 >= 8
            let isRefused = (try? KnownWords(bytes: Self.immortal(broken))) == nil
            #expect(isRefused == isPlace, "\(offset)")
        }
    }
}
