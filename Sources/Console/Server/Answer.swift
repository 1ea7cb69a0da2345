package import ClusterRuntime
package import HTTPTypes

/// What a request is answered with.
package struct Answer: Sendable {
    package enum Body: Sendable {
        case bytes([UInt8])
        /// As long as it was when it was opened. It is read as its client takes it.
        case file(OpenFile)
        /// Parts that come over time, until the client goes.
        case events(AsyncStream<[UInt8]>)
    }

    package var status: HTTPResponse.Status
    package var fields: HTTPFields
    package var body: Body

    package init(_ status: HTTPResponse.Status = .ok, _ contentType: String, _ bytes: [UInt8], fields: HTTPFields = [:])
    {
        self.status = status
        self.fields = fields
        self.fields[.contentType] = contentType
        body = .bytes(bytes)
    }

    package static func html(_ bytes: [UInt8], _ status: HTTPResponse.Status = .ok) -> Answer {
        Answer(status, "text/html; charset=utf-8", bytes)
    }

    package static func json(_ bytes: [UInt8], _ status: HTTPResponse.Status = .ok) -> Answer {
        Answer(status, "application/json", bytes)
    }

    package static func json(_ file: OpenFile) -> Answer {
        var answer = json([])
        answer.body = .file(file)
        return answer
    }

    /// To another page, which is fetched with GET.
    package static func see(_ place: String) -> Answer {
        Answer(.seeOther, "text/plain; charset=utf-8", Array("see \(place)\n".utf8), fields: [.location: place])
    }

    package static func events(_ events: AsyncStream<[UInt8]>) -> Answer {
        var answer = Answer(.ok, "text/event-stream", [])
        answer.body = .events(events)
        // A proxy that gathers what comes would hold it back.
        if let name = HTTPField.Name("X-Accel-Buffering") { answer.fields[name] = "no" }
        return answer
    }

    /// How much is sent, in bytes; `nil` where nobody knows yet.
    package var size: Int? {
        switch body {
        case .bytes(let bytes): bytes.count
        case .file(let file): file.size
        case .events: nil
        }
    }
}

/// Why a request is not answered with what it asks for.
package struct Refusal: Error, Sendable, Equatable, CustomStringConvertible {
    package var status: HTTPResponse.Status
    /// A word for programs: «not-allowed».
    package var code: String
    package var reason: String
    /// Seconds.
    package var retryAfter: Int?
    /// Methods that are allowed, where this one is not.
    package var allowed: [HTTPRequest.Method] = []

    package var description: String { reason }

    package static func notFound(_ reason: String) -> Refusal {
        Refusal(status: .notFound, code: "not-found", reason: reason)
    }

    package static func badRequest(_ reason: String) -> Refusal {
        Refusal(status: .badRequest, code: "bad-request", reason: reason)
    }

    package static let readOnly = Refusal(
        status: .forbidden,
        code: "read-only",
        reason: "this console only shows: start it with --allow-control to submit, retry and cancel articles"
    )

    package static func unavailable(_ reason: String) -> Refusal {
        Refusal(status: .serviceUnavailable, code: "unavailable", reason: reason, retryAfter: 5)
    }

    /// For a report that is there and can't be read.
    package static func unreadable(_ reason: String) -> Refusal {
        Refusal(status: .unprocessableContent, code: "unreadable", reason: reason)
    }

    package static let shuttingDown = unavailable("the console is shutting down")

    package static func methodNotAllowed(_ allowed: [HTTPRequest.Method]) -> Refusal {
        let names = allowed.map(\.rawValue).joined(separator: ", ")
        return Refusal(
            status: .methodNotAllowed,
            code: "method-not-allowed",
            reason: "only \(names) can be asked of this",
            allowed: allowed
        )
    }

    package static func tooLarge(_ limit: Int) -> Refusal {
        Refusal(
            status: .contentTooLarge,
            code: "too-large",
            reason: "at most \(limit >> 20) MiB can be sent at once; use `warraq submit` for more"
        )
    }

    package static let tooSlow = Refusal(
        status: .requestTimeout,
        code: "too-slow",
        reason: "the request comes too slowly; use `warraq submit` on a machine nearer to the cluster"
    )
}
