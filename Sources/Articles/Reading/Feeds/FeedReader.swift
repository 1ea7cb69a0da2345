/// The articles of an RSS or Atom file, one at a time: what is held in memory is one item and one chunk.
struct FeedReader {
    private let file: InputFile
    private let input: String
    private let source: String?
    private let parser: FeedParser
    private let pages = HTMLParser()
    private var transcoder: Transcoder?
    /// What was read and not parsed yet.
    private var chunk: [UInt8]
    private var isAtEnd = false
    /// Whether what is wrong with the document as a whole was said.
    private var isChecked = false
    private var number = 0

    private static let chunkSize = 1 << 16

    /// - Parameters:
    ///   - head: what was read of the file already: as much of it as tells its encoding.
    ///   - source: the `source` of items of feeds without a title.
    ///   - encoding: how it is written; `nil` to find it out.
    init(_ file: InputFile, head: [UInt8], input: String, source: String?, encoding: InputEncoding?) {
        self.file = file
        self.input = input
        self.source = source
        chunk = head
        let encoding =
            encoding ?? EncodingDetection.mark(head)?.encoding ?? EncodingDetection.feed(startingWith: head)
        if encoding != .utf8 { transcoder = Transcoder(encoding) }
        parser = FeedParser()
    }

    mutating func next() -> Result<Article, InputProblem>? {
        while parser.handler.items.isEmpty {
            guard !isAtEnd else {
                defer { isChecked = true }
                return isChecked ? nil : finalProblem().map { .failure($0) }
            }
            do throws(InputFile.SystemError) {
                try parseChunk()
                if parser.refusal != nil { isAtEnd = true }
            } catch {
                isAtEnd = true
                isChecked = true
                return .failure(problem(error.reason, advice: "the items before it were taken"))
            }
        }
        number += 1
        guard let item = parser.handler.items.removeFirst() else {
            return .failure(
                problem(
                    "item \(number) is longer than \(Limits.longestItem) bytes",
                    advice: "the other items were taken"
                )
            )
        }
        do throws(TextDecoding.Failure) {
            let article = try item.article(source: parser.handler.source ?? source, pages)
            try TextDecoding.check(article)
            return .success(article)
        } catch {
            return .failure(problem("item \(number): \(error.reason)", advice: "the other items were taken"))
        }
    }

    private mutating func parseChunk() throws(InputFile.SystemError) {
        if chunk.isEmpty { isAtEnd = try file.read(upTo: Self.chunkSize, into: &chunk) == 0 }
        guard transcoder != nil else {
            parser.parse(chunk.starts(with: [0xEF, 0xBB, 0xBF]) ? chunk.dropFirst(3) : chunk[...], isLast: isAtEnd)
            chunk.removeAll(keepingCapacity: true)
            return
        }
        var text: [UInt8] = []
        transcoder?.append(chunk, to: &text)
        if isAtEnd { transcoder?.finish(&text) }
        parser.parse(text.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst(3) : text[...], isLast: isAtEnd)
        chunk.removeAll(keepingCapacity: true)
    }

    /// What is wrong with a document that is over.
    private func finalProblem() -> InputProblem? {
        if let refusal = parser.refusal { return problem(refusal.reason, advice: "the items before it were taken") }
        if !parser.handler.isFeed {
            return problem("no RSS or Atom feed", advice: "give a feed, or name the format (--input-format)")
        }
        if !parser.handler.isComplete {
            let place = parser.line.map { " at line \($0)" } ?? ""
            return problem("the feed breaks off\(place)", advice: "the items before it were taken")
        }
        if parser.handler.items.isEmpty, number == 0 {
            return problem("holds no articles", advice: "give a feed with items in it")
        }
        return nil
    }

    private func problem(_ reason: String, advice: String) -> InputProblem {
        InputProblem(input: input, reason: reason, advice: advice)
    }
}
