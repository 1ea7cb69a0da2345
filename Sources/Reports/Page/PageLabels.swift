/// A word or sentence of a page in each of its languages.
struct PageLabel {
    var key: String
    var arabic: String
    var english: String

    func text(in language: PageLanguage) -> String { language == .arabic ? arabic : english }
}

/// The words of a report's page. The page carries both languages and changes between them by itself.
enum PageLabels {
    static let all: [PageLabel] = [
        label("skip", "إلى نص المقال", "Skip to the article"),
        label("report", "تقرير ورّاق", "Warraq report"),
        label("back", "رجوع", "Back"),
        label("language", "English", "العربية"),
        label("languageName", "اعرض الصفحة بالإنجليزية", "Show the page in Arabic"),
        label("themeAuto", "الألوان: بحسب الجهاز", "Colours: as the device"),
        label("themeLight", "الألوان: فاتحة", "Colours: light"),
        label("themeDark", "الألوان: داكنة", "Colours: dark"),
        label("keys", "مفاتيح لوحة الكتابة", "Keyboard"),
        label("shortcuts", "تعمل مفاتيح الحروف", "Letter keys work"),
        label("close", "إغلاق", "Close"),
        label("source", "المصدر", "Source"),
        label("published", "التاريخ", "Published"),
        label("original", "المقال الأصلي", "Original article"),
        label("course", "مسار المقال", "Course of the article"),
        label("courseHelp", "كل شريط مقطع، وكل علامة فيه موضع ذِكر", "A bar for each section, a tick for each mention"),
        label("lead", "المقدمة", "Lead"),
        label("boilerplate", "نص ثابت لا يخص المقال", "Boilerplate, not part of the article"),
        label("missing", "هذا المقطع لم يُحلَّل", "This section was not analysed"),
        label("problems", "هذا التقرير ناقص", "This report is not whole"),
        label("section", "المقطع", "Section"),
        label("layers", "ما يُعلَّم في النص", "What is marked in the text"),
        label("found", "ما وُجد في المقال", "What was found in the article"),
        label("entities", "الكيانات", "Entities"),
        label("noEntities", "لم يُعثر على كيانات", "No entities were found"),
        label("topics", "الموضوعات", "Topics"),
        label("noTopics", "لم يُعثر على موضوعات", "No topics were found"),
        label("keyphrases", "العبارات المفتاحية", "Keyphrases"),
        label("noKeyphrases", "لم يُعثر على عبارات مفتاحية", "No keyphrases were found"),
        label("nisbas", "النسبة إلى البلدان", "Adjectives of countries"),
        label("filter", "تصفية القائمة", "Filter the list"),
        label("more", "عرض الكل", "Show all"),
        label("fewer", "عرض الأهم", "Show the most salient"),
        label("nothing", "لا شيء بهذا الاسم", "Nothing has this name"),
        label("salience", "الأهمية", "Salience"),
        label("score", "الدرجة", "Score"),
        label("mentions", "الذِّكر", "Mentions"),
        label("sections", "المقاطع", "Sections"),
        label("variants", "صيغ الاسم", "Forms"),
        label("titles", "الألقاب", "Titles"),
        label("value", "القيمة", "Value"),
        label("code", "الرمز", "Code"),
        label("iso3166", "رمز البلد", "Country code"),
        label("iso3166-2", "رمز البلد", "Country code"),
        label("country", "في البلد", "In the country"),
        label("link", "المرجع", "Reference"),
        label("previous", "السابق", "Previous"),
        label("next", "التالي", "Next"),
        label("clear", "إلغاء التحديد", "Clear"),
        label("sheetOpen", "الكيانات والموضوعات", "Entities and themes"),
        label("sheetClose", "إلى المقال", "Back to the article"),
        label("position", "الموضع {0} من {1}", "{0} of {1}"),
        label("model", "النموذج", "Model"),
        label("keyNext", "الذِّكر التالي والسابق", "next and previous mention"),
        label("keyClear", "إلغاء التحديد", "clear the selection"),
        label("keyFilter", "البحث في القائمة", "search the list"),
        label("keyRows", "التنقل في القوائم", "move in the lists"),
        label("keySections", "المقطع التالي والسابق", "next and previous section"),
        label("keyTheme", "فاتح أو داكن", "light or dark"),
        label("keyLanguage", "العربية أو الإنجليزية", "Arabic or English"),
        label("keyKeys", "هذه المفاتيح", "these keys"),
        label("PER", "شخص", "Person"),
        label("LOC", "مكان", "Place"),
        label("ORG", "جهة", "Organisation"),
        label("MISC", "اسم آخر", "Other name"),
        label("DATE", "تاريخ", "Date"),
        label("TIME", "وقت", "Time"),
        label("MONEY", "مبلغ", "Money"),
        label("PERCENT", "نسبة", "Percentage"),
        label("QUANTITY", "كمية", "Quantity"),
        label("URL", "رابط", "Web address"),
        label("EMAIL", "بريد", "E-mail address"),
        label("index", "التقارير", "Reports"),
        label("untitled", "بلا عنوان", "Untitled"),
    ]

    /// By key. A key that is not there is a mistake in this program, and shows as itself.
    static func text(_ key: String, in language: PageLanguage) -> String {
        byKey[key]?.text(in: language) ?? key
    }

    private static let byKey = Dictionary(uniqueKeysWithValues: all.map { ($0.key, $0) })

    private static func label(_ key: String, _ arabic: String, _ english: String) -> PageLabel {
        PageLabel(key: key, arabic: arabic, english: english)
    }

    /// `{"ar": {"skip": …}, "en": {…}}`.
    static var json: [UInt8] {
        var writer = JSONWriter(pretty: false, capacity: 8192)
        writer.object { languages in
            for language in PageLanguage.allCases {
                languages.member(key: language.rawValue) { labels in
                    labels.object { labels in
                        for label in all { labels.member(key: label.key) { $0.string(label.text(in: language)) } }
                    }
                }
            }
        }
        return writer.bytes
    }
}
