import Extraction
import Reports
import Testing

/// Pairs of names that are one thing, and pairs that are two, with the lexicon that is built in. Merging two different
/// things is worse than leaving one in two.
@Suite("Pairs of names")
struct NamePairsTests {
    struct Pair: Sendable, CustomTestStringConvertible {
        var type: String
        var first: String
        var second: String
        var testDescription: String { "\(type): \(first), \(second)" }
    }

    private static let same = """
        LOC أميركا = أمريكا|LOC أميركا = الولايات المتحدة|LOC الولايات المتحدة الأميركية = الولايات المتحدة
        LOC الولايات المتحدة الأمريكية = الولايات المتحدة الأميركية|LOC سوريا = سورية|LOC بريطانيا = المملكة المتحدة
        LOC إيران = ايران|LOC إسرائيل = اسرائيل|LOC أوكرانيا = اوكرانيا|LOC الأردن = أردن|LOC العراق = عراق
        LOC القاهرة = القاهره|LOC أنقرة = انقره|LOC مكة = مكه|LOC السعودية = المملكة العربية السعودية
        LOC الإمارات = الإمارات العربية المتحدة|LOC روسيا = روسيا الاتحادية|LOC قطر = دولة قطر|LOC سلطنة عُمان = سلطنة عمان
        LOC المغرب = المملكة المغربية|LOC أبو ظبي = أبوظبي|LOC مدينة حلب = حلب|LOC مدينة تعز = تعز
        LOC أفريقيا = إفريقيا|LOC إسبانيا = أسبانيا|LOC فيتنام = ڤيتنام|LOC البوسنة = بوسنة|LOC غروزني = جروزني
        LOC لوغانسك = لوجانسك|LOC نيكاراغوا = نيكاراجوا|LOC البرتغال = برتغال|LOC إنجلترا = انجلترا|LOC إنجلترا = إنكلترا
        LOC نيجيريا = نيجيرية|LOC ألمانيا = المانيا|LOC ستراسبورغ = ستراسبورج|LOC غوانتانامو = جوانتانامو
        LOC كوالالمبور = كوالا لمبور|LOC تركيا = تركية|LOC كوريا الشمالية = كوريا  الشمالية|LOC سان فرانسيسكو = سان فرنسيسكو
        PER غورباتشوف = جورباتشوف|PER ميخائيل غورباتشوف = ميخائيل جورباتشوف|PER هيغسيث = هيجسيث|PER عبد الله = عبدالله
        PER أبو بكر البغدادي = ابو بكر البغدادي|PER محمد صلاح = صلاح|PER سيرغي لافروف = سيرجي لافروف
        PER سيرغي لافروف = لافروف|PER فلاديمير بوتين = بوتين|PER محمد بن سلمان = بن سلمان|PER دونالد ترامب = ترامب
        PER أحمد أبو الغيط = أبو الغيط|PER عبد الفتاح السيسي = السيسي|PER إيمانويل ماكرون = ايمانويل ماكرون
        PER سيرغي فيكتوروفيتش لافروف = سيرغي لافروف|PER مصطفى كامل = مصطفي كامل|PER هدى شعراوي = هدي شعراوي
        PER بنيامين نتنياهو = بنيامين نتانياهو|PER علي عبد الله صالح = علي صالح|PER بيريزوفسكي = بريزوفسكي
        PER أنغيلا ميركل = أنجيلا ميركل|PER غريغوري = جريجوري|PER بنيامين نتنياهو = نتنياهو|PER محمد صلاح = محمد
        ORG البنتاغون = البنتاجون|ORG البنتاغون = بنتاغون|ORG الجامعة الأميركية = الجامعة الأمريكية
        ORG الأمم المتحدة = الامم المتحدة|ORG شركة مايكروسوفت = مايكروسوفت|ORG نادي برشلونة = برشلونة
        ORG وكالة رويترز = رويترز|ORG صحيفة الغارديان = الغارديان|ORG الغارديان = الجارديان|ORG حركة حماس = حماس
        ORG الناتو = حلف شمال الأطلسي|ORG تنظيم القاعدة = القاعدة|ORG قناة الجزيرة = الجزيرة|ORG الاتحاد الأوروبي = الاتحاد الاوروبي
        """

