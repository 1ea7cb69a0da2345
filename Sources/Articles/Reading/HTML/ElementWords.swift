/// The words of classes, ids and roles that tell what is in an element.
enum ElementWords {
    /// What a class or id says: «relatedPosts side-bar» is `related`, `posts`, `side`, `bar`, and `sidebar`: neighbours
    /// in a name are joined, unless it has very many.
    static func hint(_ name: UnsafeRawBufferPointer) -> ElementHint {
        var found: (alone: Found, joined: Found) = ([], [])
        var count = 0
        var last = Letters()
        var word = Letters()
        func end() {
            guard word.count > 0 else { return }
            count += 1
            found.alone.formUnion(known[word])
            if last.count > 0 { found.joined.formUnion(known[last.joined(with: word)]) }
            last = word
            word = Letters()
        }
        for byte in name.prefix(longestName) {
            let isUpper = (0x41...0x5A).contains(byte)
            let isLetter = isUpper || (0x61...0x7A).contains(byte)
            if !isLetter || isUpper && word.count > 1 { end() }
            if isLetter { word.append(byte) }
        }
        end()
        let all = count < mostJoined ? found.alone.union(found.joined) : found.alone
        return all.contains(.unlikely) ? .unlikely : all.contains(.likely) ? .likely : .none
    }

    static func isUnlikelyRole(_ role: UnsafeRawBufferPointer) -> Bool {
        var word = Letters()
        for byte in role {
            guard (0x61...0x7A).contains(byte | 0x20) else { return false }
            word.append(byte)
        }
        return known[word].contains(.role)
    }

    /// In bytes.
    private static let longestName = 400
    private static let mostJoined = 40

    fileprivate struct Found: OptionSet {
        var rawValue: UInt8
        static let unlikely = Found(rawValue: 1)
        static let likely = Found(rawValue: 2)
        static let role = Found(rawValue: 4)
    }

    private static let known = Table([
        (.role, roles), (.unlikely, unlikely), (.likely, likely),
    ])

    private static let roles = """
        navigation complementary banner contentinfo search menu menubar toolbar dialog alert
        """

    private static let unlikely = """
        share sharing sharebar social socials addthis sharethis related relatednews comment comments disqus
        sidebar footer menu navbar navigation breadcrumb breadcrumbs tags taglist newsletter subscribe
        subscription promo promotion advert advertisement advertising ads adsbygoogle adslot banner cookie
        cookies popup modal widget widgets recommended recommendations outbrain taboola mostread mostviewed
        mostpopular popular trending ticker readmore readalso seealso alsoread morenews latestnews latest
        othernews printbtn rating toolbar skiplink sronly screenreader copyright follow followus pagination
        pager authorbox authorbio masthead login signin signup poll voting whatsapp telegram facebook
        twitter embed carousel slider teaser teasers
        """

    private static let likely = """
        article articlebody articlecontent articletext content body story storybody post postcontent entry
        entrycontent text details newsbody newscontent maincontent wysiwyg paragraph description
        """
}

extension ElementWords {
    /// A word of ASCII letters, whatever their case, in a number: five bits a letter. Of a longer one than any that is
    /// known only that it is.
    fileprivate struct Letters: Equatable {
        private(set) var bits: UInt128 = 0
        private(set) var count = 0

        private static let most = 25

        mutating func append(_ letter: UInt8) {
            bits = bits << 5 | UInt128(letter & 0x1F)
            count += 1
        }

        func joined(with next: Letters) -> Letters {
            var joined = self
            joined.bits = bits << UInt128(5 * next.count) | next.bits
            joined.count += next.count
            return joined
        }

        var isKnowable: Bool { count <= Self.most }

        var hash: UInt64 {
            let folded = UInt64(truncatingIfNeeded: bits) ^ UInt64(truncatingIfNeeded: bits >> 64)
            return folded &* 0x9E37_79B9_7F4A_7C15
        }
    }

    /// Open addressing, at most a quarter full.
    fileprivate struct Table: Sendable {
        private var words: [UInt128]
        private var found: [UInt8]
        private let shift: UInt64

        init(_ lists: [(Found, String)]) {
            var all: [(Letters, Found)] = []
            for (found, list) in lists {
                for text in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                    var word = Letters()
                    for letter in text.utf8 { word.append(letter) }
                    all.append((word, found))
                }
            }
            var size = 16
            while size < all.count * 4 { size *= 2 }
            shift = UInt64(64 - size.trailingZeroBitCount)
            words = Array(repeating: 0, count: size)
            self.found = Array(repeating: 0, count: size)
            for (word, kind) in all {
                let slot = slot(of: word)
                words[slot] = word.bits
                found[slot] |= kind.rawValue
            }
        }

        subscript(_ word: Letters) -> Found {
            guard word.isKnowable else { return [] }
            return Found(rawValue: found[slot(of: word)])
        }

        private func slot(of word: Letters) -> Int {
            var slot = Int(truncatingIfNeeded: word.hash >> shift)
            while words[slot] != 0, words[slot] != word.bits { slot = (slot + 1) & (words.count - 1) }
            return slot
        }
    }
}
