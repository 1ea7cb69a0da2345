import ArabicText
import Articles
import TestSupport
import Testing

@Suite("How a text begins")
struct ArticleOpeningTests {
    private static let body =
        "أعلنت وزارة الصحة أمس أن حملة التطعيم ضد الحصبة ستبدأ الأسبوع المقبل في جميع مدارس المملكة، وتستمر شهرا كاملا."

    private func byline(of text: String, title: String? = nil) -> Substring.UnicodeScalarView {
        let range = ArticleOpening(of: text, title: title).byline
        return Substring(text).unicodeScalars.prefix(range.upperBound).dropFirst(range.lowerBound)
    }

    @Test(
        "some words before a paragraph are its headline",
        arguments: [
            "حملة تطعيم ضد الحصبة في المدارس", "  الصحة تبدأ حملة «التطعيم» الكبرى\r",
            "وزير الصحة: الحملة تبدأ الأسبوع المقبل\n\n", "ماذا بعد حملة التطعيم؟", "الحصبة تعود.. والصحة تتحرك!",
            "وزير الصحة لـ «الجزيرة»: الحملة تبدأ الأسبوع المقبل",
        ]
    )
    func headline(_ line: String) throws {
        let text = line + "\n" + Self.body
        let opening = ArticleOpening(of: text)
        let title = line.trimmingWhiteSpace
        #expect(opening.title == title)
        let range = try #require(opening.headline)
        let scalars = text.unicodeScalars.prefix(range.upperBound).dropFirst(range.lowerBound)
        #expect(String(String.UnicodeScalarView(scalars)) == title)
        #expect(opening.byline.isEmpty)
    }

    @Test(
        "no sentence, no byline, no word or two, no line of a list, and nothing without a paragraph behind it",
        arguments: [
            "بدأت الحملة أمس في الرياض.\n" + body, "أميرة المولد – عين اليوم\n" + body, "وزارة الصحة\n" + body,
            "عبدالمجيد الزهراني عبدالعزيز المالكي سلطان الغنامي – جدة\n" + body, "قال الوزير في كلمته:\n" + body,
            "فيينا: ريما بولس الخوري\n" + body, "كتب مدحت القصبي\n" + body,
            "حملة تطعيم ضد الحصبة\nحملة تطعيم ضد شلل الأطفال\nحملة تطعيم ضد الكزاز والدفتيريا\n" + body, body,
            body + "\n" + body, "", "\n\n",
            "حملة تطعيم ضد الحصبة في المدارس", "حملة تطعيم ضد الحصبة في المدارس\n",
            "حملة تطعيم ضد الحصبة في المدارس\nالرياض – محمد السالم\n",
        ]
    )
    func noHeadline(_ text: String) {
        let opening = ArticleOpening(of: text)
        #expect(opening.title == nil)
        #expect(opening.headline == nil)
    }

    @Test(
        "behind a headline stand who wrote it, where and when",
        arguments: [
            "الرياض – محمد السالم", "أبها: الوطن", "لولو الحبيشي", "د. أحمد بن قاسم الغامدي", "محمود عيتاني (بيروت)",
            "واس",
            "كتب مدحت القصبي", "حاوره: خلفان الرواحي", "تصوير: علي حسن", "الثلاثاء 18 نوفمبر 2025 - 10:30",
            "كتب: محمد سعيد الغامدي الثلاثاء 18 نوفمبر 2025 - 10:30", "محمد سعيد الغامدي ١٨ نوفمبر ٢٠٢٥",
            "نشر في 10:30 صباح أمس الثلاثاء",
            "الرياض 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس", "تقرير: علي حسن\nالرياض – واس",
            "كتب علي حسن وتصوير منى عطية", "كتبت: منى عطية وتصوير: علي حسن الغامدي",
        ]
    )
    func bylines(_ lines: String) {
        let headline = "حملة تطعيم ضد الحصبة في المدارس"
        let text = headline + "\n\n" + lines + "\n\n" + Self.body
        #expect(ArticleOpening(of: text).title == headline)
        #expect(String(byline(of: text)) == lines + "\n\n")
        // A title that was given may stand in the text, or not.
        #expect(String(byline(of: text, title: headline)) == lines + "\n\n")
        #expect(String(byline(of: lines + "\n" + Self.body, title: headline)) == lines + "\n")
    }

    @Test("a blank title is none", arguments: ["", " \n"])
    func blank(title: String) {
        let text = "حملة تطعيم ضد الحصبة في المدارس\n" + Self.body
        #expect(ArticleOpening(of: text, title: title).title == "حملة تطعيم ضد الحصبة في المدارس")
        #expect(ArticleOpening(of: Self.body, title: title).title == nil)
    }

    @Test("a title that stands in no line of the text is separate")
    func separate() {
        let title = "حملة تطعيم ضد الحصبة في المدارس"
        #expect(ArticleOpening(of: Self.body, title: title).separateTitle == title)
        #expect(ArticleOpening(of: title + "\n" + Self.body, title: title).separateTitle == nil)
        #expect(ArticleOpening(of: title + "\n" + Self.body).separateTitle == nil)
    }

