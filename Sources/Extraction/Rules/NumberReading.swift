package import ArabicText

/// Reads the numbers of a text that are no mentions of their own: bare cardinals, ordinals, and comparisons.
package enum NumberReading {
    package struct Reading: Sendable, Equatable {
        /// Code points.
        package var range: Range<Int>
        package var value: String
    }

    /// The numbers in `text`, in digits and words, fractions too: «ثلاثة أخماس» is 0.6, «1 على 3» is 0.333333333333333.
    package static func numbers(in text: TokenizedText) -> [Reading] {
        read(text) { reading, index in
            guard let match = NumberReader(reading).match(at: index) else { return nil }
            // «٢٥مل», «٢٩ك.ل.م.»: digits that letters stick to belong to a unit or a name.
            if reading.hasDigits(match.next - 1), reading.touches(match.next),
                case .arabic = reading.text.tokens[match.next].kind
            {
                return nil
            }
            return (match.next, match.value.description)
        }
    }

    /// The ordinals in `text`: «الحادي عشر» is 11. With `relative`, also those that count from the end («end+0» for
    /// «الأخير», «end-1» for «قبل الأخير») or from where one is («current+1» for «التالي»).
    package static func ordinals(in text: TokenizedText, relative: Bool) -> [Reading] {
        read(text) { reading, index in
            guard let match = OrdinalReader(reading, relative: relative).match(at: index) else { return nil }
            return (match.next, match.value)
        }
    }

    /// What `text` says that numbers are less or more than, as mathematical intervals: «أقل من ألف» is «(,1000)», «بين 20
    /// و30» is «[20,30)».
    package static func comparisons(in text: TokenizedText) -> [Reading] {
        read(text) { reading, index in
            guard let match = ComparisonReader(reading).match(at: index) else { return nil }
            return (match.next, match.value)
        }
    }

    private static func read(
        _ text: TokenizedText,
        _ match: (RuleReading, Int) -> (next: Int, value: String)?
    ) -> [Reading] {
        var found: [Reading] = []
        var reading = RuleReading(text)
        for sentence in text.sentences {
            reading.sentence = sentence
            var index = sentence.lowerBound
            while index < sentence.upperBound {
                guard let (next, value) = match(reading, index) else {
                    index += 1
                    continue
                }
                found.append(Reading(range: reading.range(index..<next), value: value))
                index = next
            }
        }
        return found
    }
}
