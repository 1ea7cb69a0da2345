/// Reads the articles of inputs: files, folders and standard input, in the order in which they are named.
///
/// What can't be read is a problem of its own and stops nothing. Files are told by their extension (see
/// ``InputFormat/extensions``); a folder is read with all folders in it, by name, without hidden files and without links
/// to folders; `-` is standard input: JSON Lines if it starts with `{`, else one plain text. At most one article or line
/// is held in memory.
///
/// The text of an article is kept exactly as it came in, line ends and all; a byte order mark is left out, and a text
/// with a NUL character is refused, because it is no text to most of what reads reports.
package final class ArticleReader: Sequence, IteratorProtocol {
    /// What is still to be read, last first.
    private var pending: [Input]
    private var lines: JSONLinesReader?
    private let format: InputFormat?
    private let standardInput: Int32

    private enum Input {
        case named(String)
        case found(String)
        case problem(InputProblem)
    }

    private static let standardInputName = "standard input"

    /// - Parameters:
    ///   - format: how all inputs are written, whatever their names say; `nil` to go by the names.
    ///   - standardInput: the open file that `-` stands for.
    package init(inputs: [String], format: InputFormat? = nil, standardInput: Int32 = 0) {
        self.standardInput = standardInput
        pending = inputs.reversed().map { .named($0) }
        self.format = format
    }

    /// The next article, or why there is none; `nil` after the last.
    package func next() -> Result<Article, InputProblem>? {
        while true {
            if let result = lines?.next() { return result }
            lines = nil
            guard let input = pending.popLast() else { return nil }
            do throws(InputProblem) {
                let article: Article? =
                    switch input {
                    case .named("-"): try openStandardInput()
                    case .named(let path): try open(path)
                    case .found(let path): try openFile(path, size: try size(of: path))
                    case .problem(let problem): throw problem
                    }
                if let article { return .success(article) }
            } catch {
                return .failure(error)
            }
        }
    }

    /// Reads an input that is one article; opens one that is more, and returns `nil`.
    private func open(_ path: String) throws(InputProblem) -> Article? {
        let kind = try system(path) { () throws(InputFile.SystemError) in try InputFile.kind(of: path) }
        switch kind {
        case .folder:
            let files = FolderListing.files(in: path)
            if files.isEmpty {
                throw InputProblem(
                    input: path,
                    reason: "holds no articles (\(InputFormat.extensionNames))",
                    advice: "give a folder with articles in it"
                )
            }
            for file in files.reversed() {
                switch file {
                case .success(let path): pending.append(.found(path))
                case .failure(let problem): pending.append(.problem(problem))
                }
            }
            return nil
        case .special where format == nil:
            throw InputProblem(
                input: path,
                reason: "not a file",
                advice: "give a file, a folder, or - for standard input"
            )
        case .special: return try openFile(path, size: 0)
        case .file(let size): return try openFile(path, size: size)
        }
    }

    private func size(of path: String) throws(InputProblem) -> Int {
        let kind = try system(path) { () throws(InputFile.SystemError) in try InputFile.kind(of: path) }
        if case .file(let size) = kind { return size }
        throw InputProblem(input: path, reason: "no longer a file", advice: "try again")
    }

    private func openFile(_ path: String, size: Int) throws(InputProblem) -> Article? {
        let format = try format(of: path)
        let name = path.split(separator: "/").last.map(String.init) ?? path
        if format == .jsonLines {
            let file = try system(path) { () throws(InputFile.SystemError) in try InputFile(path: path) }
            lines = JSONLinesReader(LineReader(file, limit: Limits.longestLine), input: path, source: name)
            return nil
        }
        // From its size, before it is read.
        if size > Limits.longestArticle { throw Self.tooLong(path, "\(size) bytes long") }
        let bytes = try system(path) { () throws(InputFile.SystemError) in
            try InputFile(path: path).readAll(limit: Limits.longestArticle, expected: size)
        }
        guard let bytes else { throw Self.tooLong(path, "longer") }
        return try article(bytes, format: format, input: path, source: name)
    }

    private func openStandardInput() throws(InputProblem) -> Article? {
        var input = LineReader(InputFile(descriptor: standardInput), limit: Limits.longestLine)
        let first = try system(Self.standardInputName) { () throws(InputFile.SystemError) in try input.peek() }
        let format = format ?? (first == UInt8(ascii: "{") ? .jsonLines : .text)
        if format == .jsonLines {
            lines = JSONLinesReader(input, input: Self.standardInputName, source: nil)
            return nil
        }
        let bytes = try system(Self.standardInputName) { () throws(InputFile.SystemError) in
            try input.rest(limit: Limits.longestArticle)
        }
        guard let bytes else { throw Self.tooLong(Self.standardInputName, "longer") }
        return try article(bytes, format: format, input: Self.standardInputName, source: nil)
    }

    private func article(
        _ bytes: [UInt8],
        format: InputFormat,
        input: String,
        source: String?
    ) throws(InputProblem) -> Article {
        do throws(TextDecoding.Failure) {
            let text = try TextDecoding.text(bytes)
            var article = format == .markdown ? MarkdownDocument(text).article() : Article(text: text)
            try TextDecoding.check(article.text)
            article.source = article.source ?? source
            return article
        } catch {
            throw InputProblem(input: input, reason: error.reason, advice: error.advice)
        }
    }

    private func format(of path: String) throws(InputProblem) -> InputFormat {
        if let format { return format }
        guard let known = InputFormat.extensions.first(where: { $0.name == InputFormat.pathExtension(path) }) else {
            throw InputProblem(
                input: path,
                reason: "not a kind of file that is read (\(InputFormat.extensionNames))",
                advice: "rename it, or give it on standard input"
            )
        }
        guard let format = known.format else {
            throw InputProblem(
                input: path,
                reason: "HTML is not read yet",
                advice: "give its text (.txt, .md, .jsonl)"
            )
        }
        return format
    }

    private static func tooLong(_ input: String, _ size: String) -> InputProblem {
        InputProblem(
            input: input,
            reason: "\(size), and an article has at most \(Limits.longestArticle) bytes",
            advice: "split it, or give articles as JSON Lines (.jsonl)"
        )
    }

    private func system<Value>(
        _ input: String,
        _ body: () throws(InputFile.SystemError) -> Value
    ) throws(InputProblem) -> Value {
        do throws(InputFile.SystemError) {
            return try body()
        } catch {
            throw InputProblem(input: input, reason: error.reason, advice: error.advice)
        }
    }
}
