internal import ArabicText
internal import Extraction

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// Counts the words of open text, clitics cut off.
package struct BackgroundCounter {
    private var counts: [UInt64: Int] = [:]
    package private(set) var wordCount = 0

    package init() {}

    /// Counts all files below `folder`: `.txt` as text, `.json` the values of `context`, as SQuAD has them.
    package mutating func add(folder: URL) throws(TrainingError) {
        for file in try GazetteerCompiler.files(in: folder) {
            let path = folder.appending(path: file)
            if file.hasSuffix(".txt") {
                add(try GazetteerCompiler.text(path))
            } else if file.hasSuffix(".json") {
                for context in try GazetteerCompiler.json(path).values(ofKey: "context") { add(context) }
            }
        }
    }

    /// Counts the words of a text.
    package mutating func add(_ text: String) {
        let text = TokenizedText(text)
        text.folded.letters.withUnsafeBufferPointer { letters in
            for token in text.tokens where token.kind == .arabic {
                let word = UnsafeBufferPointer(rebasing: letters[token.letters])
                counts[BackgroundVocabulary.hash(ofWord: word), default: 0] += 1
                wordCount += 1
            }
        }
    }

    /// The table for the model file.
    package func table() -> [UInt8] { BackgroundVocabulary.table(counts: counts) }
}
