internal import ArabicText

/// The lines with which a text begins, without the white space around them; blank ones are left out.
struct OpeningLines {
    typealias Line = ArraySlice<Unicode.Scalar>
    typealias Word = ArraySlice<Unicode.Scalar>

    private static let most = 8
    /// A line of so many code points that ends as a sentence does is a paragraph.
    private static let leastSentence = 60

    private let scalars: [Unicode.Scalar]
    /// In code points.
    private let ranges: [Range<Int>]

    /// Of the first part of a text. The last line may be cut off: of a paragraph its beginning is enough.
    init(_ text: String) {
        var text = text
        scalars = Array(text.unicodeScalars)
        ranges = text.withUTF8 { TextLine.lines(of: $0) }.lazy.filter { !$0.isBlank }.prefix(Self.most).map(\.content)
    }

    var isEmpty: Bool { ranges.isEmpty }
    var count: Int { ranges.count }
    subscript(line: Int) -> Range<Int> { ranges[line] }

    func scalars(_ line: Int) -> Line { scalars[ranges[line]] }

    func words(_ line: Int) -> [Word] { Self.words(scalars(line)) }

    static func words(_ line: Line) -> [Word] { line.split { $0.isWhiteSpace } }

    func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }

    /// Whether a line has the words of `text`, however they are spaced.
    func isEqual(_ line: Int, to text: String) -> Bool {
        words(line).elementsEqual(text.unicodeScalars.split { $0.isWhiteSpace }) { $0.elementsEqual($1) }
    }

    /// Whether a line is long enough for a sentence, and ends as one.
    static func isSentence(_ line: Line) -> Bool {
        line.count >= leastSentence && line.last.map { ".؟?!…»\"".unicodeScalars.contains($0) } ?? false
    }
}
