package import Reports

/// The console's own words, in each of its languages.
package enum Phrase: String, CaseIterable {
    case console, cluster, articles, across, submit, skip, language, languageName
    case themeAuto, themeLight, themeDark
    // The live page.
    case articleRate, sectionRate, backlog, inFlight, pending, retried, latency, reported, partial, cancelled, waiting
    case workers, noWorkers, worker, rate, analysed, age, lastBeat, failures, leaving, sink, noSink, producer, draining
    case unreachable, connecting, lastHour, perSecond, milliseconds, oldest, model, version, uptime, events, noEvents
    case throughput, p50, p95, p99, indexing, indexProblem, live, lost, now
    // The list.
    case search, searchHelp, source, from, until, state, order, newest, written, relevance, anyState, anySource, apply
    case clear, found, nothingFound, noReports, previous, next, page, whole, unreadable, named, topics, sources
    case undated, newReports, show, retry, cancel, retryAsked, missingSections, problem, filters, readOnly
    // One article.
    case waitingTitle, waitingHelp, cancelledTitle, cancelledHelp, back, sinkDeaths, failedAttempts, triedAgain
    // Across articles.
    case trends, bySource, together, rising, falling, entities, phrases, days, types, allTypes, recent, before, change
    case changeHelp, reports, pairs, pairsHelp, both, overlap, strength, download, perDay, withWhom, sourcesHelp
    case articlesAbout, nothingYet, trendsHelp, noChange, firstDay, lastDay
    case person, location, organization, miscellaneous
    // Submitting.
    case submitHelp, files, filesHelp, paste, pasteHelp, title, url, published, send, accepted, known, refused,
        openReport
    // Refusals.
    case sorry, home

    package func text(in language: PageLanguage) -> String {
        let (english, arabic) = texts
        return language == .arabic ? arabic : english
    }

    private var texts: (english: String, arabic: String) {
        switch self {
        case .console: ("Console", "لوحة المتابعة")
        case .cluster: ("Cluster", "العنقود")
        case .articles: ("Articles", "المقالات")
        case .across: ("Across articles", "عبر المقالات")
        case .submit: ("Submit", "إرسال مقالات")
        case .skip: ("Skip to the content", "إلى المحتوى")
        case .language: ("العربية", "English")
        case .languageName: ("Show the console in Arabic", "اعرض اللوحة بالإنجليزية")
        case .themeAuto: ("Colours: as the device", "الألوان: بحسب الجهاز")
        case .themeLight: ("Colours: light", "الألوان: فاتحة")
        case .themeDark: ("Colours: dark", "الألوان: داكنة")

        case .articleRate: ("Articles a second", "مقالات في الثانية")
        case .sectionRate: ("Sections a second", "مقاطع في الثانية")
        case .backlog: ("Backlog", "في الانتظار")
        case .inFlight: ("In flight", "قيد المعالجة")
        case .pending: ("Pending", "تنتظر عاملًا")
        case .retried: ("Retried", "أُعيدت")
        case .latency: ("Latency", "زمن الإنجاز")
        case .reported: ("Reported", "أُنجزت")
        case .partial: ("Partial", "ناقصة")
        case .cancelled: ("Cancelled", "أُلغيت")
        case .waiting: ("Waiting", "تنتظر")
        case .workers: ("Workers", "العمال")
        case .noWorkers: ("No worker is connected.", "لا عامل متصل.")
        case .worker: ("Worker", "العامل")
        case .rate: ("Sections/s", "مقاطع/ث")
        case .analysed: ("Analysed", "حُلِّلت")
        case .age: ("Age", "العمر")
        case .lastBeat: ("Last beat", "آخر نبضة")
        case .failures: ("Failures", "إخفاقات")
        case .leaving: ("leaving", "يغادر")
        case .sink: ("Sink", "المُجمِّع")
        case .noSink: ("No sink is connected: nothing is reported.", "لا مُجمِّع متصل: لا تُكتب تقارير.")
        case .producer: ("Producer", "المُوزِّع")
        case .draining: ("Draining: takes no more articles", "يُفرَّغ: لا يقبل مقالات أخرى")
        case .unreachable: ("The producer does not answer", "المُوزِّع لا يجيب")
        case .connecting: ("Connecting to the producer …", "جارٍ الاتصال بالمُوزِّع …")
        case .lastHour: ("Last hour", "الساعة الأخيرة")
        case .perSecond: ("a second", "في الثانية")
        case .milliseconds: ("milliseconds", "ملّي ثانية")
        case .oldest: ("oldest", "أقدمها")
        case .model: ("Model", "النموذج")
        case .version: ("Version", "الإصدار")
        case .uptime: ("Running for", "يعمل منذ")
        case .events: ("Events", "أحداث")
        case .noEvents: ("Nothing to tell.", "لا جديد.")
        case .throughput: ("Throughput", "الإنتاجية")
        case .p50: ("median", "الوسيط")
        case .p95: ("95 %", "٪95")
        case .p99: ("99 %", "٪99")
        case .indexing: ("Reports still to be indexed", "تقارير لم تُفهرس بعد")
        case .indexProblem: ("The index is behind", "الفهرس متأخر")
        case .live: ("live", "مباشر")
        case .lost: ("connection lost, trying again", "انقطع الاتصال، تُعاد المحاولة")
        case .now: ("now", "الآن")

        case .search: ("Search", "بحث")
        case .searchHelp:
            ("Words, «phrases», -without, begin*", "كلمات، «عبارات»، -بدون، بداية*")
        case .source: ("Source", "المصدر")
        case .from: ("From", "من")
        case .until: ("Until", "إلى")
        case .state: ("State", "الحالة")
        case .order: ("Order", "الترتيب")
        case .newest: ("Newest first", "الأحدث نشرًا")
        case .written: ("Last reported first", "الأحدث تقريرًا")
        case .relevance: ("Best match first", "الأقرب إلى البحث")
        case .anyState: ("All", "الكل")
        case .anySource: ("All sources", "كل المصادر")
        case .apply: ("Show", "اعرض")
        case .clear: ("Clear all", "امسح الكل")
        case .found: ("reports", "من التقارير")
        case .nothingFound:
            ("Nothing matches. Fewer words or filters find more.", "لا نتائج. كلمات أو شروط أقل تُظهر أكثر.")
        case .noReports: ("There are no reports yet.", "لا تقارير بعد.")
        case .previous: ("Previous", "السابق")
        case .next: ("Next", "التالي")
        case .page: ("Page", "صفحة")
        case .whole: ("Reported", "منجزة")
        case .unreadable: ("Unreadable", "لا تُقرأ")
        case .named: ("Named most", "الأكثر ذِكرًا")
        case .topics: ("Topics", "الموضوعات")
        case .sources: ("Sources", "المصادر")
        case .undated: ("reported", "تاريخ التقرير")
        case .newReports: ("new reports", "تقارير جديدة")
        case .show: ("Show them", "اعرضها")
        case .retry: ("Try again", "أعد المحاولة")
        case .cancel: ("Cancel", "ألغِ")
        case .retryAsked: ("It is computed again.", "تُعاد معالجته.")
        case .missingSections: ("sections missing", "مقاطع ناقصة")
        case .problem: ("Problem", "مشكلة")
        case .filters: ("Filters", "شروط")
        case .readOnly: ("read-only", "للقراءة فقط")

        case .waitingTitle: ("This article is waiting", "هذا المقال في الانتظار")
        case .waitingHelp:
            ("Its report appears here by itself as soon as it is there.", "سيظهر تقريره هنا تلقائيًا فور إنجازه.")
        case .cancelledTitle: ("This article was cancelled", "أُلغي هذا المقال")
        case .cancelledHelp: ("It has no report.", "ليس له تقرير.")
        case .back: ("Back", "رجوع")
        case .sinkDeaths: ("Sinks that died with it", "مُجمِّعات سقطت به")
        case .failedAttempts: ("Attempts of workers that failed", "محاولات أخفق فيها العمال")
        case .triedAgain: ("Tried again in", "يُعاد بعد")

        case .trends: ("Rise and fall", "صعود وهبوط")
        case .bySource: ("By source", "بحسب المصدر")
        case .together: ("Together", "معًا")
        case .rising: ("Rising", "صاعد")
        case .falling: ("Falling", "هابط")
        case .entities: ("Entities", "الكيانات")
        case .phrases: ("Phrases", "العبارات")
        case .days: ("Days", "الأيام")
        case .types: ("Type", "النوع")
        case .allTypes: ("All types", "كل الأنواع")
        case .recent: ("Recent", "حديثًا")
        case .before: ("Before", "قبلها")
        case .change: ("Change", "التغيّر")
        case .changeHelp:
            (
                "Signed log-likelihood ratio of the two shares: from 10.8 on it is hardly chance.",
                "نسبة الأرجحية اللوغاريتمية بين الحصتين: من 10.8 فصاعدًا يندر أن تكون صدفة."
            )
        case .reports: ("Reports", "التقارير")
        case .pairs: ("Named together", "تُذكر معًا")
        case .pairsHelp:
            (
                "Names that the same reports hold more often than chance would have it.",
                "أسماء تجتمع في التقارير نفسها أكثر مما تفعل الصدفة."
            )
        case .both: ("Both", "كلاهما")
        case .overlap: ("Overlap", "التداخل")
        case .strength: ("Strength", "القوة")
        case .download: ("Download", "تنزيل")
        case .perDay: ("Reports by day", "التقارير بحسب اليوم")
        case .withWhom: ("Named together with", "يُذكر مع")
        case .sourcesHelp:
            ("What each source speaks of more than the others do.", "ما يتناوله كل مصدر أكثر من غيره.")
        case .articlesAbout: ("Its articles", "مقالاته")
        case .nothingYet: ("Too few reports to tell.", "التقارير أقل من أن تُظهر ذلك.")
        case .trendsHelp: ("The last days against as many before them.", "الأيام الأخيرة مقارنةً بعددها قبلها.")
        case .noChange: ("Nothing.", "لا شيء.")
        case .firstDay: ("First", "الأول")
        case .lastDay: ("Last", "الأخير")
        case .person: ("Persons", "أشخاص")
        case .location: ("Places", "أماكن")
        case .organization: ("Organisations", "منظمات")
        case .miscellaneous: ("Others", "أخرى")

        case .submitHelp:
            (
                "Arabic articles: they are on disk when the page says so, and their reports come in a moment.",
                "مقالات عربية: تُحفظ على القرص قبل أن تجيب الصفحة، وتأتي تقاريرها بعد لحظات."
            )
        case .files: ("Files", "ملفات")
        case .filesHelp:
            (
                "Text, Markdown, HTML, JSON Lines, RSS or Atom; 32 MB at once.",
                "نص أو ماركداون أو HTML أو JSON Lines أو RSS أو Atom؛ 32 ميغابايت في المرة."
            )
        case .paste: ("Or paste one article", "أو الصق مقالًا")
        case .pasteHelp: ("The article's text", "نص المقال")
        case .title: ("Title", "العنوان")
        case .url: ("Address", "الرابط")
        case .published: ("Published", "تاريخ النشر")
        case .send: ("Send", "أرسل")
        case .accepted: ("Accepted", "قُبلت")
        case .known: ("known already", "معروف من قبل")
        case .refused: ("Not accepted", "لم تُقبل")
        case .openReport: ("Open", "افتح")

        case .sorry: ("That did not work", "لم ينجح ذلك")
        case .home: ("To the articles", "إلى المقالات")
        }
    }
}
