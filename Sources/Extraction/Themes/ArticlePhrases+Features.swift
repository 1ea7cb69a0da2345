extension ArticlePhrases {
    /// The features of every phrase, in the order of ``phrases``; `title` marks phrases that the article's title has.
    func features(model: ThemeModel) -> [PhraseFeatures] {
        var most = [Int](repeating: 1, count: PhraseCollector.longest + 1)
        for phrase in phrases {
            most[phrase.wordHashes.count] = max(most[phrase.wordHashes.count], phrase.mentions.count)
        }
        let whole = FixedPoint.log2(model.ranker.backgroundDocuments + 1)
        let length = Double(max(1, self.length))
        let articleLength = Double(FixedPoint.log2(tokenCount + 1)) / 16384
        return phrases.map { phrase in
            var features = PhraseFeatures(wordCount: phrase.wordHashes.count)
            guard let first = phrase.mentions.first, let last = phrase.mentions.last else { return features }
            let count = phrase.mentions.count
            let words = Double(phrase.wordHashes.count)
            features[.bias] = 1
            features[.frequency] = Double(FixedPoint.log2(count + 1)) / 8192
            features[.relativeFrequency] = Double(count) / Double(most[phrase.wordHashes.count])
            features[.first] = 1 - Double(first.range.lowerBound) / length
            // Six letters and a space a word.
            features[.early] = 1 / (1 + Double(first.range.lowerBound) / 350)
            features[.spread] = Double(last.range.lowerBound - first.range.lowerBound) / length
            features[.sections] = minedSections > 1 ? Double(phrase.sectionCount) / Double(minedSections) : 0
            features[.heading] = phrase.headingMentions > 0 ? 1 : 0
            addBackground(of: phrase, whole: Double(max(1, whole)), model: model, to: &features)
            addForm(of: phrase, to: &features)
            features[.contained] = Double(phrase.longest) / Double(count)
            features[.extensions] = Double(FixedPoint.log2(phrase.extensions + 1)) / 6144
            features[.threeWords] = words == 3 ? 1 : 0
            features[.fourWords] = words == 4 ? 1 : 0
            features[.letters] = Double(phrase.letterCount) / 20
            features[.articleLength] = articleLength
            features[.attribute] = phrase.traits.contains(.independent) ? 0 : 1
            features[.place] = phrase.placeMentions * 2 > count ? 1 : 0
            features[.name] = phrase.nameMentions * 2 > count ? 1 : 0
            return features
        }
    }

    private func addBackground(of phrase: Phrase, whole: Double, model: ThemeModel, to features: inout PhraseFeatures) {
        let words = Double(phrase.wordHashes.count)
        var sum = 0.0
        var greatest = 0.0
        var least = 1.0
        var frequencies = 0
        var rarest = Int.max
        for hash in phrase.wordHashes {
            let documents = model.documentFrequency(ofStem: hash)
            if documents == 0 { features[.unseen] = 1 }
            let rarity = max(0, 1 - Double(FixedPoint.log2(documents + 1)) / whole)
            sum += rarity
            greatest = max(greatest, rarity)
            least = min(least, rarity)
            let frequency = wordFrequency[hash] ?? 1
            frequencies += FixedPoint.log2(frequency + 1)
            rarest = min(rarest, frequency)
        }
        features[.rarity] = sum / words
        features[.greatestRarity] = greatest
        features[.leastRarity] = least
        features[.frequencyTimesRarity] = features[.frequency] * features[.rarity]
        features[.cohesion] = min(1, Double(phrase.mentions.count) / Double(max(1, rarest)))
        features[.wordFrequency] = Double(frequencies) / 8192 / words
    }

    private func addForm(of phrase: Phrase, to features: inout PhraseFeatures) {
        for (trait, feature) in Self.forms where phrase.traits.contains(trait) { features[feature] = 1 }
    }

    private static let forms: [(PhraseTraits, PhraseFeature)] = [
        (.definite, .definite), (.construct, .construct), (.relational, .relational), (.pronoun, .pronoun),
        (.accusative, .accusative), (.genericHead, .genericHead), (.genericEnd, .genericEnd), (.bare, .bare),
        (.apposition, .apposition), (.conjunction, .conjunction),
    ]
}
