/// Knows lines that stand beside an article and are no part of it: calls to follow and subscribe, links to other
/// articles, copyright lines, tag lists, share bars, sources.
enum Boilerplate {
    /// No line longer than this, in code points, is looked at: a paragraph may well mention a channel.
    static let longestLine = 300

    static func holds(_ line: LineProfile, length: Int) -> Bool {
        guard length <= longestLine else { return false }
        return line.begins(with: openings) && (length <= 160 || line.lastMark != 0x2E)
            || line.firstMark == 0xA9 || line.contains(rights) || isCall(line) || isTagList(line) || isShareBar(line)
            || isSource(line)
    }

    /// Whether the line announces others («اقرأ أيضا:») that follow it, each a line of its own.
    static func announces(_ line: LineProfile) -> Bool {
        line.words.count <= 5 && line.begins(with: openings)
    }

    /// An imperative or «لمتابعة», with a channel or with something of «ours».
    private static func isCall(_ line: LineProfile) -> Bool {
        let calls = line.words.contains { Self.calls.contains($0) }
        let ours = line.words.contains { Self.ours.contains($0) }
        let channel = line.words.contains { channels.contains($0) || channels.contains(String($0.dropFirst())) }
        let pointer = line.words.contains("هنا") || line.hasAddress
        return calls && (ours || channel || pointer) || ours && channel && line.words.count <= 12
    }

    private static func isTagList(_ line: LineProfile) -> Bool {
        line.hashtags >= 2 && line.hashtags * 3 >= line.words.count
    }

    private static func isShareBar(_ line: LineProfile) -> Bool {
        line.words.count >= 2 && line.words.count <= 12
            && line.words.allSatisfy { channels.contains($0) || shareWords.contains($0) }
    }

    /// A line that only says where the article comes from: «المصدر: وكالات», «(رويترز، أ ف ب)».
    private static func isSource(_ line: LineProfile) -> Bool {
        guard let first = line.words.first, line.words.count <= 8, line.numbers == 0 else { return false }
        if first == "المصدر" || first == "المصادر" { return true }
        return line.words.allSatisfy { Agencies.words.contains($0) }
            && (line.firstMark == 0x28 || line.firstMark == 0x5B || line.words.count > 1
                || Agencies.known.contains(first))
    }

    private static let openings = LineProfile.phrases(
        """
        اقرأ أيضا
        إقرأ أيضا
        اقرأ المزيد
        اقرأ كذلك
        اقرؤوا أيضا
        اقرأوا أيضا
        واقرأ أيضا
        طالع أيضا
        طالع المزيد
        شاهد أيضا
        شاهد المزيد
        تابع أيضا
        قد يهمك
        قد يعجبك
        موضوعات ذات صلة
        مواضيع ذات صلة
        مواضيع متعلقة
        موضوعات متعلقة
        أخبار ذات صلة
        أخبار متعلقة
        مقالات ذات صلة
        للمزيد من
        لقراءة المزيد
        المزيد من الأخبار
        المزيد حول
        كلمات مفتاحية
        الكلمات المفتاحية
        كلمات دلالية
        الكلمات الدلالية
        الكلمات الدليلية
        وسوم
        الوسوم
        تاغات
        read more
        read also
        tags
        """
    )

    private static let rights = LineProfile.phrases(
        """
        جميع الحقوق محفوظة
        كل الحقوق محفوظة
        كافة الحقوق محفوظة
        حقوق النشر محفوظة
        حقوق الطبع محفوظة
        الحقوق محفوظة
        all rights reserved
        """
    )

    private static func folded(_ words: String) -> Set<String> {
        Set(LineProfile(words).words)
    }

    private static let calls = folded(
        """
        تابعنا تابعونا تابعوا لمتابعة لمتابعتنا اشترك اشتركوا اشتركي للاشتراك انضم انضموا للانضمام اضغط اضعط اضغطوا انقر
        انقروا حمل حملوا زوروا زورونا شاركنا شاركونا شارك سجل سجلوا راسلونا للتواصل follow subscribe join
        """
    )
    private static let ours = folded(
        """
        صفحتنا صفحاتنا قناتنا قنواتنا حسابنا حساباتنا موقعنا تطبيقنا نشرتنا معنا إلينا منصاتنا جروبنا مجموعتنا us our
        """
    )
    private static let channels = folded(
        """
        فيسبوك فيس فسيبوك الفيسبوك تويتر إكس تلغرام تليجرام تيليجرام تلجرام واتساب واتس إنستغرام انستجرام إنستجرام يوتيوب
        تيك توك تيكتوك لينكد سناب سنابشات غوغل جوجل نيوز البريدية facebook twitter telegram whatsapp instagram youtube
        tiktok linkedin x google news
        """
    )
    private static let shareWords = folded(
        """
        شارك مشاركة شاركها المقال الخبر عبر على طباعة نسخ الرابط إرسال بريد البريد الإلكتروني و تاب إن share print email copy
        link
        """
    )
}

/// News agencies, by the words of their names.
enum Agencies {
    /// Names that are an agency's by themselves.
    static let known: Set<String> = Set(
        LineProfile(
            """
            رويترز وكالات الوكالات الأناضول سبوتنيك شينخوا واس وام بترا سانا كونا قنا تاس إنترفاكس فرانس24 reuters afp ap
            بلومبرغ bloomberg xinhua tass dpa upi
            """
        ).words
    )
    /// These and the words that names are made of («فرانس برس», «أ ف ب», «وكالة الأنباء»).
    static let words: Set<String> = known.union(
        LineProfile(
            """
            فرانس برس أسوشيتد أسوشييتد وكالة الأنباء أنباء للأنباء الصحافة الفرنسية الألمانية أ ف ب د ش أ.ف.ب د.ب.أ أ.ش.أ أب
            ا.ف.ب أ.ب و بالتصرف بتصرف مواقع إلكترونية الجزيرة العربية نت سكاي نيوز بي سي سي إن cnn bbc خاص
            """
        ).words
    )
}
