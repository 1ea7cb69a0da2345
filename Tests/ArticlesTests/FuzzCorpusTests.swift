import Foundation
import Testing

@Suite("Inputs that fuzzing found")
struct FuzzCorpusTests {
    @Test(
        "hold what must hold for every input",
        arguments: ["text", "markdown", "html", "jsonl", "rss", "splitter"]
    )
    func replay(target: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Fuzz/corpus/\(target)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        try #require(!names.isEmpty)
        for name in names {
            let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
            let violations = bytes.withUnsafeBytes { ArticleProperties.violations(of: $0, target: target) }
            #expect(violations == [], "\(target)/\(name)")
        }
    }
}
