/// The parts of a form with files (RFC 7578).
package struct MultipartForm: Sendable, Equatable {
    package struct Part: Sendable, Equatable {
        package var name: String
        /// As the browser gave it, without folders; `nil` for a plain field.
        package var fileName: String?
        package var bytes: [UInt8]
    }

    package var parts: [Part]

    private static let partLimit = 256

    /// `nil` for anything that is no such form.
    ///
    /// - Parameter contentType: the header's value, which says what stands between the parts.
    package init?(_ body: [UInt8], contentType: String) {
        guard let boundary = Self.parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count)
        else { return nil }
        let mark = Array("\r\n--\(boundary)".utf8)
        // The first mark has no line before it.
        let opening = Array(mark.dropFirst(2))
        guard body.starts(with: opening) else { return nil }
        parts = []
        var position = opening.count
        while parts.count < Self.partLimit {
            if body[position...].starts(with: "--".utf8) { return }
            guard let headStart = Self.end(of: "\r\n", in: body, at: position),
                let headEnd = Self.find(Array("\r\n\r\n".utf8), in: body, from: headStart - 2),
                let end = Self.find(mark, in: body, from: headEnd + 2)
            else { return nil }
            let start = headEnd + 4
            guard start <= end + 2 else { return nil }
            let head = String(decoding: body[headStart..<max(headStart, headEnd)], as: UTF8.self)
            guard let part = Self.part(head, body[min(start, end)..<end]) else { return nil }
            parts.append(part)
            position = end + mark.count
        }
        return nil
    }

    private static func part(_ head: String, _ bytes: ArraySlice<UInt8>) -> Part? {
        for line in head.split(separator: "\r\n") {
            guard line.lowercased().hasPrefix("content-disposition:"), let name = parameter("name", of: line)
            else { continue }
            let file = parameter("filename", of: line)
            return Part(
                name: name,
                fileName: file.map { String($0.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? "") },
                bytes: Array(bytes)
            )
        }
        return nil
    }

    /// A parameter of a header's value, with or without quotation marks. Browsers write `"` in a name as `%22`.
    static func parameter(_ name: String, of header: some StringProtocol) -> String? {
        var rest = Substring(header)
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop { $0 == " " }
            guard let equals = rest.firstIndex(of: "=") else { return nil }
            let key = rest[..<equals]
            var value = rest[rest.index(after: equals)...]
            if value.first == "\"" {
                value.removeFirst()
                guard let end = value.firstIndex(of: "\"") else { return nil }
                rest = value[value.index(after: end)...]
                value = value[..<end]
            } else {
                let end = value.firstIndex(of: ";") ?? value.endIndex
                rest = value[end...]
                value = value[..<end]
            }
            if key.lowercased() == name {
                return String(value).split(separator: "%22", omittingEmptySubsequences: false).joined(separator: "\"")
            }
        }
        return nil
    }

    private static func end(of text: String, in body: [UInt8], at position: Int) -> Int? {
        // White space may stand behind a mark.
        var position = position
        while position < body.count, body[position] == 0x20 || body[position] == 0x09 { position += 1 }
        return body[position...].starts(with: text.utf8) ? position + text.utf8.count : nil
    }

    private static func find(_ pattern: [UInt8], in body: [UInt8], from start: Int) -> Int? {
        guard start >= 0, body.count >= pattern.count, start <= body.count - pattern.count else { return nil }
        return body.withUnsafeBufferPointer { bytes in
            var index = start
            while index <= bytes.count - pattern.count {
                if bytes[index] == pattern[0],
                    UnsafeBufferPointer(rebasing: bytes[index..<index + pattern.count]).elementsEqual(pattern)
                {
                    return index
                }
                index += 1
            }
            return nil
        }
    }
}
