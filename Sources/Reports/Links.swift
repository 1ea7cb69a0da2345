package import Extraction

extension Report {
    /// What a thing is in other vocabularies: one value for each scheme («iso3166», «wikidata»). They are few: a list in
    /// the order in which reports have them, by the schemes' bytes.
    package struct Links: Sendable, Equatable, ExpressibleByDictionaryLiteral, Sequence {
        package typealias Link = GazetteerEntry.Link

        private var all: [Link] = []

        /// Of several values for one scheme the first counts.
        package init(_ links: some Sequence<Link> = EmptyCollection()) {
            for link in links where self[link.scheme] == nil { self[link.scheme] = link.value }
        }

        package init(_ links: [String: String]) {
            for (scheme, value) in links { self[scheme] = value }
        }

        package init(dictionaryLiteral links: (String, String)...) {
            for (scheme, value) in links { self[scheme] = value }
        }

        package subscript(scheme: String) -> String? {
            get { all.first { $0.scheme == scheme }?.value }
            set {
                all.removeAll { $0.scheme == scheme }
                guard let newValue else { return }
                let place = all.firstIndex { scheme.utf8.lexicographicallyPrecedes($0.scheme.utf8) } ?? all.endIndex
                all.insert(Link(scheme: scheme, value: newValue), at: place)
            }
        }

        package func makeIterator() -> IndexingIterator<[Link]> { all.makeIterator() }
    }
}
