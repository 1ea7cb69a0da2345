/// Measures the phrases of an article: what the ranker looks at in each.
struct PhraseMeasures {
    private let article: ArticlePhrases
    private let articleLength: Int32
    private let textLength: Whole
    private let heaviest: Whole
    private let minedSections: Whole

    init(of article: ArticlePhrases) {
        self.article = article
        articleLength = Int32(truncatingIfNeeded: FixedPoint.log2(article.tokenCount + 1))
        textLength = Whole(max(1, article.length))
        heaviest = Whole(Int(article.greatestWeight))
        minedSections = Whole(max(1, article.minedSections))
    }

    /// Writes the ``PhraseFeature`` values of a phrase to `values`, which has room for all of them; that of
    /// ``PhraseFeature/crowd`` is not known here, and stays as it is.
    func measure(_ phrase: PhraseCounts, into values: UnsafeMutablePointer<Int32>) {
        measure(phrase, into: Row(values: values, stride: 1))
    }

    /// Writes them to a lane of a ``PhraseForest``'s block.
    func measure(_ phrase: PhraseCounts, intoLane values: UnsafeMutablePointer<Int16>) {
        measure(phrase, into: Row(values: values, stride: PhraseForest.lanes))
    }

    @inline(__always)
    private func measure(_ counts: PhraseCounts, into row: Row<some FixedWidthInteger>) {
        measureCounts(of: counts, into: row)
        measurePlaces(of: counts, into: row)
        measureWords(of: counts, into: row)
        Self.measureForm(of: counts.traits, into: row)
        let phrase = counts.phrase
        let letters = Int32(phrase.letters)
        row[.letters] = letters
        row[.wordLetters] = letters * 16 / Int32(phrase.words)
        row[.articleLength] = articleLength
        row[.weight] = phrase.weight
        row[.relativeWeight] = heaviest.share(of: phrase.weight)
        row[.shorterWeight] = min(16384, phrase.shorterWeight * 1024 / max(1, phrase.weight))
        row[.longerWeight] = min(16384, phrase.longerWeight * 1024 / max(1, phrase.weight))
    }

    /// Where a phrase's values go. None is greater than 32767: counts and shares end at 16384, logarithms at 31 × 1024.
    private struct Row<Value: FixedWidthInteger> {
        let values: UnsafeMutablePointer<Value>
        /// Known where this is inlined: nothing is multiplied.
        let stride: Int

        @inline(__always)
        subscript(feature: PhraseFeature) -> Int32 {
            get { Int32(truncatingIfNeeded: values[feature.rawValue &* stride]) }
            nonmutating set { values[feature.rawValue &* stride] = Value(truncatingIfNeeded: newValue) }
        }
    }

    @inline(__always)
    private func measureCounts(of phrase: PhraseCounts, into row: Row<some FixedWidthInteger>) {
        let count = max(1, phrase.count)
        let whole = Whole(Int(count))
        let containing = phrase.phrase.containing
        row[.words] = Int32(phrase.phrase.words)
        row[.count] = min(255, count)
        row[.relativeFrequency] = Int32(Int(count) * 1024 / Int(article.most[phrase.length - 1]))
        row[.headings] = min(255, phrase.headings)
        row[.openings] = whole.share(of: phrase.openings)
        // It may stand oftener in longer ones than it names something.
        row[.contained] =
            containing <= count
            ? whole.share(of: containing) : Int32(truncatingIfNeeded: Int(containing) * 1024 / Int(count))
        row[.extensions] = min(255, phrase.phrase.extensions)
        row[.attribute] = whole.share(of: phrase.attributes)
        row[.maximal] = whole.share(of: phrase.maximal)
        row[.proclitic] = whole.share(of: phrase.proclitics)
        row[.place] = whole.share(of: phrase.places)
        row[.person] = whole.share(of: phrase.persons)
        row[.organisation] = whole.share(of: phrase.organisations)
        row[.otherName] = whole.share(of: phrase.otherNames)
        row[.value] = whole.share(of: phrase.values)
        row[.wholeName] = whole.share(of: phrase.wholes)
        row[.piece] = whole.share(of: phrase.pieces)
        row[.leftExtended] = whole.share(of: phrase.leftExtended)
        row[.rightExtended] = whole.share(of: phrase.rightExtended)
        row[.dependent] = whole.share(of: phrase.dependent)
        row[.severed] = whole.share(of: phrase.severed)
        row[.bareShare] = whole.share(of: phrase.bare)
    }

