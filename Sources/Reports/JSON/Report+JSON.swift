internal import Articles
internal import Extraction

extension Report {
    /// The report's JSON: keys in the order of the design, UTF-8, a newline at the end. Compact it is one line; pretty
    /// it is indented, with one line for each section's lists, mention and place. Equal reports give equal bytes.
    package func json(pretty: Bool) -> [UInt8] {
        var writer = JSONWriter(pretty: pretty, capacity: estimatedSize(pretty: pretty))
        writer.object { report in
            report.member("schema") { $0.string(Self.schema) }
            report.member("id") { $0.string(id.description) }
            report.member("article") { write(article: &$0) }
            report.member("sections") { $0.array(sections) { $1.write(to: &$0) } }
            report.member("entities") { $0.array(entities) { $1.write(to: &$0) } }
            report.member("nisbas") { $0.array(nisbas) { $1.write(to: &$0) } }
            report.member("themes") { themes in
                themes.object { themes in
                    themes.member("topics") { $0.array(topics) { $1.write(to: &$0) } }
                    themes.member("keyphrases") { $0.array(keyphrases) { $1.write(to: &$0) } }
                }
            }
            report.member("problems") { $0.array(problems) { $1.write(to: &$0) } }
            report.member("model") { model.write(to: &$0) }
        }
        writer.end()
        return writer.bytes
    }

    /// About what the JSON takes, so that its buffer grows seldom.
    private func estimatedSize(pretty: Bool) -> Int {
        var places = 0
        for index in nisbas.indices { places += nisbas[index].mentions.count + 2 }
        for index in entities.indices { places += entities[index].mentions.count }
        for index in keyphrases.indices { places += keyphrases[index].mentions.count }
        let size = places * 96 + (entities.count + keyphrases.count) * 200 + sections.count * 250
        return 1024 + article.text.utf8.count * 17 / 16 + (pretty ? size * 3 / 2 : size)
    }

    private func write(article writer: inout JSONWriter) {
        writer.object { members in
            members.member("title") { $0.string(article.title) }
            members.member("source") { $0.string(article.source) }
            members.member("url") { $0.string(article.url) }
            members.member("published") { $0.string(article.published) }
            members.member("externalId") { $0.string(article.externalID) }
            members.member("language") { $0.string(language) }
            members.member("text") { $0.string(article.text) }
        }
    }
}

extension Report.ReportSection {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { members in
            members.member("index") { $0.integer(section.index) }
            members.member("kind") { $0.string(section.kind.label) }
            members.member("part") { $0.integer(section.part) }
            members.member("heading") { $0.string(heading) }
            members.member("start") { $0.integer(section.range.lowerBound) }
            members.member("end") { $0.integer(section.range.upperBound) }
            members.member("entities") { $0.array(entities, asRow: true) { $0.integer($1) } }
            members.member("themes") { $0.array(themes, asRow: true) { $0.string($1) } }
        }
    }
}

extension Report.Entity {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { members in
            members.member("id") { $0.integer(id) }
            members.member("type") { $0.string(type.label) }
            members.member("name") { $0.string(name) }
            members.member("variants") { $0.array(variants, asRow: true) { $0.string($1) } }
            members.member("titles") { $0.array(titles, asRow: true) { $0.string($1) } }
            members.member("links") { links.write(to: &$0) }
            members.member("value") { $0.string(value) }
            members.member("salience") { $0.score(salience) }
            members.member("mentions") { $0.array(mentions) { $1.write(to: &$0) } }
        }
    }
}

extension Report.Links {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object(asRow: true) { object in
            for link in self { object.member(key: link.scheme) { $0.string(link.value) } }
        }
    }
}

extension Report.Nisba {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { members in
            members.member("name") { $0.string(name) }
            members.member("links") { links.write(to: &$0) }
            members.member("entity") { writer in
                if let entity { writer.integer(entity) } else { writer.null() }
            }
            members.member("mentions") { mentions in
                mentions.array(self.mentions) { writer, mention in
                    writer.object(asRow: true) { members in
                        members.member("section") { $0.integer(mention.section) }
                        members.member("start") { $0.integer(mention.range.lowerBound) }
                        members.member("end") { $0.integer(mention.range.upperBound) }
                        members.member("text") { $0.string(mention.text) }
                    }
                }
            }
        }
    }
}

extension Report.Mention {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object(asRow: true) { members in
            members.member("section") { $0.integer(section) }
            members.member("start") { $0.integer(range.lowerBound) }
            members.member("end") { $0.integer(range.upperBound) }
            members.member("text") { $0.string(text) }
            members.member("confidence") { $0.score(confidence) }
        }
    }
}

extension Report.Topic {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { members in
            members.member("id") { $0.string(id) }
            members.member("scheme") { $0.string(scheme) }
            members.member("code") { $0.string(code) }
            members.member("label") { label in
                label.object(asRow: true) { object in
                    object.member("ar") { $0.string(arabicLabel) }
                    object.member("en") { $0.string(englishLabel) }
                }
            }
            members.member("score") { $0.score(score) }
            members.member("sections") { $0.array(sections, asRow: true) { $0.integer($1) } }
        }
    }
}

extension Report.Keyphrase {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { members in
            members.member("id") { $0.string(id) }
            members.member("text") { $0.string(text) }
            members.member("score") { $0.score(score) }
            members.member("sections") { $0.array(sections, asRow: true) { $0.integer($1) } }
            members.member("mentions") { mentions in
                mentions.array(self.mentions) { writer, place in
                    writer.object(asRow: true) { members in
                        members.member("section") { $0.integer(place.section) }
                        members.member("start") { $0.integer(place.range.lowerBound) }
                        members.member("end") { $0.integer(place.range.upperBound) }
                    }
                }
            }
        }
    }
}

extension Report.Problem {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object(asRow: true) { members in
            members.member("section") { writer in
                if let section { writer.integer(section) } else { writer.null() }
            }
            members.member("message") { $0.string(message) }
        }
    }
}

extension Report.ModelName {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object(asRow: true) { members in
            members.member("name") { $0.string(name) }
            members.member("version") { $0.string(version) }
            members.member("digest") { $0.string(digest) }
        }
    }
}
