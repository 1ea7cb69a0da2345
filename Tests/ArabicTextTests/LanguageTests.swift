import ArabicText
import Testing

@Suite("Languages")
struct LanguageTests {
    static let arabic = [
        "وزير الخارجية يبحث مع نظيره السوري التطورات",
        "محمد صلاح يسجل هدفين لليفربول",
        "الدولار يرتفع أمام اليورو",
        "قُتِلَ ثَلاثَةُ أَشخاصٍ في حادِثِ سَيرٍ",
        "شركة OpenAI تطلق ChatGPT Enterprise",
        "بوتين وماكرون يبحثان أوكرانيا",
        "پوتين يلتقي ماكرون في ڤيينا",
        "وزیر الخارجیة یبحث مع نظیره السوری التطورات فی المنطقة",
        "قال الرئیس المصری إن الحکومة ستعلن قریبا عن خطة لدعم المزارعین",
        "أعلـــنت الشركـــة عن أربـــاح قياسيـــة",
        "ﺃﻋﻠﻨﺖ ﺍﻟﺤﻜﻮﻣﺔ ﺧﻄﺔ ﺟﺪﻳﺪة",
        "عاجل: زلزال بقوة 6.2 درجات يضرب تركيا",
        "د. أحمد زويل وجو بايدن وكرد العراق هم ضيوف خبر اليوم",
        "قال له رئيس كوريا: دي بي إس",
        "http://www.example.com/path/to/some/page.html?id=123 تابعونا",
        "تونس تفوز على الجزائر",
        "هم من قالوا له كي يعود، اما نحن فلا",
        "وفاة الفنان عادل إمام",
    ]

    static let persian = [
        "دیدار وزیران خارجه ایران و روسیه",
        "رئیس جمهور وارد مشهد شد",
        "قیمت دلار در بازار امروز افزایش یافت",
        "تیم ملی فوتبال ایران برابر ژاپن پیروز شد",
        "سخنگوی دولت از برنامه‌های جدید خبر داد",
        "وی گفت که این طرح برای کشور مفید است",
        "زلزله ۵ ریشتری کرمان را لرزاند",
        "مجلس شورای اسلامی لایحه بودجه را تصویب کرد",
        "رهبر معظم انقلاب اسلامی با مسئولان نظام دیدار کردند",
        "بازديد وزير نفت از ميدان گازي پارس جنوبي و گفتگو با كاركنان اين ميدان",
        "دانشمندان می‌گویند گرمایش زمین شتاب گرفته است",
        "کودکان کار در خیابان‌های تهران",
    ]

    static let urdu = [
        "وزیر اعظم نے قوم سے خطاب کیا",
        "پاکستان اور بھارت کے درمیان مذاکرات",
        "کراچی میں بارش سے نظام زندگی متاثر",
        "سپریم کورٹ نے فیصلہ محفوظ کر لیا",
        "لاہور میں ٹریفک حادثہ، تین افراد جاں بحق",
        "کرکٹ ٹیم کی شاندار فتح",
        "وزیر خارجہ کا دورہ چین",
        "یہ بات انہوں نے صحافیوں سے گفتگو کرتے ہوئے کہی",
        "ڈالر کی قیمت میں اضافہ ہو گیا",
        "پولیس نے ملزم کو گرفتار کر لیا ہے۔",
        "عدالت نے عمران خان کی ضمانت منظور کر لی",
        "بچوں کی تعلیم پر توجہ دینے کی ضرورت ہے",
    ]

    static let pashto = [
        "د افغانستان ولسمشر له هند سره خبرې وکړې",
        "په کابل کې چاودنه شوې ده",
        "د پولیسو مشر وویل چې دوه کسان نیول شوي دي",
        "د ښوونځیو زده کوونکي بېرته ټولګیو ته راغلل",
        "په کندهار کې د اوبو ستونزه حل شوه",
        "د بهرنیو چارو وزیر نن هند ته ولاړ",
        "د کرکټ لوبډلې ماته وخوړه",
        "ملګري ملتونه د مرستو د زیاتولو غوښتنه کوي",
        "په دې پېښه کې هېڅوک نه دي ټپي شوي",
        "د ښځو د حقونو په اړه غونډه وشوه",
    ]

