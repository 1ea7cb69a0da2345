internal import ArabicText

/// What a word can be in a line that stands for itself.
struct LineWord: OptionSet, Sendable {
    let rawValue: UInt32

    /// «اقرأ», «طالع»: with ``also`` the start of a link to another article.
    static let read = LineWord(rawValue: 1 << 0)
    static let also = LineWord(rawValue: 1 << 1)
    /// «موضوعات», «أخبار»: with ``related`` the start of a list of links.
    static let topics = LineWord(rawValue: 1 << 2)
    static let related = LineWord(rawValue: 1 << 3)
    /// «كلمات»: with ``key`` the start of a list of tags.
    static let keywords = LineWord(rawValue: 1 << 4)
    static let key = LineWord(rawValue: 1 << 5)
    /// What starts a list of tags by itself.
    static let tags = LineWord(rawValue: 1 << 6)
    static let rights = LineWord(rawValue: 1 << 7)
    static let reserved = LineWord(rawValue: 1 << 8)
    /// An imperative or «لمتابعة»: a call to follow.
    static let call = LineWord(rawValue: 1 << 9)
    /// A call if the line begins with it, a verb of the news otherwise.
    static let openingCall = LineWord(rawValue: 1 << 10)
    static let ours = LineWord(rawValue: 1 << 11)
    static let channel = LineWord(rawValue: 1 << 12)
    static let share = LineWord(rawValue: 1 << 13)
    static let here = LineWord(rawValue: 1 << 14)
    static let source = LineWord(rawValue: 1 << 15)
    /// A news agency's name.
    static let agency = LineWord(rawValue: 1 << 16)
    /// A word in the names of agencies.
    static let agencyPart = LineWord(rawValue: 1 << 17)
    /// A verb of speech.
    static let speech = LineWord(rawValue: 1 << 18)
    static let byline = LineWord(rawValue: 1 << 19)
    static let caption = LineWord(rawValue: 1 << 20)
    /// Goes on with what was said before it.
    static let connective = LineWord(rawValue: 1 << 21)
    /// «للتواصل» and, after it, «مع»: a way to write to the author.
    static let contact = LineWord(rawValue: 1 << 22)
    static let with = LineWord(rawValue: 1 << 23)
    /// «بقلم»
    static let pen = LineWord(rawValue: 1 << 24)
    static let more = LineWord(rawValue: 1 << 25)
    static let from = LineWord(rawValue: 1 << 26)
    static let mayInterest = LineWord(rawValue: 1 << 27)
    static let interest = LineWord(rawValue: 1 << 28)
    static let follows = LineWord(rawValue: 1 << 29)
}

/// The words by which lines are known.
enum LineVocabulary {
    static func word(_ letters: ArraySlice<UInt16>) -> LineWord {
        LineWord(rawValue: table[letters] ?? 0)
    }

    private static let table = LetterTable(
        lists.flatMap { kind, words in
            words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map {
                (FoldedText(folding: String($0)).letters, kind.rawValue)
            }
        }
    )

    private static let lists: [(LineWord, String)] = [
        (.read, "اقرأ إقرأ اقرؤوا اقرأوا واقرأ طالع شاهد تابع read"),
        (.also, "أيضا ايضا المزيد كذلك more also"),
        (.topics, "موضوعات مواضيع أخبار مقالات مواد روابط"),
        (.related, "ذات متعلقة مشابهة"),
        (.keywords, "كلمات الكلمات"),
        (.key, "مفتاحية المفتاحية دلالية الدلالية الدليلية"),
        (.tags, "وسوم الوسوم تاغات tags"),
        (.more, "للمزيد المزيد لقراءة"),
        (.from, "من حول المزيد"),
        (.mayInterest, "قد"),
        (.interest, "يهمك يعجبك"),
        (.rights, "الحقوق حقوق rights"),
        (.reserved, "محفوظة reserved النشر الطبع"),
        (
            .call,
            """
            تابعنا تابعونا تابعوا لمتابعة لمتابعتنا اشترك اشتركوا اشتركي للاشتراك انضم انضموا اضغط اضعط اضغطوا انقر انقروا
            زوروا زورونا شاركنا شاركونا راسلونا follow subscribe join
            """
        ),
        (.openingCall, "حمل حملوا شارك سجل سجلوا للانضمام للمزيد للتواصل"),
        (.contact, "للتواصل للتعليق"),
        (.with, "مع"),
        (
            .ours,
            "صفحتنا صفحاتنا قناتنا قنواتنا حسابنا حساباتنا موقعنا تطبيقنا نشرتنا معنا إلينا منصاتنا مجموعتنا us our"
        ),
        (
            .channel,
            """
            فيسبوك فسيبوك الفيسبوك بفيسبوك تويتر بتويتر وتويتر وفيسبوك إكس تلغرام تليجرام تيليجرام تلجرام واتساب إنستغرام
            انستجرام إنستجرام يوتيوب تيك توك تيكتوك لينكد سناب سنابشات غوغل جوجل نيوز البريدية facebook twitter
            telegram whatsapp instagram youtube tiktok linkedin google news
            """
        ),
        (
            .share,
            """
            شارك مشاركة شاركها المقال الخبر عبر على طباعة نسخ الرابط إرسال بريد البريد الإلكتروني و إن تشات share print email
            copy link
            """
        ),
        (.here, "هنا"),
        (.source, "المصدر المصادر"),
        (
            .agency,
            """
            رويترز وكالات الوكالات الأناضول سبوتنيك شينخوا واس وام بترا سانا كونا قنا تاس إنترفاكس فرانس24 reuters afp ap
            بلومبرغ bloomberg xinhua tass dpa upi أ.ف.ب د.ب.أ أ.ش.أ ا.ف.ب
            """
        ),
        (
            .agencyPart,
            """
            فرانس برس أسوشيتد أسوشييتد وكالة الأنباء أنباء للأنباء الصحافة الفرنسية الألمانية أ ف ب د ش أب و بالتصرف بتصرف
            مواقع إلكترونية الجزيرة العربية نت سكاي نيوز بي سي سي إن cnn bbc خاص
            """
        ),
        (
            .speech,
            """
            قال قالت قالوا قائلا أضاف أضافت تابع تابعت أوضح أوضحت أكد أكدت كتب كتبت جاء ورد ذكر ذكرت صرح شدد أشار يقول
            تقول مضيفا متابعا وقال وقالت وأضاف وأضافت وتابع وتابعت وأوضح وأوضحت وأكد وأكدت وكتب وكتبت وجاء وورد وذكر وصرح
            وشدد وأشار ويقول فقال
            """
        ),
        (.follows, "التالي التالية بالتالي يلي الآتي الآتية كالتالي كالآتي"),
        (.byline, "بقلم كتب كتبت كتبه إعداد تحرير ترجمة تصوير مراسل مراسلنا متابعة متابعات تقرير حوار أجرى المصدر نشر"),
        (.pen, "بقلم"),
        (.caption, "صورة الصورة أرشيفية أرشيف تصوير غيتي جيتي الأرشيف getty photo"),
        (.connective, "ثم أما لكن بل كما إذ إذن لذلك لقد إن إلا"),
    ]
}
