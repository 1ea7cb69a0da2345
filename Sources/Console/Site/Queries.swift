internal import Cluster
internal import Extraction

/// What a list of articles is asked for.
enum ListQuery {
    /// Those that have a report, from the index.
    case reports(ArticleQuery)
    /// Those that have none, from the producer, which alone knows them.
    case jobs(JobQuery)

    init(_ parameters: Parameters) throws(Refusal) {
        guard let state = parameters["state"].flatMap(JobState.init(label:)), state == .waiting || state == .cancelled
        else {
            self = .reports(try ArticleQuery(parameters))
            return
        }
        let query = try ArticleQuery(parameters.with("state", nil))
        var conditions = ["q", "entity", "theme", "source", "from", "until"].filter { parameters[$0] != nil }
        if parameters["order"] != nil, query.order != .newest { conditions.append("order") }
        guard conditions.isEmpty else {
            throw .badRequest(
                "state=\(state.label) can't be asked for together with \(conditions.joined(separator: ", ")): these "
                    + "articles have no report to look into, and are listed by when they were submitted, the newest first"
            )
        }
        self = .jobs(JobQuery(state: state, offset: query.offset, limit: query.limit))
    }
}

/// Articles that have no report, those that were submitted last first.
struct JobQuery {
    var state: JobState
    var offset: Int
    var limit: Int
}

/// What a request's parameters ask for. What is not understood is an error, not passed over.
extension ArticleQuery {
    static let pageSize = 50
    static let largestPage = 500

    init(_ parameters: Parameters) throws(Refusal) {
        self.init()
        text = parameters["q"] ?? ""
        entities = try parameters.numbers("entity")
        themes = try parameters.numbers("theme")
        source = parameters["source"]
        from = try parameters.day("from")
        until = try parameters.day("until")
        if let label = parameters["state"] {
            guard let state = ReportState(label: label) else {
                throw .badRequest("there is no state «\(label)» (reported, partial, unreadable, waiting, cancelled)")
            }
            self.state = state
        }
        order = try parameters.choice("order", Order.self) ?? (text.isEmpty ? .newest : .relevance)
        limit = try parameters.number("limit", 1...Self.largestPage) ?? Self.pageSize
        offset = try parameters.number("offset", 0...10_000_000) ?? 0
    }
}

extension TrendQuery {
    init(_ parameters: Parameters) throws(Refusal) {
        self.init()
        subject = try parameters.choice("subject", Subject.self) ?? .entities
        types = try parameters.types()
        source = parameters["source"]
        until = try parameters.day("until")
        days = try parameters.number("days", 1...366) ?? days
        limit = try parameters.number("limit", 1...500) ?? limit
    }
}

extension CompanionQuery {
    init(_ parameters: Parameters) throws(Refusal) {
        self.init()
        types = try parameters.types()
        entity = try parameters.numbers("entity").first
        source = parameters["source"]
        from = try parameters.day("from")
        until = try parameters.day("until")
        limit = try parameters.number("limit", 1...1000) ?? limit
    }
}

extension Parameters {
    func number(_ name: String, _ range: ClosedRange<Int>) throws(Refusal) -> Int? {
        guard let text = self[name] else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw .badRequest("\(name) must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// All values of that name, sixteen at most.
    func numbers(_ name: String) throws(Refusal) -> [Int64] {
        let texts = all(name)
        guard texts.count <= 16 else { throw .badRequest("at most 16 of \(name) can be asked for") }
        var numbers: [Int64] = []
        for text in texts {
            guard let number = Int64(text), number >= 0 else { throw .badRequest("\(name) must be a whole number") }
            numbers.append(number)
        }
        return numbers
    }

    func day(_ name: String) throws(Refusal) -> String? {
        guard let text = self[name] else { return nil }
        guard text.utf8.count == 10, let day = CalendarDay(iso8601: text) else {
            throw .badRequest("\(name) must be a day, like 2026-01-31")
        }
        return day.description
    }

    func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String,
        _ type: Choice.Type
    ) throws(Refusal) -> Choice? where Choice.RawValue == String {
        guard let text = self[name] else { return nil }
        guard let choice = Choice(rawValue: text) else {
            let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw .badRequest("\(name) can be \(allowed)")
        }
        return choice
    }

    func types() throws(Refusal) -> [EntityType] {
        var types: [EntityType] = []
        for label in all("type") {
            guard let type = EntityType(label: label) else {
                let allowed = EntityType.allCases.map(\.label).joined(separator: ", ")
                throw .badRequest("type can be \(allowed)")
            }
            types.append(type)
        }
        return types
    }
}
