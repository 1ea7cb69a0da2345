/// An answer; the connection is closed after it.
package struct MonitorResponse: Sendable, Equatable {
    package struct Header: Sendable, Equatable {
        package var name: String
        package var value: String
    }

    package var status: Int
    package var contentType: String
    package var headers: [Header]
    package var body: String

    package init(
        status: Int = 200,
        contentType: String = "text/plain; charset=utf-8",
        headers: [(String, String)] = [],
        body: String
    ) {
        self.status = status
        self.contentType = contentType
        self.headers = headers.map { Header(name: $0.0, value: $0.1) }
        self.body = body
    }

    package static func refusal(_ status: Int, _ reason: String, headers: [(String, String)] = []) -> MonitorResponse {
        MonitorResponse(status: status, headers: headers, body: reason + "\n")
    }

    /// The bytes to send; a HEAD request gets none of the body.
    package func bytes(isHead: Bool) -> [UInt8] {
        let body = Array(body.utf8)
        var head = "HTTP/1.1 \(status) \(Self.phrase(status))\r\n"
        head += "Content-Type: \(contentType)\r\nContent-Length: \(body.count)\r\n"
        head += "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n"
        for header in headers { head += "\(header.name): \(header.value)\r\n" }
        return Array((head + "\r\n").utf8) + (isHead ? [] : body)
    }

    private static func phrase(_ status: Int) -> String {
        switch status {
        case 200: "OK"
        case 400: "Bad Request"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 431: "Request Header Fields Too Large"
        case 503: "Service Unavailable"
        case 505: "HTTP Version Not Supported"
        default: "Status"
        }
    }
}
