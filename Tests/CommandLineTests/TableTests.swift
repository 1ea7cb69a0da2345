import Testing
import warraq

@Suite("Tables")
struct TableTests {
    @Test("columns are as wide as their widest cell, and the last is cut to fit")
    func layout() {
        var table = Table(["ID", "ARTICLE"])
        table.rows = [["1", "a short one"], ["22222", String(repeating: "x", count: 40)]]
        #expect(
            table.lines(width: 20) == [
                "ID     ARTICLE", "1      a short one", "22222  " + String(repeating: "x", count: 12) + "…",
            ]
        )
    }

    @Test("what comes from outside can't move the cursor, and takes the columns that it is seen to take")
    func harmless() {
        var table = Table(["ID", "ARTICLE"])
        table.rows = [["مُحَمَّد\u{1B}[2J", "\u{9B}31mأحمر\nسطر"], ["1", "\u{202E}مقلوب"]]
        #expect(table.lines(width: 80) == ["ID        ARTICLE", "مُحَمَّد [2J   31mأحمر سطر", "1         مقلوب"])
    }
}
