/// The report's JSON as it stands, not yet checked.
struct ReportDocument: Decodable {
    var schema: String
    var id: String
    var article: Article
    var sections: [Section]
    var entities: [Entity]
    /// Absent in reports of earlier releases, as `titles` are.
    var nisbas: [Nisba]?
    var themes: Themes
    var problems: [Problem]
    var model: Model

    struct Article: Decodable {
        var title: String?
        var source: String?
        var url: String?
        var published: String?
        var externalId: String?
        var language: String
        var text: String
    }

    struct Section: Decodable {
        var index: Int
        var kind: String
        var part: Int
        var heading: String?
        var start: Int
        var end: Int
        var entities: [Int]
        var themes: [String]
    }

    struct Entity: Decodable {
        var id: Int
        var type: String
        var name: String
        var variants: [String]
        var titles: [String]?
        var links: [String: String]
        var value: String?
        var salience: Double
        var mentions: [Mention]
    }

    struct Mention: Decodable {
        var section: Int
        var start: Int
        var end: Int
        var text: String
        var confidence: Double
    }

    struct Nisba: Decodable {
        var name: String
        var links: [String: String]
        var entity: Int?
        var mentions: [Mention]

        struct Mention: Decodable {
            var section: Int
            var start: Int
            var end: Int
            var text: String
        }
    }

    struct Themes: Decodable {
        var topics: [Topic]
        var keyphrases: [Keyphrase]
    }

    struct Topic: Decodable {
        var id: String
        var scheme: String
        var code: String
        var label: Label
        var score: Double
        var sections: [Int]
    }

    struct Label: Decodable {
        var ar: String
        var en: String
    }

    struct Keyphrase: Decodable {
        var id: String
        var text: String
        var score: Double
        var sections: [Int]
        var mentions: [Place]
    }

    struct Place: Decodable {
        var section: Int
        var start: Int
        var end: Int
    }

    struct Problem: Decodable {
        var section: Int?
        var message: String
    }

    struct Model: Decodable {
        var name: String
        var version: String
        var digest: String
    }
}

extension Report.ModelName {
    init(_ model: ReportDocument.Model) {
        self.init(name: model.name, version: model.version, digest: model.digest)
    }
}
