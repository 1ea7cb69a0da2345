/// What is refused because of its size. Stated here and nowhere else.
package enum Limits {
    /// The longest text of an article, in bytes of UTF-8: 4 MiB.
    package static let longestArticle = 4 << 20
    /// The longest line of a JSON Lines file, in bytes: an article with all its letters escaped, and its fields.
    package static let longestLine = 4 * longestArticle
}
