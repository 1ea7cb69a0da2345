extension HTMLWriter {
    /// An element whose text is a label: the page's script finds it by its key when the language changes.
    mutating func label(
        _ key: String,
        in language: PageLanguage,
        as name: StaticString = "span",
        _ attributes: Attributes = []
    ) {
        element(name, attributes + [("data-label", key)], text: PageLabels.text(key, in: language))
    }

    /// Attributes that name an element for those who don't see it.
    static func name(_ key: String, in language: PageLanguage) -> Attributes {
        [("aria-label", PageLabels.text(key, in: language)), ("data-label-name", key)]
    }

    /// Attributes that name an element for those who don't see it, and, under the pointer, for those who do.
    static func title(_ key: String, in language: PageLanguage) -> Attributes {
        name(key, in: language) + [("title", PageLabels.text(key, in: language))]
    }
}
