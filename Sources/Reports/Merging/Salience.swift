internal import Articles
internal import Extraction

/// How much an entity matters to an article, in thousandths.
///
/// salience = 450 · f / f_max + 250 · s / S + 200 · (L − p) / L + 100 · t, each term rounded down:
///
/// - f: its mentions, where one in a heading counts 4, one in the lead 3, one in a byline 1, any other 2; for a country
///   its adjectives too («الروسي»), 2 in heading and lead, else 1; f_max is that of the entity with the greatest f;
/// - s of the S mined sections mention it outside of a byline;
/// - p: the first such mention's code point of the text's L;
/// - t: 1 where the title has one of its names, else 0. An article without a title gives t's share to the others.
///
/// Dates, amounts and addresses get half: an article is seldom about them. Position and frequency are the features
/// that carry most in Dunietz and Gillick, «A New Entity Salience Task with Millions of Training Examples» (2014).
struct Salience {
    private let length: Int
    private let sectionCount: Int
    /// The title's words; `nil` without a title.
    let title: TitleWords?

    /// - Parameter title: that was given, or stands as the text's first line (``ArticleOpening``).
    init(title: String?, length: Int, minedSections: Int) {
        self.length = max(length, 1)
        sectionCount = max(minedSections, 1)
        self.title = title.flatMap { TitleWords($0) }
    }

    /// What an entity's mentions weigh: those of `indices` among `mentions`.
    static func frequency(of indices: ArraySlice<Int>, among mentions: borrowing ArticleMentions) -> Int {
        var sum = 0
        for index in indices {
            switch mentions[index].place {
            case .heading: sum += 4
            case .lead: sum += 3
            case .body: sum += 2
            case .byline: sum += 1
            }
        }
        return sum
    }

    /// The salience of an entity with these mentions: indices among `mentions`, by position, at least one.
    ///
    /// - Parameter isInTitle: whether the title has one of its names; `nil` without a title.
    func thousandths(
        of indices: ArraySlice<Int>,
        among mentions: borrowing ArticleMentions,
        isInTitle: Bool?,
        type: EntityType,
        frequency: Int,
        highestFrequency: Int
    ) -> Int {
        var first = length
        var spread = 0
        var last = -1
        for index in indices where mentions[index].place != .byline {
            first = min(mentions[index].range.lowerBound, first)
            if mentions[index].section != last { spread += 1 }
            last = mentions[index].section
        }
        var salience = 450 * frequency / max(highestFrequency, 1)
        salience += 250 * min(spread, sectionCount) / sectionCount
        salience += 200 * (length - first) / length
        if let isInTitle {
            if isInTitle { salience += 100 }
        } else {
            salience = salience * 10 / 9
        }
        return min(TypeVote.decides(on: type) ? salience : salience / 2, 1000)
    }
}
