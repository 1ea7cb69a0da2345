internal import Cluster
internal import OrderedCollections
internal import ZeroMQ

/// Questions to the producer and their answers, over a connection that may break and a producer that may start anew.
///
/// A question stays until it is answered: it is sent again when its answer takes too long, when the producer was busy,
/// and when the connection was opened anew. All questions may be asked twice without harm. Not for two threads.
final class Conversation {
    private struct Question {
        var bytes: [UInt8]
        /// How long an answer may take.
        var patience: TimeSpan
        /// When it is to be sent (again).
        var due: Instant
    }

    /// After so much silence the connection is opened anew: its other end may be a host that is no more.
    private static let silence = TimeSpan.seconds(3)
    /// The same where the producer is known by two keys, of which it has one.
    private static let silenceInRotation = TimeSpan.seconds(1)
    /// What one wait counts for at most. Who was stopped for a minute (Ctrl-Z) has not listened, and nobody was silent.
    private static let longestStep = TimeSpan.seconds(2)

    private let context: Context
    private let endpoint: Endpoint
    private let identity: PeerIdentity
    private let patience: TimeSpan
    private let security: PeerSecurity?
    /// Told why the producer can't take a question now; it is asked again.
    var whenBusy: (String) -> Void = { _ in }
    private var socket: Socket?
    private var poller = Poller()
    private var entry: Poller.Entry?
    private var message = Message()
    private var questions: OrderedDictionary<UInt64, Question> = [:]
    private var lastRequest: UInt64 = 0
    /// All instants here are of the time in which this process was awake.
    private var time: AwakeTime
    private var lastHeard: Instant
    /// Since when the producer has answered nothing but that it is busy.
    private var busySince: Instant?
    private var lastOpened: Instant
    private var attempts = 0
    private var keys = PeerSecurity.Attempts(at: .producer)
    private var silence: TimeSpan { keys.hasOtherKeys ? Self.silenceInRotation : Self.silence }

    /// - Parameter patience: how long to go on without hearing anything, or anything but that the producer is busy, while
    ///   there are questions.
    init(
        context: Context,
        endpoint: Endpoint,
        identity: PeerIdentity,
        patience: TimeSpan,
        security: PeerSecurity? = nil
    ) {
        self.security = security
        self.context = context
        self.endpoint = endpoint
        self.identity = identity
        self.patience = patience
        let start = Instant.now
        let step = min(Self.longestStep.nanoseconds, max(1, patience.nanoseconds / 2))
        time = AwakeTime(longestStep: TimeSpan(nanoseconds: step), at: start)
        lastHeard = start
        lastOpened = start
    }

    private func now() -> Instant { time.read(at: .now) }

    /// Asks and returns the question's number; ``next()`` brings the answer.
    ///
    /// - Parameter patience: after how long it is asked again.
    func ask(
        patience: TimeSpan = .seconds(5),
        _ question: (UInt64) -> ClientToProducer
    ) throws(ClientError) -> UInt64 {
        lastRequest += 1
        // Silence counts from when somebody was asked.
        let now = now()
        if questions.isEmpty { lastHeard = max(lastHeard, now) }
        questions[lastRequest] = Question(
            bytes: MessageCodec.encode(question(lastRequest)),
            patience: patience,
            due: now
        )
        try sendDue()
        return lastRequest
    }

    /// Waits for the next answer to any of the questions.
    func next() throws(ClientError) -> (request: UInt64, answer: ProducerToClient) {
        while true {
            if let answer = try receive() {
                lastHeard = now()
                if questions[answer.request] != nil {
                    guard case .busy(_, let reason, let retryAfter) = answer else {
                        questions[answer.request] = nil
                        busySince = nil
                        return (answer.request, answer)
                    }
                    try bearBusyness(reason)
                    questions[answer.request]?.due = lastHeard + .milliseconds(retryAfter)
                }
                continue
            }
            let now = now()
            guard now - lastHeard < patience else {
                throw .unreachable(endpoint: place, seconds: patience.milliseconds / 1000)
            }
            if now - max(lastHeard, lastOpened) >= silence { try open() }
            try sendDue()
            let dues = questions.values.map(\.due)
            let wake = min(
                dues.min() ?? now + silence,
                max(lastHeard, lastOpened) + silence,
                lastHeard + patience
            )
            try wait(until: wake)
        }
    }

