/// Reads the articles of inputs: files, folders and standard input, in the order in which they are named.
///
/// What can't be read is a problem of its own and stops nothing. Files are told by their extension (see
/// ``InputFormat/extensions``); a folder is read with all folders in it, by name, without hidden files and without links
/// to folders; `-` is standard input: JSON Lines if it starts with `{`, HTML or a feed if it starts like one, else one
/// plain text. At most one article, line or item is held in memory.
///
/// The text of an article is kept exactly as it came in, line ends and all; a byte order mark is left out, and a text
/// with a NUL character is refused, because it is no text to most of what reads reports. So is one that is not in
/// Arabic (see ``Language``). Bytes become text by the rule of ``EncodingDetection``, unless an encoding is given.
package final class ArticleReader: Sequence, IteratorProtocol {
    /// The inputs that are still to be read, last first.
    private var pending: [String]
    /// What is still to be read of the folder that was opened, last first.
    private var found: [Result<FolderListing.File, InputProblem>] = []
    /// The input of many articles that is being read.
    private var stream: Stream?
    private let encoding: InputEncoding?
    private let format: InputFormat?
    private let standardInput: Int32
    private let pages = HTMLParser()
    /// Where the file before was found.
    private var folder: OpenFolder?
    /// How many files of the folders that were opened are of no kind that is read, by their extensions, with the dot and
    /// in lower case; those without one have "".
    package private(set) var leftOut: [String: Int] = [:]

    private enum Stream {
        case lines(JSONLinesReader)
        case feed(FeedReader)
    }

    private static let standardInputName = "standard input"

    /// - Parameters:
    ///   - format: how all inputs are written, whatever their names say; `nil` to go by the names.
    ///   - encoding: how all inputs are encoded; `nil` to find it out.
    ///   - standardInput: the open file that `-` stands for.
    package init(
        inputs: [String],
        format: InputFormat? = nil,
        encoding: InputEncoding? = nil,
        standardInput: Int32 = 0
    ) {
        self.encoding = encoding
        self.standardInput = standardInput
        pending = inputs.reversed()
        self.format = format
    }

    /// The next article, or why there is none; `nil` after the last.
    package func next() -> Result<Article, InputProblem>? {
        while true {
            if let result = nextOfStream() { return result }
            do throws(InputProblem) {
                if let file = found.popLast() {
                    if let article = try openFound(file.get()) { return .success(article) }
                } else if let input = pending.popLast() {
                    let article = input == "-" ? try openStandardInput() : try open(input)
                    if let article { return .success(article) }
                } else {
                    return nil
                }
            } catch {
                return .failure(error)
            }
        }
    }

    private func nextOfStream() -> Result<Article, InputProblem>? {
        // Taken out while it changes, so that it is not copied.
        let open = stream
        stream = nil
        switch open {
        case nil: return nil
        case .lines(var lines):
            let result = lines.next()
            if result != nil { stream = .lines(lines) }
            return result
        case .feed(var feed):
            let result = feed.next()
            if result != nil { stream = .feed(feed) }
            return result
        }
    }

    /// Reads an input that is one article; opens one that is more, and returns `nil`.
    private func open(_ path: String) throws(InputProblem) -> Article? {
        if path.hasPrefix("http://") || path.hasPrefix("https://") {
            throw InputProblem(
                input: path,
                reason: "an address, and nothing is fetched",
                advice: "fetch it (for example with curl -sL) and give it on standard input (-)"
            )
        }
        let kind = try system(path) { () throws(InputFile.SystemError) in try InputFile.kind(of: path) }
        switch kind {
        case .folder:
            let listing = FolderListing(of: path)
            if listing.files.isEmpty {
                throw InputProblem(
                    input: path,
                    reason: "holds no articles (\(InputFormat.extensionNames))",
                    advice: listing.advice ?? "give a folder with articles in it"
                )
            }
            leftOut.merge(listing.leftOut) { $0 + $1 }
            found = listing.files.reversed()
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

    /// Opens a file of a folder, which may have become something else since.
    private func openFound(_ found: FolderListing.File) throws(InputProblem) -> Article? {
        let opened = folder.flatMap { $0.path == found.folder ? $0 : nil } ?? OpenFolder(found.folder)
        folder = opened
        let file = try system(found.path) { () throws(InputFile.SystemError) in try InputFile(found.name, in: opened) }
        let kind = try system(found.path) { () throws(InputFile.SystemError) in try file.kind }
        guard case .file(let size) = kind else {
            throw InputProblem(input: found.path, reason: "no longer a file", advice: "try again")
        }
        return try read(file, format ?? found.format, name: found.name, size: size, path: found.path)
    }

    private func openFile(_ path: String, size: Int) throws(InputProblem) -> Article? {
        let format = try format(of: path)
        let file = try system(path) { () throws(InputFile.SystemError) in try InputFile(path: path) }
        let fileName = InputFormat.fileName(path)
        let name = fileName.isEmpty ? path : String(fileName)
        return try read(file, format, name: name, size: size, path: path)
    }

    /// - Parameters:
    ///   - name: the last part of the path.
    ///   - path: for problems.
    private func read(
        _ file: InputFile,
        _ format: InputFormat,
        name: String,
        size: Int,
        path: @autoclosure () -> String
    ) throws(InputProblem) -> Article? {
        if format == .jsonLines || format == .feed {
            let reader = LineReader(file, limit: Limits.longestLine)
            try system(path()) { () throws(InputFile.SystemError) in
                stream = try Self.stream(reader, file, format, input: path(), source: name, encoding: encoding)
            }
            return nil
        }
        let limit = Self.longest(format)
        // From its size, before it is read.
        if size > limit { throw Self.tooLong(path(), "\(size) bytes long", format) }
        let bytes = try system(path()) { () throws(InputFile.SystemError) in
            try file.readAll(limit: limit, expected: size)
        }
        guard let bytes else { throw Self.tooLong(path(), "longer", format) }
        return try article(bytes, format: format, input: path(), source: name)
    }

    private func openStandardInput() throws(InputProblem) -> Article? {
        let name = Self.standardInputName
        let file = InputFile(descriptor: standardInput)
        var reader = LineReader(file, limit: Limits.longestLine)
        let format =
            if let format { format } else {
                try system(name) { () throws(InputFile.SystemError) in try Self.format(of: &reader) }
            }
        if format == .jsonLines || format == .feed {
            try system(name) { () throws(InputFile.SystemError) in
                stream = try Self.stream(reader, file, format, input: name, source: nil, encoding: encoding)
            }
            return nil
        }
        let bytes = try system(name) { () throws(InputFile.SystemError) in
            try reader.rest(limit: Self.longest(format))
        }
        guard let bytes else { throw Self.tooLong(name, "longer", format) }
        return try article(bytes, format: format, input: name, source: nil)
    }

    /// How what comes on standard input is written. A brace is enough to tell JSON Lines: who writes them one by one is
    /// not kept waiting for more of them.
    private static func format(of reader: inout LineReader) throws(InputFile.SystemError) -> InputFormat {
        guard try InputFormat.sniffed(reader.head(atLeast: 4)) != .jsonLines else { return .jsonLines }
        return try InputFormat.sniffed(reader.head(atLeast: InputFormat.lengthOfHead))
    }

    private static func stream(
        _ reader: LineReader,
        _ file: InputFile,
        _ format: InputFormat,
        input: String,
        source: String?,
        encoding: InputEncoding?
    ) throws(InputFile.SystemError) -> Stream {
        var reader = reader
        if format == .feed {
            let head = try reader.head(atLeast: EncodingDetection.lengthOfHead)
            return .feed(FeedReader(file, head: Array(head), input: input, source: source, encoding: encoding))
        }
        let head = try reader.head(atLeast: 4)
        let wide = [InputEncoding.utf16, .utf16LittleEndian, .utf16BigEndian]
        if let found = encoding ?? EncodingDetection.mark(head)?.encoding, wide.contains(found) {
            reader.transcode(from: found)
            return .lines(JSONLinesReader(reader, input: input, source: source, encoding: .utf8))
        }
        return .lines(JSONLinesReader(reader, input: input, source: source, encoding: encoding))
    }

    private func article(
        _ bytes: [UInt8],
        format: InputFormat,
        input: @autoclosure () -> String,
        source: String?
    ) throws(InputProblem) -> Article {
        do throws(TextDecoding.Failure) {
            var article =
                switch format {
                case .html: try HTMLDocument(bytes[...], encoding: encoding, pages).article()
                case .markdown: MarkdownDocument(try TextDecoding.utf8(bytes[...], encoding: encoding)).article()
                case .text, .jsonLines, .feed: Article(text: try TextDecoding.text(bytes[...], encoding: encoding))
                }
            try TextDecoding.check(article)
            article.source = article.source ?? source
            return article
        } catch {
            if let foreign = ForeignFormat(start: bytes[...]) {
                throw InputProblem(input: input(), reason: foreign.reason, advice: foreign.advice)
            }
            throw InputProblem(input: input(), reason: error.reason, advice: error.advice)
        }
    }

    private func format(of path: String) throws(InputProblem) -> InputFormat {
        if let format { return format }
        guard let known = InputFormat(extensionOf: path) else {
            throw InputProblem(
                input: path,
                reason: "not a kind of file that is read (\(InputFormat.extensionNames))",
                advice: ForeignFormat(extensionOf: path)?.advice ?? "name its format (--input-format), or rename it"
            )
        }
        return known
    }

    private static func longest(_ format: InputFormat) -> Int {
        format == .html ? Limits.longestPage : Limits.longestArticle
    }

    private static func tooLong(_ input: String, _ size: String, _ format: InputFormat) -> InputProblem {
        let what = format == .html ? "a page" : "an article"
        return InputProblem(
            input: input,
            reason: "\(size), and \(what) has at most \(longest(format)) bytes",
            advice: format == .html ? "give the article's text" : "split it, or give articles as JSON Lines (.jsonl)"
        )
    }

    private func system<Value>(
        _ input: @autoclosure () -> String,
        _ body: () throws(InputFile.SystemError) -> Value
    ) throws(InputProblem) -> Value {
        do throws(InputFile.SystemError) {
            return try body()
        } catch {
            throw InputProblem(input: input(), error)
        }
    }
}
