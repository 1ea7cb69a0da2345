/// What is refused because of its size. Stated here and nowhere else.
package enum Limits {
    /// The longest text of an article, in bytes of UTF-8: 4 MiB.
    package static let longestArticle = 4 << 20
    /// The longest title, source, address, date or id of an article, in bytes of UTF-8: 64 KiB. Lists show some of them.
    package static let longestField = 64 << 10
    /// The most headings that a format may have marked in an article: with the longest text, one in each 16 bytes of it.
    package static let mostHeadings = 1 << 18
    /// The longest line of a JSON Lines file, in bytes: an article with all its letters escaped, and its fields.
    package static let longestLine = 4 * longestArticle
    /// The longest HTML document, in bytes: an article in its page.
    package static let longestPage = 4 * longestArticle
    /// The longest item of a feed, in bytes.
    package static let longestItem = longestPage

    /// For help texts.
    package static let help = """
        An article has at most \(longestArticle >> 20) MiB of text (in UTF-8), an HTML page, a line of JSON Lines or an \
        item of a feed at most \(longestPage >> 20) MiB; what is longer is refused before it is read into memory. JSON \
        Lines files and feeds may have any length.
        """
}
