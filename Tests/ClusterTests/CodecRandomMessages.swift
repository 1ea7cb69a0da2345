import Articles
import Cluster
import Extraction
import TestSupport

/// Makes messages of every kind with everything in them that a message may hold.
struct RandomMessages {
    var generator: SeededRandom
    init(seed: UInt64) { generator = SeededRandom(seed: seed) }

    mutating func number(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &generator) }
    mutating func word() -> UInt64 { generator.next() >> UInt64(number(0...63)) }
    mutating func flag() -> Bool { .random(using: &generator) }

    mutating func optional<Value>(_ make: (inout Self) -> Value) -> Value? { flag() ? make(&self) : nil }

    mutating func list<Value>(_ upTo: Int = 4, _ make: (inout Self) -> Value) -> [Value] {
        (0..<number(0...upTo)).map { _ in make(&self) }
    }

    mutating func text() -> String {
        let letters = Array("ابتثجحخدذرزسشصضطظعغفقكلمنهوي ًٍَُِ«»،؟abc\n\u{0}😀")
        return String((0..<number(0...40)).compactMap { _ in letters.randomElement(using: &generator) })
    }

    mutating func id() -> ArticleID { ArticleID(high: word(), low: word()) }
    mutating func section() -> SectionID { SectionID(article: id(), index: number(0...1000)) }

    mutating func range() -> Range<Int> {
        let start = number(0...(flag() ? 100 : 1 << 31))
        return start..<number(start...(1 << 31))
    }

    mutating func article() -> Article {
        Article(
            title: optional { $0.text() },
            source: optional { $0.text() },
            url: optional { $0.text() },
            published: optional { $0.text() },
            externalID: optional { $0.text() },
            text: text(),
            markedHeadings: optional { $0.list { $0.range() } }
        )
    }

    mutating func kind() -> Section.Kind { Section.Kind.allCases.randomElement(using: &generator) ?? .lead }

    mutating func outline() -> Outline {
        let sections = (0..<number(0...5)).map { index in
            Section(
                index: index,
                kind: kind(),
                heading: optional { $0.range() },
                range: range(),
                part: number(1...100)
            )
        }
        return Outline(id: id(), article: article(), sections: sections)
    }

    mutating func findings() -> Findings {
        Findings(
            mentions: list {
                EntityMention(
                    range: $0.range(),
                    type: EntityType.allCases.randomElement(using: &$0.generator) ?? .person,
                    confidence: $0.number(0...1000),
                    support: TypeSupport($0.list { $0.number(-1000...1000) }),
                    value: $0.optional { $0.text() }
                )
            },
            phraseWords: list {
                PhraseWord(
                    range: $0.range(),
                    stem: UInt32(truncatingIfNeeded: $0.word()),
                    traits: UInt32(truncatingIfNeeded: $0.word())
                )
            },
            topics: list {
                TopicScore(
                    concept: $0.number(0...5000),
                    score: $0.number(-(1 << 40)...(1 << 40)),
                    evidence: $0.number(0...99)
                )
            },
            nisbas: list { NisbaMention(range: $0.range(), country: $0.text()) },
            tokenCount: number(0...10_000)
        )
    }

    mutating func envelope<Body>(_ body: Body) -> Envelope<Body> {
        Envelope(session: word(), sequence: word(), body: body)
    }

    mutating func introduction() -> Introduction {
        Introduction(name: text(), protocolVersion: 1, softwareVersion: text(), modelDigest: text())
    }

    mutating func location() -> SinkLocation { SinkLocation(endpoint: text(), incarnation: word()) }
    mutating func refusal() -> Refusal { flag() ? .incompatible(reason: text()) : .occupied(by: text()) }
    mutating func bytes() -> [UInt8] { (0..<number(0...50)).map { _ in UInt8(number(0...255)) } }
    mutating func reported() -> ReportedArticle { ReportedArticle(id: id(), missingSections: number(0...9)) }

    mutating func workerToProducer() -> Envelope<WorkerToProducer> {
        switch number(0...3) {
        case 0: envelope(.hello(introduction(), capacity: number(0...1000)))
        case 1: envelope(.beat(analysed: word(), granted: word()))
        case 2: envelope(.failed(section(), reason: text()))
        default: envelope(.goodbye)
        }
    }

    mutating func producerToWorker() -> Envelope<ProducerToWorker> {
        switch number(0...6) {
        case 0:
            envelope(
                .welcome(
                    producerIncarnation: word(),
                    sink: optional { $0.location() },
                    beat: number(1...1000),
                    silence: number(1...9000)
                )
            )
        case 1: envelope(.sink(optional { $0.location() }))
        case 2:
            envelope(
                .work(
                    list {
                        SectionTask(
                            id: $0.section(),
                            section: SectionText(kind: $0.kind(), text: $0.text(), heading: $0.optional { $0.range() })
                        )
                    }
                )
            )
        case 3: envelope(.beat)
        case 4: envelope(.farewell)
        case 5: envelope(.rejoin)
        default: envelope(.refused(refusal()))
        }
    }

    mutating func workerToSink() -> Envelope<WorkerToSink> {
        envelope(
            .results(list { SectionResult(serial: $0.word(), id: $0.section(), findings: $0.findings()) }, sink: word())
        )
    }

    mutating func sinkToWorker() -> Envelope<SinkToWorker> { envelope(.received(serials: list { $0.word() })) }

    mutating func sinkToProducer() -> Envelope<SinkToProducer> {
        switch number(0...9) {
        case 0: envelope(.hello(introduction(), location: location()))
        case 1:
            envelope(
                .holding(
                    list { HeldArticle(id: $0.id(), received: $0.list { $0.number(0...99) }) },
                    reported: list { $0.reported() },
                    isLast: flag()
                )
            )
        case 2: envelope(.opened(list { $0.id() }))
        case 3: envelope(.received(list { $0.section() }))
        case 4: envelope(.reported(list { $0.reported() }))
        case 5: envelope(.writeFailed(id(), reason: text()))
        case 6: envelope(.report(request: word(), bytes: optional { $0.bytes() }))
        case 7: envelope(.beat(room: optional { $0.word() }))
        case 8: envelope(.rejected(list { $0.section() }))
        default: envelope(.goodbye)
        }
    }

    mutating func producerToSink() -> Envelope<ProducerToSink> {
        switch number(0...9) {
        case 0:
            envelope(
                .welcome(
                    producerIncarnation: word(),
                    journal: word(),
                    beat: number(1...1000),
                    silence: number(1...9000)
                )
            )
        case 1: envelope(.open(outline(), keepsExisting: flag()))
        case 2: envelope(.giveUp(list { $0.section() }))
        case 3: envelope(.settled(list { $0.id() }))
        case 4: envelope(.discard(list { $0.id() }))
        case 5: envelope(.fetchReport(request: word(), id()))
        case 6: envelope(.beat)
        case 7: envelope(.farewell)
        case 8: envelope(.rejoin)
        default: envelope(.refused(refusal()))
        }
    }

    mutating func state() -> JobState { JobState.allCases.randomElement(using: &generator) ?? .waiting }

    mutating func clientToProducer() -> ClientToProducer {
        let request = word()
        return switch number(0...9) {
        case 0:
            .submit(
                request: request,
                list { $0.article() },
                priority: Priority.allCases[number(0...2)]
            )
        case 1: .await(request: request, list { $0.id() }, timeout: number(0...10_000))
        case 2: .status(request: request)
        case 3:
            .jobs(
                request: request,
                state: optional { $0.state() },
                before: optional { UInt64($0.number(1...1 << 50)) },
                offset: number(0...9999),
                limit: number(0...1000)
            )
        case 4: .show(request: request, id())
        case 5: .fetchReport(request: request, id())
        case 6: .retry(request: request, list { $0.id() })
        case 7: .cancel(request: request, list { $0.id() })
        case 8: .drain(request: request)
        default: .resume(request: request)
        }
    }

    mutating func job() -> Job {
        var job = Job(
            id: id(),
            state: state(),
            title: optional { $0.text() },
            source: optional { $0.text() },
            submittedAt: Int64(number(0...1 << 50)),
            settledAt: optional { Int64($0.number(0...1 << 50)) },
            missingSections: number(0...9)
        )
        job.trouble.sinkDeaths = number(0...9)
        job.trouble.failedAttempts = number(0...9)
        job.trouble.pause = number(0...512_000)
        return job
    }

    mutating func producerToClient() -> ProducerToClient {
        let request = word()
        return switch number(0...8) {
        case 0: .accepted(request: request, list { Acceptance(id: $0.id(), isNew: $0.flag()) })
        case 1: .busy(request: request, reason: text(), retryAfter: number(0...9999))
        case 2: .states(request: request, list { $0.optional { $0.state() } })
        case 3: .jobs(request: request, JobsPage(list { $0.job() }, last: optional { UInt64($0.number(1...1 << 50)) }))
        case 4: .job(request: request, optional { $0.job() })
        case 5: .report(request: request, bytes: optional { $0.bytes() })
        case 6: .done(request: request, count: number(0...9999))
        case 7: .status(request: request, status())
        default: .failed(request: request, reason: text())
        }
    }
}
