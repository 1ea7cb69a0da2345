import Articles
import TestSupport
import Testing

@Suite("Checking UTF-8")
struct UTF8CheckTests {
    @Test("every damage is found where the standard library finds it, wherever it stands")
    func damage() throws {
        var random = SeededRandom(seed: 5)
        let folder = try TemporaryFolder()
        let pieces = [
            "نص عربي ", "a", "é", "\u{7FF}", "\u{800}", "ﻻ", "\u{FFFF}", "😀", "\u{10FFFF}", "في السوق المحلية اليوم ",
        ]
        let bad: [[UInt8]] = [
            [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xD8], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xEF, 0xBF],
            [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xD8, 0xD8, 0xA7],
        ]
        for round in 0..<600 {
            var bytes: [UInt8] = Array("قال ".utf8)
            for _ in 0..<Int.random(in: 0...20, using: &random) {
                bytes += Array((pieces.randomElement(using: &random) ?? "").utf8)
            }
            if round % 3 > 0 {
                let place = Int.random(in: 0...bytes.count, using: &random)
                bytes.insert(contentsOf: bad.randomElement(using: &random) ?? [], at: place)
                if round % 3 == 1 { bytes += Array("الخبر في الصحيفة الصادرة اليوم".utf8) }
            }
            let path = try folder.write("a.txt", bytes)
            let result = ArticleReader(inputs: [path], encoding: .utf8).next()
            var expected = ""
            var broken: Int?
            do throws(UTF8.ValidationError) {
                expected = String(copying: try UTF8Span(validating: bytes.span))
            } catch {
                broken = error.byteOffsets.lowerBound
            }
            switch result {
            case .success(let article): #expect(broken == nil && article.text == expected, "round \(round): \(bytes)")
            case .failure(let problem):
                let place = broken.map { "byte \($0) is" } ?? "nowhere"
                #expect(problem.reason.contains(place), "round \(round): \(bytes)")
            case nil: Issue.record("round \(round) was passed over")
            }
        }
    }
}
