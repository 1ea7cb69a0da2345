internal import ArabicText

/// Clubs that the news of football call by their city alone: «لاعبي روما», «بازل السويسري», «تعادل مع ليفربول». A city is
/// feminine; what takes a masculine adjective or verb is its club.
struct CityClubs: SentenceReader {
    private let gazetteer: Gazetteer
    private let words: EntityWords
    let text: TokenizedText
    let sentence: Range<Int>

    /// Tokens before the name in which what is done to a club may stand.
    private static let reach = 6

    init(gazetteer: Gazetteer, words: EntityWords, text: TokenizedText, sentence: Range<Int>) {
        self.gazetteer = gazetteer
        self.words = words
        self.text = text
        self.sentence = sentence
    }

    /// The two clubs that play each other and were read as one name: «(استقبل) الوصل الشارقة»; `nil` where they are one.
    static func clubs(in mention: Range<Int>, of text: TokenizedText, _ gazetteer: Gazetteer) -> [Range<Int>]? {
        guard mention.count == 2 else { return nil }
        let first = text.letters(of: text.tokens[mention.lowerBound])
        guard Article.opensNoun(first), Self.emirates[text.letters(of: text.tokens[mention.lowerBound + 1])] != nil,
            gazetteer.classes(for: first).contains(.club)
        else { return nil }
        return [mention.lowerBound..<mention.lowerBound + 1, mention.lowerBound + 1..<mention.upperBound]
    }

    /// Clubs of the Gulf that are called as their towns, of which no other club of the town bears the name behind its own.
    private static let emirates = table("الشارقة عجمان العين الجزيرة الفجيرة الخور الريان")

    /// Whether the place at token `index` is the city's club.
    ///
    /// - Parameter isBody: whether a token is part of an organisation's name.
    func isClub(_ index: Int, _ tells: inout TextTells, isBody: (Int) -> Bool) -> Bool {
        let own = text.letters(of: text.tokens[index])
        guard let cut = (0...2).first(where: { Self.cities[own.dropFirst($0)] != nil }), tells.speaksOfSport(text)
        else { return false }
        let before = word(at: index - 1)
        if let before, Self.places[before] != nil { return false }
        if isMasculineAdjective(at: index + 1) { return true }
        let clitic = own.prefix(cut).last
        if isInRow(index, behindAnd: clitic == ArabicLetter.waw, isBody: isBody) { return true }
        if cut == 0 || clitic == ArabicLetter.waw || clitic == ArabicLetter.feh {
            guard let before else { return opensNews(index) }
            if cut == 0, holds(before) || acts(before) { return true }
            if cut == 0, Self.between[before] == nil { return false }
            return isDone(before: index - 1, by: Self.from[before] != nil ? Self.transfers : Self.matches)
        }
        return isDone(before: index, by: Self.matches)
            || clitic == ArabicLetter.lam && isDone(before: index, by: Self.transfers)
    }

    /// «سمبدوريا وبولونيا»: behind a club of the lexicon, and «and» or a comma.
    private func isInRow(_ index: Int, behindAnd: Bool, isBody: (Int) -> Bool) -> Bool {
        var before = index - 1
        if !behindAnd {
            guard before > sentence.lowerBound, text.tokens[before].kind == .punctuation,
                [0x60C, 0x2C].contains(text.letters(of: text.tokens[before]).first ?? 0)
            else { return false }
            before -= 1
        }
        guard let club = word(at: before), isBody(before) else { return false }
        let name = club.first == ArabicLetter.waw ? club.dropFirst() : club
        return Self.cities[name] != nil || gazetteer.classes(for: club).contains(.club)
            || gazetteer.classes(for: name).contains(.club)
    }

    /// «بازل السويسري».
    private func isMasculineAdjective(at index: Int) -> Bool {
        guard let word = word(at: index), Article.opensNoun(word), word.last == ArabicLetter.yeh else { return false }
        return gazetteer.classes(for: word).contains(.nisba)
    }

    /// «لاعبي روما», «لمدرب روما».
    private func holds(_ noun: ArraySlice<UInt16>) -> Bool {
        Self.holders[noun] != nil || Self.holders[noun.dropFirst()] != nil
    }

    /// «تعاقد ميلان», «وقال بريمن».
    private func acts(_ verb: ArraySlice<UInt16>) -> Bool {
        if Self.acts[verb] != nil { return true }
        if verb.first == ArabicLetter.waw, Self.acts[verb.dropFirst()] != nil { return true }
        return words[verb].contains(.reporting) && verb.last != ArabicLetter.teh && verb.first != ArabicLetter.teh
    }

