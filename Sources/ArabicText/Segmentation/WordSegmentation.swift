/// A word cut into clitics, stem and endings. Counts are letters of the word that was analysed.
package struct WordSegmentation: Sendable, Hashable {
    var prefixes = WordPrefixes()
    var suffixes = WordSuffixes(code: 0)
    package var stem: Range<Int>

    init(prefixes: WordPrefixes = WordPrefixes(), stem: Range<Int>, suffixes: WordSuffixes = WordSuffixes(code: 0)) {
        self.prefixes = prefixes
        self.stem = stem
        self.suffixes = suffixes
    }

    /// A word of `count` letters that nothing is cut off.
    package init(uncut count: Int) { self.init(stem: 0..<count) }

    /// Letters of the whole word.
    var letterCount: Int { stem.upperBound + suffixes.length }

    /// The clitics alone: endings that are no pronouns stay with the base.
    package var clitics: CliticSplit {
        let baseStart = stem.lowerBound
        let nameStart =
            switch prefixes.article {
            case .written: baseStart - 2
            case .assimilated: baseStart - 1
            case .shared, .none: baseStart
            }
        return CliticSplit(
            proclitics: prefixes.proclitics,
            article: prefixes.article,
            nameStart: nameStart,
            baseStart: baseStart,
            suffixLength: suffixes.pronounLength
        )
    }

    /// What is to be known of one part.
    package enum Part: Sendable, Equatable {
        /// Letters of the word.
        case letters(Range<Int>)
        /// An article that is not written in full behind ل.
        case article
    }

    /// All parts in order: conjunction, particle, article, stem, endings, pronoun.
    package var parts: [Part] {
        var parts: [Part] = []
        var position = 0
        if prefixes.conjunction != .none {
            parts.append(.letters(0..<1))
            position = 1
        }
        if prefixes.particle != .none {
            parts.append(.letters(position..<position + 1))
            position += 1
        }
        switch prefixes.article {
        case .none: break
        case .written: parts.append(.letters(position..<position + 2))
        case .assimilated, .shared: parts.append(.article)
        }
        parts.append(.letters(stem))
        let first = suffixes.firstLength
        let second = suffixes.length - first
        if first > 0 { parts.append(.letters(stem.upperBound..<stem.upperBound + first)) }
        if second > 0 { parts.append(.letters(stem.upperBound + first..<stem.upperBound + first + second)) }
        return parts
    }
}

/// The letters that segmentation reads.
package enum SegmentationLetters {
    /// `word` folded as ``LetterFolding`` does, but with the letters that tell an ending or an article from other
    /// letters as they are: ة (always an ending, ه seldom), ى (never a pronoun), أ إ آ (in no article).
    package static func fold(_ word: some StringProtocol) -> [UInt16] {
        var letters: [UInt16] = []
        letters.reserveCapacity(word.utf8.count / 2)
        for scalar in word.unicodeScalars {
            switch scalar.value {
            case 0x622, 0x623, 0x625, 0x629, 0x649: letters.append(UInt16(scalar.value))
            case 0x6C3: letters.append(0x629)
            default: LetterFolding.fold(scalar) { letters.append($0) }
            }
        }
        return letters
    }

    /// The letter by which the lexicon knows this one: alef and yeh without what writers leave out.
    @inline(__always)
    static func key(_ letter: UInt16) -> UInt16 {
        switch letter {
        case 0x622, 0x623, 0x625: 0x627
        case 0x649: 0x64A
        default: letter
        }
    }
}