    static let sorani = [
        "سەرۆکی هەرێمی کوردستان گەیشتە بەغدا",
        "لە هەولێر کۆبوونەوەیەک بەڕێوە دەچێت",
        "حکومەتی هەرێم بڕیاری نوێی دەرکرد",
        "نرخی دۆلار لە بازاڕەکان دابەزی",
        "پێشمەرگە هێرشێکی داعشی تێکشکاند",
        "پەرلەمانی کوردستان یاساکەی پەسەند کرد",
        "وەزیری دەرەوەی عێراق سەردانی ئێران دەکات",
        "بارانێکی زۆر لە سلێمانی باری",
        "ئەمڕۆ خوێندنگەکان دەکرێنەوە",
        "یانەی هەولێر یاریەکەی بردەوە",
    ]

    static let uyghur = [
        "شىنجاڭ ئۇيغۇر ئاپتونوم رايونى",
        "ئۈرۈمچىدە يىغىن ئېچىلدى",
        "ئۇيغۇر خەلقى ئۆزىنىڭ مەدەنىيىتى بىلەن پەخىرلىنىدۇ",
        "بۇ يىل دېھقانلار مول ھوسۇل ئالدى",
        "قەشقەردە يېڭى يول پۈتتى",
        "دۆلەت رەئىسى زىيارەتكە چىقتى",
        "ئوقۇغۇچىلار مەكتەپكە قايتىپ كەلدى",
        "بازاردا مال باھاسى ئۆرلىدى",
        "يەر تەۋرەشتە نۇرغۇن ئۆي ئۆرۈلۈپ چۈشتى",
        "دوختۇرلار يېڭى دورا تەتقىق قىلدى",
    ]

    @Test("Arabic is Arabic, however it is typed", arguments: arabic)
    func arabicTexts(text: String) {
        #expect(Language.identify(text) == .arabic)
    }

