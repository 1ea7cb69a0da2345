internal import HTTPTypes
internal import Reports

/// What the console's pages have in common: head, navigation, tools.
struct ConsoleFrame {
    enum Place: CaseIterable { case cluster, articles, across, submit }

    var context: PageContext
    var title: String
    var place: Place?
    /// Whether the page takes part in what is going on.
    var isLive = false

    /// The whole page as an answer.
    func answer(_ status: HTTPResponse.Status = .ok, _ body: (inout HTMLWriter) -> Void) -> Answer {
        var writer = HTMLWriter()
        write(to: &writer, body)
        var answer = Answer.html(writer.bytes, status)
        answer.fields[.contentSecurityPolicy] = SecurityFields.policy
        answer.fields[.vary] = "Accept-Language, Cookie"
        return answer
    }

    private func write(to writer: inout HTMLWriter, _ body: (inout HTMLWriter) -> Void) {
        writer.raw("<!DOCTYPE html>\n")
        let language = context.language
        var attributes: HTMLWriter.Attributes = [
            ("lang", language.rawValue), ("dir", language == .arabic ? "rtl" : "ltr"),
        ]
        if isLive { attributes.append(("data-live", "")) }
        writer.element("html", attributes) { writer in
            writer.element("head") { head(to: &$0) }
            writer.raw("\n")
            writer.element("body") { writer in
                writer.element("a", [("class", "skip"), ("href", "#main")], text: context(.skip))
                bar(to: &writer)
                writer.element("main", [("id", "main"), ("class", "console")]) { body(&$0) }
            }
        }
        writer.raw("\n")
    }

    private func head(to writer: inout HTMLWriter) {
        writer.raw("\n<meta charset=\"utf-8\">\n")
        writer.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        writer.raw("<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n")
        writer.element("title", text: title.isEmpty ? "Warraq" : "\(title) · Warraq")
        for style in ["common.css", "console.css"] {
            writer.open("link", [("rel", "stylesheet"), ("href", ConsoleAssets.address(style))])
        }
        writer.element("script", [("src", ConsoleAssets.address("console.js"))]) { _ in }
        // Words that the script needs.
        writer.element("script", [("type", "application/json"), ("id", "phrases")]) { writer in
            let phrases = Dictionary(uniqueKeysWithValues: Phrase.forScript.map { ($0.rawValue, context($0)) })
            writer.json(JSONBytes.encode(phrases))
        }
    }

    private func bar(to writer: inout HTMLWriter) {
        writer.element("header", [("class", "bar")]) { writer in
            writer.element("a", [("class", "wordmark"), ("href", "/")]) { writer in
                writer.element("span", [("lang", "ar")], text: "ورّاق")
                writer.element("span", [("lang", "en")], text: "Warraq")
            }
            writer.element("nav", [("aria-label", context(.console))]) { writer in
                for place in Place.allCases where place != .submit || context.allowsControl {
                    var attributes: HTMLWriter.Attributes = [("href", place.address)]
                    if place == self.place { attributes.append(("aria-current", "page")) }
                    writer.element("a", attributes, text: context(place.phrase))
                }
            }
            writer.element("span", [("class", "tools")]) { writer in
                writer.element("span", [("class", "live"), ("id", "live"), ("role", "status"), ("hidden", "")]) { _ in }
                writer.element(
                    "button",
                    [
                        ("type", "button"), ("class", "icon"), ("id", "theme"), ("title", context(.themeAuto)),
                        ("aria-label", context(.themeAuto)),
                    ]
                ) { $0.icon("M8 2a6 6 0 0 0 0 12z", "M8 2a6 6 0 0 1 0 12z", style: "half") }
                let other: PageLanguage = context.language == .arabic ? .english : .arabic
                writer.element(
                    "a",
                    [
                        ("class", "language"), ("id", "language"), ("lang", other.rawValue),
                        ("title", context(.languageName)),
                        ("href", "/language/\(other.rawValue)" + Parameters([("to", target)]).query),
                    ],
                    text: context(.language)
                )
            }
        }
    }

    /// The page itself, where it can be asked for again.
    private var target: String {
        context.request.changes ? "/" : context.request.rawPath + context.request.parameters.query
    }
}

extension ConsoleFrame.Place {
    var address: String {
        switch self {
        case .cluster: "/"
        case .articles: "/articles"
        case .across: "/across"
        case .submit: "/submit"
        }
    }

    var phrase: Phrase {
        switch self {
        case .cluster: .cluster
        case .articles: .articles
        case .across: .across
        case .submit: .submit
        }
    }
}

extension Phrase {
    static let forScript: [Phrase] = [
        .themeAuto, .themeLight, .themeDark, .live, .lost, .newReports, .show, .leaving, .noWorkers, .noSink,
        .unreachable, .connecting, .now, .noEvents, .draining, .retryAsked, .perSecond, .articleRate, .sectionRate,
        .backlog, .inFlight, .p50, .p95, .p99, .workers, .indexing, .indexProblem, .oldest,
    ]
}

extension HTMLWriter {
    /// The tag of an entity or a theme, which leads to its page.
    mutating func tag(_ item: Item, in language: PageLanguage, count: Int? = nil) {
        element("a", [("class", "tag \(item.type.lowercased())"), ("href", item.address)]) { writer in
            writer.element("bdi", text: item.name(in: language))
            if let count { writer.element("span", [("class", "count")], text: "\(count)") }
        }
    }
}

extension Item {
    /// Its page.
    var address: String { "/\(subject.rawValue)/\(id)" }

    func name(in language: PageLanguage) -> String { language == .arabic ? arabicName : englishName }
}
