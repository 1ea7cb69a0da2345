import ArabicText
import Articles
import Testing

@Suite("Sections")
struct SplitterTests {
    /// Paragraphs as news has them; short names for the tables.
    private static let paragraphs: [Character: String] = [
        "P":
            "أعلنت وزارة الخارجية أن الوفدين سيجتمعان الأسبوع المقبل في العاصمة لمناقشة الملفات العالقة بين البلدين، وفي مقدمتها ملف الحدود.",
        "Q":
            "وقال المتحدث باسم الوزارة إن المحادثات السابقة «أحرزت تقدما ملموسا»، مشيرا إلى أن الطرفين اتفقا على مواصلة الحوار خلال الأشهر المقبلة.",
        "R":
            "ويرى مراقبون أن هذه الخطوة تأتي في ظل تحولات إقليمية متسارعة، تدفع الأطراف جميعها إلى إعادة حساباتها السياسية والاقتصادية.",
        "S": "ولم يصدر تعليق فوري من الجانب الآخر.",
    ]

    /// A text from lines, of which a single letter stands for a paragraph.
    private static func text(_ lines: [String], separator: String = "\n") -> String {
        lines.map { $0.count == 1 ? $0.first.flatMap { paragraphs[$0] } ?? $0 : $0 }.joined(separator: separator)
    }

    /// Sections in short: the kind's letter and the heading.
    private static func describe(_ article: Article) -> [String] {
        let text = CodePointIndex(article.text)
        return SectionSplitter.sections(of: article).map { section in
            let kind =
                switch section.kind {
                case .lead: "L"
                case .body: "B"
                case .boilerplate: "X"
                }
            return kind + (section.part > 1 ? String(section.part) : "")
                + (section.heading.map { " " + text[$0] } ?? "")
        }
    }

    @Test(
        "of thousands of sections the last ones are one",
        arguments: ["©\nا\n", "## ا\n"]
    )
    func manySections(unit: String) {
        let isMarked = unit.hasPrefix("#")
        let text = String(repeating: unit, count: 50_000)
        let marks = isMarked ? (0..<50_000).map { $0 * 5..<$0 * 5 + 4 } : nil
        let sections = SectionSplitter.sections(of: Article(text: text, markedHeadings: marks))
        #expect(sections.count > 4096 && sections.count < 5000)
        #expect(sections.last?.kind == .body && sections.last?.range.upperBound == text.codePointCount)
        #expect(sections.prefix(4000).allSatisfy { $0.range.count <= unit.count })
    }

    @Test(
        "a short line before longer paragraphs is a heading, whatever its mark",
        arguments: [
            "تحركات في توقيت حساس", "فرصة أم مناورة؟", "التعاون المحدود: فرصة أم مناورة؟", "ملف الحدود أولا!",
            "الخلاصة", "ماذا بعد:",
            "خطة من 3 مراحل", "«اتفاق تاريخي» على المحك", "أزمة 2023",
        ]
    )
    func headings(heading: String) {
        let expected = ["L", "B " + heading, "B خلفيات الأزمة"]
        for separator in ["\n", "\r\n", "\n\n", "\n \n\n"] {
            let text = Self.text(["P", "Q", heading, "R", "S", "خلفيات الأزمة", "P", "Q"], separator: separator)
            #expect(Self.describe(Article(text: text)) == expected)
        }
    }

