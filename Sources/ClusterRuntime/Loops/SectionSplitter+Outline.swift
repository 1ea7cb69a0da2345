package import Articles

extension SectionSplitter {
    /// The outline of an article whose id is known, so that it is not hashed again.
    @Sendable package static func outline(id: ArticleID, article: Article) -> Outline {
        Outline(id: id, article: article, sections: sections(of: article))
    }
}
