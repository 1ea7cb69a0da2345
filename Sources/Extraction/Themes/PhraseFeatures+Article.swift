extension PhraseFeatures {
    /// The features of every phrase of `article`, in its order.
    init(of article: ArticlePhrases, model: ThemeModel) {
        self.init(rows: article.phrases.count)
        var most = [Int](repeating: 1, count: ArticlePhrases.longest + 1)
        for phrase in article.phrases { most[phrase.length] = max(most[phrase.length], phrase.count) }
        let rarities = Self.rarities(of: article, model: model)
        let articleLength = Int32(FixedPoint.log2(article.tokenCount + 1))
        for (row, phrase) in article.phrases.enumerated() {
            addCounts(of: phrase, most: most[phrase.length], to: row)
            addPlaces(of: phrase, in: article, to: row)
            addWords(of: phrase, in: article, rarities: rarities, to: row)
            addForm(of: phrase.traits, to: row)
            self[row, .letters] = Int32(phrase.letters)
            self[row, .wordLetters] = Int32(phrase.letters * 16 / phrase.length)
            self[row, .articleLength] = articleLength
        }
        addWeights(of: article)
    }

    /// The rarity of each word of the article.
    private static func rarities(of article: ArticlePhrases, model: ThemeModel) -> [Int32] {
        let whole = max(1, FixedPoint.log2(model.backgroundDocuments + 1))
        return article.words.map { word in
            let documents = model.documentFrequency(ofStem: word.stem)
            return documents == 0 ? 1024 : Int32(max(0, 1023 - FixedPoint.log2(documents + 1) * 1024 / whole))
        }
    }

    private mutating func addCounts(of phrase: ArticlePhrases.Phrase, most: Int, to row: Int) {
        let count = phrase.count
        func share(_ part: Int) -> Int32 { Int32(truncatingIfNeeded: part * 1024 / count) }
        func capped(_ count: Int) -> Int32 { Int32(min(255, count)) }
        self[row, .words] = Int32(phrase.length)
        self[row, .count] = capped(count)
        self[row, .relativeFrequency] = Int32(count * 1024 / most)
        self[row, .headings] = capped(phrase.headings)
        self[row, .openings] = share(phrase.openings)
        self[row, .contained] = share(phrase.containing)
        self[row, .extensions] = capped(phrase.extensions)
        self[row, .attribute] = share(phrase.attributes)
        self[row, .maximal] = share(phrase.maximal)
        self[row, .proclitic] = share(phrase.proclitics)
        self[row, .place] = share(phrase.names.places)
        self[row, .person] = share(phrase.names.persons)
        self[row, .organisation] = share(phrase.names.organisations)
        self[row, .otherName] = share(phrase.names.others)
        self[row, .value] = share(phrase.names.values)
        self[row, .wholeName] = share(phrase.wholes)
        self[row, .piece] = share(phrase.pieces)
    }

    private mutating func addPlaces(of phrase: ArticlePhrases.Phrase, in article: ArticlePhrases, to row: Int) {
        let first = Int(article.words[phrase.first].start)
        let last = Int(article.words[phrase.last].start)
        let length = max(1, article.length)
        self[row, .first] = Int32(FixedPoint.log2(1 + first / 7))
        self[row, .firstShare] = Int32(first * 1024 / length)
        self[row, .lastShare] = Int32(last * 1024 / length)
        self[row, .spread] = Int32((last - first) * 1024 / length)
        self[row, .sections] = Int32(min(255, phrase.sections))
        self[row, .sectionShare] = Int32(phrase.sections * 1024 / max(1, article.minedSections))
    }

    private mutating func addWords(
        of phrase: ArticlePhrases.Phrase,
        in article: ArticlePhrases,
        rarities: [Int32],
        to row: Int
    ) {
        var (sum, greatest, least, unseen): (Int32, Int32, Int32, Int32) = (0, 0, 1024, 0)
        var (rarest, commonest) = (Int32.max, Int32(0))
        for word in phrase.range {
            let rarity = rarities[word]
            sum += rarity
            greatest = max(greatest, rarity)
            least = min(least, rarity)
            if rarity == 1024 { unseen += 1 }
            rarest = min(rarest, article.stemCounts[word])
            commonest = max(commonest, article.stemCounts[word])
        }
        let mean = sum / Int32(phrase.length)
        self[row, .rarity] = mean
        self[row, .greatestRarity] = greatest
        self[row, .leastRarity] = least
        self[row, .headRarity] = rarities[phrase.first]
        self[row, .endRarity] = rarities[phrase.first + phrase.length - 1]
        self[row, .unseen] = unseen
        self[row, .weight] = Int32(FixedPoint.log2(phrase.count + 1)) * mean / 1024
        self[row, .cohesion] = Int32(min(1024, phrase.count * 1024 / Int(max(1, rarest))))
        self[row, .dominance] = Int32(min(1024, phrase.count * 1024 / Int(max(1, commonest))))
        self[row, .leastWord] = min(255, rarest)
        self[row, .greatestWord] = min(255, commonest)
    }

    private mutating func addForm(of traits: PhraseTraits, to row: Int) {
        for (trait, feature) in Self.forms where traits.contains(trait) { self[row, feature] = 1 }
    }

    /// Weights of the phrases that have a phrase, and of those it has.
    private mutating func addWeights(of article: ArticlePhrases) {
        var greatest: Int32 = 1
        for row in article.phrases.indices { greatest = max(greatest, self[row, .weight]) }
        for (row, phrase) in article.phrases.enumerated() {
            let weight = self[row, .weight]
            self[row, .relativeWeight] = weight * 1024 / greatest
            guard phrase.length > 1 else { continue }
            for part in [
                article.phrase(from: phrase.first, length: phrase.length - 1),
                article.phrase(from: phrase.first + 1, length: phrase.length - 1),
            ] {
                guard let part else { continue }
                self[row, .shorterWeight] = max(self[row, .shorterWeight], self[part, .weight])
                self[part, .longerWeight] = max(self[part, .longerWeight], weight)
            }
        }
        for row in article.phrases.indices {
            let weight = max(1, self[row, .weight])
            self[row, .shorterWeight] = min(16384, self[row, .shorterWeight] * 1024 / weight)
            self[row, .longerWeight] = min(16384, self[row, .longerWeight] * 1024 / weight)
        }
    }

    private static let forms: [(PhraseTraits, PhraseFeature)] = [
        (.definite, .definite), (.construct, .construct), (.relational, .relational), (.pronoun, .pronoun),
        (.accusative, .accusative), (.genericHead, .genericHead), (.genericEnd, .genericEnd),
        (.genericInside, .genericInside), (.bare, .bare), (.apposition, .apposition), (.conjunction, .conjunction),
        (.attachment, .attachment),
        (.relationalEnd, .relationalEnd), (.foreign, .foreign), (.mayBeName, .mayBeName),
    ]
}
