/// The language of a page's own words; the article's are always its own.
package enum PageLanguage: String, Sendable, CaseIterable {
    case arabic = "ar"
    case english = "en"

    var direction: String { self == .arabic ? "rtl" : "ltr" }
}
