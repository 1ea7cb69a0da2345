/// A page's HTML, read by as much of HTML's rules as pages are written by: tags, attributes in double quotes, the
/// escapes of this program, `script` and `style` whose text ends at their end tag alone.
struct PageUnderTest {
    /// How many elements there are of each name; those in the article under «article p».
    private(set) var elements: [String: Int] = [:]
    /// Of all elements, with escapes undone.
    private(set) var attributes: [(name: String, value: String)] = []
    /// Whether every start tag has its end tag, properly nested.
    private(set) var isBalanced = true
    /// The text of the `article` element.
    private(set) var articleText = ""
    private var pieces: [String: [String]] = [:]

    private static let void: Set<String> = ["meta", "link", "input", "br"]

    init(_ html: [UInt8]) {
        var rest = String(decoding: html, as: UTF8.self)[...]
        var open: [(name: String, piece: String?)] = []
        while !rest.isEmpty {
            guard rest.first == "<" else {
                let text = Self.unescaped(rest.prefix { $0 != "<" })
                rest = rest.drop { $0 != "<" }
                if open.contains(where: { $0.name == "article" }) { articleText += text }
                for case let piece? in open.map(\.piece) {
                    pieces[piece, default: [""]][pieces[piece, default: [""]].count - 1] += text
                }
                continue
            }
            let tag = Self.tag(&rest)
            if tag.hasPrefix("!") { continue }
            if tag.hasPrefix("/") {
                if open.popLast()?.name != String(tag.dropFirst()) { isBalanced = false }
                continue
            }
            let (name, attributes) = Self.parse(tag)
            elements[name, default: 0] += 1
            if open.contains(where: { $0.name == "article" }) { elements["article \(name)", default: 0] += 1 }
            self.attributes += attributes
            if Self.void.contains(name) { continue }
            if name == "script" || name == "style" {
                // The text of these has no escapes: the first end tag ends it.
                guard let end = rest.firstRange(of: "</\(name)") else { isBalanced = false; return }
                rest = rest[end.lowerBound...]
            }
            var piece: String?
            if let target = attributes.first(where: { $0.name == "data-target" })?.value,
                let number = attributes.first(where: { $0.name == "data-number" })?.value
            {
                piece = "\(target)-\(number)"
                pieces["\(target)-\(number)", default: []].append("")
            }
            open.append((name, piece))
        }
        if !open.isEmpty { isBalanced = false }
    }

    /// The words of a mention, its pieces put together.
    func text(of target: String, _ number: Int) -> String { pieces["\(target)-\(number)", default: []].joined() }

    func pieces(of target: String, _ number: Int) -> Int { pieces["\(target)-\(number)", default: []].count }

    /// What is between `<` and the `>` outside of quotes.
    private static func tag(_ rest: inout Substring) -> Substring {
        var isQuoted = false
        var end = rest.unicodeScalars.startIndex
        for index in rest.unicodeScalars.indices {
            let scalar = rest.unicodeScalars[index]
            if scalar == "\"" { isQuoted.toggle() }
            end = index
            if scalar == ">", !isQuoted { break }
        }
        let tag = rest[rest.index(after: rest.startIndex)..<end]
        rest = rest[rest.unicodeScalars.index(after: end)...]
        return tag
    }

    private static func parse(_ tag: Substring) -> (String, [(name: String, value: String)]) {
        var attributes: [(name: String, value: String)] = []
        let name = tag.prefix { $0 != " " }
        var rest = tag.dropFirst(name.count)
        while let start = rest.firstIndex(where: { $0 != " " }) {
            rest = rest[start...]
            let key = rest.prefix { $0 != "=" }
            rest = rest.dropFirst(key.count + 2)
            let value = rest.unicodeScalars.prefix { $0 != "\"" }
            attributes.append((String(key), unescaped(Substring(value))))
            rest = Substring(rest.unicodeScalars.dropFirst(value.count + 1))
        }
        return (String(name), attributes)
    }

    private static func unescaped(_ text: Substring) -> String {
        var result = String(text)
        for (escape, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#13;", "\r"), ("&amp;", "&")] {
            result = result.replacing(escape, with: character)
        }
        return result
    }
}
