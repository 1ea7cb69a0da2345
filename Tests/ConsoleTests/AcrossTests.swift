import Console
import Extraction
import Testing

@Suite("Across articles")
struct AcrossTests {
    @Test(
        "the log-likelihood ratio is that of Dunning's table",
        arguments: [
            // 110 of 2,552 against 111 of 29,114, by hand.
            (110, 2552, 111, 29114, 271.9), (5, 10, 5, 10, 0.0), (0, 10, 5, 10, -8.63), (0, 0, 5, 10, 0.0),
        ]
    )
    func likelihood(_ hits: Int, _ total: Int, _ others: Int, _ otherTotal: Int, _ expected: Double) {
        let change = Likelihood.change(hits, of: total, against: others, of: otherTotal)
        #expect(abs(change - expected) < max(0.01, abs(expected) * 0.01), "\(change)")
    }

    /// Two names over twenty days: one comes, one goes; the third is always there.
    private func filled() throws -> TemporaryIndex {
        let made = try TemporaryIndex()
        try made.put(
            (0..<60).map { number in
                let day = number / 3 + 1
                let name = day > 10 ? "قادم" : "ذاهب"
                return MadeUpReport(
                    number: number + 1,
                    source: number % 3 == 0 ? "أ" : "ب",
                    published: "2026-01-\(day < 10 ? "0" : "")\(day)",
                    entities: [(.person, name, nil), (.location, "دائم", nil)]
                        + (number % 3 == 0 ? [(.organization, "رفيق", nil), (.miscellaneous, "صاحب", nil)] : []),
                    topics: [(day > 15 ? "1" : "2", "موضوع")]
                )
            }
        )
        return made
    }

    @Test("what comes rises and what goes falls")
    func trends() async throws {
        let made = try filled()
        var query = TrendQuery()
        query.days = 10
        let trends = try await made.index.trends(query)
        #expect(trends.days.first == "2026-01-01" && trends.days.last == "2026-01-20" && trends.days.count == 20)
        #expect(trends.recentReports == 30 && trends.reportsBefore == 30)
        #expect(trends.rising.map(\.item.arabicName) == ["قادم"])
        #expect(trends.falling.map(\.item.arabicName) == ["ذاهب"])
        let rising = try #require(trends.rising.first)
        #expect(rising.recent == 30 && rising.before == 0 && rising.change > 70)
        #expect(rising.series == Array(repeating: 0, count: 10) + Array(repeating: 3, count: 10))
        query.subject = .topics
        query.days = 5
        #expect(try await made.index.trends(query).rising.map(\.item.englishName) == ["topic 1"])
        query.until = "2025-01-01"
        #expect(try await made.index.trends(query).rising.isEmpty)
    }

    @Test("the first of many are kept, and few of the others", arguments: [1, 3, 10, 5000])
    func foremost(_ limit: Int) {
        var foremost = Foremost<Int>(limit, by: >)
        let numbers = (0..<1000).map { $0 * 7919 % 1000 }
        for number in numbers {
            foremost.add(number)
            #expect(foremost.count <= 2 * limit)
        }
        #expect(foremost.sorted == Array(numbers.sorted(by: >).prefix(limit)))
    }

    @Test("no more of what rises and falls is shown than was asked for, each with all its days")
    func cut() async throws {
        let made = try TemporaryIndex()
        try made.put(
            (0..<400).map { number in
                // The later a name comes up, the less it rises; so do those fall that are there before.
                let (day, name) = (number % 20 + 1, number / 20)
                let isThere = name < 10 ? day > 10 + name : day <= 20 - name
                return MadeUpReport(
                    number: number + 1,
                    published: "2026-01-\(day < 10 ? "0" : "")\(day)",
                    entities: isThere ? [(.person, "اسم \(name)", nil)] : []
                )
            }
        )
        var query = TrendQuery()
        query.days = 10
        query.limit = 3
        let trends = try await made.index.trends(query)
        #expect(trends.rising.map(\.item.arabicName) == ["اسم 0", "اسم 1", "اسم 2"])
        #expect(trends.falling.map(\.item.arabicName) == ["اسم 10", "اسم 11", "اسم 12"])
        for trend in trends.rising + trends.falling {
            #expect(trend.series.prefix(10).reduce(0, +) == trend.before)
            #expect(trend.series.suffix(10).reduce(0, +) == trend.recent)
        }
        #expect(trends.falling.last?.series == Array(repeating: 1, count: 8) + Array(repeating: 0, count: 12))
    }

