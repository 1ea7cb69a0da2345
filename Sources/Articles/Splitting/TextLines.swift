/// The lines with which a text begins, without the white space around them; blank ones are left out.
struct TextLines {
    typealias Word = ArraySlice<Unicode.Scalar>

    private static let most = 8

    let scalars: [Unicode.Scalar]
    /// In code points.
    private var ranges: [Range<Int>] = []

    /// The last one may be cut off: of a paragraph its beginning is enough.
    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        var start = 0
        while start < scalars.count, ranges.count < Self.most {
            let end = scalars[start...].firstIndex(where: Self.isEnd) ?? scalars.count
            if let first = scalars[start..<end].firstIndex(where: { !$0.properties.isWhitespace }),
                let last = scalars[first..<end].lastIndex(where: { !$0.properties.isWhitespace })
            {
                ranges.append(first..<last + 1)
            }
            start = end + 1
        }
    }

    var isEmpty: Bool { ranges.isEmpty }
    var count: Int { ranges.count }
    subscript(line: Int) -> Range<Int> { ranges[line] }

    func scalars(_ line: Int) -> Word { scalars[ranges[line]] }

    func words(_ line: Int) -> [Word] { scalars(line).split { $0.properties.isWhitespace } }

    func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }

    /// Whether a line has the words of `text`, however they are spaced.
    func isEqual(_ line: Int, to text: String) -> Bool {
        words(line).elementsEqual(text.unicodeScalars.split { $0.properties.isWhitespace }) { $0.elementsEqual($1) }
    }

    private static func isEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }
}