    @inline(__always)
    private func measurePlaces(of phrase: PhraseCounts, into row: Row<some FixedWidthInteger>) {
        let first = article.words[phrase.first].start
        let last = article.words[Int(phrase.phrase.last)].start
        row[.first] = Int32(truncatingIfNeeded: FixedPoint.log2(1 + Int(first) / 7))
        row[.firstShare] = textLength.share(of: first)
        row[.lastShare] = textLength.share(of: last)
        row[.spread] = textLength.share(of: last - first)
        row[.sections] = min(255, phrase.sections)
        row[.sectionShare] = minedSections.share(of: phrase.sections)
    }

    @inline(__always)
    private func measureWords(of phrase: PhraseCounts, into row: Row<some FixedWidthInteger>) {
        let (first, last) = (phrase.first, phrase.range.upperBound - 1)
        let length = Int32(phrase.phrase.words)
        var (greatest, least, unseen): (Int32, Int32, Int32) = (0, 1024, 0)
        var (rarest, commonest) = (Int32.max, Int32(0))
        var (subject, subjects, inTitle): (Int32, Int32, Int32) = (0, 0, 0)
        for word in first...last {
            let rarity = Int32(article.roles[word].rarity)
            greatest = max(greatest, rarity)
            least = min(least, rarity)
            if rarity == 1024 { unseen += 1 }
            let occurrences = article.stemCount(word)
            rarest = min(rarest, occurrences)
            commonest = max(commonest, occurrences)
            let own = Int32(truncatingIfNeeded: article.words[word].traits.subject)
            subject = max(subject, own)
            subjects += own
            if article.words[word].isInTitle { inTitle += 1 }
        }
        row[.subject] = subject
        row[.subjectSum] = subjects
        row[.headSubject] = Int32(truncatingIfNeeded: article.words[first].traits.subject)
        row[.endSubject] = Int32(truncatingIfNeeded: article.words[last].traits.subject)
        row[.title] = Self.share(of: inTitle, in: length)
        row[.rarity] = Int32(phrase.phrase.rarity)
        row[.greatestRarity] = greatest
        row[.leastRarity] = least
        row[.headRarity] = Int32(article.roles[first].rarity)
        row[.endRarity] = Int32(article.roles[last].rarity)
        row[.unseen] = unseen
        row[.cohesion] = Self.share(of: phrase.count, in: rarest)
        row[.dominance] = Self.share(of: phrase.count, in: commonest)
        row[.leastWord] = min(255, rarest)
        row[.greatestWord] = min(255, commonest)
    }

    /// At most the whole.
    @inline(__always)
    private static func share(of count: Int32, in whole: Int32) -> Int32 {
        count >= whole ? 1024 : Int32(Int(count) * 1024 / Int(max(1, whole)))
    }

    @inline(__always)
    private static func measureForm(of traits: PhraseTraits, into row: Row<some FixedWidthInteger>) {
        @inline(__always)
        func set(_ feature: PhraseFeature, _ trait: PhraseTraits) {
            row[feature] = traits.isDisjoint(with: trait) ? 0 : 1
        }
        set(.definite, .definite)
        set(.construct, .construct)
        set(.relational, .relational)
        set(.pronoun, .pronoun)
        set(.accusative, .accusative)
        set(.genericHead, .genericHead)
        set(.genericEnd, .genericEnd)
        set(.genericInside, .genericInside)
        set(.bare, .bare)
        set(.apposition, .apposition)
        set(.conjunction, .conjunction)
        set(.attachment, .attachment)
        set(.relationalEnd, .relationalEnd)
        set(.foreign, .foreign)
        set(.mayBeName, .mayBeName)
        set(.common, .common)
    }
}