    @Test(
        "its neighbours are told from it",
        arguments: [
            (Language.persian, persian), (.urdu, urdu), (.pashto, pashto), (.sorani, sorani), (.uyghur, uyghur),
            (
                .sindhi,
                [
                    "سنڌ اسيمبلي جو اجلاس اڄ ٿيندو", "ڪراچي ۾ پوليس ٽن ماڻهن کي گرفتار ڪيو",
                    "وزير اعليٰ چيو آهي ته ڪم جلد شروع ٿيندو",
                ]
            ),
        ]
    )
    func neighbours(language: Language, texts: [String]) {
        for text in texts { #expect(Language.identify(text) == language, "\(text)") }
    }

    static let others: [(String, [String])] = [
        (
            "English (Latin script)",
            [
                "The minister of foreign affairs was in Cairo", "Stocks fall on fears of a recession",
                "He said that the talks are over", "Police arrest three men in connection with the attack",
                "Egypt and Sudan agree to resume talks", "President visits the north for the first time",
                "Oil prices rise to a new high", "Team wins by two goals", "Fire at the port of Beirut",
                "What is next for Lebanon and its banks",
            ]
        ),
        (
            "French (Latin script)",
            [
                "Le président est arrivé à Paris pour des entretiens", "Les prix du pétrole sont en hausse",
                "Une réunion est prévue dans les prochains jours", "La Tunisie et le Maroc dans le même groupe",
                "Il a été arrêté avec des complices", "Accord sur les retraites au Sénat",
                "Qui est le nouveau ministre", "Tensions dans le sud du Liban", "Le chômage baisse pour les jeunes",
                "Voici les mesures qui entrent en vigueur",
            ]
        ),
        (
            "Hebrew",
            [
                "ראש הממשלה נפגש עם שר החוץ", "מחירי הדירות עולים", "חדשות היום", "המשטרה עצרה שלושה חשודים",
                "הכנסת אישרה את התקציב", "מזג האוויר: גשם בצפון", "נבחרת ישראל ניצחה", "פיגוע בירושלים",
                "הבורסה בתל אביב ננעלה בעליות", "שביתה בבתי הספר",
            ]
        ),
        (
            "Russian or another language in Cyrillic script",
            [
                "Президент провёл переговоры в Москве", "Цены на нефть выросли", "Новости дня", "Суд вынес приговор",
                "Сборная выиграла матч", "Україна отримала допомогу", "Погода на завтра", "Курс рубля снизился",
                "Полиция задержала троих", "Парламент принял закон",
            ]
        ),
        ("Chinese", ["外交部长访问开罗", "油价上涨"]), ("Japanese", ["外務大臣がカイロを訪問した"]), ("Korean", ["외교부 장관이 카이로를 방문했다"]),
        ("Greek", ["Ο υπουργός Εξωτερικών επισκέφθηκε το Κάιρο"]),
        ("Turkish (Latin script)", ["Dışişleri Bakanı bugün bir açıklama yaptı ve daha sonra ayrıldı"]),
        ("Spanish (Latin script)", ["El presidente dijo que los acuerdos del mes son para todos"]),
        ("German (Latin script)", ["Der Minister ist nicht mit dem Ergebnis zufrieden und das Volk auch nicht"]),
        ("Hindi or another language in Devanagari script", ["विदेश मंत्री काहिरा पहुंचे"]), ("Latin script", ["xyzzy plugh"]),
    ]

    @Test("another script is named, and the language where it can be", arguments: others)
    func otherScripts(name: String, texts: [String]) {
        for text in texts { #expect(Language.identify(text)?.name == name, "\(text)") }
    }

    @Test("a text without letters has no language", arguments: ["", " \n", "123 – 45%", "😀👍", "٢٠٢٦"])
    func noLetters(text: String) {
        #expect(Language.identify(text) == nil)
    }

    @Test("a long article is judged by its start, middle and end")
    func longTexts() {
        let arabic = String(repeating: "قال المتحدث باسم الوزارة إن العمل مستمر. ", count: 500)
        let english = String(repeating: "The spokesman said that the work goes on. ", count: 500)
        #expect(Language.identify("عنوان عربي\n" + english)?.name == "English (Latin script)")
        #expect(Language.identify(arabic + "\n" + english + "\n" + arabic) == .arabic)
        #expect(Language.identify(String(repeating: "-", count: 5000) + arabic) == .arabic)
        #expect(Language.identify(String(repeating: "سخنگوی وزارت گفت که کار ادامه دارد. ", count: 500)) == .persian)
    }

    @Test(
        "what is not plainly Arabic at half a look is looked at closely",
        arguments: [
            (Language.persian, persian), (.urdu, urdu), (.pashto, pashto), (.sorani, sorani), (.uyghur, uyghur),
        ]
    )
    func glances(language: Language, texts: [String]) {
        let body = texts.joined(separator: "\n")
        let quotation = "قال المتحدث باسم الوزارة إن العمل مستمر في كل المحافظات."
        for length in [1, 2, 8] {
            let long = [String](repeating: body, count: length).joined(separator: "\n")
            #expect(Language.identify(long) == language)
            #expect(Language.identify(quotation + "\n" + long) == language)
            #expect(Language.identify(long + "\n" + quotation) == language)
        }
    }

    @Test("any bytes of text are looked at without harm")
    func hostile() {
        for seed in 0..<300 {
            let text = HostileText.make(seed: UInt64(seed))
            #expect(Language.identify(text) == Language.identify(text), "seed \(seed)")
        }
    }
}
