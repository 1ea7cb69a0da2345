/// Learns the weights of ``SegmentationModel`` from segmented words: a log-linear model over a word's readings, by
/// stochastic gradient descent with AdaGrad's step sizes (Duchi, Hazan and Singer 2011).
///
/// Its floating point is + − × ÷ and square roots, its exponential a product: the same words give the same bytes on
/// every machine.
package struct SegmentationLearner {
    /// A word to learn: its letters, which of its readings is right, and how often it stands in the corpus.
    package struct Word: Sendable {
        package var letters: [UInt16]
        package var parts: [[UInt16]]
        package var count: Int

        package init(letters: [UInt16], parts: [[UInt16]], count: Int) {
            self.letters = letters
            self.parts = parts
            self.count = count
        }

        /// The number of the right reading and its stem; `nil` where the tables of affixes do not have it.
        package var rightReading: (number: Int, stem: [UInt16])? {
            var found: (Int, [UInt16])?
            var number = 0
            letters.withUnsafeBufferPointer { word in
                SegmentationReadings.each(of: word) { reading in
                    if found == nil, reading.partLetters(of: letters) == parts {
                        found = (number, Array(letters[reading.stem]))
                    }
                    number += 1
                }
            }
            return found
        }
    }

    private struct Example {
        var rows: [[UInt32]]
        var right: Int
        var weight: Double
    }

    private let rowBits: Int
    private var examples: [Example] = []
    private var weights: [Double]
    private var squares: [Double]

    private static let step = 0.1
    private static let decay = 0.0001

    /// - Parameter lexicon: has the stems of `words`, each counted for each different word that has it: `stemCounts`.
    package init(
        words: [Word],
        lexicon: SegmentationLexicon,
        stemCounts: [UInt64: Int],
        rowBits: Int
    ) {
        self.rowBits = rowBits
        weights = Array(repeating: 0, count: 1 << rowBits)
        squares = weights
        var features = SegmentationFeatures(lexicon: lexicon, rowBits: rowBits)
        for word in words {
            guard let right = word.rightReading else { continue }
            let stem = SegmentationHash(right.stem).value
            features.heldOut = (stem, SegmentationLexicon.level(count: (stemCounts[stem] ?? 1) - 1))
            var rows: [[UInt32]] = []
            word.letters.withUnsafeBufferPointer { letters in
                SegmentationReadings.each(of: letters) { reading in
                    features.compute(letters, reading)
                    rows.append(features.rows)
                }
            }
            guard rows.count > 1 else { continue }
            // 1 for once, and one more each time the count doubles.
            let weight = Double(Int.bitWidth - max(word.count, 1).leadingZeroBitCount)
            examples.append(Example(rows: rows, right: right.number, weight: weight))
        }
    }

    /// One pass over the words in an order that `random` gives. The share of words that were read right.
    package mutating func learn(using random: inout some RandomNumberGenerator) -> Double {
        examples.shuffle(using: &random)
        var right = 0
        var scores: [Double] = []
        for example in examples {
            scores.removeAll(keepingCapacity: true)
            for rows in example.rows { scores.append(rows.reduce(0) { $0 + weights[Int($1)] }) }
            let highest = scores.max() ?? 0
            if scores[example.right] == highest { right += 1 }
            var sum = 0.0
            for index in scores.indices {
                scores[index] = Self.exponential(scores[index] - highest)
                sum += scores[index]
            }
            for (index, rows) in example.rows.enumerated() {
                let gradient = (scores[index] / sum - (index == example.right ? 1 : 0)) * example.weight
                guard gradient > 0.0001 || gradient < -0.0001 else { continue }
                for row in rows {
                    let row = Int(row)
                    let part = gradient + Self.decay * weights[row]
                    squares[row] += part * part
                    weights[row] -= Self.step * part / (0.000001 + squares[row].squareRoot())
                }
            }
        }
        return Double(right) / Double(max(1, examples.count))
    }

    /// The weights so far, one for each row.
    package var learnt: [Double] { weights }

    /// The table of weights for the model file: the greatest becomes 127.
    package static func table(_ weights: [Double]) -> [UInt8] {
        let greatest = weights.reduce(0.000001) { max($0, $1 < 0 ? -$1 : $1) }
        return weights.map { UInt8(bitPattern: Int8(max(-127, min(127, ($0 * 127 / greatest).rounded())))) }
    }

    /// e to the power of `x`, 0 or less, near enough: (1 + x / 1024) to the power of 1024.
    private static func exponential(_ x: Double) -> Double {
        guard x > -700 else { return 0 }
        var power = 1 + x / 1024
        for _ in 0..<10 { power *= power }
        return power
    }
}

extension WordSegmentation {
    /// The letters of each part; an article behind ل as ال.
    package func partLetters(of word: [UInt16]) -> [[UInt16]] {
        parts.map { part in
            switch part {
            case .article: [0x627, 0x644]
            case .letters(let range): Array(word[range])
            }
        }
    }
}
