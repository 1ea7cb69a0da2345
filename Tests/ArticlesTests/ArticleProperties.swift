import ArabicText
import Articles
import Glibc

/// What must hold for every input, whatever it is. Compiled into the fuzz targets as well.
enum ArticleProperties {
    /// What does not hold of the sections and tokens of `article`; empty if all does.
    static func violations(of article: Article) -> [String] {
        var violations: [String] = []
        let length = article.text.codePointCount
        var end = 0
        let outline = SectionSplitter.outline(of: article)
        for (index, section) in outline.sections.enumerated() {
            if section.index != index { violations.append("section \(index) says \(section.index)") }
            if section.range.lowerBound != end { violations.append("section \(index) leaves a gap or overlaps") }
            if section.range.isEmpty { violations.append("section \(index) is empty") }
            if section.part < 1 { violations.append("section \(index) has part \(section.part)") }
            if let heading = section.heading {
                let isInside =
                    section.range.lowerBound <= heading.lowerBound && heading.upperBound <= section.range.upperBound
                if !isInside || heading.isEmpty { violations.append("section \(index) has a heading elsewhere") }
            }
            end = section.range.upperBound
        }
        if end != length { violations.append("sections end at \(end) of \(length)") }
        let texts = outline.sectionTexts().map(\.text)
        if !texts.joined().utf8.elementsEqual(article.text.utf8) { violations.append("sections are not the text") }
        if texts.contains(where: { $0.utf8.count > 4096 }) { violations.append("a section is too long") }
        return violations + self.violations(ofTokensIn: article.text, length: length)
    }

    private static func violations(ofTokensIn text: String, length: Int) -> [String] {
        var violations: [String] = []
        let tokenized = TokenizedText(text)
        var end = 0
        for token in tokenized.tokens {
            if token.range.lowerBound < end || token.range.isEmpty { violations.append("token \(token) out of order") }
            if token.letters.upperBound > tokenized.folded.letters.count { violations.append("\(token): letters") }
            end = token.range.upperBound
        }
        if end > length { violations.append("a token ends at \(end) of \(length)") }
        var next = 0
        for sentence in tokenized.sentences {
            if sentence.lowerBound != next || sentence.isEmpty {
                violations.append("sentence \(sentence) out of order")
            }
            next = sentence.upperBound
        }
        if next != tokenized.tokens.count { violations.append("sentences end at \(next)") }
        return violations
    }

    /// Reads `bytes` as standard input in `format` and checks every article that comes out.
    static func violations(of bytes: UnsafeRawBufferPointer, as format: InputFormat) -> [String] {
        // What a pipe holds without a reader.
        guard bytes.count <= 65_536 else { return ["an input of \(bytes.count) bytes is too long for a pipe"] }
        var ends: [CInt] = [0, 0]
        guard pipe(&ends) == 0 else { return ["no pipe"] }
        defer { close(ends[0]) }
        let written = write(ends[1], bytes.baseAddress, bytes.count)
        close(ends[1])
        guard written == bytes.count || bytes.isEmpty else { return ["no room in the pipe"] }
        var violations: [String] = []
        for case .success(let article) in ArticleReader(inputs: ["-"], format: format, standardInput: ends[0]) {
            violations += self.violations(of: article)
            do throws(ArticleFault) {
                try article.checkLimits()
            } catch {
                violations.append("no cluster takes an article that was read: \(error)")
            }
        }
        return violations
    }

    /// Takes `bytes` as a text, as it is and with each of its lines marked as a heading.
    static func violations(ofText bytes: UnsafeRawBufferPointer) -> [String] {
        let text = String(decoding: bytes, as: UTF8.self)
        let marks = stride(from: 0, to: text.codePointCount, by: 31).map { $0..<$0 + 7 }
        return violations(of: Article(text: text)) + violations(of: Article(text: text, markedHeadings: marks))
    }

    /// The fuzz targets by name: one for each reader, and the splitter with the tokenizer.
    static func violations(of bytes: UnsafeRawBufferPointer, target: String) -> [String]? {
        if target == "splitter" { return violations(ofText: bytes) }
        return InputFormat(rawValue: target).map { violations(of: bytes, as: $0) }
    }
}