    /// Waits for a message until `wake`, or a shorter time: a step that is longer than it should be counts as a stop.
    private func wait(until wake: Instant) throws(ClientError) {
        let step = Instant.now + TimeSpan(nanoseconds: time.longestStep.nanoseconds / 2)
        do throws(ZeroMQError) { try poller.wait(until: min(time.outside(wake), step)) } catch { throw .socket(error) }
    }

    /// Being told to come back is fine as long as others of this client's questions are answered now and then.
    private func bearBusyness(_ reason: String) throws(ClientError) {
        whenBusy(reason)
        let since = busySince ?? lastHeard
        busySince = since
        guard lastHeard - since < patience else {
            throw .busy(reason: reason, seconds: patience.milliseconds / 1000)
        }
    }

    /// Asks and waits for the answer, while there is no other question.
    func answer(
        patience: TimeSpan = .seconds(5),
        _ question: (UInt64) -> ClientToProducer
    ) throws(ClientError) -> ProducerToClient {
        let request = try ask(patience: patience, question)
        while true {
            let (answered, answer) = try next()
            if answered == request { return answer }
        }
    }

    /// Does nothing for a while; what comes meanwhile is kept.
    func pause(_ span: TimeSpan) throws(ClientError) {
        var nothing = Poller()
        do throws(ZeroMQError) { try nothing.wait(until: .now + span) } catch { throw .socket(error) }
    }

    /// Where the producer should be. Who is refused because of the keys hears nothing, so they are named.
    private var place: String {
        security.map { "\(endpoint) (with the keys in \($0.folder.path))" } ?? endpoint.description
    }

    private func open() throws(ClientError) {
        if let entry { poller.remove(entry) }
        entry = nil
        socket = nil
        lastOpened = now()
        let resolved: String
        do throws(EndpointError) {
            resolved = try endpoint.resolved(attempt: attempts)
        } catch {
            // A name may be unknown only until its container is up; after the first time that is worth waiting for.
            if attempts == 0 { throw .endpoint(error) }
            return
        }
        let access: PeerSecurity.Access?
        do throws(KeyError) {
            access = if let security { try keys.next(with: security) } else { nil }
        } catch {
            throw .failed(reason: error.description)
        }
        attempts += 1
        do throws(ZeroMQError) {
            let opened = try PeerSockets.client(of: resolved, named: identity.peer, in: context, access: access)
            entry = poller.add(opened)
            socket = consume opened
        } catch {
            throw .socket(error)
        }
        for request in questions.keys { questions[request]?.due = lastOpened }
    }

    private func sendDue() throws(ClientError) {
        if socket == nil, attempts == 0 { try open() }
        let now = now()
        for (request, question) in questions where question.due <= now {
            do throws(ZeroMQError) {
                // Where it can't be sent now, it is sent again.
                _ = try socket?.send(Message(payload: question.bytes), .dontWait)
            } catch {
                throw .socket(error)
            }
            questions[request]?.due = now + question.patience
        }
    }

    private func receive() throws(ClientError) -> ProducerToClient? {
        do throws(ZeroMQError) {
            while true {
                switch try socket?.receiveWhole(into: &message, .dontWait) {
                case nil, .nothing: return nil
                case .malformed: continue
                case .message:
                    do throws(MessageError) {
                        return try message.withUnsafeBytes { (bytes) throws(MessageError) in
                            try MessageCodec.decodeForClient(bytes)
                        }
                    } catch {
                        // An answer that can't be read is an answer all the same: of another version, most likely.
                        guard let request = error.request else { continue }
                        return .failed(request: request, reason: error.description)
                    }
                }
            }
        } catch {
            throw .socket(error)
        }
    }
}
