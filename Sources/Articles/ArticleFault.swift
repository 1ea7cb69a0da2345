/// Why an article is not taken, whoever made it: ``Limits``, held against what is there.
package enum ArticleFault: Error, Equatable, CustomStringConvertible {
    /// Bytes of UTF-8, and how many there may be.
    case text(bytes: Int, most: Int)
    case field(String, bytes: Int)
    case headings(count: Int)
    /// They overlap, are not in order, or lie outside the text.
    case headingOrder

    package var description: String {
        switch self {
        case .text(let bytes, let most):
            "its text is \(bytes) bytes long, and an article has at most \(most); split it into articles"
        case .field(let name, let bytes):
            "its \(name) is \(bytes) bytes long, and may have \(Limits.longestField); shorten it, or leave it out"
        case .headings(let count):
            "\(count) headings are marked in it, and may be \(Limits.mostHeadings); split it into articles"
        case .headingOrder:
            "its marked headings are not in order within its text; mark whole lines of it, in code points"
        }
    }
}

extension Article {
    /// What a title and the like is called when it is spoken of; `nil` where each keeps to its limit.
    package var longField: (name: String, bytes: Int)? {
        func excess(_ field: String?, _ name: String) -> (name: String, bytes: Int)? {
            guard let bytes = field?.utf8.count, bytes > Limits.longestField else { return nil }
            return (name, bytes)
        }
        return excess(title, "title") ?? excess(source, "source") ?? excess(url, "url") ?? excess(published, "date")
            ?? excess(externalID, "id")
    }

    /// Refuses what is over the limits.
    ///
    /// - Parameter longestText: in bytes of UTF-8.
    package func checkLimits(longestText: Int = Limits.longestArticle) throws(ArticleFault) {
        guard text.utf8.count <= longestText else { throw .text(bytes: text.utf8.count, most: longestText) }
        if let (name, bytes) = longField { throw .field(name, bytes: bytes) }
        guard let markedHeadings else { return }
        guard markedHeadings.count <= Limits.mostHeadings else { throw .headings(count: markedHeadings.count) }
        var end = 0
        for heading in markedHeadings {
            guard heading.lowerBound >= end else { throw .headingOrder }
            end = heading.upperBound
        }
        // A code point has four bytes at most, so most need not be counted.
        guard end <= text.utf8.count / 4 || end <= text.unicodeScalars.count else { throw .headingOrder }
    }
}