    @Test("a second headline may stand below it")
    func secondHeadline() {
        let text =
            "حملة تطعيم ضد الحصبة في المدارس\nوزير الصحة يدعو أولياء الأمور إلى التعاون\nالرياض – واس\n" + Self.body
        #expect(ArticleOpening(of: text).title == "حملة تطعيم ضد الحصبة في المدارس")
        #expect(String(byline(of: text)) == "الرياض – واس\n")
    }

    @Test("a headline of two words is one where a byline stands behind it")
    func shortHeadline() {
        #expect(ArticleOpening(of: "صحوة الوحدة\n\nمحمد بن عبدالرزاق سقطي\n\n" + Self.body).title == "صحوة الوحدة")
    }

    @Test(
        "what a byline is without a title",
        arguments: [
            "ماجد هود ـ جدة\n", "أميرة المولد – عين اليوم\n", "علي حفول- سبق- نجران:", "واس- الرياض:",
            "بدر الجبل-مهنا التميمي-سبق-تبوك:", "عواصم العالم - رويترز\n", "أبها: الوطن\n", "كتبت هالة الفاسي\n",
            "الرياض 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس\n", "واس - الرياض\nواس- الرياض:",
            "العين في 14 يناير / وام /", "العين في 14 يناير / وام /\n", "بغداد/ ريما الخوري:", "غزة / سما:",
        ]
    )
    func bylineAlone(line: String) {
        #expect(String(byline(of: line + "أكد المدير أن العمل مستمر.")) == line)
        #expect(String(byline(of: "\n " + line + "أكد المدير أن العمل مستمر.")) == line)
    }

    @Test(
        "a sentence, a heading and a quotation are none",
        arguments: [
            "عودة قنوات الحوار\nقالت السفارة", "قال المدير: إن العمل مستمر", "هل الفن يحارب التطرف - أم لا؟\nيقولون",
            "أكد المدير أن العمل في المشروع الجديد مستمر - كما قال أمس - حتى نهاية العام\nثم", "", "\n\n", "كلمة",
            "- -", "وزير الصحة في الحكومة/ الحملة: تبدأ", "عام 2025/2026: ارتفاع",
            "في 14/1/2026 أعلنت الوزارة عن حملة جديدة",
            "مسؤول لـ «الجزيرة»: العمل مستمر في المشروع الجديد كما أعلنت الوزارة",
            "أعلنت الوزارة - في بيان طويل نشرته أمس - أن العمل مستمر:",
        ]
    )
    func noByline(text: String) {
        #expect(ArticleOpening(of: text).byline.isEmpty)
    }

    @Test("a second headline with a number in it is no date")
    func number() {
        let text = "حملة تطعيم ضد الحصبة في المدارس\nالوزارة توفر 12 مركزا للتطعيم و3 فرق\n" + Self.body
        #expect(ArticleOpening(of: text).byline.isEmpty)
    }

    @Test("the heading of a section is no byline")
    func heading() {
        let text = "حملة تطعيم ضد الحصبة في المدارس\nموعد الحملة\n" + Self.body
        #expect(String(byline(of: text)) == "موعد الحملة\n")
        #expect(ArticleOpening(of: CodePointIndex(text), headings: [32..<43]).byline.isEmpty)
    }

    @Test("short lines without a paragraph behind them are verses, and no bylines")
    func verses() {
        let text = "على قدر أهل العزم\nتأتي العزائم\nوتأتي على قدر\nالكرام المكارم\nوتعظم في عين\nالصغير صغارها"
        #expect(byline(of: text, title: "قصيدة").isEmpty)
        #expect(ArticleOpening(of: text).title == nil)
    }

    @Test("who writes a column is named in its title and before its text")
    func column() {
        let title = "عبير الدخيل: ماذا بعد حملة التطعيم"
        #expect(String(byline(of: "عبير الدخيل \(Self.body)", title: title)) == "عبير الدخيل")
        #expect(byline(of: Self.body, title: title).isEmpty)
        #expect(byline(of: "عبير الدخيلية \(Self.body)", title: title).isEmpty)
    }

    @Test("nothing in a text breaks it", arguments: 0..<400)
    func anything(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let pieces = [
            "\n", "\r", " ", ":", "-", "–", "ـ", "(", ".", "؟", "«", "كتب", "الرياض", "12", "الموافق", "\u{0}", "😀",
            "e\u{301}", Self.body,
        ]
        let text = (0..<Int.random(in: 0..<30, using: &random)).map { _ in
            pieces[Int.random(in: 0..<pieces.count, using: &random)]
        }.joined()
        let title = seed.isMultiple(of: 3) ? "الرياض: كتب" : nil
        let opening = ArticleOpening(of: text, title: title)
        let count = text.unicodeScalars.count
        #expect((0...count).contains(opening.byline.upperBound), "seed \(seed)")
        if let headline = opening.headline {
            #expect(headline.upperBound <= count && !headline.overlaps(opening.byline), "seed \(seed)")
        }
    }
}

extension String {
    fileprivate var trimmingWhiteSpace: String {
        let isBlank = { (character: Character) in character.isWhitespace }
        return String(String(drop(while: isBlank).reversed()).drop(while: isBlank).reversed())
    }
}
