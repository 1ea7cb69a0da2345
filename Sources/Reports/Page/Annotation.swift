internal import Extraction

/// Something that is marked in the article's text.
struct Annotation {
    enum Layer: Int, Comparable {
        case entity
        case nisba
        case keyphrase

        static func < (left: Layer, right: Layer) -> Bool { left.rawValue < right.rawValue }
    }

    var layer: Layer
    /// What it is a mention of: «e3», «n0», «k5».
    var target: String
    /// Which of the target's mentions it is.
    var number: Int
    /// Code points of the article's text.
    var range: Range<Int>
    /// The classes of its element.
    var style: String
    /// What stands under the pointer where no script runs.
    var title: String?

    /// Whether it goes around `other` where both stand at one place. Entities are outermost, so that none is ever cut
    /// by a phrase.
    func encloses(_ other: Annotation) -> Bool {
        guard layer == other.layer else { return layer < other.layer }
        guard range.lowerBound == other.range.lowerBound else { return range.lowerBound < other.range.lowerBound }
        return range.upperBound > other.range.upperBound
    }

    /// All of a report's, by their start.
    static func all(in report: Report, language: PageLanguage) -> [Annotation] {
        var annotations: [Annotation] = []
        for entity in report.entities {
            let title = entity.tooltip(in: language)
            for (number, mention) in entity.mentions.enumerated() where !mention.range.isEmpty {
                annotations.append(
                    Annotation(
                        layer: .entity,
                        target: "e\(entity.id)",
                        number: number,
                        range: mention.range,
                        style: entity.type.style,
                        title: title
                    )
                )
            }
        }
        for (index, nisba) in report.nisbas.enumerated() {
            for (number, mention) in nisba.mentions.enumerated() where !mention.range.isEmpty {
                annotations.append(
                    Annotation(
                        layer: .nisba,
                        target: "n\(index)",
                        number: number,
                        range: mention.range,
                        style: "nisba",
                        title: nisba.name
                    )
                )
            }
        }
        for (index, phrase) in report.keyphrases.enumerated() {
            for (number, mention) in phrase.mentions.enumerated() where !mention.range.isEmpty {
                annotations.append(
                    Annotation(
                        layer: .keyphrase,
                        target: "k\(index)",
                        number: number,
                        range: mention.range,
                        style: "phrase"
                    )
                )
            }
        }
        return annotations.sorted { ($0.range.lowerBound, $0.layer) < ($1.range.lowerBound, $1.layer) }
    }
}

extension EntityType {
    /// The class of its marks and rows.
    var style: String { label.lowercased() }
}

extension Report.Entity {
    /// «روسيا · مكان · Q159 · 0.76».
    fileprivate func tooltip(in language: PageLanguage) -> String {
        let references = links.map(\.value)
        let parts = [name, PageLabels.text(type.label, in: language)] + references + [Score.text(salience)]
        return parts.joined(separator: " · ")
    }
}

/// Scores as people read them.
enum Score {
    /// Thousandths with two places, rounded half up.
    static func text(_ thousandths: Int) -> String {
        let hundredths = (min(max(thousandths, 0), 1000) + 5) / 10
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
