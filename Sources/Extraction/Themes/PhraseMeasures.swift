/// Measures the phrases of an article: what the ranker looks at in each, made when it is asked for, since most phrases
/// are looked at once.
struct PhraseMeasures {
    private let article: ArticlePhrases
    /// The rarity of each word.
    private let rarities: [Int32]
    /// Of each phrase: its weight, and the greatest of a longer and of a shorter phrase by one word.
    private var weights: [Int32] = []
    private var longerWeights: [Int32] = []
    private var shorterWeights: [Int32] = []
    private var greatestWeight: Int32 = 1
    /// Occurrences of the most frequent phrase of each length.
    private var most: (Int32, Int32, Int32, Int32) = (1, 1, 1, 1)
    private let articleLength: Int32

    init(of article: ArticlePhrases, model: ThemeModel) {
        self.article = article
        rarities = Self.rarities(of: article, model: model)
        articleLength = Int32(FixedPoint.log2(article.tokenCount + 1))
        weigh()
    }

    var count: Int { article.phrases.count }
    var isTitled: Bool { article.isTitled }

    /// The rarity of each word of the article.
    private static func rarities(of article: ArticlePhrases, model: ThemeModel) -> [Int32] {
        let ahead = 8
        return article.words.withUnsafeBufferPointer { words in
            for word in words.prefix(ahead) { model.fetchDocumentFrequency(ofStem: word.stem) }
            return words.indices.map { index in
                if index + ahead < words.count { model.fetchDocumentFrequency(ofStem: words[index + ahead].stem) }
                return model.rarity(ofStem: words[index].stem)
            }
        }
    }

    /// Weights of the phrases, of those that have a phrase, and of those it has.
    private mutating func weigh() {
        let count = article.phrases.count
        let rarities = rarities
        var most = most
        var greatest = greatestWeight
        article.phrases.withUnsafeBufferPointer { phrases in
            weights = Array(unsafeUninitializedCapacity: count) { weights, initialized in
                for (row, phrase) in phrases.enumerated() {
                    switch phrase.length {
                    case 1: most.0 = max(most.0, phrase.count)
                    case 2: most.1 = max(most.1, phrase.count)
                    case 3: most.2 = max(most.2, phrase.count)
                    default: most.3 = max(most.3, phrase.count)
                    }
                    let first = Int(phrase.first)
                    var sum: Int32 = 0
                    for word in first..<first + Int(phrase.length) { sum += rarities[word] }
                    let weight = Int32(FixedPoint.log2(Int(phrase.count) + 1)) * (sum / phrase.length) / 1024
                    greatest = max(greatest, weight)
                    weights.initializeElement(at: row, to: weight)
                }
                initialized = count
            }
            longerWeights = Array(repeating: 0, count: count)
            shorterWeights = longerWeights
            let article = article
            weights.withUnsafeBufferPointer { weights in
                longerWeights.withUnsafeMutableBufferPointer { longer in
                    shorterWeights.withUnsafeMutableBufferPointer { shorter in
                        for (row, phrase) in phrases.enumerated() where phrase.length > 1 {
                            let (first, length) = (Int(phrase.first), Int(phrase.length))
                            for start in first...first + 1 {
                                guard let part = article.phrase(from: start, length: length - 1) else { continue }
                                shorter[row] = max(shorter[row], weights[part])
                                longer[part] = max(longer[part], weights[row])
                            }
                        }
                    }
                }
            }
        }
        self.most = most
        greatestWeight = greatest
    }

    /// A quick estimate, in 1024ths of log odds, of whether the forest would choose phrase number `index`; `nil` if it is
    /// none that is ever chosen.
    ///
    /// Coefficients of a logistic regression to which phrases are among the best fifteen in NTREX-128 and AKEC. Of the ten
    /// best of newspaper articles, which it was not fitted to, 99.7 % were among the greatest 128 of an article.
    @inline(__always)
    func preview(_ index: Int) -> Int32? {
        let phrase = article.phrases[index]
        guard phrase.count > 0 else { return nil }
        @inline(__always)
        func share(_ part: Int32, _ coefficient: Int) -> Int {
            part == 0 ? 0 : part >= phrase.count ? coefficient : Int(part) * coefficient / Int(phrase.count)
        }
        let first = Int(phrase.first)
        var sum = Int(weights[index]) * 2066 / Int(greatestWeight)
        sum -= (FixedPoint.log2(1 + Int(article.words[first].start) / 7) * 620) >> 10
        sum += (FixedPoint.log2(Int(phrase.count) + 1) * 2923) >> 10
        switch phrase.length {
        case 1: sum -= 2960 + share(phrase.containing, 296)
        case 2: sum += 255 - share(phrase.containing, 497)
        default: break
        }
        sum -= share(phrase.attributes, 2215) + share(phrase.pieces, 4462) + share(phrase.severed, 3351)
        sum -= share(phrase.names.values, 5533)
        sum += share(phrase.wholes, 3638) + share(phrase.maximal, 486)
        if phrase.traits.contains(.pronoun) { sum -= 3853 }
        if phrase.traits.contains(.accusative) { sum -= 2335 }
        if phrase.traits.contains(.genericEnd) { sum -= 2487 }
        if phrase.traits.contains(.genericHead) { sum -= phrase.length == 1 ? 2607 : 1327 }
        if phrase.traits.contains(.common) { sum -= phrase.length == 1 ? 9132 : 1985 }
        if article.words[first].isInTitle, article.words[first + Int(phrase.length) - 1].isInTitle { sum += 1684 }
        return Int32(truncatingIfNeeded: sum)
    }

