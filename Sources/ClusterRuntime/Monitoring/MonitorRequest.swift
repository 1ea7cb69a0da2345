/// The head of a request, as far as it is needed to answer a question.
package struct MonitorRequest: Sendable, Equatable {
    package enum Method: String, Sendable { case get = "GET", head = "HEAD" }

    /// What the bytes that came so far are.
    package enum Reading: Sendable, Equatable {
        /// The head has no end yet.
        case incomplete
        case request(MonitorRequest)
        /// To be answered with this status, and no more to be read.
        case refused(MonitorResponse)
    }

    /// The longest head, in bytes.
    package static let longestHead = 8192

    package var method: Method
    /// Without the query, as it was sent: nothing is decoded.
    package var path: String

    package init(method: Method, path: String) {
        self.method = method
        self.path = path
    }

    package static func read(_ bytes: [UInt8]) -> Reading {
        guard let end = headEnd(bytes) else {
            if bytes.count > longestHead { return .refused(.refusal(431, "the request is too long")) }
            // Who speaks TLS or anything else is told so before it waits for an answer.
            if let first = bytes.first, !isLetter(first), first != 13, first != 10 { return .refused(malformed) }
            return .incomplete
        }
        guard end <= longestHead else { return .refused(.refusal(431, "the request is too long")) }
        var lines = bytes[..<end].split(separator: 10, omittingEmptySubsequences: false).map { line in
            line.last == 13 ? line.dropLast() : line
        }
        // An empty line before the request is forgiven, as the standard wishes.
        while lines.first?.isEmpty == true { lines.removeFirst() }
        guard let first = lines.first, bytes[..<end].allSatisfy({ $0 >= 32 || $0 == 13 || $0 == 10 || $0 == 9 }) else {
            return .refused(malformed)
        }
        for line in lines.dropFirst() where !line.isEmpty {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
                line[..<colon].allSatisfy({ $0 > 32 && $0 < 127 })
            else { return .refused(malformed) }
        }
        return request(first)
    }

    private static let malformed = MonitorResponse.refusal(400, "this is no HTTP request")

    private static func request(_ line: ArraySlice<UInt8>) -> Reading {
        let words = line.split(separator: 32, omittingEmptySubsequences: false)
        guard words.count == 3, words.allSatisfy({ $0.allSatisfy { $0 > 32 && $0 < 127 } }), !words[0].isEmpty,
            words[0].allSatisfy(isLetter), words[2].starts(with: Array("HTTP/".utf8))
        else { return .refused(malformed) }
        let version = String(decoding: words[2].dropFirst(5), as: UTF8.self)
        guard version == "1.1" || version == "1.0" else {
            return .refused(.refusal(505, "HTTP/1.1 is spoken here"))
        }
        guard words[1].first == UInt8(ascii: "/") else { return .refused(malformed) }
        guard let method = Method(rawValue: String(decoding: words[0], as: UTF8.self)) else {
            return .refused(.refusal(405, "only GET and HEAD are answered", headers: [("Allow", "GET, HEAD")]))
        }
        let path = words[1].prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        return .request(MonitorRequest(method: method, path: String(decoding: path, as: UTF8.self)))
    }

    /// Where the head ends: behind its empty line, which may end without a carriage return.
    private static func headEnd(_ bytes: [UInt8]) -> Int? {
        // Empty lines before the request don't end it.
        var index = bytes.firstIndex { $0 != 13 && $0 != 10 } ?? bytes.count
        while index < bytes.count {
            guard bytes[index] == 10 else {
                index += 1
                continue
            }
            if index + 1 < bytes.count, bytes[index + 1] == 10 { return index + 2 }
            if index + 2 < bytes.count, bytes[index + 1] == 13, bytes[index + 2] == 10 { return index + 3 }
            index += 1
        }
        return nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }
}
