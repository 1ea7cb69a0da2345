/// What an article is about: phrases of its own and topics of the news industry's vocabulary.
package struct ArticleThemes: Sendable, Equatable {
    /// By score, then position.
    package var keyphrases: [RankedPhrase]
    /// By score, then code.
    package var topics: [RankedTopic]

    package init(keyphrases: [RankedPhrase] = [], topics: [RankedTopic] = []) {
        self.keyphrases = keyphrases
        self.topics = topics
    }
}

package struct RankedPhrase: Sendable, Equatable {
    package struct Mention: Sendable, Equatable {
        package var section: Int
        /// Code points of the article's text, clitics of the first word cut off.
        package var range: Range<Int>

        package init(section: Int, range: Range<Int>) {
            self.section = section
            self.range = range
        }
    }

    /// As it stands most often in the article, clitics cut off.
    package var text: String
    /// In thousandths.
    package var score: Int
    /// By position.
    package var mentions: [Mention]

    package init(text: String, score: Int, mentions: [Mention]) {
        self.text = text
        self.score = score
        self.mentions = mentions
    }

    /// Where it is mentioned, ascending.
    package var sections: [Int] {
        mentions.reduce(into: []) { sections, mention in
            if sections.last != mention.section { sections.append(mention.section) }
        }
    }
}

package struct RankedTopic: Sendable, Equatable {
    package var code: String
    package var arabicLabel: String
    package var englishLabel: String
    /// In thousandths.
    package var score: Int
    /// Sections that speak for it, ascending.
    package var sections: [Int]

    package init(code: String, arabicLabel: String, englishLabel: String, score: Int, sections: [Int]) {
        self.code = code
        self.arabicLabel = arabicLabel
        self.englishLabel = englishLabel
        self.score = score
        self.sections = sections
    }
}