    @Test(
        "a short line that is something else is no heading",
        arguments: [
            "القاهرة - رويترز", "اليوم - الدمام", "واشنطن (أ ف ب)", "بقلم: أحمد محمود", "كتب - محمد علي",
            "إعداد: قسم الأخبار",
            "«لن نتراجع عن موقفنا»",
            "\"لن نتراجع عن موقفنا\"", "- البند الأول", "• البند الأول", "صورة أرشيفية للوزير",
            "الوزير خلال المؤتمر (رويترز)",
            "ولم يصدر تعليق فوري.", "وأضاف البيان:", "23/11/2026", "المصدر: الجزيرة", "انتظروا…", "من جهة أخرى،", "***",
            "https://example.org/a", "وكان القرار مطلوبا لسببين:", "ومن بين الأمراض يعتبر السرطان القاتل الأول للإنسان",
            "وهل يدرك الجميع أن الأمر أخطر؟", "أما اليوم فإن السؤال هو ما الذي يريده الناس؟", "وتشمل الشروط ما يلي:",
            "استعادته واجبة.\"", "الرجل: \"ما هذا؟\"", "لما لا أرغب في ذلك\"",
        ]
    )
    func others(line: String) {
        let text = Self.text(["P", "Q", line, "R", "S"])
        #expect(!Self.describe(Article(text: text)).contains { $0.hasPrefix("B ") }, "\(line)")
    }

    @Test("what stands at the top is the title and belongs to the lead")
    func title() {
        let text = Self.text(["محادثات جديدة بين البلدين", "القاهرة - رويترز", "P", "خلفيات الأزمة", "Q", "R"])
        #expect(Self.describe(Article(text: text)) == ["L", "B خلفيات الأزمة"])
    }

    @Test("a poll, a list and verses are no headings")
    func lists() {
        let poll = Self.text(["P", "Q", "هل تؤيد الاتفاق؟", "نعم", "لا", "لا أعرف", "R"])
        #expect(Self.describe(Article(text: poll)) == ["L"])
        let verses =
            "قفا نبك من ذكرى حبيب ومنزل\nبسقط اللوى بين الدخول فحومل\nفتوضح فالمقراة لم يعف رسمها\nلما نسجتها من جنوب وشمأل"
        #expect(Self.describe(Article(text: verses)) == ["L"])
    }

    @Test("an article without headings is one section")
    func noHeading() {
        #expect(Self.describe(Article(text: Self.text(["P", "Q", "R", "S"]))) == ["L"])
        #expect(Self.describe(Article(text: "كلمة")) == ["L"])
        #expect(Self.describe(Article(text: "")) == [])
    }