    /// Writes the ``PhraseFeature`` values of phrase number `index` to `values`, which has room for all of them; that of
    /// ``PhraseFeature/crowd`` is not known here, and stays as it is.
    func measure(_ index: Int, into values: UnsafeMutablePointer<Int32>) {
        measure(index, into: Row(values: values, stride: 1))
    }

    /// Writes them to a lane of a ``PhraseForest``'s block.
    func measure(_ index: Int, intoLane values: UnsafeMutablePointer<Int16>) {
        measure(index, into: Row(values: values, stride: PhraseForest.lanes))
    }

    @inline(__always)
    private func measure(_ index: Int, into row: Row<some FixedWidthInteger>) {
        let phrase = article.phrases[index]
        measureCounts(of: phrase, into: row)
        measurePlaces(of: phrase, into: row)
        measureWords(of: phrase, into: row)
        Self.measureForm(of: phrase.traits, into: row)
        row[.letters] = min(phrase.letters, 2047)
        row[.wordLetters] = min(phrase.letters, 2047) * 16 / phrase.length
        row[.articleLength] = articleLength
        let weight = weights[index]
        row[.weight] = weight
        row[.relativeWeight] = weight * 1024 / greatestWeight
        row[.shorterWeight] = min(16384, shorterWeights[index] * 1024 / max(1, weight))
        row[.longerWeight] = min(16384, longerWeights[index] * 1024 / max(1, weight))
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
    private func measureCounts(of phrase: ArticlePhrases.Phrase, into row: Row<some FixedWidthInteger>) {
        let count = max(1, phrase.count)
        // Most phrases stand once, and most of what is counted is none or all of it: nothing to divide.
        @inline(__always)
        func share(_ part: Int32) -> Int32 {
            if part == 0 { return 0 }
            if part == count { return 1024 }
            return Int32(truncatingIfNeeded: Int(part) * 1024 / Int(count))
        }
        let greatest =
            switch phrase.length {
            case 1: most.0
            case 2: most.1
            case 3: most.2
            default: most.3
            }
        row[.words] = phrase.length
        row[.count] = min(255, count)
        row[.relativeFrequency] = Int32(Int(count) * 1024 / Int(greatest))
        row[.headings] = min(255, phrase.headings)
        row[.openings] = share(phrase.openings)
        row[.contained] = share(phrase.containing)
        row[.extensions] = min(255, phrase.extensions)
        row[.attribute] = share(phrase.attributes)
        row[.maximal] = share(phrase.maximal)
        row[.proclitic] = share(phrase.proclitics)
        row[.place] = share(phrase.names.places)
        row[.person] = share(phrase.names.persons)
        row[.organisation] = share(phrase.names.organisations)
        row[.otherName] = share(phrase.names.others)
        row[.value] = share(phrase.names.values)
        row[.wholeName] = share(phrase.wholes)
        row[.piece] = share(phrase.pieces)
        row[.leftExtended] = share(phrase.leftExtended)
        row[.rightExtended] = share(phrase.rightExtended)
        row[.dependent] = share(phrase.dependent)
        row[.severed] = share(phrase.severed)
        row[.bareShare] = share(phrase.bare)
    }

    @inline(__always)
    private func measurePlaces(of phrase: ArticlePhrases.Phrase, into row: Row<some FixedWidthInteger>) {
        let first = Int(article.words[Int(phrase.first)].start)
        let last = Int(article.words[Int(phrase.last)].start)
        let length = max(1, article.length)
        let firstShare = Int32(first * 1024 / length)
        row[.first] = Int32(FixedPoint.log2(1 + first / 7))
        row[.firstShare] = firstShare
        row[.lastShare] = last == first ? firstShare : Int32(last * 1024 / length)
        row[.spread] = last == first ? 0 : Int32((last - first) * 1024 / length)
        row[.sections] = min(255, phrase.sections)
        row[.sectionShare] = Int32(Int(phrase.sections) * 1024 / max(1, article.minedSections))
    }

    @inline(__always)
    private func measureWords(of phrase: ArticlePhrases.Phrase, into row: Row<some FixedWidthInteger>) {
        let (first, length) = (Int(phrase.first), Int(phrase.length))
        var (sum, greatest, least, unseen): (Int32, Int32, Int32, Int32) = (0, 0, 1024, 0)
        var (rarest, commonest) = (Int32.max, Int32(0))
        var (subject, subjects, inTitle): (Int32, Int32, Int32) = (0, 0, 0)
        for word in first..<first + length {
            let rarity = rarities[word]
            sum += rarity
            greatest = max(greatest, rarity)
            least = min(least, rarity)
            if rarity == 1024 { unseen += 1 }
            let occurrences = article.stemCounts[word]
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
        row[.endSubject] = Int32(truncatingIfNeeded: article.words[first + length - 1].traits.subject)
        row[.title] = Self.share(of: inTitle, in: phrase.length)
        row[.rarity] = sum / phrase.length
        row[.greatestRarity] = greatest
        row[.leastRarity] = least
        row[.headRarity] = rarities[first]
        row[.endRarity] = rarities[first + length - 1]
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
