package import Articles
internal import CConsoleFiles
internal import Glibc

/// Articles that come in a request.
package struct Upload: Sendable, Equatable {
    package var articles: [Article] = []
    package var problems: [InputProblem] = []

    package init() {}

    /// Reads a file's content as `warraq submit` would read the file, so that both give the same article.
    ///
    /// - Parameters:
    ///   - name: the file's name; it is the articles' source where they name none. `nil` for what has no name.
    ///   - format: how it is written; by the name, or by how it starts, if `nil`.
    package mutating func read(_ bytes: [UInt8], name: String?, format: InputFormat? = nil) {
        let label = name ?? "the request"
        let known = name.flatMap(InputFormat.init(extensionOf:))
        guard let file = Self.file(bytes) else {
            problems.append(
                InputProblem(input: label, reason: "there is no memory to hold it", advice: "try again later")
            )
            return
        }
        defer { close(file) }
        for result in ArticleReader(inputs: ["-"], format: format ?? known, standardInput: file) {
            switch result {
            case .success(var article):
                article.source = article.source ?? name
                articles.append(article)
            case .failure(var problem):
                problem.input = label
                problems.append(problem)
            }
        }
    }

    /// One JSON object over any number of lines: line breaks in it can only be white space.
    package mutating func read(object bytes: [UInt8]) {
        read(bytes.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }, name: nil, format: .jsonLines)
    }

    /// One article as someone pasted it. Lines end as forms end them, which is not how they were typed.
    package mutating func read(pasted text: String, title: String?, url: String?, published: String?, source: String?) {
        func given(_ field: String?) -> String? {
            let words = (field ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return words.isEmpty ? nil : words
        }
        let first = articles.count
        let text = String(decoding: text.utf8.filter { $0 != 0x0D }, as: UTF8.self)
        read(Array(text.utf8), name: nil, format: .text)
        for index in first..<articles.count {
            articles[index].title = given(title)
            articles[index].url = given(url)
            articles[index].published = given(published)
            articles[index].source = given(source)
        }
    }

    /// An open file with these bytes that is nowhere on a disk, read from its start.
    private static func file(_ bytes: [UInt8]) -> Int32? {
        let file = warraq_memory_file()
        guard file >= 0 else { return nil }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { write(file, $0.baseAddress?.advanced(by: written), $0.count - written) }
            guard count > 0 else {
                if count < 0, errno == EINTR { continue }
                close(file)
                return nil
            }
            written += count
        }
        guard lseek(file, 0, SEEK_SET) == 0 else {
            close(file)
            return nil
        }
        return file
    }
}
