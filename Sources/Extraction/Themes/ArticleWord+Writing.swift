internal import ArabicText

extension ArticleWord {
    /// The word as it is written in its article's text.
    func written(in text: CodePointIndex.UTF8) -> String {
        String(cut: UnsafeBufferPointer(rebasing: text.bytes[range(in: text)]))
    }

    /// The same without the article before it.
    func writtenWithoutArticle(in text: CodePointIndex.UTF8) -> String {
        var range = range(in: text)
        if text.bytes[range].starts(with: Self.article) { range = range.dropFirst(Self.article.count) }
        return String(cut: UnsafeBufferPointer(rebasing: text.bytes[range]))
    }

    private func range(in text: CodePointIndex.UTF8) -> Range<Int> { text.range(of: Int(start)..<Int(end)) }

    private static let article = Array("ال".utf8)
}
