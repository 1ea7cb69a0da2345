package import ArabicText

/// How many words a segmenter cuts as a corpus does.
package struct SegmentationScores: Sendable, Equatable {
    /// What counts as right.
    package enum Level: Sendable {
        /// All parts: clitics, article, stem, endings, as in Farasa's evaluation.
        case full
        /// Conjunctions, prepositions, س and pronouns alone: article and endings stay with the stem.
        case clitics
    }

    package private(set) var words = 0
    package private(set) var right = 0
    /// Each wrong word once, with what was wanted and how often, by number.
    package private(set) var faults: [(expected: String, found: String, count: Int)] = []

    package static func == (left: SegmentationScores, right: SegmentationScores) -> Bool {
        left.words == right.words && left.right == right.right
    }

    /// Scores `segmenter` on `words`; a word is right where all of its parts are.
    package init(_ segmenter: inout WordSegmenter, on words: [SegmentedWord], level: Level) {
        var wrong: [[String]: Int] = [:]
        for word in words {
            self.words += 1
            let found = Self.parts(of: word.word, using: &segmenter, level: level)
            if found == word.parts {
                right += 1
            } else {
                wrong[[word.parts.joined(separator: "+"), found.joined(separator: "+")], default: 0] += 1
            }
        }
        faults = wrong.sorted { ($1.value, $0.key[0], $0.key[1]) < ($0.value, $1.key[0], $1.key[1]) }
            .map { ($0.key[0], $0.key[1], $0.value) }
    }

    package var line: String {
        let hundredths = words == 0 ? 0 : (right * 10000 + words / 2) / words
        let digits = String(hundredths % 100 + 100).dropFirst()
        return "\(right) of \(words) words right, \(hundredths / 100).\(digits) %"
    }

    private static func parts(of word: String, using segmenter: inout WordSegmenter, level: Level) -> [String] {
        let scalars = Array(word.unicodeScalars)
        let letters = SegmentationLetters.fold(word)
        guard letters.count == scalars.count else { return [word] }
        let segmentation = segmenter.segmentation(of: letters)
        func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
        switch level {
        case .full:
            return segmentation.parts.map { part in
                switch part {
                case .article: "ال"
                case .letters(let range): text(range)
                }
            }
        case .clitics:
            let clitics = segmentation.clitics
            let end = letters.count - clitics.suffixLength
            var parts = (0..<clitics.nameStart).map { text($0..<$0 + 1) }
            let isContracted = clitics.article == .assimilated || clitics.article == .shared
            parts.append(
                (isContracted ? "ال" : "") + text((isContracted ? clitics.baseStart : clitics.nameStart)..<end)
            )
            if end < letters.count { parts.append(text(end..<letters.count)) }
            return parts
        }
    }
}

extension SegmentationTraining {
    /// Cuts `words` into `folds` pieces, learns from all but one and scores on that one, for each in turn. All faults.
    package func crossValidate(
        _ words: [SegmentedWord],
        folds: Int,
        report: (String) -> Void
    ) throws(TrainingError) -> [(expected: String, found: String, count: Int)] {
        var faults: [(expected: String, found: String, count: Int)] = []
        var right = 0
        for fold in 0..<folds {
            let piece = fold * words.count / folds..<(fold + 1) * words.count / folds
            let rest = Array(words[..<piece.lowerBound]) + Array(words[piece.upperBound...])
            var segmenter = try Self.segmenter(try tables(from: rest) { _ in })
            let scores = SegmentationScores(&segmenter, on: Array(words[piece]), level: .full)
            report("piece \(fold + 1): \(scores.line)")
            right += scores.right
            faults += scores.faults
        }
        report(
            "\(right) of \(words.count) words right, \(right * 10000 / max(1, words.count)) hundredths of a per cent"
        )
        return faults
    }
}