    @Test(
        "calls, links, rights and tags at the foot are boilerplate",
        arguments: [
            "تابعونا على فيسبوك وتويتر",
            "لمتابعة احدث الأخبار حول العالم اضعط هنا – تابعنا عبر فيسبوك وباقي مواقع التواصل .",
            "اشترك في نشرتنا البريدية", "اقرأ أيضا: لقاء مرتقب بين الرئيسين", "إقرأ أيضاً", "جميع الحقوق محفوظة © 2026",
            "© 2026 الصحيفة",
            "#روسيا #أوكرانيا #واشنطن", "كلمات مفتاحية: روسيا، أوكرانيا", "المصدر: وكالات", "(رويترز، أ ف ب)",
            "مشاركة: فيسبوك تويتر واتساب",
            "للمزيد من الأخبار زوروا موقعنا", "Follow us on Facebook", "انضموا إلى قناتنا على تلغرام",
            "للتواصل مع الكاتب ارسل رسالة", "writer@example.org للتواصل مع الكاتب", "شارك على فيسبوك",
        ]
    )
    func feet(line: String) {
        #expect(
            Self.describe(Article(text: Self.text(["P", "Q", "خلفيات الأزمة", "R", "S", line]))) == [
                "L", "B خلفيات الأزمة", "X",
            ]
        )
    }

    @Test(
        "news about channels and calls is no boilerplate",
        arguments: [
            "ونشر الوزير تغريدة على حسابه في تويتر دعا فيها إلى التهدئة بين الأطراف.",
            "وأعلنت فيسبوك أنها حذفت آلاف الحسابات المزيفة.",
            "وقالت رويترز إن المحادثات مستمرة بين الطرفين.", "وتابع الملايين المباراة عبر يوتيوب.",
            "تابع الوزير جولته في الشرق الأوسط أمس.",
            "وأعلن النادي في موقع «تويتر» للتواصل الاجتماعي اعتماد الرئيس الجديد.",
            "وقد حمل المغردون هواتفهم في تويتر لنقل الصورة.", "ويتيح «لينكد إن» الفرصة للتواصل مع الزملاء بشكل منتظم.",
        ]
    )
    func newsAboutChannels(line: String) {
        #expect(Self.describe(Article(text: Self.text(["P", "Q", line]))) == ["L"])
    }

    @Test("a link in the middle is boilerplate, and the section goes on after it")
    func links() {
        let inline = Self.text(["P", "خلفيات الأزمة", "Q", "اقرأ أيضا: لقاء مرتقب بين الرئيسين", "R", "P"])
        #expect(Self.describe(Article(text: inline)) == ["L", "B خلفيات الأزمة", "X", "B2"])
        let announced = Self.text([
            "P", "Q", "اقرأ أيضا", "لقاء مرتقب بين الرئيسين", "اتفاق على الحدود", "خلفيات الأزمة", "R", "S",
        ])
        #expect(Self.describe(Article(text: announced)) == ["L", "X", "B خلفيات الأزمة"])
    }

    @Test("a marked heading that announces links makes its section boilerplate")
    func markedLinks() {
        let text = Self.text(["P", "موضوعات ذات صلة", "لقاء مرتقب", "Q", "خاتمة", "R"])
        let index = CodePointIndex(text)
        let first = Self.text(["P"]).codePointCount + 1
        let last = index.count - Self.text(["خاتمة", "R"]).codePointCount
        let article = Article(text: text, markedHeadings: [first..<first + 15, last..<last + 5])
        #expect(Self.describe(article) == ["L", "X موضوعات ذات صلة", "B خاتمة"])
    }

    @Test("marked headings win over what lines look like, and wild marks harm nothing")
    func marked() {
        let text = Self.text(["P", "Q", "خلفيات الأزمة", "R"])
        let marked = Article(text: text, markedHeadings: [0..<Self.text(["P"]).codePointCount])
        #expect(SectionSplitter.sections(of: marked).count == 1)
        #expect(SectionSplitter.sections(of: marked).first?.kind == .body)
        let wild = Article(text: text, markedHeadings: [99_999..<100_000, 5..<5])
        #expect(SectionSplitter.sections(of: wild).last?.range.upperBound == text.codePointCount)
    }

    @Test("a long section is cut at paragraph ends into parts of a bounded size")
    func longSections() {
        let body = (0..<60).map { ["P", "Q", "R", "S"][$0 % 4] }
        let article = Article(text: Self.text(["P", "خلفيات الأزمة"] + body + ["خاتمة", "Q", "R"]))
        let outline = SectionSplitter.outline(of: article)
        let parts = outline.sections.dropFirst().dropLast()
        #expect(parts.count > 2 && parts.map(\.part) == Array(1...parts.count))
        #expect(parts.dropFirst().allSatisfy { $0.heading == nil && $0.kind == .body })
        for text in outline.sectionTexts() {
            #expect(text.text.utf8.count <= 4096)
            #expect(text.text.last == "\n" || text.text == outline.sectionTexts().last?.text)
        }
    }

    @Test("a giant line is cut at sentence ends, else at spaces, else anywhere")
    func giantLines() {
        let sentences = String(repeating: (Self.paragraphs["P"] ?? "") + " ", count: 200)
        for piece in SectionSplitter.outline(of: Article(text: sentences)).sectionTexts() {
            #expect(piece.text.utf8.count <= 4096 && piece.text.hasSuffix(". "))
        }
        let words = String(repeating: "كلمة ", count: 5000)
        for piece in SectionSplitter.outline(of: Article(text: words)).sectionTexts() {
            #expect(piece.text.utf8.count <= 4096 && piece.text.hasSuffix(" "))
        }
        let letters = String(repeating: "ك😀", count: 5000)
        let outline = SectionSplitter.outline(of: Article(text: letters))
        #expect(outline.sectionTexts().map(\.text).joined() == letters)
        #expect(outline.sections.map(\.part) == Array(1...outline.sections.count))
    }
}
