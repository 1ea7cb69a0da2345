package import HTTPTypes

/// A request, apart from how it came.
package struct ConsoleRequest: Sendable {
    package var method: HTTPRequest.Method
    /// The parts of the path, percent codes decoded; none of an empty one.
    package var path: [String]
    /// The path as it was asked for, for links back to it.
    package var rawPath: String
    package var parameters: Parameters
    package var fields: HTTPFields
    /// From the request line or the `Host` field.
    package var authority: String?
    package var body: [UInt8]

    /// - Parameter target: path and query of the request line.
    package init(
        _ method: HTTPRequest.Method,
        _ target: String,
        authority: String? = "localhost",
        fields: HTTPFields = [:],
        body: [UInt8] = []
    ) {
        self.method = method
        let end = target.firstIndex { $0 == "?" || $0 == "#" } ?? target.endIndex
        rawPath = String(target[..<end])
        let query = target[end...].dropFirst().prefix { $0 != "#" }
        path = rawPath.utf8.split(separator: UInt8(ascii: "/")).map { Parameters.decoded($0, plusIsSpace: false) }
        parameters = target[end...].first == "?" ? Parameters(query) : Parameters()
        self.authority = authority
        self.fields = fields
        self.body = body
    }

    /// Whether the method may change something.
    package var changes: Bool { method != .get && method != .head && method != .options }

    /// Whether it comes from a page rather than from a program.
    package var wantsPage: Bool { fields[.accept]?.contains("text/html") == true }

    /// The content type without its parameters, in lower case.
    package var mediaType: String? {
        fields[.contentType].map { value in
            String(value.prefix { $0 != ";" }).lowercased().filter { $0 != " " && $0 != "\t" }
        }
    }
}
