import ArabicText
import Extraction
import Foundation
import Testing
import Training

@Suite("Topics of texts")
struct TopicTrainingTests {
    private static let sport =
        "فاز المنتخب في المباراة النهائية لكأس العالم بهدف سجله اللاعب في الشوط الثاني على الملعب"
    private static let health = "قال الطبيب في المستشفى إن اللقاح يحمي المرضى من الفيروس وإن العلاج متاح لمرضى السرطان"

    private func model() throws -> ThemeModel { try Model.embedded().themes }

    /// A folder with these files, removed afterwards.
    private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "topics-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        try body(folder.path)
    }

    @Test("texts are found by file name, by title and by address")
    func texts() throws {
        let files = [
            "one.txt": "نص",
            "two.json": #"{"data": [{"title": "T", "paragraphs": [{"context": "أ"}, {"context": "ب"}]}]}"#,
            "three.json": #"[{"url": "http://x/1", "title": "ع", "content": "م"}, {"url": "http://x/2"}]"#,
        ]
        try withFolder(files) { folder in
            let texts = try TopicTexts(folders: [folder])
            #expect(texts["one"] == "نص")
            #expect(texts["T"] == "أ\nب")
            #expect(texts["http://x/1"] == "ع\nم")
            #expect(texts["http://x/2"]?.isEmpty == true)
            #expect(texts["four"] == nil)
        }
    }

    @Test("agreement counts codes with their parents, and at the top level the parents alone")
    func agreement() throws {
        let files = ["s.txt": Self.sport, "h.txt": Self.health, "a.tsv": "s\t20001108\nh\t-\nmissing\t15000000\n"]
        try withFolder(files) { folder in
            let annotations = try TopicAnnotations(files: ["\(folder)/a.tsv"], texts: TopicTexts(folders: [folder]))
            #expect(annotations.documents.count == 2 && annotations.missing == 1)
            let top = TopicAgreement(of: try model(), on: annotations, topLevel: true)
            #expect(top.annotated == 1 && top.right == 1)
            #expect(top.found >= 2 && top.recall == 1 && top.precision < 1)
            let all = TopicAgreement(of: try model(), on: annotations, topLevel: false)
            #expect(all.annotated == 2)
        }
    }

    @Test("calibration parts texts with a topic from those without it")
    func calibration() throws {
        let names = (0..<6).map { "s\($0)" }
        var files = Dictionary(uniqueKeysWithValues: names.map { ("\($0).txt", Self.sport) })
        files["h.txt"] = Self.health
        files["a.tsv"] = names.map { "\($0)\t15000000\n" }.joined() + "h\t07000000\n"
        try withFolder(files) { folder in
            let annotations = try TopicAnnotations(files: ["\(folder)/a.tsv"], texts: TopicTexts(folders: [folder]))
            let start = try model().calibration
            let calibrator = TopicCalibrator(model: try model(), start: start)
            let calibration = calibrator.calibrate(on: annotations)
            #expect(calibration.halves["15000000"] != nil)
            #expect(calibration.halves["07000000"] == start.halves["07000000"])
            #expect(calibration == calibrator.calibrate(on: annotations))
        }
    }

    @Test("a sentence model learns what its sentences say, the same bytes each time")
    func sentences() throws {
        let sentences = (0..<12).flatMap { _ in
            [
                SubjectSentence(subject: "sport", text: Self.sport),
                SubjectSentence(subject: "health", text: Self.health),
            ]
        }
        let trainer = SubjectTrainer(model: try model())
        let tables = trainer.tables(sentences)
        #expect(trainer.tables(sentences) == tables)
        #expect(tables["themes.subjectnames"] == Array("health\nsport\n".utf8))
        let scores = try TopicScores.crossValidated(try model(), on: sentences)
        #expect(scores.texts == 24 && scores.accuracy == 1 && scores.macroF1 == 1)
    }

    @Test("sentences beside a fold's own teach it what the fold has not, and are not scored")
    func sentencesBeside() throws {
        let sentences = [
            SubjectSentence(subject: "sport", text: Self.sport), SubjectSentence(subject: "health", text: Self.health),
        ]
        // Without the other's sentence, what is left of the two says but one subject, and that is the wrong one.
        #expect(try TopicScores.crossValidated(try model(), on: sentences).right == 0)
        let scores = try TopicScores.crossValidated(try model(), on: sentences, beside: sentences)
        #expect(scores.texts == 2 && scores.right == 2)
    }

    @Test("the weights are those of ridge regression: what two sentences share tells nothing, what one has alone does")
    func ridge() throws {
        let sentences = [
            SubjectSentence(subject: "sport", text: "المباراة اليوم"),
            SubjectSentence(subject: "health", text: "المستشفى اليوم"),
        ]
        let file = ModelFile.encode(SubjectTrainer(model: try model()).tables(sentences))
        let subjects = try SubjectModel(file: ModelFile(bytes: KeptBytes.copy(of: file)))
        let model = try model()
        func sums(_ word: String) -> [Double] {
            let text = TokenizedText(word)
            return subjects.sums(of: text.tokens.map { (model.analyzer.word($0, in: text.folded).hash, 1) })
        }
        let (match, hospital, today) = (sums("المباراة"), sums("المستشفى"), sums("اليوم"))
        #expect(subjects.names == ["health", "sport"])
        #expect(match[1] > 0.5 && match[0] == -match[1])
        #expect(hospital[0] > 0.5 && hospital[1] == -hospital[0])
        #expect(today.allSatisfy { abs($0) < 0.01 })
    }

    @Test("sentences are read from several tables, one behind another")
    func tables() throws {
        let files = ["a.tsv": "category\ttext\nsport\tواحد\n", "b.tsv": "index\tcategory\ttext\n7\thealth\tاثنان\n"]
        try withFolder(files) { folder in
            let read = try SubjectSentence.read(["\(folder)/a.tsv", "\(folder)/b.tsv"])
            #expect(read.map(\.subject) == ["sport", "health"])
            #expect(read.map(\.text) == ["واحد", "اثنان"])
        }
    }

    @Test(
        "the strongest concept is the subject",
        arguments: [("sport", sport), ("economy", "ارتفعت أسهم البورصة بعد أن خفض البنك المركزي أسعار الفائدة")]
    )
    func mapping(subject: String, text: String) throws {
        #expect(TopicMapping.newspaper.subject(of: text, model: try model()) == subject)
    }

    @Test(
        "words of every text that share a stem with a term of a topic say nothing of it",
        arguments: [
            ("إليه", "01000000"), ("الرسمية", "01000000"), ("الجمهورية", "01000000"), ("القائمة", "15000000"),
            ("بحاجة", "12000000"), ("الجامعة", "12000000"), ("أمامه", "12000000"), ("الطائرة", "06000000"),
            ("العدوى", "16000000"), ("شرط", "02000000"), ("كافة", "15000000"), ("رقم", "13000000"),
            ("جازان", "01000000"), ("السودان", "14000000"), ("المكرمة", "08000000"), ("الروسية", "15000000"),
            ("السيولة", "03000000"), ("الطائف", "12000000"), ("مدار", "13000000"),
        ]
    )
    func homographs(word: String, code: String) throws {
        let model = try model()
        let topics = ThemeArticle(word, model: model).findings.first??.topics ?? []
        #expect(!topics.contains { model.concepts[$0.concept].code == code })
    }

    @Test("a text without a word of the vocabulary has no subject")
    func noSubject() throws {
        #expect(TopicMapping.newspaper.subject(of: "هناك ما ليس هنا", model: try model()) == nil)
    }

    @Test(
        "what comes from abroad is news of the world where it has no section, what comes from home is that less easily",
        arguments: [
            ("SA", "قال أطباء في مستشفى بلندن إن علاجا جديدا لمرضى السرطان نجح في بريطانيا", "politics_world"),
            ("GB", "قال أطباء في مستشفى بلندن إن علاجا جديدا لمرضى السرطان نجح في بريطانيا", nil),
            ("SA", "قال أطباء في مستشفى بالرياض إن علاجا جديدا لمرضى السرطان نجح في السعودية", nil),
            ("SA", "بحث الوزير في الحكومة السعودية الأسعار والتجارة", "economy"),
            ("GB", "بحث الوزير في الحكومة السعودية الأسعار والتجارة", "politics_world"),
            ("SA", "فاز المنتخب البرازيلي على نظيره الألماني في كأس العالم لكرة القدم بهدف", "sport"),
        ]
    )
    func abroad(home: String, text: String, section: String?) throws {
        var sections = NewspaperSections(model: try Model.embedded(), home: home)
        #expect(sections.section(of: text) == section)
    }

    @Test(
        "culture's pages have religion and celebrities, and what says next to nothing of anything, where it is long",
        arguments: [
            ("ألقى خطيب المسجد خطبة عن الصلاة والصيام وقراءة القرآن الكريم في رمضان", 1, "culture"),
            ("ظهرت النجمة كيم كارداشيان على السجادة الحمراء مع المشاهير", 1, "culture"),
            ("%@", 1, nil), ("%@", 10, "culture"),
        ]
    )
    func culture(text: String, times: Int, section: String?) throws {
        let story = "كان يمشي وحده ولا يلتفت إلى أحد وكأنه نسي كل ما مضى ثم جلس هناك قرب الباب ولم يقل شيئا "
        let whole = String(repeating: text == "%@" ? story : text, count: times)
        var sections = NewspaperSections(model: try Model.embedded(), home: "SA")
        #expect(sections.section(of: whole) == section)
    }

    @Test("newspapers are scored one by one and together, by their labels")
    func newspapers() throws {
        let files = [
            "p.json":
                "[{\"url\": \"u1\", \"content\": \"\(Self.sport)\"}, {\"url\": \"u2\", \"content\": \"\(Self.health)\"}]",
            "l.tsv": "u1\tnews\tsport\nu2\tother\tsport\nu2\tother\tlocal\nu9\tother\tsport\n",
        ]
        try withFolder(files) { folder in
            let texts = try TopicTexts(folders: [folder])
            let scores = try TopicScores.newspapers(
                of: Model.embedded(),
                labels: "\(folder)/l.tsv",
                texts: texts,
                home: "SA"
            )
            #expect(scores.map(\.newspaper) == ["news", "other", "all"])
            #expect(scores.map(\.scores.texts) == [1, 1, 2])
            #expect(scores.first?.scores.accuracy == 1)
        }
    }
}
