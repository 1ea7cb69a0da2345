internal import Extraction

// The worker and the sink: findings go there, and are kept until it says that it has them.

extension WorkerStateMachine {
    /// So many results go into one message.
    private static let resultsInMessage = 64
    /// With more to analyse, results wait until there are so many, or for so long.
    private static let resultsWorthSending = 32
    private static let longestDelay = TimeSpan.milliseconds(20)
    private static let resendAfter = TimeSpan.seconds(1)

    mutating func sinkIs(at location: SinkLocation?) {
        guard let location else {
            isSinkPresent = false
            return
        }
        let known = sink
        if !isSinkPresent || known != location { lastSinkAnswer = now }
        sink = location
        isSinkPresent = true
        lastSinkSign = now
        if known != location {
            actions.append(.connectSink(location))
            // Another process has none of the articles that these belong to, or is told of them anew; the producer
            // hands the sections out again.
            if known?.incarnation != location.incarnation { release(unacknowledged.removeAll()) }
        }
    }

    mutating func sinkSaid(_ envelope: Envelope<SinkToWorker>) {
        guard envelope.session == sessionSeed else { return }
        lastSinkSign = now
        lastSinkAnswer = now
        switch envelope.body {
        case .received(let serials):
            var count = 0
            for serial in serials where unacknowledged.acknowledged(serial) { count += 1 }
            release(count)
        }
    }

    /// Sends what is new. `isIdle`: there is nothing to analyse, so nothing is worth waiting for.
    mutating func sendResults(isIdle: Bool) {
        guard isSinkPresent, let since = unacknowledged.unsentSince else { return }
        if isIdle || unacknowledged.unsentCount >= Self.resultsWorthSending || now - since >= Self.longestDelay {
            if unacknowledged.count == unacknowledged.unsentCount {
                lastSinkSign = now
                lastSinkAnswer = now
            }
            send(unacknowledged.takeUnsent(at: now))
        }
    }

    /// Whether the sink has not answered for so long that a socket opened anew did not help either.
    private var isCutOffFromSink: Bool {
        let patience = TimeSpan(nanoseconds: 2 * link.silence.nanoseconds)
        return isSinkPresent && !unacknowledged.isEmpty && now - lastSinkAnswer > patience
    }

    /// What the producer is offered of so much credit when a session begins: none by who is cut off from the sink, since
    /// it would only keep sections from others. The rest follows when the sink answers.
    mutating func offer(_ free: Int) -> Int {
        withheld = isCutOffFromSink ? free : 0
        guard withheld > 0 else { return free }
        log(
            .warning,
            "the sink answers nothing: no sections are taken until it does; check the way there (address, firewall, keys)",
            ["endpoint": sink?.endpoint ?? "", "findings held": "\(unacknowledged.count)"]
        )
        return 0
    }

    /// Sends again what was not acknowledged in time; through a new socket if nothing at all is.
    mutating func resendResults() {
        guard isSinkPresent, let sink, !unacknowledged.isEmpty else { return }
        if now - lastSinkSign > link.silence {
            lastSinkSign = now
            log(.notice, "the sink is silent, connecting anew", ["endpoint": sink.endpoint])
            actions.append(.disconnectSink)
            actions.append(.connectSink(sink))
        }
        send(unacknowledged.takeOverdue(after: Self.resendAfter, at: now))
    }

    private mutating func send(_ results: [SectionResult]) {
        guard let incarnation = sink?.incarnation else { return }
        var rest = results[...]
        while !rest.isEmpty {
            let body = WorkerToSink.results(Array(rest.prefix(Self.resultsInMessage)), sink: incarnation)
            actions.append(.sendToSink(Envelope(session: sessionSeed, sequence: 0, body: body)))
            rest = rest.dropFirst(Self.resultsInMessage)
        }
    }
}
