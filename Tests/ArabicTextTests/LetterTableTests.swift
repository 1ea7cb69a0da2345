import ArabicText
import Testing

@Suite("Tables of words")
struct LetterTableTests {
    @Test("a list's words stand between white space, folded, whatever is written")
    func list() {
        let table = LetterTable(list: "  أحمد\nفاطمة   مُحمَّد \n", as: 4)
        for word in ["أحمد", "احمد", "فاطمه", "محمد"] { #expect(table[folded(word)] == 4, "\(word)") }
        for word in ["", " ", "أحمد فاطمة", "احم"] { #expect(table[folded(word)] == nil, "\(word)") }
    }

    @Test("a word of several lists has the values of all")
    func lists() {
        let table = LetterTable(lists: [("دوري كأس", 1), ("كاس بطولة", 2), ("", 8)])
        #expect(table[folded("دوري")] == 1)
        #expect(table[folded("كأس")] == 3)
        #expect(table[folded("بطولة")] == 2)
    }

    @Test("a name stays whole")
    func names() {
        let table = LetterTable(names: ["سلطنة عمان", "مسقط", ""])
        #expect(table[folded("سلطنة عمان")] == 1)
        #expect(table[folded("سلطنة")] == nil)
        #expect(table[folded("مسقط")] == 1)
    }

    @Test("words are folded in lists as they are in texts")
    func folding() {
        let words = "مؤمن مٶمن ﷲ إسراء شكراً ـة ه͏ه \u{648}\u{654}لد A\u{301}b 𐎀"
        let expected = words.split(separator: " ").map { FoldedText(folding: String($0)).letters }
        #expect(LetterTable.words(of: words) == expected)
    }

    private func folded(_ word: String) -> ArraySlice<UInt16> { FoldedText(folding: word).letters[...] }
}
