/// What an element's class, id and role say of it.
enum ElementHint: UInt8, Sendable {
    case none
    /// «share-buttons», «related-posts», «comments»
    case unlikely
    /// «article-body», «entry-content»
    case likely
    /// `itemprop="articleBody"`: the site says so itself.
    case body
    /// `hidden`, `aria-hidden`, `display: none`
    case hidden

    init(_ attributes: HTMLAttributes) {
        self = .none
        guard !attributes.isEmpty else { return }
        if attributes.has("hidden") || attributes["aria-hidden"] == "true" {
            self = .hidden
        } else if let style = attributes["style"]?.lowercased(), style.contains("none"),
            style.filter({ $0 != " " }).contains("display:none")
        {
            self = .hidden
        } else if attributes["itemprop"]?.lowercased().contains("articlebody") == true {
            self = .body
        } else if let role = attributes["role"], Self.unlikelyRoles.contains(role.lowercased()) {
            self = .unlikely
        } else {
            var isLikely = false
            for name in [attributes["class"], attributes["id"]] {
                guard let name else { continue }
                for word in Self.words(of: name) {
                    if Self.unlikelyWords.contains(word) {
                        self = .unlikely
                        return
                    }
                    isLikely = isLikely || Self.likelyWords.contains(word)
                }
            }
            if isLikely { self = .likely }
        }
    }

    /// «relatedPosts side-bar» is `related`, `posts`, `side`, `bar`, and `sidebar`: neighbours in a name are joined.
    private static func words(of name: String) -> [String] {
        var words: [String] = []
        var word = ""
        for byte in name.utf8.prefix(400) {
            let isUpper = (0x41...0x5A).contains(byte)
            let isLetter = isUpper || (0x61...0x7A).contains(byte)
            if !isLetter || isUpper && word.utf8.last.map({ $0 & 0x20 == 0 || $0 >= 0x61 }) == true && word.count > 1 {
                if !word.isEmpty { words.append(word) }
                word = ""
            }
            if isLetter { word.unicodeScalars.append(Unicode.Scalar(byte | 0x20)) }
        }
        if !word.isEmpty { words.append(word) }
        guard words.count < 40 else { return words }
        return words + zip(words, words.dropFirst()).map { $0 + $1 }
    }

    private static let unlikelyRoles: Set<String> = [
        "navigation", "complementary", "banner", "contentinfo", "search", "menu", "menubar", "toolbar", "dialog",
        "alert",
    ]

    private static let unlikelyWords: Set<String> = [
        "share", "sharing", "sharebar", "social", "socials", "addthis", "sharethis", "related", "relatednews",
        "comment",
        "comments", "disqus", "sidebar", "footer", "menu", "navbar", "navigation", "breadcrumb", "breadcrumbs", "tags",
        "taglist", "newsletter", "subscribe", "subscription", "promo", "promotion", "advert", "advertisement",
        "advertising", "ads", "adsbygoogle", "adslot", "banner", "cookie", "cookies", "popup", "modal", "widget",
        "widgets", "recommended", "recommendations", "outbrain", "taboola", "mostread", "mostviewed", "mostpopular",
        "popular", "trending", "ticker", "readmore", "readalso", "seealso", "alsoread", "morenews", "latestnews",
        "latest", "othernews", "printbtn", "rating", "toolbar", "skiplink", "sronly", "screenreader", "copyright",
        "follow", "followus", "pagination", "pager", "authorbox", "authorbio", "masthead", "login", "signin", "signup",
        "poll", "voting", "whatsapp", "telegram", "facebook", "twitter", "embed", "carousel", "slider", "teaser",
        "teasers",
    ]

    private static let likelyWords: Set<String> = [
        "article", "articlebody", "articlecontent", "articletext", "content", "body", "story", "storybody", "post",
        "postcontent", "entry", "entrycontent", "text", "details", "newsbody", "newscontent", "maincontent", "wysiwyg",
        "paragraph", "description",
    ]
}

/// The attributes of an element while a parser reports it.
struct HTMLAttributes {
    /// Names and values in turn, as libxml2 gives them; a value may be missing.
    let pointer: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

    var isEmpty: Bool { pointer == nil }

    func has(_ name: StaticString) -> Bool { find(name) != nil }

    subscript(_ name: StaticString) -> String? {
        guard let value = find(name) else { return nil }
        return value.map { String(cString: $0) } ?? ""
    }

    private func find(_ name: StaticString) -> UnsafePointer<UInt8>?? {
        guard var pointer else { return nil }
        while let key = pointer[0] {
            if Self.equals(key, name) { return .some(pointer[1]) }
            pointer += 2
        }
        return nil
    }

    /// ASCII, whatever its case.
    private static func equals(_ key: UnsafePointer<UInt8>, _ name: StaticString) -> Bool {
        for index in 0..<name.utf8CodeUnitCount {
            let byte = key[index]
            guard ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == name.utf8Start[index] else { return false }
        }
        return key[name.utf8CodeUnitCount] == 0
    }
}
