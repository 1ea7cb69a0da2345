internal import ArabicText
internal import Articles
internal import Extraction

/// A report as Web Annotations (W3C Recommendation of 2017): a collection in JSON-LD, an annotation for each mention,
/// each topic and each keyphrase.
///
/// Each target says where it is twice: by code points of the article's text (`TextPositionSelector`), and by its words
/// with those around them (`TextQuoteSelector`), which still finds them in another edition of the text. The source is
/// the article's web address where it has one.
package struct WebAnnotations {
    private let report: Report
    private let text: CodePointIndex
    private let source: String
    private let base: String

    /// So many code points before and behind stand in a quote.
    private static let context = 32

    package init(_ report: Report) {
        self.report = report
        text = CodePointIndex(report.article.text)
        source = report.article.url.flatMap { WebAddress($0)?.iri } ?? "urn:warraq:article:\(report.id)"
        base = "urn:warraq:report:\(report.id)"
    }

    /// The collection; compact it is one line.
    package func json(pretty: Bool) -> [UInt8] {
        var writer = JSONWriter(pretty: pretty, capacity: 4096 + annotationCount * 700)
        writer.object { collection in
            collection.member("@context") { $0.string("http://www.w3.org/ns/anno.jsonld") }
            collection.member("id") { $0.string(base) }
            collection.member("type") { $0.string("AnnotationCollection") }
            collection.member("label") { $0.string(ReportPage.title(of: report)) }
            collection.member("generator") { generator in
                generator.object(asRow: true) { generator in
                    generator.member("type") { $0.string("Software") }
                    generator.member("name") { $0.string("Warraq, model \(report.model.name) \(report.model.version)") }
                }
            }
            collection.member("total") { $0.integer(annotationCount) }
            collection.member("first") { page in
                page.object { page in
                    page.member("id") { $0.string("\(base):page") }
                    page.member("type") { $0.string("AnnotationPage") }
                    page.member("startIndex") { $0.integer(0) }
                    page.member("items") { writeItems(to: &$0) }
                }
            }
        }
        writer.end()
        return writer.bytes
    }

    private var annotationCount: Int {
        report.entities.reduce(0) { $0 + $1.mentions.count } + report.nisbas.reduce(0) { $0 + $1.mentions.count }
            + report.topics.count + report.keyphrases.count
    }

    private enum Item {
        case entity(Report.Entity, number: Int)
        case nisba(Report.Nisba, index: Int, number: Int)
        case topic(Report.Topic)
        case keyphrase(Report.Keyphrase)
    }

    private func writeItems(to writer: inout JSONWriter) {
        var items: [Item] = []
        for entity in report.entities { items += entity.mentions.indices.map { .entity(entity, number: $0) } }
        for (index, nisba) in report.nisbas.enumerated() {
            items += nisba.mentions.indices.map { .nisba(nisba, index: index, number: $0) }
        }
        items += report.topics.map { .topic($0) } + report.keyphrases.map { .keyphrase($0) }
        writer.array(items) { writer, item in
            switch item {
            case .entity(let entity, let number):
                annotation("e\(entity.id)-\(number)", motivation: "identifying", to: &writer) { bodies in
                    bodies.append(.text(entity.name, purpose: "identifying"))
                    bodies.append(.text(entity.type.label, purpose: "classifying", language: nil))
                    bodies += links(entity.links)
                } places: {
                    [entity.mentions[number].range]
                }
            case .nisba(let nisba, let index, let number):
                annotation("n\(index)-\(number)", motivation: "linking", to: &writer) { bodies in
                    bodies.append(.text(nisba.name, purpose: "linking"))
                    bodies += links(nisba.links)
                } places: {
                    [nisba.mentions[number].range]
                }
            case .topic(let topic):
                annotation(topic.id, motivation: "classifying", to: &writer) { bodies in
                    if let address = WebAddress(scheme: topic.scheme, value: topic.code) {
                        bodies.append(.resource(address.text, purpose: "classifying"))
                    }
                    bodies.append(.text(topic.arabicLabel, purpose: "tagging", language: "ar"))
                    bodies.append(.text(topic.englishLabel, purpose: "tagging", language: "en"))
                } places: {
                    topic.sections.map { report.sections[$0].section.range }
                }
            case .keyphrase(let phrase):
                annotation(phrase.id, motivation: "tagging", to: &writer) { bodies in
                    bodies.append(.text(phrase.text, purpose: "tagging"))
                } places: {
                    phrase.mentions.map(\.range)
                }
            }
        }
    }

    fileprivate enum Body {
        case text(String, purpose: String, language: String? = "ar")
        case resource(String, purpose: String)
    }

    private func links(_ links: Report.Links) -> [Body] {
        links.map { link in
            WebAddress(scheme: link.scheme, value: link.value).map { .resource($0.text, purpose: "identifying") }
                // A city's country says what it is, not which.
                ?? .text(
                    "\(link.scheme):\(link.value)",
                    purpose: link.scheme == "country" ? "describing" : "identifying",
                    language: nil
                )
        }
    }

    private func annotation(
        _ name: String,
        motivation: String,
        to writer: inout JSONWriter,
        bodies: (inout [Body]) -> Void,
        places: () -> [Range<Int>]
    ) {
        var list: [Body] = []
        bodies(&list)
        writer.object { members in
            members.member("id") { $0.string("\(base):\(name)") }
            members.member("type") { $0.string("Annotation") }
            members.member("motivation") { $0.string(motivation) }
            members.member("body") { writer in
                writer.array(list) { $1.write(to: &$0) }
            }
            members.member("target") { writer in
                // Without a place it is about the whole.
                let places = places()
                if places.isEmpty { writer.string(source) } else { writer.array(places) { write($1, to: &$0) } }
            }
        }
    }

    private func write(_ place: Range<Int>, to writer: inout JSONWriter) {
        writer.object { target in
            target.member("source") { $0.string(source) }
            target.member("selector") { selectors in
                selectors.array([true, false]) { writer, isPosition in
                    writer.object(asRow: true) { selector in
                        if isPosition {
                            selector.member("type") { $0.string("TextPositionSelector") }
                            selector.member("start") { $0.integer(place.lowerBound) }
                            selector.member("end") { $0.integer(place.upperBound) }
                        } else {
                            selector.member("type") { $0.string("TextQuoteSelector") }
                            selector.member("exact") { $0.string(text[place]) }
                            let before = max(place.lowerBound - Self.context, 0)..<place.lowerBound
                            selector.member("prefix") { $0.string(text[before]) }
                            let behind = place.upperBound..<place.upperBound + Self.context
                            selector.member("suffix") { $0.string(text[behind]) }
                        }
                    }
                }
            }
        }
    }
}

extension WebAnnotations.Body {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object(asRow: true) { body in
            switch self {
            case .text(let text, let purpose, let language):
                body.member("type") { $0.string("TextualBody") }
                body.member("value") { $0.string(text) }
                if let language { body.member("language") { $0.string(language) } }
                body.member("purpose") { $0.string(purpose) }
            case .resource(let address, let purpose):
                body.member("type") { $0.string("SpecificResource") }
                body.member("source") { $0.string(address) }
                body.member("purpose") { $0.string(purpose) }
            }
        }
    }
}