    private static let different = """
        PER سليمان = سلمان|PER أحمد سليمان = أحمد سلمان|ORG بيريزوفسكي = بريزوفسكي
        PER بوش الأب = بوش الابن|LOC كوريا الشمالية = كوريا الجنوبية|PER محمد علي = محمد صلاح|LOC الكونغو = الكونغو الديمقراطية
        ORG حزب الله = حزب|ORG البنك الدولي = البنك المركزي|LOC السودان = جنوب السودان|LOC غينيا = غينيا بيساو
        LOC غينيا = غينيا الاستوائية|LOC النيجر = نيجيريا|LOC سلوفاكيا = سلوفينيا|LOC ليبيا = لبنان|LOC النمسا = المجر
        LOC الهند = إندونيسيا|LOC إيران = العراق|LOC كوريا الشمالية = كوريا|LOC دومينيكا = جمهورية الدومينيكان
        LOC أيرلندا = أيرلندا الشمالية|LOC محافظة حلب = حلب|LOC شارع بغداد = بغداد|LOC جبل لبنان = لبنان
        LOC خليج عدن = عدن|LOC ولاية واشنطن = واشنطن|LOC جورجيا = جورجتاون|LOC قبرص = شمال قبرص|LOC تيمور = تيمور الشرقية
        LOC الضفة الغربية = الصحراء الغربية|LOC البحر الأحمر = البحر الأسود|LOC نيويورك = نيوجيرسي|LOC مالي = مالطا
        LOC غانا = جانا|LOC الدن = دن|LOC الأردن = نهر الأردن|LOC النيل الأزرق = النيل الأبيض|LOC دبي = رأس الخيمة
        PER جمال = كمال|PER جمال عبد الناصر = كمال عبد الناصر|PER العلي = علي|PER سليمان = سلمان|PER محمد بن سلمان = سلمان
        PER بشار الأسد = حافظ الأسد|PER عبد الرحمن = عبد الله|PER عبد الرحمن = عبد|PER علي محمد حسن = محمد
        PER هيلاري كلينتون = بيل كلينتون|PER رجب أردوغان = بلال أردوغان|PER حسن نصر الله = حسن روحاني|PER أحمد = محمد
        PER عمر = عمرو|PER سعيد = سعد|PER كريم = كرم|PER جميل = كميل|PER مها = مهى الدين|PER حسين = حسن
        PER صدام حسين = باراك حسين أوباما|PER عثمان = عثماني|PER فاطمة = فاطم الزهراء|PER خالد مشعل = خالد شيخ محمد
        PER الملك حسين = الملك عبد الله|PER ناصر = منصور
        ORG البنك المركزي المصري = البنك المركزي العراقي|ORG وزارة الخارجية = وزارة الداخلية|ORG حزب العمال = حزب العدالة
        ORG مجلس الأمن = مجلس النواب|ORG جامعة القاهرة = جامعة الدول العربية|ORG الأمم المتحدة = الولايات المتحدة
        ORG الجيش الحر = الجيش|ORG حزب البعث = حزب الدعوة|ORG الحرس الثوري = الحرس الوطني|ORG الأهلي = الأهلي السعودي
        ORG مانشستر يونايتد = مانشستر سيتي|ORG ريال مدريد = أتلتيكو مدريد|ORG فتح = فتح الإسلام|ORG حماس = حمس
        ORG شركة الاتصالات = الاتصالات السعودية|ORG المحكمة العليا = المحكمة الدستورية|ORG الاتحاد الأوروبي = الاتحاد الأفريقي
        ORG بنك مصر = البنك الأهلي|ORG قوات سوريا = سوريا|MISC كأس العالم = كأس آسيا|MISC الحرب العالمية الأولى = الحرب العالمية الثانية
        """

    static func pairs(_ table: String) -> [Pair] {
        table.split { $0 == "|" || $0.isNewline }.map { line in
            let words = line.drop(while: \.isWhitespace)
            let type = words.prefix { $0 != " " }
            let names = words.dropFirst(type.count + 1).split(separator: "=", maxSplits: 1).map { name in
                String(name.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
            }
            return Pair(type: String(type), first: names[0], second: names[1])
        }
    }

    private func count(_ pair: Pair, swapped: Bool) throws -> Int {
        let (first, second) = swapped ? (pair.second, pair.first) : (pair.first, pair.second)
        let article = MarkedArticle("[\(pair.type) \(first)] ثم [\(pair.type) \(second)].")
        return try article.report(lexicon: try BuiltInModel.model().gazetteer).entities.count
    }

    @Test("there are a hundred at least")
    func size() { #expect(Self.pairs(Self.same).count + Self.pairs(Self.different).count >= 100) }

    @Test("one thing under two names is one entity, whichever comes first", arguments: pairs(same), [true, false])
    func merged(_ pair: Pair, swapped: Bool) throws { #expect(try count(pair, swapped: swapped) == 1) }

    @Test("two things stay two entities", arguments: pairs(different), [true, false])
    func apart(_ pair: Pair, swapped: Bool) throws { #expect(try count(pair, swapped: swapped) == 2) }

    @Test(
        "a name that two could bear joins neither",
        arguments: [
            "[PER محمد علي] و[PER محمد صلاح] ثم [PER محمد].", "[PER بوش الأب] و[PER بوش الابن] ثم [PER بوش].",
            "[PER بشار الأسد] و[PER حافظ الأسد] ثم [PER الأسد].",
        ]
    )
    func ambiguous(text: String) throws {
        #expect(try MarkedArticle(text).report(lexicon: try BuiltInModel.model().gazetteer).entities.count == 3)
    }
}
