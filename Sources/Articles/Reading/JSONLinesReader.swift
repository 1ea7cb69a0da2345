/// The articles of JSON Lines: one object a line.
///
/// `text` or `html` is required (`text` is taken where both are there); `id` (a string or a whole number), `title`, `url`, `published` and `source` are kept; `null` is as
/// good as nothing; other keys are passed over. A field that stands twice in an object is refused. Lines of
/// white space are passed over, and a byte order mark at the start of the file.
struct JSONLinesReader {
    private var lines: LineReader
    private let input: String
    private let source: String?
    private let encoding: InputEncoding?
    private let pages = HTMLParser()
    private var number = 0
    private var isAtEnd = false
    /// Whether any line was not white.
    private var sawObject = false

    /// - Parameters:
    ///   - source: the `source` of objects that name none.
    ///   - encoding: how the lines are written; `nil` to find it out for each of them.
    init(_ lines: LineReader, input: String, source: String?, encoding: InputEncoding? = nil) {
        self.lines = lines
        self.encoding = encoding
        self.input = input
        self.source = source
    }

    mutating func next() -> Result<Article, InputProblem>? {
        guard !isAtEnd else { return nil }
        do throws(InputFile.SystemError) {
            while let line = try lines.next() {
                number += 1
                switch line {
                case .tooLong:
                    sawObject = true
                    return .failure(
                        problem(
                            "longer than \(Limits.longestLine) bytes, and an article has at most \(Limits.longestArticle)"
                        )
                    )
                case .line(var bytes):
                    if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
                    if bytes.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) { continue }
                    sawObject = true
                    return article(bytes)
                }
            }
        } catch {
            isAtEnd = true
            return .failure(
                InputProblem(
                    input: input,
                    line: number + 1,
                    reason: error.reason,
                    advice: "the lines before it were taken"
                )
            )
        }
        isAtEnd = true
        guard !sawObject else { return nil }
        return .failure(
            InputProblem(
                input: input,
                reason: "holds no articles",
                advice: "give an object with \"text\" or \"html\" on each line"
            )
        )
    }

    private func problem(_ reason: String) -> InputProblem {
        InputProblem(input: input, line: number, reason: reason, advice: "the other lines were taken")
    }

    private func article(_ bytes: ArraySlice<UInt8>) -> Result<Article, InputProblem> {
        do throws(JSONScanner.Failure) {
            var article = try JSONArticle.article(bytes, encoding: encoding, pages)
            if article.source == nil { article.source = source }
            return .success(article)
        } catch {
            return .failure(problem(error.reason))
        }
    }
}
