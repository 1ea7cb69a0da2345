import ArgumentParser
import Foundation
import Training

/// `warraq evaluate annotations`: how far two annotations of the same texts agree.
struct EvaluateAnnotations: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotations",
        abstract: "Compares two annotations of the same texts, by exact positions and types.",
        discussion: "The documents that both folders have are compared. The first counts as the reference."
    )

    @Option(help: "A folder of annotations as Annotations/GUIDELINES.md has them.")
    var first: String

    @Option(help: "Another folder, with annotations of the same documents.")
    var second: String

    @Option(help: "The folder of their texts.")
    var text: String

    func run() throws {
        let agreement = try AnnotationAgreement(
            first: URL(fileURLWithPath: first),
            second: URL(fileURLWithPath: second),
            texts: URL(fileURLWithPath: text)
        )
        print("\(agreement.documentCount) documents, \(agreement.wordCount) words")
        print(agreement.mentions.table)
        let tenths = Int((agreement.positions.f1 * 10).rounded())
        print("positions alone, whatever the type: F1 \(tenths / 10).\(tenths % 10)")
    }
}
