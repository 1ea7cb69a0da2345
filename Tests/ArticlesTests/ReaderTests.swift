import Articles
import FoundationEssentials
import Glibc
import Testing

@Suite("Reading")
struct ReaderTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// What a reader gives, in short: texts, and problems without the folder's path.
    func read(_ inputs: String..., format: InputFormat? = nil) -> [String] {
        ArticleReader(inputs: inputs, format: format).map(describe)
    }

    private func describe(_ result: Result<Article, InputProblem>) -> String {
        switch result {
        case .success(let article): return article.text
        case .failure(let problem):
            let text = problem.description
            return "! " + (text.hasPrefix(folder.path) ? String(text.dropFirst(folder.path.count + 1)) : text)
        }
    }

    @Test("a text is kept as it came in, without its byte order mark")
    func plainText() throws {
        let path = try folder.write("a.txt", "\u{FEFF}سطر\r\n\u{200F}ثانٍ\r\n\n".utf8)
        let article = try #require(try ArticleReader(inputs: [path]).next()?.get())
        #expect(Array(article.text.utf8) == Array("سطر\r\n\u{200F}ثانٍ\r\n\n".utf8))
        #expect(article.source == "a.txt" && article.title == nil && article.markedHeadings == nil)
    }

    @Test("each bad input is one clear problem, and the others are read")
    func problems() throws {
        let good = try folder.write("good.txt", "نص".utf8)
        let bad: [(String, String)] = [
            (
                try folder.write("win.txt", [0x61, 0xC7, 0xE1]),
                "! win.txt: neither UTF-8 (byte 1 is 0xC7) nor Arabic in Windows-1256 or ISO-8859-6; convert it to UTF-8, or name its encoding (--encoding)"
            ),
            (
                try folder.write("wide.txt", [0xFF, 0xFE, 0x27, 0x06, 0x00, 0xD8, 0x27, 0x06]),
                "! wide.txt: not UTF-16LE (byte 4 is 0x00); name its encoding (--encoding \(InputEncoding.names))"
            ),
            (
                try folder.write("en.txt", "The end".utf8),
                "! en.txt: not Arabic but English (Latin script); give articles in Arabic"
            ),
            (try folder.write("digits.txt", "2026".utf8), "! digits.txt: has no letters; give the article's text"),
            (
                try folder.write("binary.txt", [0x61, 0]),
                "! binary.txt: not text (byte 1 is NUL); give the article's text"
            ),
            (try folder.write("empty.txt", []), "! empty.txt: empty; give the article's text"),
            (try folder.write("mark.txt", [0xEF, 0xBB, 0xBF]), "! mark.txt: empty; give the article's text"),
            (
                try folder.write("white.txt", " \r\n\u{A0}\u{200F}\n".utf8),
                "! white.txt: nothing but white space; give the article's text"
            ),
            (folder.path + "/missing.txt", "! missing.txt: no such file; check the path"),
            (
                try folder.write("page.html", "<p><script>نص</script>".utf8),
                "! page.html: the page has no text of an article; give the article's text"
            ),
            (
                try folder.write("data.csv", "نص".utf8),
                "! data.csv: not a kind of file that is read (.txt, .md, .html, .jsonl, .rss, .atom, .xml); give a JSON object for each row, one a line, as .jsonl"
            ),
            (
                try folder.write("none", "نص".utf8),
                "! none: not a kind of file that is read (.txt, .md, .html, .jsonl, .rss, .atom, .xml); name its format (--input-format), or rename it"
            ),
            (
                try folder.sparse("huge.txt", size: 200_000_000),
                "! huge.txt: 200000000 bytes long, and an article has at most 4194304 bytes; split it, or give articles as JSON Lines (.jsonl)"
            ),
            ("/dev/null", "! /dev/null: not a file; give a file, a folder, or - for standard input"),
        ]
        try folder.write("nothing/x.csv", "نص".utf8)
        let inputs = bad.map(\.0) + [folder.path + "/nothing", good]
        let results = ArticleReader(inputs: inputs).map(describe)
        for (result, expected) in zip(results, bad.map(\.1)) { #expect(result == expected) }
        #expect(
            results.suffix(2) == [
                "! nothing: holds no articles (.txt, .md, .html, .jsonl, .rss, .atom, .xml); give a JSON object for each row, one a line, as .jsonl",
                "نص",
            ]
        )
        #expect(results.count == inputs.count)
    }

    @Test(
        "what is no text, and what is not read, is named with what makes it so",
        arguments: [
            ("a.docx", "PK\u{3}\u{4}", "! a.docx: not a kind of file that is read", "libreoffice"),
            ("a.PDF", "%PDF-1.7", "! a.PDF: not a kind of file that is read", "pdftotext"),
            ("a.json", "[]", "! a.json: not a kind of file that is read", "jq -c"),
            ("a.txt.gz", "", "! a.txt.gz: not a kind of file that is read", "; unpack it"),
            ("a.txt", "PK\u{3}\u{4}\0", "! a.txt: a document of an office program, not text", "save it as"),
            ("b.txt", "{\\rtf1 hello}", "! b.txt: a document of an office program, not text", "save it as"),
            ("c.html", "%PDF-1.7 \0", "! c.html: a PDF, not text", "pdftotext"),
        ]
    )
    func foreign(name: String, content: String, complaint: String, advice: String) throws {
        let results = read(try folder.write(name, content.utf8))
        #expect(results.count == 1)
        #expect(results[0].hasPrefix(complaint) && results[0].contains(advice), "\(results)")
    }

    @Test("an address is not taken for a file")
    func address() {
        #expect(read("https://example.org/a.html").first?.contains("curl -sL") == true)
    }

    @Test("files of a folder that are of no kind that is read are counted; what programs leave beside files is not")
    func leftOut() throws {
        for name in ["a.docx", "b.DOCX", "c/d.pdf", "README", "~$a.docx", "e.txt~", "Thumbs.db", ".hidden.pdf"] {
            try folder.write("in/\(name)", "x".utf8)
        }
        try folder.write("in/good.txt", "نص".utf8)
        let reader = ArticleReader(inputs: [folder.path + "/in"])
        #expect(reader.map(describe) == ["نص"])
        #expect(reader.leftOut == [".docx": 2, ".pdf": 1, "": 1])
    }

    @Test("an article of the longest length is read, one byte more is refused")
    func longest() throws {
        let longest = Array(String(repeating: "ن", count: Limits.longestArticle / 2).utf8)
        let path = try folder.write("long.txt", longest)
        #expect(try ArticleReader(inputs: [path]).next()?.get().text.utf8.count == Limits.longestArticle)
        #expect(
            read(try folder.write("longer.txt", longest + [0x61])).first?.hasPrefix("! longer.txt: 4194305 bytes")
                == true
        )
    }

    @Test("a folder is read with its folders, by name, without hidden files")
    func folders() throws {
        for name in [
            "b.txt", "a/2.md", "a/1.txt", "c.TXT", "notes.csv", ".hidden.txt", ".git/x.txt", "a.txt", "d/e/f/g.jsonl",
            "ب.txt", "ا.tXt", "ا أ.txt", "txt",
        ] {
            let text = name.hasSuffix("jsonl") ? "{\"text\": \"نص \(name)\"}" : "نص \(name)"
            try folder.write("in/" + name, text.utf8)
        }
        #expect(
            read(folder.path + "/in")
                == [
                    "a/1.txt", "a/2.md", "a.txt", "b.txt", "c.TXT", "d/e/f/g.jsonl", "ا أ.txt", "ا.tXt", "ب.txt",
                ].map { "نص " + $0 }
        )
        #expect(read(folder.path + "/in/") == read(folder.path + "/in"))
    }

    @Test("a link to a folder inside a folder is not followed, so that a loop ends")
    func loops() throws {
        try folder.write("in/a.txt", "نص".utf8)
        #expect(symlink(folder.path + "/in", folder.path + "/in/loop") == 0)
        #expect(read(folder.path + "/in") == ["نص"])
    }

    @Test("of a folder, links to files are read, and pipes are not waited for")
    func specials() throws {
        try folder.write("in/a.txt", "نص".utf8)
        try folder.write("elsewhere", "رابط".utf8)
        #expect(symlink(folder.path + "/elsewhere", folder.path + "/in/b.txt") == 0)
        #expect(mkfifo(folder.path + "/in/c.txt", 0o600) == 0)
        #expect(symlink(folder.path + "/nowhere", folder.path + "/in/d.txt") == 0)
        #expect(read(folder.path + "/in") == ["نص", "رابط", "! in/d.txt: no such file; check the path"])
    }

    @Test("a name that is not UTF-8 is said to be the reason, in a folder and by itself")
    func foreignName() throws {
        try folder.write("in/a.txt", "نص".utf8)
        // «é» in Latin-1.
        let name = Array("\(folder.path)/in/caf".utf8CString.dropLast()) + [CChar(bitPattern: 0xE9)]
        let descriptor = open(name + Array(".txt".utf8CString), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        // Some file systems refuse such names.
        guard descriptor >= 0 else { return }
        close(descriptor)
        let problem = "not found: it seems that its name is not UTF-8; rename it (for example with convmv)"
        #expect(read(folder.path + "/in") == ["نص", "! in/caf\u{FFFD}.txt: \(problem)"])
        #expect(read(folder.path + "/in/caf\u{FFFD}.txt") == ["! in/caf\u{FFFD}.txt: \(problem)"])
    }

    @Test(
        "standard input is JSON Lines if it starts with a brace, else a text",
        arguments: [
            ("نص\nآخر", nil, ["نص\nآخر"]), (" {\"text\": \"أ\"}\n{\"text\": \"ب\"}\n", nil, ["أ", "ب"]),
            ("{نص}", InputFormat.text, ["{نص}"]), ("", nil, ["! standard input: empty; give the article's text"]),
            ("# عنوان\n\nنص", .markdown, ["عنوان\n\nنص"]),
        ] as [(String, InputFormat?, [String])]
    )
    func standardInput(text: String, format: InputFormat?, expected: [String]) throws {
        let descriptor = open(try folder.write("stdin", text.utf8), O_RDONLY)
        defer { close(descriptor) }
        let results = Array(ArticleReader(inputs: ["-"], format: format, standardInput: descriptor))
        #expect(results.map(describe) == expected)
        for case .success(let article) in results { #expect(article.source == nil) }
    }

    @Test(
        "standard input is told by its start, however little of it comes at a time",
        arguments: [
            (
                ["<?xml version=\"1.0\"?>\n", "<rss><channel><item><title>عنوان</title></item></channel></rss>"],
                ["عنوان"]
            ),
            (["<", "!doctype html><p>", "نص</p>"], ["نص"]), (["{\"te", "xt\": \"أ\"}\n"], ["أ"]), (["ن", "ص"], ["نص"]),
        ]
    )
    func pieces(pieces: [String], expected: [String]) throws {
        // Each packet is read by itself.
        var ends: [Int32] = [0, 0]
        try #require(socketpair(AF_UNIX, CInt(SOCK_SEQPACKET.rawValue), 0, &ends) == 0)
        defer { close(ends[0]) }
        for piece in pieces { #expect(send(ends[1], Array(piece.utf8), piece.utf8.count, 0) == piece.utf8.count) }
        close(ends[1])
        #expect(ArticleReader(inputs: ["-"], standardInput: ends[0]).map(describe) == expected)
    }

    @Test("an object on standard input is read before there is more")
    func oneObject() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { close(ends[0]) }
        let line = Array("{\"text\": \"أ\"}\n".utf8)
        #expect(write(ends[1], line, line.count) == line.count)
        let reader = ArticleReader(inputs: ["-"], standardInput: ends[0])
        // The other end is open still.
        #expect(reader.next().map(describe) == "أ")
        close(ends[1])
        #expect(reader.next() == nil)
    }

    @Test("a problem is one line, whatever the file's name")
    func oneLine() {
        let problem = InputProblem(input: "a\nb.txt", line: 3, reason: "empty", advice: "fill it")
        #expect(problem.description == "a\u{FFFD}b.txt, line 3: empty; fill it")
    }
}
