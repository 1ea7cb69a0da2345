/// Cuts words into clitics, stem and endings: the one place that decides what belongs to a word and what is only written
/// together with it.
///
/// Each reading that the tables of affixes allow is scored by a linear model over ``SegmentationFeatures``; the best
/// wins, of equals the one that cuts less. The word alone decides: in the training corpus 2 of 11,188 words have a
/// reading that only their sentence tells. So answers are kept in a table of fixed size. All arithmetic is in integers.
///
/// After K. Darwish and H. Mubarak, «Farasa: A New Fast and Accurate Arabic Word Segmenter» (2016), which ranks readings
/// so too. One for each thread: it keeps its buffers.
package struct WordSegmenter {
    private let model: SegmentationModel
    private var features: SegmentationFeatures
    private var cache: [Slot]
    private var folded: [UInt16] = []

    /// A word that was analysed, by a second hash of its letters, and the answer.
    private struct Slot {
        var hash: UInt64
        var segmentation: WordSegmentation
    }

    private static let cacheBits = 13
    /// Longer words are no words.
    private static let longestWord = 40

    /// - Parameter remembers: whether answers are kept, in a table of some 300 KB; not worth it for a few words.
    package init(model: SegmentationModel, remembers: Bool = true) {
        self.model = model
        features = SegmentationFeatures(lexicon: model.lexicon, rowBits: model.rowBits)
        let slot = Slot(hash: 0, segmentation: .init(uncut: 0))
        cache = Array(repeating: slot, count: remembers ? 1 << Self.cacheBits : 0)
    }

    /// The segmentation of `word`, letters of ``SegmentationLetters``. A word that is not of Arabic letters alone is
    /// not cut.
    package mutating func segmentation(of word: UnsafeBufferPointer<UInt16>) -> WordSegmentation {
        guard word.count > 1, word.count <= Self.longestWord else { return .init(uncut: word.count) }
        guard !cache.isEmpty else { return analysed(word).segmentation }
        // Begins with the length: letters of value zero in front would not count otherwise.
        var hash = UInt64(word.count)
        for letter in word { hash = (hash ^ UInt64(letter)) &* 0x9E37_79B9_7F4A_7C15 &+ hash >> 47 }
        hash = SegmentationHash.mix(hash) | 1
        let slot = Int(truncatingIfNeeded: hash >> UInt64(64 - Self.cacheBits))
        if cache[slot].hash == hash, cache[slot].segmentation.letterCount == word.count {
            return cache[slot].segmentation
        }
        let segmentation = analysed(word).segmentation
        cache[slot] = Slot(hash: hash, segmentation: segmentation)
        return segmentation
    }

    package mutating func segmentation(of word: [UInt16]) -> WordSegmentation {
        word.withUnsafeBufferPointer { segmentation(of: $0) }
    }

    /// The clitics of a word of folded text (``FoldedText``), where heh at the end may stand for teh marbuta: the
    /// reading that scores higher decides.
    package mutating func clitics(ofFolded word: ArraySlice<UInt16>) -> CliticSplit {
        folded.removeAll(keepingCapacity: true)
        folded.append(contentsOf: word)
        guard folded.count > 1, folded.count <= Self.longestWord else {
            return WordSegmentation(uncut: folded.count).clitics
        }
        let asWritten = folded.withUnsafeBufferPointer { analysed($0) }
        guard folded[folded.count - 1] == 0x647 else { return asWritten.segmentation.clitics }
        folded[folded.count - 1] = 0x629
        let withTehMarbuta = folded.withUnsafeBufferPointer { analysed($0) }
        return (withTehMarbuta.score >= asWritten.score ? withTehMarbuta : asWritten).segmentation.clitics
    }

    private mutating func analysed(
        _ word: UnsafeBufferPointer<UInt16>
    ) -> (segmentation: WordSegmentation, score: Int32) {
        var best = (segmentation: WordSegmentation(uncut: word.count), score: Int32.min)
        guard word.allSatisfy({ (0x621...0x64A).contains($0) }) else { return best }
        SegmentationReadings.each(of: word) { reading in
            features.compute(word, reading)
            let score = model.score(features.rows)
            if score > best.score { best = (reading, score) }
        }
        return best
    }
}

/// All readings of a word that the tables of affixes allow.
enum SegmentationReadings {
    /// Calls `body` with each, the uncut word first. A stem keeps one letter at least.
    @inline(__always)
    static func each(of word: UnsafeBufferPointer<UInt16>, _ body: (WordSegmentation) -> Void) {
        guard let last = word.last else { return }
        let endings = WordSuffixes.ending(with: last)
        WordPrefixes.each(of: word) { prefixes, start in
            body(WordSegmentation(prefixes: prefixes, stem: start..<word.count))
            for suffixes in endings {
                let entry = WordSuffixes.all[Int(suffixes.code)]
                let end = word.count - entry.letters.count
                guard end > start else { continue }
                var isThere = true
                for index in entry.letters.indices where word[end + index] != entry.letters[index] {
                    isThere = false
                    break
                }
                if isThere { body(WordSegmentation(prefixes: prefixes, stem: start..<end, suffixes: suffixes)) }
            }
        }
    }
}