    @Test("reports without a date do not count as of the day on which they were written")
    func undated() async throws {
        let made = try filled()
        try made.put([MadeUpReport(number: 99, published: nil, entities: [(.person, "قادم", nil)])])
        var query = TrendQuery()
        query.days = 10
        #expect(try await made.index.trends(query).days.last == "2026-01-20")
        // But where no date is known at all, they do.
        let other = try TemporaryIndex()
        try other.put([MadeUpReport(number: 1, published: nil)])
        #expect(try await other.index.trends(query).days.last == "2026-01-01")
    }

    @Test("a report dated in the future does not blank the trends of all others")
    func future() async throws {
        let made = try filled()
        try made.put([MadeUpReport(number: 99, published: "2062-01-10", entities: [(.person, "قادم", nil)])])
        var query = TrendQuery()
        query.days = 10
        let today = try #require(CalendarDay(iso8601: "2026-01-25"))
        let trends = try await made.index.trends(query, today: today)
        #expect(trends.days.last == "2026-01-20" && trends.rising.map(\.item.arabicName) == ["قادم"])
        // Where it is the day after already, tomorrow's count; a day that is asked for counts in any case.
        let day = try #require(CalendarDay(iso8601: "2026-01-18"))
        #expect(try await made.index.trends(query, today: day).days.last == "2026-01-19")
        query.until = "2062-01-12"
        let later = try await made.index.trends(query, today: today)
        #expect(later.days.last == "2062-01-12" && later.recentReports == 1)
        // Where all are of days to come, the clock is wrong.
        let other = try TemporaryIndex()
        try other.put([MadeUpReport(number: 1, published: "2026-01-10")])
        let early = try #require(CalendarDay(iso8601: "1970-01-01"))
        query.until = nil
        #expect(try await other.index.trends(query, today: early).days.last == "2026-01-10")
    }

    @Test("a source is told by what it speaks of more than others")
    func profiles() async throws {
        let made = try filled()
        let profiles = try await made.index.profiles(of: .entities)
        #expect(profiles.map(\.source) == ["ب", "أ"])
        let small = try #require(profiles.last)
        #expect(Set(small.entries.prefix(2).map(\.item.arabicName)) == ["رفيق", "صاحب"])
        #expect(small.entries.first?.here == 20 && small.entries.first?.elsewhere == 0)
    }

    @Test("names that come together more often than chance are pairs")
    func companions() async throws {
        let made = try filled()
        let pairs = try await made.index.companions(CompanionQuery())
        let first = try #require(pairs.first)
        #expect(Set([first.first.arabicName, first.second.arabicName]) == ["رفيق", "صاحب"])
        #expect(first.both == 20 && first.overlap == 1)
        let friend = try #require(try await made.index.entities(named: "رفيق", types: [], limit: 1).first)
        var query = CompanionQuery()
        query.entity = friend.id
        let company = try await made.index.companions(query)
        #expect(company.first?.second.arabicName == "صاحب" && company.first?.both == 20)
        #expect(company.allSatisfy { $0.first.id == friend.id })
        // With the one that is everywhere it comes as often as anything: that says nothing.
        let everywhere = try #require(company.first { $0.second.arabicName == "دائم" })
        #expect(everywhere.both == 20 && everywhere.strength < 1)
        query.entity = nil
        query.source = "ب"
        #expect(try await made.index.companions(query).allSatisfy { $0.second.arabicName != "صاحب" })
    }
}
