internal import ArabicText

/// What words that name nothing look like.
package enum NamelessWords {
    private static let guardian = FoldedText(folding: "ولي").letters
    private static let covenant = FoldedText(folding: "عهد").letters

    /// Whether two words are «ولي العهد» or «ولي عهد», the heir to a throne, behind clitics too.
    static func isHeir(_ first: ArraySlice<UInt16>, _ second: ArraySlice<UInt16>) -> Bool {
        guard (Article.begins(second) ? second.dropFirst(2) : second).elementsEqual(covenant) else { return false }
        return first.count - guardian.count <= 2 && first.suffix(guardian.count).elementsEqual(guardian)
    }

    /// Whether «مالي», the country's name alone, is the word for «financial» behind such a word: «دعم مالي», «مركز مالي». What
    /// has a government, a north or an ambassador is a country.
    static func isFinancial(_ word: ArraySlice<UInt16>, behind noun: ArraySlice<UInt16>) -> Bool {
        guard word.elementsEqual(mali), noun.count > 2, !Article.begins(noun), !isFeminine(noun) else { return false }
        return ofCountries[noun] == nil && !StopWords.contains(noun)
    }

    private static let mali = FoldedText(folding: "مالي").letters
    private static let ofCountries = LetterTable(
        list: """
            شمال جنوب شرق غرب وسط بشمال بجنوب بشرق بغرب بوسط لشمال وشمال رئيس الرئيس جيش شعب سفير منتخب لمنتخب ومنتخب فريق \
            وزير رؤساء قادة أبناء مواطني سكان لاجئي جنود مسلحي متمردي طوارق حدود أزمة حرب إقليم أقاليم مدن ساحل إلى في من على \
            عن نحو صوب تجاه داخل خارج بين ضد مع أمام وبين دخول لدى عبر باتجاه بلد بلدان دول النيجر وموريتانيا والنيجر الجزائر
            """
    )

    /// Whether a word is «مشهد», a scene.
    static func isScene(_ word: ArraySlice<UInt16>) -> Bool { word.elementsEqual(scene) }
    private static let scene = FoldedText(folding: "مشهد").letters

    /// Whether a word is «آية», which with the name of God is a title.
    static func isAyatollah(_ word: ArraySlice<UInt16>) -> Bool { word.elementsEqual(sign) }
    /// Whether a word is «العظمى», which may stand behind it.
    static func isGreatest(_ word: ArraySlice<UInt16>) -> Bool { word.elementsEqual(greatest) }
    private static let greatest = FoldedText(folding: "العظمى").letters
    private static let sign = FoldedText(folding: "آية").letters

    /// Whether a word is «مدينة», behind clitics too.
    static func isCity(_ word: ArraySlice<UInt16>) -> Bool {
        word.count - city.count <= 2 && word.suffix(city.count).elementsEqual(city)
    }
    private static let city = FoldedText(folding: "مدينة").letters

    /// Whether a body's noun and the word behind it are the movement of something: «حركة مرور الشاحنات», «حركة الملاحة».
    static func isTraffic(_ noun: ArraySlice<UInt16>, of word: ArraySlice<UInt16>) -> Bool {
        noun.count - movement.count <= 2 && noun.suffix(movement.count).elementsEqual(movement)
            && moving[Article.opensNoun(word) ? word.dropFirst(2) : word] != nil
    }
    private static let movement = FoldedText(folding: "حركة").letters
    private static let moving = LetterTable(
        list: """
            مرور سير ملاحة طيران نقل تجارة تداول تداولات بيع شراء أسعار أسهم سفن قطارات مركبات سيارات شاحنات مسافرين ركاب عبور دخول خروج \
            تنقل تنقلات انتقالات ترجمة تأليف نشر بناء عمران استيراد تصدير صادرات واردات رياح سحب أموال سوق أسواق بضائع
            """
    )

    /// Whether a word is none behind a preposition, but an everyday one: «لدينا», «باكرا».
    static func isOwnLetters(_ word: ArraySlice<UInt16>) -> Bool { ownLetters[word] != nil }
    private static let ownLetters = LetterTable(
        list: """
            لدينا بتاتا لأبيك لجان ولجان ولدان وولدان بروز وبروز ورود وورود وبرود كسبها وكسبها لنيل لهيب لجأوا لجؤوا لبى باكرا \
            كبارا بأكمله بأكملها بطاقات بسطات بالبنان بالحسنى بالبلوى بأسا بنات بمعنى وبمعنى
            """
    )

    /// «حي», «بحي», «وادي»: a noun of a place that is masculine and has an adjective as often as a name.
    static func isQuarter(_ word: ArraySlice<UInt16>) -> Bool {
        quarters[word] != nil || quarters[word.dropFirst()] != nil
    }
    private static let quarters = LetterTable(
        names: ["حي", "مخطط", "ميناء", "شارع", "مبنى"]
    )
    /// Whether a word in the feminine says how a place is.
    static func isPlaceAttribute(_ word: ArraySlice<UInt16>) -> Bool { placeAttributes[word] != nil }
    private static let placeAttributes = LetterTable(
        list: "محررة محتلة محاصرة كبيرة صغيرة كاملة آمنة مجاورة محددة واسعة نائية قريبة بعيدة أخرى معزولة مأهولة منكوبة"
    )

    /// Whether a word is Iran, or of Iran.
    static func isIranian(_ word: ArraySlice<UInt16>) -> Bool {
        word.count >= iran.count && (0...word.count - iran.count).contains { word.dropFirst($0).starts(with: iran) }
    }
    private static let iran = FoldedText(folding: "إيران").letters

    /// Whether a word is a title without its article behind a preposition: «لولي», «بوزير».
    static func isTitleBehindClitic(_ word: ArraySlice<UInt16>) -> Bool {
        guard let first = word.first else { return false }
        let isJoined = first == ArabicLetter.waw || first == ArabicLetter.feh
        let rest = isJoined ? word.dropFirst() : word
        guard let clitic = rest.first, clitic == ArabicLetter.beh || clitic == ArabicLetter.lam else { return false }
        return TitleLexicon.opensTitle(rest.dropFirst())
    }

    /// Whether a word is a noun with the article that takes a feminine adjective, behind clitics too: one with a
    /// feminine ending («للفروسية», «الكرة», «الشركات»), a broken plural by its form («الجماهير», «الملاعب»), or one of
    /// those that no form tells («الأسهم», «السوق»).
    package static func isFeminineNoun(_ word: ArraySlice<UInt16>) -> Bool {
        guard let noun = withoutArticle(word) else { return false }
        return word.count > 4 && isFeminine(word) || isBrokenPlural(noun) || formlessFeminine[noun] != nil
    }

    private static let formlessFeminine = LetterTable(
        list: """
            أسهم مدن بنوك حدود سوق قوى صحف فرق كتب طرق سفن خطط دول أرض حرب أسر نخب قيم حقول عقود بحوث علوم فنون عروض سيول \
            سجون بيوت قصور سدود جسور موانئ مصافي أراضي مباني نوادي أيادي قرى صحارى
            """
    )

    /// A word without its article, and without clitics before that; `nil` where it has none.
    private static func withoutArticle(_ word: ArraySlice<UInt16>) -> ArraySlice<UInt16>? {
        var word = word
        if word.first == ArabicLetter.waw || word.first == ArabicLetter.feh { word = word.dropFirst() }
        if word.first == ArabicLetter.lam {
            return word.dropFirst().first == ArabicLetter.lam ? word.dropFirst(2) : nil
        }
        if word.first == ArabicLetter.beh || word.first == ArabicLetter.kaf { word = word.dropFirst() }
        return Article.begins(word) ? word.dropFirst(2) : nil
    }

    /// Whether letters are those of a plural of four consonants: an alef behind the second, two or three letters behind
    /// that, and no ending of an adjective («الشمالي»). Participles look alike («المهاجم»); before a feminine word they
    /// are rare.
    private static func isBrokenPlural(_ noun: ArraySlice<UInt16>) -> Bool {
        guard (5...6).contains(noun.count), let last = noun.last else { return false }
        return noun[noun.startIndex + 2] == ArabicLetter.alef && last != ArabicLetter.yeh && last != ArabicLetter.alef
    }

    /// Whether a word may be an adjective of such a noun.
    package static func isFeminineAdjective(_ word: ArraySlice<UInt16>) -> Bool {
        Article.begins(word) && word.last == ArabicLetter.heh
    }

    /// Whether a word says of a body what passes, or what is thought of it: «السابق», «المحظور», «الإرهابي»; not of the crimes
    /// that it is there for («نيابة الجرائم الإرهابية»).
    static func isPassing(_ word: ArraySlice<UInt16>, behind noun: ArraySlice<UInt16>) -> Bool {
        if passing[word] != nil { return true }
        return thought[word] != nil && !(isFeminine(word) && isFeminineNoun(noun))
    }

    private static let thought = LetterTable(
        list: "الإرهابي الإرهابية المتطرف المتطرفة المزعوم المزعومة"
    )

    private static let passing = LetterTable(
        list: """
            السابق السابقة الأسبق الحالي الحالية المكلف المكلفة المخلوع المعزول المستقيل المستقيلة المحظور المحظورة الأخير \
            الأخيرة المقبل المقبلة القادم القادمة
            """
    )

    /// Whether no body's name goes on at a word: «بقيادة», «وإلى».
    static func isLead(_ word: ArraySlice<UInt16>) -> Bool { leads[word] != nil }
    private static let leads = LetterTable(
        names: ["بقيادة", "وإلى", "وفي", "ومن"]
    )

    /// Whether a word is what something is sold by: «(الأونصة)».
    static func isMeasure(_ word: ArraySlice<UInt16>) -> Bool { measures[word] != nil }

    private static let measures = LetterTable(
        names: ["الأونصة", "للأونصة", "الأوقية", "للأوقية", "البرميل", "للبرميل", "الطن", "للطن"]
    )

    /// Whether a word is a people or a confession, behind clitics too: «الأكراد», «والشيعة», «للدروز». They are no body.
    static func isPeople(_ word: ArraySlice<UInt16>) -> Bool {
        if peoples[word] != nil { return true }
        guard let noun = withoutArticle(word) else { return false }
        return peoples[noun] != nil
    }

    private static let peoples = LetterTable(
        list: """
            أكراد كرد شيعة سنة دروز علويون علويين أقباط مسيحيون مسيحيين أمازيغ بربر طوارق أرمن إيزيديون إيزيديين أيزيديين \
            روهينغا روهينجا إيغور غجر خوارج أعراب فرس مجوس
            """
    )

    /// Whether a word is two or more who bear a title: «خبيران», «باحثين».
    static func areSeveral(_ word: ArraySlice<UInt16>) -> Bool {
        word.count > 5 && severalEndings.contains { word.suffix(2).elementsEqual($0) }
            && TitleLexicon.opensTitle(word.dropLast(2))
    }

    private static let severalEndings = ["ان", "ين", "ون", "ات"].map { Array($0.utf16) }

    /// «وكالة», «أمن», which alone name none.
    static func isAgency(_ word: ArraySlice<UInt16>) -> Bool { agencies[word] != nil }

    private static let agencies = LetterTable(names: ["وكالة", "أمن"])

    /// Whether a word is who sits in a parliament, or that of one.
    static func isParliamentarian(_ word: ArraySlice<UInt16>) -> Bool { parliamentarians[word] != nil }

    /// Whether a body has deputies for affairs: «(نائب رئيس) جامعة سوهاج لشؤون الطلاب», but not «المجلس الأعلى لشؤون القضاء».
    static func hasDeputies(_ noun: ArraySlice<UInt16>) -> Bool { withDeputies[noun] != nil }

    private static let withDeputies = LetterTable(
        names: ["جامعة", "الجامعة", "كلية", "وزارة", "أمانة", "بلدية", "إمارة", "محافظة", "شركة", "مصرف", "بنك"]
    )

    static func isAffairs(_ word: ArraySlice<UInt16>) -> Bool { affairs[word] != nil }

    private static let affairs = LetterTable(names: ["لشؤون", "للشؤون"])
    private static let parliamentarians = LetterTable(names: ["البرلماني", "البرلمانية"])

    /// Whether a word is a plural with the article that takes a feminine adjective: «الوحدات».
    static func isPlural(_ word: ArraySlice<UInt16>) -> Bool {
        Article.begins(word) && word.count > 5 && word.last == ArabicLetter.teh
            && word.dropLast().last == ArabicLetter.alef
    }

    /// Whether an adjective of a country that is its name, too, belongs to a noun before it, both without the article: «بلدة
    /// تركية», «قاعدة سورية».
    static func isAdjective(_ word: ArraySlice<UInt16>, of noun: ArraySlice<UInt16>) -> Bool {
        guard !Article.begins(word), word.last == ArabicLetter.heh else { return false }
        return described[noun] != nil || described[noun.dropFirst()] != nil
    }

    private static let described = LetterTable(
        list: """
            بلدة مدينة محافظة قرية ولاية مقاطعة بلدات مدن محافظات قرى فرقة جماعة جماعات معارضة شركة شركات صحيفة عائلة عائلات \
            أسرة قوات طائرة طائرات قاعدة مواطنة طفلة فتاة سيدة لغة دورية دبابات جنسية سفينة سفن سيارة وسائل مصادر
            """
    )

    /// Whether a word is «ريف», behind clitics too.
    static func isCountryside(_ word: ArraySlice<UInt16>) -> Bool {
        word.count - countryside.count <= 2 && word.suffix(countryside.count).elementsEqual(countryside)
    }
    private static let countryside = FoldedText(folding: "ريف").letters

    /// Whether a word says where a part of something lies: «الشمالي».
    static func isDirection(_ word: ArraySlice<UInt16>) -> Bool { directions[word] != nil }
    private static let directions = LetterTable(
        list: "الشمالي الجنوبي الشرقي الغربي"
    )

    /// Whether a word behind «القوة» is force majeure's, not Cairo: «القوة القاهرة», «ظروف القاهرة».
    static func isMajeure(_ word: ArraySlice<UInt16>, behind noun: ArraySlice<UInt16>) -> Bool {
        word.elementsEqual(majeure) && forces[noun] != nil
    }
    private static let majeure = FoldedText(folding: "القاهرة").letters
    private static let forces = LetterTable(
        list: "القوة والقوة بالقوة للقوة الظروف والظروف للظروف الأسباب"
    )

    /// Whether a word may be a noun in the accusative without the article, and the country's name behind it its adjective:
    /// «صاروخا روسيا». «منتخبا إيطاليا» are two teams, and «عموما» is no noun.
    static func mayBeAccusative(_ word: ArraySlice<UInt16>) -> Bool {
        guard word.count > 4, word.last == ArabicLetter.alef, !StopWords.contains(word), adverbs[word] == nil,
            let before = word.dropLast().last
        else { return false }
        return ![ArabicLetter.waw, ArabicLetter.heh, ArabicLetter.noon, ArabicLetter.alef].contains(before)
    }
    private static let adverbs = LetterTable(
        list: """
            منتخبا رئيسا وزيرا سفيرا حكومتا دولتا فريقا عموما وعموما تحديدا وتحديدا خصوصا وخصوصا لاسيما خاصا سابقا لاحقا حاليا \
            أخيرا مؤخرا قريبا دائما أبدا معا غدا سنويا شهريا يوميا
            """
    )

    /// Whether a body's kind stands for one that was named before: «المعهد».
    static func isKindAlone(_ word: ArraySlice<UInt16>) -> Bool { kindsAlone[word] != nil }
    private static let kindsAlone = LetterTable(
        list: "المعهد المدرسة الكلية المستشفى الشركة المؤسسة البلدية المديرية الجمعية المصنع المكتب"
    )

    /// Whether a word asks God for something or thanks him: «أيده الله», «رضي الله عنه», «نحمد الله».
    static func isBlessing(_ word: ArraySlice<UInt16>) -> Bool { blessings[word] != nil }
    private static let blessings = LetterTable(
        list: """
            أيده أيدها أيدهم أيدهما أيدك حفظها حفظهم حفظهما حفظكم حفظك يحفظه يحفظها يحفظهم يحفظكم رعاه رعاها رعاهم رعاهما رعاكم \
            رحمه رحمها رحمهم رحمهما يرحمه يرحمها يرحمهم رضي وفقه وفقها وفقهم وفقكم أعزه أعزهم سلمه سلمهم شفاه غفر سدد جزاه جزاهم \
            جزاك جزاكم أثابه تغمده تقبله بارك طيب نحمد سائلين سائلا داعين داعيا عباد نسأل أسأل نشكر يعلم
            """
    )

    /// Whether two words are a body's kind and what one of its people is there for: «[وكيل] الجامعة للدراسات العليا»,
    /// «[مساعد مدير] المستشفى للخدمات الطبية». What a body itself is for stands behind its name.
    static func isKind(_ word: ArraySlice<UInt16>, withPurpose next: ArraySlice<UInt16>) -> Bool {
        next.count > 3 && next.first == ArabicLetter.lam && (kindsAlone[word] ?? kindsOfBodies[word]) != nil
    }
    private static let kindsOfBodies = LetterTable(
        list: """
            الجامعة الوزارة الهيئة الوكالة المركز المجلس اللجنة اللجان الأمانة الإدارة النقابة المكتبة المنظمة المحكمة البنك \
            المصرف الصندوق السفارة القناة الصحيفة المجلة الحكومة النادي المجمع الرابطة البورصة الدائرة القنصلية
            """
    )

    private static func isFeminine(_ word: ArraySlice<UInt16>) -> Bool {
        guard let last = word.last else { return false }
        return last == ArabicLetter.heh || last == ArabicLetter.teh && word.dropLast().last == ArabicLetter.alef
    }
}
