import Foundation
import Testing

@Suite("Hostile bytes")
struct HostileBytesTests {
    @Test("what fuzzing found holds what must hold for every input", arguments: ["messages", "journal", "peers"])
    func corpus(target: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Fuzz/corpus/\(target)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        try #require(!names.isEmpty)
        for name in names {
            let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
            let violations = bytes.withUnsafeBytes { MessageProperties.violations(of: $0, target: target) }
            #expect(violations == [], "\(target)/\(name)")
        }
    }

    @Test("strangers that say anything cost honest peers nothing, and memory has its bounds")
    func strangers() {
        let seed = UInt64.random(in: 0 ... .max)
        print("HostileBytesTests: seed \(seed)")
        var random = RandomMessages(seed: seed)
        for _ in 0..<200 {
            let bytes = random.conversation(60)
            let violations = bytes.withUnsafeBytes { MessageProperties.violations(of: $0, target: "peers") }
            #expect(violations == [])
        }
    }
}
