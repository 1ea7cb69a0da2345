internal import Extraction
internal import Reports

/// The tabs of the pages across articles.
private struct AcrossTabs {
    var context: PageContext

    func write(to writer: inout HTMLWriter) {
        writer.element("nav", [("class", "tabs"), ("aria-label", context(.across))]) { writer in
            for (address, phrase) in [
                ("/across", Phrase.trends), ("/across/sources", .bySource), ("/across/together", .together),
            ] {
                var attributes: HTMLWriter.Attributes = [("href", address)]
                if context.request.rawPath == address { attributes.append(("aria-current", "page")) }
                writer.element("a", attributes, text: context(phrase))
            }
        }
    }
}

extension PageContext {
    var subjectOptions: [(value: String, text: String)] {
        [("entities", self(.entities)), ("topics", self(.topics)), ("phrases", self(.phrases))]
    }

    var typeOptions: [(value: String, text: String)] {
        [
            ("", self(.allTypes)), ("PER", self(.person)), ("LOC", self(.location)), ("ORG", self(.organization)),
            ("MISC", self(.miscellaneous)),
        ]
    }
}

extension HTMLWriter {
    /// What the page shows, as files.
    fileprivate mutating func downloads(_ path: String, _ context: PageContext) {
        element("p", [("class", "downloads")]) { writer in
            writer.text(context(.download) + ": ")
            for format in ["csv", "json"] {
                let query = context.request.parameters.with("format", format).query
                writer.element("a", [("href", path + query), ("download", "")], text: format.uppercased())
                writer.text(" ")
            }
        }
    }

    /// How far from chance something is, as a length.
    fileprivate mutating func strength(_ value: Double, of most: Double) {
        // Roots: one that towers above all others would leave them without a length.
        meter(value.magnitude.squareRoot(), of: most.magnitude.squareRoot())
    }
}

/// What rises and falls.
struct TrendsPage {
    var context: PageContext
    var query: TrendQuery
    var trends: Trends
    var sources: [SourceRow]

    var answer: Answer {
        ConsoleFrame(context: context, title: context(.trends), place: .across).answer { writer in
            writer.element("h1", [("class", "unseen")], text: context(.across))
            AcrossTabs(context: context).write(to: &writer)
            form(to: &writer)
            if trends.days.isEmpty {
                writer.element("p", [("class", "empty")], text: context(.noReports))
                return
            }
            volume(to: &writer)
            writer.element("div", [("class", "pair")]) { writer in
                table(.rising, trends.rising, to: &writer)
                table(.falling, trends.falling, to: &writer)
            }
            writer.element("p", [("class", "hint")], text: context(.changeHelp))
            writer.downloads("/v1/trends", context)
        }
    }

    private func form(to writer: inout HTMLWriter) {
        writer.element("form", [("class", "fields across"), ("action", "/across"), ("method", "get")]) { writer in
            writer.choice(context(.across), "subject", query.subject.rawValue, context.subjectOptions)
            writer.choice(context(.types), "type", query.types.first?.label, context.typeOptions)
            writer.choice(context(.days), "days", "\(query.days)", ["1", "3", "7", "14", "30", "90"].map { ($0, $0) })
            writer.day(context(.until), "until", query.until)
            writer.sources(sources, chosen: query.source, context)
            writer.element("div", [("class", "field actions")]) { $0.apply(context) }
        }
    }

    private func volume(to writer: inout HTMLWriter) {
        writer.element("figure", [("class", "volume")]) { writer in
            writer.element("figcaption") { writer in
                writer.text("\(context(.perDay)): ")
                writer.element("bdi", text: "\(trends.days.first ?? "") – \(trends.days.last ?? "")")
                writer.text(". \(context(.recent)): \(context.number(trends.recentReports)), ")
                writer.text("\(context(.before)): \(context.number(trends.reportsBefore)). \(context(.trendsHelp))")
            }
            Sparkline(values: trends.reports, width: 960, height: 60, label: context(.perDay), isColumns: true)
                .write(to: &writer)
        }
    }

    private func table(_ title: Phrase, _ list: [Trend], to writer: inout HTMLWriter) {
        let name = title == .rising ? "rising" : "falling"
        writer.element("section", [("aria-labelledby", name)]) { writer in
            writer.element("h2", [("id", name)], text: context(title))
            guard !list.isEmpty else {
                writer.element("p", [("class", "hint")], text: context(.noChange))
                return
            }
            writer.element(
                "div",
                [("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-labelledby", name)]
            ) { writer in
                writer.element("table", [("class", "trends")]) { writer in
                    writer.element("thead") { writer in
                        writer.element("tr") { writer in
                            for phrase in [Phrase.entities, .perDay, .recent, .before, .change] {
                                let phrase = phrase == .entities ? subjectPhrase : phrase
                                writer.element("th", [("scope", "col")], text: context(phrase))
                            }
                        }
                    }
                    writer.element("tbody") { writer in
                        for trend in list { row(trend, to: &writer) }
                    }
                }
            }
        }
    }

    private var subjectPhrase: Phrase {
        switch query.subject {
        case .entities: .entities
        case .topics: .topics
        case .phrases: .phrases
        }
    }

