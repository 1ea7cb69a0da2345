internal import SwiftProtobuf

extension WireIntroduction {
    init(_ introduction: Introduction) {
        self.init()
        name = introduction.name
        protocolVersion = introduction.protocolVersion
        softwareVersion = introduction.softwareVersion
        modelDigest = introduction.modelDigest
    }

    func introduction() throws(MessageError) -> Introduction {
        Introduction(
            name: try Wire.name(name, "a peer's name"),
            protocolVersion: protocolVersion,
            softwareVersion: try Wire.name(softwareVersion, "a peer's version"),
            modelDigest: try Wire.name(modelDigest, "a peer's model")
        )
    }
}

extension WireSinkLocation {
    init(_ location: SinkLocation) {
        self.init()
        endpoint = location.endpoint
        incarnation = location.incarnation
    }

    func location() throws(MessageError) -> SinkLocation {
        SinkLocation(endpoint: try Wire.name(endpoint, "the sink's endpoint"), incarnation: incarnation)
    }
}

extension WireRefusal {
    init(_ refusal: Refusal) {
        self.init()
        switch refusal {
        case .incompatible(let reason): kind = .incompatible(Wire.cut(reason))
        case .occupied(let name): kind = .occupiedBy(Wire.cut(name))
        }
    }

    func refusal() throws(MessageError) -> Refusal {
        switch kind {
        case .incompatible(let reason): .incompatible(reason: try Wire.reason(reason))
        case .occupiedBy(let name): .occupied(by: try Wire.reason(name))
        case nil: throw MessageError("a refusal has no reason that is known")
        }
    }
}

extension WireWorkerToProducer {
    init(_ message: WorkerToProducer) {
        self.init()
        switch message {
        case .hello(let introduction, let capacity):
            var hello = Hello()
            hello.introduction = WireIntroduction(introduction)
            hello.capacity = UInt32(clamping: capacity)
            kind = .hello(hello)
        case .beat(let analysed, let granted):
            var beat = Beat()
            beat.analysed = analysed
            beat.granted = granted
            kind = .beat(beat)
        case .failed(let id, let reason):
            var failed = Failed()
            failed.id = WireSectionID(id)
            failed.reason = Wire.cut(reason)
            kind = .failed(failed)
        case .goodbye: kind = .goodbye(WireEmpty())
        }
    }

    func message() throws(MessageError) -> WorkerToProducer {
        switch kind {
        case .hello(let hello):
            .hello(
                try hello.introduction.introduction(),
                capacity: try Wire.count(hello.capacity, upTo: WireLimits.elements, "a worker's capacity")
            )
        case .beat(let beat): .beat(analysed: beat.analysed, granted: beat.granted)
        case .failed(let failed): .failed(try failed.id.sectionID(), reason: try Wire.reason(failed.reason))
        case .goodbye: .goodbye
        case nil: throw MessageError("a worker's message has no content that is known")
        }
    }
}

extension WireProducerToWorker {
    init(_ message: ProducerToWorker) {
        self.init()
        switch message {
        case .welcome(let incarnation, let sink, let beat, let silence):
            var welcome = Welcome()
            welcome.producerIncarnation = incarnation
            if let sink { welcome.sink = WireSinkLocation(sink) }
            welcome.beat = UInt32(clamping: beat)
            welcome.silence = UInt32(clamping: silence)
            kind = .welcome(welcome)
        case .sink(let location):
            var sink = Sink()
            if let location { sink.location = WireSinkLocation(location) }
            kind = .sink(sink)
        case .work(let tasks):
            var work = Work()
            work.tasks = tasks.map { WireSectionTask($0) }
            kind = .work(work)
        case .beat: kind = .beat(WireEmpty())
        case .farewell: kind = .farewell(WireEmpty())
        case .rejoin: kind = .rejoin(WireEmpty())
        case .refused(let refusal): kind = .refused(WireRefusal(refusal))
        }
    }

    func message() throws(MessageError) -> ProducerToWorker {
        switch kind {
        case .welcome(let welcome):
            .welcome(
                producerIncarnation: welcome.producerIncarnation,
                sink: welcome.hasSink ? try welcome.sink.location() : nil,
                beat: try Wire.count(welcome.beat, upTo: WireLimits.milliseconds, "the beat"),
                silence: try Wire.count(welcome.silence, upTo: WireLimits.milliseconds, "the silence")
            )
        case .sink(let sink): .sink(sink.hasLocation ? try sink.location.location() : nil)
        case .work(let work):
            .work(try Wire.list(work.tasks, "sections") { task throws(MessageError) in try task.task() })
        case .beat: .beat
        case .farewell: .farewell
        case .rejoin: .rejoin
        case .refused(let refusal): .refused(try refusal.refusal())
        case nil: throw MessageError("the producer's message has no content that is known")
        }
    }
}

extension WireWorkerToSink {
    init(_ message: WorkerToSink) {
        self.init()
        switch message {
        case .results(let list, let sink):
            var results = Results()
            results.sinkIncarnation = sink
            results.results = list.map { element in
                var result = Result()
                result.serial = element.serial
                result.id = WireSectionID(element.id)
                result.findings = WireFindings(element.findings)
                return result
            }
            kind = .results(results)
        }
    }

    func message() throws(MessageError) -> WorkerToSink {
        switch kind {
        case .results(let results):
            .results(
                try Wire.list(results.results, "results") { result throws(MessageError) in
                    SectionResult(
                        serial: result.serial,
                        id: try result.id.sectionID(),
                        findings: try result.findings.findings()
                    )
                },
                sink: results.sinkIncarnation
            )
        case nil: throw MessageError("a worker's message has no content that is known")
        }
    }
}

extension WireSinkToWorker {
    init(_ message: SinkToWorker) {
        self.init()
        switch message {
        case .received(let serials):
            var received = Received()
            received.serials = serials
            kind = .received(received)
        }
    }

    func message() throws(MessageError) -> SinkToWorker {
        switch kind {
        case .received(let received):
            try Wire.limit(received.serials.count, WireLimits.elements, "serials")
            return .received(serials: received.serials)
        case nil: throw MessageError("the sink's message has no content that is known")
        }
    }
}
