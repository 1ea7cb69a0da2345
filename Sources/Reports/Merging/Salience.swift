internal import Articles
internal import Extraction

/// How much an entity matters to an article, in thousandths.
///
/// salience = 450 · f / f_max + 250 · s / S + 200 · (L − p) / L + 100 · t, each term rounded down:
///
/// - f: its mentions, where one in a heading counts 4, one in the lead 3, any other 2; for a country its adjectives too
///   («الروسي»), 2 in heading and lead, else 1; f_max is that of the entity with
///   the greatest f;
/// - s of the S mined sections mention it;
/// - p: the first mention's code point of the text's L;
/// - t: 1 where the title has one of its names, else 0. An article without a title gives t's share to the others.
///
/// Dates, amounts and addresses get half: an article is seldom about them. Position and frequency are the features
/// that carry most in Dunietz and Gillick, «A New Entity Salience Task with Millions of Training Examples» (2014).
struct Salience {
    private let length: Int
    private let sectionCount: Int
    /// The title's words, folded; `nil` without a title.
    private let title: [ArraySlice<UInt16>]?

    init(article: Article, length: Int, minedSections: Int) {
        self.length = max(length, 1)
        sectionCount = max(minedSections, 1)
        let words = article.title.map { NameForm($0).words.map(Self.withoutMarks) }
        title = words?.isEmpty == true ? nil : words
    }

    /// What an entity's mentions weigh: those of `indices` among `mentions`.
    static func frequency(of indices: ArraySlice<Int>, among mentions: ArticleMentions) -> Int {
        indices.reduce(0) { sum, index in
            switch mentions[index].place {
            case .heading: sum + 4
            case .lead: sum + 3
            case .body: sum + 2
            }
        }
    }

    /// The salience of an entity with these mentions (indices among `mentions`, by position, at least one) and names.
    func thousandths(
        of indices: ArraySlice<Int>,
        among mentions: ArticleMentions,
        names: ArraySlice<Int>,
        of article: [ArticleName],
        type: EntityType,
        frequency: Int,
        highestFrequency: Int
    ) -> Int {
        let first = min(indices.first.map { mentions[$0].range.lowerBound } ?? length, length)
        var spread = 0
        var last: Int?
        for index in indices where mentions[index].section != last {
            spread += 1
            last = mentions[index].section
        }
        var salience = 450 * frequency / max(highestFrequency, 1)
        salience += 250 * min(spread, sectionCount) / sectionCount
        salience += 200 * (length - first) / length
        if let title {
            if names.contains(where: { Self.contains(title, article[$0].words) }) { salience += 100 }
        } else {
            salience = salience * 10 / 9
        }
        return min(TypeVote.decides(on: type) ? salience : salience / 2, 1000)
    }

    private static func contains(_ title: [ArraySlice<UInt16>], _ words: [ArraySlice<UInt16>]) -> Bool {
        guard !words.isEmpty, words.count <= title.count else { return false }
        return (0...title.count - words.count).contains { start in
            zip(title[start...], words).allSatisfy { inTitle, word in
                // A clitic of one letter (و، ف، ب، ل، ك) may stand before the name's first word.
                inTitle == word || (inTitle.count == word.count + 1 && word.count > 2 && inTitle.dropFirst() == word)
            }
        }
    }

    /// A title's word without the marks that stand at its ends.
    private static func withoutMarks(_ word: ArraySlice<UInt16>) -> ArraySlice<UInt16> {
        func isMark(_ letter: UInt16) -> Bool {
            guard let scalar = Unicode.Scalar(letter) else { return false }
            return !scalar.properties.isAlphabetic && !(0x30...0x39).contains(letter)
        }
        var word = word
        while let first = word.first, isMark(first) { word.removeFirst() }
        while let last = word.last, isMark(last) { word.removeLast() }
        return word
    }
}