    private func row(_ trend: Trend, to writer: inout HTMLWriter) {
        writer.element("tr") { writer in
            writer.element("th", [("scope", "row")]) { $0.tag(trend.item, in: context.language) }
            writer.element("td", [("class", "plot-cell")]) { writer in
                Sparkline(
                    values: trend.series,
                    label: "\(trend.item.name(in: context.language)): \(trend.before) → \(trend.recent)"
                ).write(to: &writer)
            }
            writer.element("td", text: context.number(trend.recent))
            writer.element("td", text: context.number(trend.before))
            writer.element("td", [("class", trend.change > 0 ? "up" : "down")]) { writer in
                writer.element("span", [("aria-hidden", "true")], text: trend.change > 0 ? "▲ " : "▼ ")
                writer.element("bdi", text: context.decimal(trend.change))
            }
        }
    }
}

/// What each source speaks of more than the others.
struct SourcesPage {
    var context: PageContext
    var query: TrendQuery
    var profiles: [SourceProfile]

    var answer: Answer {
        ConsoleFrame(context: context, title: context(.bySource), place: .across).answer { writer in
            writer.element("h1", [("class", "unseen")], text: context(.across))
            AcrossTabs(context: context).write(to: &writer)
            writer.element("form", [("class", "fields across"), ("action", "/across/sources"), ("method", "get")]) {
                writer in
                writer.choice(context(.across), "subject", query.subject.rawValue, context.subjectOptions)
                writer.choice(context(.types), "type", query.types.first?.label, context.typeOptions)
                writer.element("div", [("class", "field actions")]) {
                    $0.element("button", [("class", "button"), ("type", "submit")], text: context(.apply))
                }
            }
            writer.element("p", [("class", "hint")], text: context(.sourcesHelp))
            if profiles.isEmpty { writer.element("p", [("class", "empty")], text: context(.nothingYet)) }
            writer.element("div", [("class", "cards")]) { writer in
                for profile in profiles { card(profile, to: &writer) }
            }
            writer.downloads("/v1/sources", context)
        }
    }

    private func card(_ profile: SourceProfile, to writer: inout HTMLWriter) {
        writer.element("section", [("class", "card")]) { writer in
            writer.element("h2") { writer in
                writer.element("a", [("href", "/articles" + Parameters([("source", profile.source)]).query)]) {
                    $0.element("bdi", text: profile.source)
                }
                writer.element("span", [("class", "count")], text: context.number(profile.reports))
            }
            if profile.entries.isEmpty { writer.element("p", [("class", "hint")], text: context(.nothingYet)) }
            writer.element("ul") { writer in
                let most = profile.entries.first?.change ?? 1
                for entry in profile.entries {
                    writer.element("li") { writer in
                        writer.tag(entry.item, in: context.language)
                        writer.element(
                            "span",
                            [("class", "count")],
                            text: "\(entry.here) / \(entry.here + entry.elsewhere)"
                        )
                        writer.strength(entry.change, of: most)
                    }
                }
            }
        }
    }
}

/// Which entities the same reports name.
struct TogetherPage {
    var context: PageContext
    var query: CompanionQuery
    var companions: [Companions]
    var sources: [SourceRow]

    var answer: Answer {
        ConsoleFrame(context: context, title: context(.together), place: .across).answer { writer in
            writer.element("h1", [("class", "unseen")], text: context(.across))
            AcrossTabs(context: context).write(to: &writer)
            writer.element("form", [("class", "fields across"), ("action", "/across/together"), ("method", "get")]) {
                writer in
                writer.choice(context(.types), "type", query.types.first?.label, context.typeOptions)
                writer.day(context(.from), "from", query.from)
                writer.day(context(.until), "until", query.until)
                writer.sources(sources, chosen: query.source, context)
                writer.element("div", [("class", "field actions")]) { $0.apply(context) }
            }
            writer.element("p", [("class", "hint")], text: context(.pairsHelp))
            if companions.isEmpty {
                writer.element("p", [("class", "empty")], text: context(.nothingYet))
            } else {
                table(to: &writer)
            }
            writer.downloads("/v1/together", context)
        }
    }

    private func table(to writer: inout HTMLWriter) {
        writer.element(
            "div",
            [("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", context(.pairs))]
        ) { writer in
            writer.element("table", [("class", "together")]) { writer in
                writer.element("thead") { writer in
                    writer.element("tr") { writer in
                        writer.element("th", [("scope", "col"), ("colspan", "2")], text: context(.pairs))
                        for phrase in [Phrase.both, .overlap, .strength] {
                            writer.element("th", [("scope", "col")], text: context(phrase))
                        }
                    }
                }
                writer.element("tbody") { writer in
                    let most = companions.map(\.strength).max() ?? 1
                    for pair in companions {
                        writer.element("tr") { writer in
                            writer.element("td") { $0.tag(pair.first, in: context.language) }
                            writer.element("td") { $0.tag(pair.second, in: context.language) }
                            writer.element("td") { writer in
                                let target = Parameters([
                                    ("entity", "\(pair.first.id)"), ("entity", "\(pair.second.id)"),
                                ])
                                writer.element(
                                    "a",
                                    [("href", "/articles" + target.query)],
                                    text: context.number(pair.both)
                                )
                            }
                            writer.element("td", text: "\(Int((pair.overlap * 100).rounded())) %")
                            writer.element("td") { $0.strength(pair.strength, of: most) }
                        }
                    }
                }
            }
        }
    }
}
