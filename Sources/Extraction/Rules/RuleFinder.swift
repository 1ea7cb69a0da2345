package import ArabicText

/// Finds what rules find well: dates, times, money, percentages, quantities and addresses, with their values.
package enum RuleFinder {
    /// How sure a rule's mention is, in thousandths.
    package static let confidence = 900

    /// The mentions in `text`, by position, without overlap. Linear: no rule looks further than a few tokens.
    package static func mentions(in text: TokenizedText) -> [EntityMention] { mentions(in: text, words: nil) }

    /// - Parameter words: those of the text, looked up.
    static func mentions(in text: TokenizedText, words: TextWords?) -> [EntityMention] {
        var found: [EntityMention] = []
        var reading = RuleReading(text, words: words)
        for sentence in text.sentences {
            reading.sentence = sentence
            let rules = Rules(reading)
            var index = sentence.lowerBound
            while index < sentence.upperBound {
                if let address = address(text.tokens[index]) {
                    found.append(address)
                } else if let match = rules.match(at: index) {
                    found.append(
                        EntityMention(
                            range: reading.range(match.tokens),
                            type: match.type,
                            confidence: confidence,
                            value: match.value
                        )
                    )
                    index = match.tokens.upperBound
                    continue
                }
                index += 1
            }
        }
        return found
    }

    private static func address(_ token: Token) -> EntityMention? {
        switch token.kind {
        case .url: EntityMention(range: token.range, type: .url, confidence: confidence)
        case .email: EntityMention(range: token.range, type: .email, confidence: confidence)
        default: nil
        }
    }
}

/// All rules on one sentence.
private struct Rules {
    let reading: RuleReading
    let ages: AgeRule
    let amounts: AmountRule
    let dates: DateRule
    let times: TimeRule

    init(_ reading: RuleReading) {
        self.reading = reading
        ages = AgeRule(reading)
        amounts = AmountRule(reading)
        dates = DateRule(reading)
        times = TimeRule(reading)
    }

    /// The longest match that starts at a token; of two as long the date, then the time.
    func match(at index: Int) -> RuleMatch? {
        guard reading.canBegin(index) else { return nil }
        let kinds = reading.kinds(index)
        var best = kinds.contains(.date) ? dates.match(at: index) : nil
        if kinds.contains(.time), let time = times.match(at: index) { best = Self.longer(best, time) }
        if kinds.contains(.amount), let amount = amounts.match(at: index) { best = Self.longer(best, amount) }
        if kinds.contains(.age), let age = ages.match(at: index) { best = Self.longer(best, age) }
        return best
    }

    private static func longer(_ first: RuleMatch?, _ second: RuleMatch) -> RuleMatch {
        guard let first, first.tokens.upperBound >= second.tokens.upperBound else { return second }
        return first
    }
}
