/// What an article is about, ranked over all of its sections: what the ranking hands to the report.
package struct RankedThemes: Sendable, Equatable {
    package var phrases: [Phrase]
    package var topics: [Topic]

    package init(phrases: [Phrase] = [], topics: [Topic] = []) {
        self.phrases = phrases
        self.topics = topics
    }

    package struct Phrase: Sendable, Equatable {
        /// The phrase as it is shown.
        package var text: String
        /// In thousandths, 0 to 1000.
        package var score: Int
        /// Where it stands, in code points of the article's text.
        package var mentions: [Report.Place]

        package init(text: String, score: Int, mentions: [Report.Place]) {
            self.text = text
            self.score = score
            self.mentions = mentions
        }
    }

    package struct Topic: Sendable, Equatable {
        /// The concept's code in the IPTC Media Topics.
        package var code: String
        package var arabicLabel: String
        package var englishLabel: String
        /// In thousandths, 0 to 1000.
        package var score: Int
        /// Indices of the sections that speak of it.
        package var sections: [Int]

        package init(code: String, arabicLabel: String, englishLabel: String, score: Int, sections: [Int]) {
            self.code = code
            self.arabicLabel = arabicLabel
            self.englishLabel = englishLabel
            self.score = score
            self.sections = sections
        }
    }
}