    /// «برشلونة يتعاقد مع» at the beginning.
    private func opensNews(_ index: Int) -> Bool {
        guard index == sentence.lowerBound, let verb = word(at: index + 1) else { return false }
        return verb.first == ArabicLetter.yeh && verb.count > 3 && gazetteer.classes(for: verb).isDisjoint(with: .names)
    }

    /// Whether one of the words stands before token `end`, and none of a place between.
    private func isDone(before end: Int, by deeds: LetterTable) -> Bool {
        var index = end - 1
        while index >= sentence.lowerBound, index >= end - Self.reach {
            if let word = word(at: index) {
                if Self.places[word] != nil { return false }
                if deeds[word] != nil || deeds[word.dropFirst()] != nil { return true }
            } else if text.tokens[index].kind == .punctuation {
                return false
            }
            index -= 1
        }
        return false
    }

    private static func table(_ words: String) -> LetterTable {
        LetterTable(list: words)
    }

    /// From general knowledge.
    private static let cities = table(
        """
        ليفربول برشلونة روما نابولي ميلان فالنسيا بلنسية إشبيلية فياريال ملقة مالقا غرناطة ألميريا خيتافي بولونيا تورينو \
        فيرونا بارما جنوى أودينيزي دورتموند لايبزيغ شتوتغارت فرانكفورت هامبورغ بريمن ليفركوزن فولفسبورغ فرايبورغ ماينز \
        كولونيا باريس موناكو ليون مرسيليا مارسيليا ليل نيس رين نانت لانس بوردو مونبلييه تولوز ستراسبورغ ريمس بورتو براغا أياكس \
        ليستر ساوثهامبتون مانشستر بازل زيوريخ مالمو كوبنهاغن زغرب جيرونا أوساسونا بيلباو هوفنهايم هايدنهايم ميدلزبره بلاكبيرن \
        الجهراء الفحيحيل السالمية خيطان الصليبيخات صحار الرستاق بهلاء السيب صلالة نزوى عبري صحم الشارقة عجمان الفجيرة \
        خورفكان كلباء البطائح الخور الوكرة الغرافة المحرق الرفاع أبها نجران الدرعية العلا النجف أربيل دهوك زاخو كربلاء \
        أسوان دمنهور المنصورة بنزرت مصراتة الرمثا السلط
        """
    )
    /// Behind these it is the city.
    private static let places = table(
        """
        مدينة المدينة بمدينة لمدينة ومدينة العاصمة عاصمة بعاصمة ملعب بملعب استاد شوارع شارع مطار مطعم جامعة فندق مستشفى محكمة \
        ضاحية بلدية قرب ولاية مقاطعة إقليم سفير قنصل معرض مهرجان متحف ريال باري أتلتيك أتلتيكو
        """
    )
    private static let holders = table(
        """
        لاعب لاعبي لاعبو لاعبا مدافع مدافعي مهاجم مهاجمي حارس نجم نجوم هداف مدرب جماهير مشجعي مشجعو أنصار قميص بقميص صفوف \
        وسط ظهير جناح غريمه جاره ضيفه مضيفه نظيره منافسه ضيفتها حساب
        """
    )
    private static let acts = table(
        """
        تعاقد لعب يلعب حصد فاز يفوز خسر يخسر تعادل يتعادل تغلب يتغلب هزم ضم تأهل تصدر يتصدر أحرز توج خاض يخوض يواجه يستضيف \
        استضاف يلتقي استهل حسم أقصى اكتسح اكتفى انتزع عزز واصل استعاد يستعيد حافظ رفع
        """
    )
    private static let between = table("أمام ضد على مع من إلى بين وبين")
    private static let from = table("من إلى")
    private static let matches = table(
        """
        فوز الفوز فوزه بفوزه فاز يفوز تعادل التعادل تعادله خسر خسارة الخسارة خسارته هزيمة الهزيمة هزيمته تغلب تغلبه هزم هدف \
        هدفا هدفين هدفه أهداف سجل مباراة المباراة مباراته مباريات ودية مواجهة المواجهة لقاء النهائي نهائي تأهل مرمى شباك \
        سقط انتصار انتصاره ديربي قمة شارك يشارك
        """
    )
    private static let transfers = table(
        """
        انتقل انتقال الانتقال انتقاله لانتقاله ينتقل انضم انضمام انضمامه ينضم ضم ضمه قادما القادم قدومه رحل رحيل رحيله يرحل \
        إعارة معارا تعاقد صفقة
        """
    )
}
