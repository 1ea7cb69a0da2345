import ArabicText
import Extraction
import Testing

@Suite("What the spellings of a name have in common")
struct NameSpellingTests {
    private func skeleton(_ name: String) -> [UInt16]? {
        let text = CodePointIndex("قال \(name) أمس")
        return text.withUTF8 { NameSpelling.skeleton(of: 4..<4 + name.unicodeScalars.count, in: $0) }
    }

    @Test(
        "the consonants, those that stand for each other as one",
        arguments: [
            ("نتنياهو", "نتانياهو"), ("غوردون براون", "جوردن براون"), ("نَتَنياهو", "نتنياهو"), ("ڤيكتور", "فكتور"),
        ]
    )
    func same(one: String, other: String) throws {
        #expect(try #require(skeleton(one)) == #require(skeleton(other)))
    }

    @Test("too few consonants tell nothing, and what is no Arabic word neither", arguments: ["علي", "محمد 5", "BBC"])
    func none(name: String) {
        #expect(skeleton(name) == nil)
    }

    @Test("a name of letters and blanks is read as its tokens are")
    func plain() {
        let letters = [0x621...0x63A, 0x641...0x64A].joined().compactMap { Unicode.Scalar(UInt32($0)) }
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let words = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
                let word = (0..<Int.random(in: 1...7, using: &generator)).map { _ in
                    letters[Int.random(in: 0..<letters.count, using: &generator)]
                }
                return word.reduce(into: "") { $0.unicodeScalars.append($1) }
            }
            let name = words.joined(separator: " ")
            #expect(skeleton(name) == NameSpelling.skeleton(of: name), "\(name)")
        }
    }
}
