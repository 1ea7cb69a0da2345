import Extraction
import Foundation
import Testing
import Training

@Suite("Annotations")
struct AnnotationTests {
    @Test("the annotations of our own texts are of these texts, and begin and end with words")
    func ownTexts() throws {
        let folder = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
            .appending(path: "Annotations")
        var reader = AnnotationReader()
        try reader.add(annotations: folder.appending(path: "entities/written"), texts: folder.appending(path: "texts"))
        #expect(reader.sentences.count > 2000)
        #expect(reader.leftOut * 50 < reader.sentences.count)
    }

    /// The sentences of `text` as `token/label`, and how many were left out. Names stand in brackets with their types
    /// behind: `[باريس]LOC`.
    private static func labelled(_ marked: String) throws -> (sentences: [String], leftOut: Int) {
        let (text, mentions) = read(marked)
        var reader = AnnotationReader()
        try reader.add(mentions, to: AnnotatedTexts.lines(of: text), document: "document")
        let sentences = reader.sentences.map { sentence in
            zip(sentence.tokens, sentence.labels).map { $0 + "/" + $1.name }.joined(separator: " ")
        }
        return (sentences, reader.leftOut)
    }

    private static func read(_ marked: String) -> (text: String, mentions: [AnnotatedMention]) {
        var text: [Unicode.Scalar] = []
        var mentions: [AnnotatedMention] = []
        var line = 0
        var lineStart = 0
        var start = 0
        var rest = marked.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "[": start = text.count - lineStart
            case "]":
                let name = String(rest.prefix { $0.isASCII && $0.properties.isUppercase })
                rest = rest.dropFirst(name.count)
                guard let type = EntityType.allCases.first(where: { $0.label == name }) else { continue }
                mentions.append(.init(piece: String(line), range: start..<text.count - lineStart, type: type))
            default:
                text.append(scalar)
                if scalar == "\n" {
                    line += 1
                    lineStart = text.count
                }
            }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text)
        return (String(view), mentions)
    }

    @Test(
        "names become labels on the tokens that the program makes, clitics with them",
        arguments: [
            ("زار [أحمد سالم]PER [باريس]LOC.", "زار/O أحمد/B-PER سالم/I-PER باريس/B-LOC ./O"),
            ("وصل إلى ل[كييف]LOC وب[لندن]LOC", "وصل/O إلى/O لكييف/B-LOC وبلندن/B-LOC"),
            ("قال ل[لأمم المتحدة]ORG", "قال/O للأمم/B-ORG المتحدة/I-ORG"),
            ("في «[القمر]MISC»", "في/O «/O القمر/B-MISC »/O"),
            ("بـ[لندن]LOC", "بـلندن/B-LOC"),
            ("مُحَمَّد [عَلِي]PERّ", "مُحَمَّد/O عَلِيّ/B-PER"),
        ]
    )
    func joining(marked: String, expected: String) throws {
        let found = try Self.labelled(marked)
        #expect(found.sentences == [expected])
        #expect(found.leftOut == 0)
    }

    @Test(
        "a sentence with a name in the midst of a token is left out, the others stay",
        arguments: ["مدينة[باريس]LOC جميلة", "في [باريس]LOCوفي روما", "[باريس]LOC[لندن]LOC جميلة", "ال[قاهرة]LOC"]
    )
    func gluedWords(glued: String) throws {
        let found = try Self.labelled("وصل [سالم]PER\n\(glued)\n")
        #expect(found.sentences == ["وصل/O سالم/B-PER"])
        #expect(found.leftOut == 1)
    }

    @Test("blank lines count")
    func blankLines() throws {
        #expect(try Self.labelled("وصل\n\n[سالم]PER وصل").sentences == ["وصل/O", "سالم/B-PER وصل/O"])
    }

    @Test(
        "annotations that don't fit the text are refused with the document's name",
        arguments: [
            [AnnotatedMention(piece: "0", range: 0..<99, type: .person)],
            [AnnotatedMention(piece: "7", range: 0..<2, type: .person)],
            [AnnotatedMention(piece: "0", range: 3..<4, type: .person)],
            [
                AnnotatedMention(piece: "0", range: 0..<3, type: .person),
                AnnotatedMention(piece: "0", range: 2..<5, type: .location),
            ],
        ]
    )
    func misfits(mentions: [AnnotatedMention]) {
        let pieces = AnnotatedTexts.lines(of: "وصل سالم")
        let error = #expect(throws: TrainingError.self) {
            var reader = AnnotationReader()
            try reader.add(mentions, to: pieces, document: "news.17")
        }
        #expect(error?.description.hasPrefix("news.17") == true)
    }

    private static func write(_ files: [String: String], in folder: URL) throws {
        for (path, text) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: file)
        }
    }

    @Test("an annotation behind the end of its text is refused before agreement is reckoned", arguments: [8, 9])
    func agreementOutside(end: Int) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "annotations-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = ["text/a.txt": "وصل سالم", "first/a.tsv": "0\t4\t8\tPER\n", "second/a.tsv": "0\t4\t\(end)\tPER\n"]
        try Self.write(files, in: folder)
        func agreement() throws -> AnnotationAgreement {
            try AnnotationAgreement(
                first: folder.appending(path: "first"),
                second: folder.appending(path: "second"),
                texts: folder.appending(path: "text")
            )
        }
        guard end > 8 else {
            #expect(try agreement().mentions.overall.right == 1)
            return
        }
        let error = #expect(throws: TrainingError.self) { try agreement() }
        #expect(error?.description == "a, 0: 4..<9 lies behind the end of its 8 code points")
    }

    @Test(
        "a line that is no annotation is named",
        arguments: ["0\t1\t2", "0\t2\t2\tPER", "0\tx\t2\tPER", "0\t-1\t2\tPER", "0\t1\t2\tDATE"]
    )
    func malformed(line: String) {
        let error = #expect(throws: TrainingError.self) {
            try AnnotationFile.mentions(in: "0\t0\t1\tORG\n\(line)\n", name: "a.tsv")
        }
        #expect(error?.description.hasPrefix("a.tsv, line 2:") == true)
    }

    @Test("agreement counts exact places and types, of the documents that both have")
    func agreement() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "annotations-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = [
            "text/a.txt": "وصل أحمد سالم إلى باريس\n",
            "text/b.txt": "لا أحد\n",
            "text/c.json": #"{"data": [{"paragraphs": [{"context": "في روما"}, {"context": "في لندن"}]}]}"#,
            "first/a.tsv": "0\t4\t13\tPER\n0\t18\t23\tLOC\n",
            "second/a.tsv": "0\t4\t8\tPER\n0\t18\t23\tORG\n",
            "first/b.tsv": "0\t0\t2\tMISC\n",
            "first/00.tsv": "0.1\t3\t7\tLOC\n",
            "second/00.tsv": "0.0\t3\t7\tLOC\n0.1\t3\t7\tLOC\n",
        ]
        try Self.write(files, in: folder)
        let agreement = try AnnotationAgreement(
            first: folder.appending(path: "first"),
            second: folder.appending(path: "second"),
            texts: folder.appending(path: "text")
        )
        #expect(agreement.documentCount == 2)
        #expect(agreement.wordCount == 9)
        #expect(agreement.mentions.counts[.person]?.f1 == 0)
        #expect(agreement.mentions.counts[.location]?.f1 == 50)
        #expect(agreement.mentions.overall.right == 1)
        #expect(agreement.mentions.overall.expected == 3)
        #expect(agreement.positions.right == 2)
        #expect(agreement.positions.found == 4)

        var reader = AnnotationReader()
        try reader.add(annotations: folder.appending(path: "first"), texts: folder.appending(path: "text"))
        #expect(reader.sentences.map(\.tokens.first) == ["في", "في", "وصل", "لا"])
        #expect(reader.sentences[1].labels.map(\.name) == ["O", "B-LOC"])
    }
}
