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
}
