internal import ArabicText

/// Places whose names are everyday words: «العين» is an eye, and a town where the text names the Emirates; «النيل من» is no
/// river.
enum WordPlaces {
    /// Whether the word at token `index`, cut to `name`, is the everyday word.
    static func isWord(
        _ name: ArraySlice<UInt16>,
        at index: Int,
        in text: TokenizedText,
        _ tells: inout TextTells
    ) -> Bool {
        if name.elementsEqual(nile) || name.elementsEqual(nile.dropFirst()) { return isFollowedByFrom(index, in: text) }
        if name.elementsEqual(eyes), index > 0, ofEyes[text.letters(of: text.tokens[index - 1])] != nil { return true }
        if name.elementsEqual(oujda.dropFirst()), isGrandfather(index, in: text) { return true }
        if name.elementsEqual(mina) { return isFromMe(index, in: text, &tells) }
        guard let countries = countries.first(where: { $0.word.elementsEqual(name) })?.countries else { return false }
        return !tells.isCalledPlace(name, in: text) && !countries.contains { tells.isNamed($0, in: text) }
    }

    /// Whether the word at token `index` is «وجدة», and the town behind «and», not Oujda of Morocco: no preposition and no noun
    /// stands before it, and the text does not name Morocco.
    static func isJeddah(_ index: Int, in text: TokenizedText, _ tells: inout TextTells) -> Bool {
        guard text.letters(of: text.tokens[index]).elementsEqual(oujda) else { return false }
        if index > 0 {
            let before = text.letters(of: text.tokens[index - 1])
            if isKind(before) || ofOujda[before] != nil { return false }
        }
        return !tells.isNamed(morocco, in: text)
    }

    /// Whether the word at token `index` is «بروسيا», and Russia behind ب, not Prussia or a club that is called so: no preposition
    /// stands before it, and the text names none of theirs.
    static func isRussia(_ index: Int, in text: TokenizedText, _ tells: inout TextTells) -> Bool {
        guard text.letters(of: text.tokens[index]).elementsEqual(prussia) else { return false }
        if index > 0, ofPrussia[text.letters(of: text.tokens[index - 1])] != nil { return false }
        return !prussian.contains { tells.isNamed($0, in: text) }
    }

    private static let prussia = FoldedText(folding: "بروسيا").letters
    private static let ofPrussia = LetterTable(
        list: "في من إلى على عن مملكة ملك"
    )
    private static let prussian = ["البروسي", "بسمارك", "فريدري", "دورتمون", "مونشن", "البيضاء"]
        .map { FoldedText(folding: $0).letters }

    /// Whether the word at token `index` is «وجده», and his grandfather or found him, which folds as «وجدة» does.
    private static func isGrandfather(_ index: Int, in text: TokenizedText) -> Bool {
        guard index > 0, text.letters(of: text.tokens[index]).elementsEqual(oujda) else { return false }
        return ofGrandfather[text.letters(of: text.tokens[index - 1])] != nil
    }

    private static let ofGrandfather = LetterTable(
        list:
            "والده ووالده لوالده أبيه أبوه أباه وأبيه جده عمه خاله والدته أمه جدته الذي التي ما لما بما مما عما قد لكن وقد"
    )
    private static let oujda = FoldedText(folding: "وجدة").letters
    private static let morocco = FoldedText(folding: "مغرب").letters
    private static let ofOujda = LetterTable(
        list: "في من إلى نحو قرب شمال جنوب شرق غرب ملعب مطار ولاية مهرجان مولودية جامعة"
    )

    /// «منطقة العين», «بمدينة العين».
    static func isKind(_ word: ArraySlice<UInt16>) -> Bool {
        kinds[word] != nil || kinds[word.dropFirst()] != nil
    }

    private static let kinds = LetterTable(
        list: "مدينة منطقة محافظة ولاية إقليم دائرة بلدة قرية"
    )

    /// «النيل من الوطن», to harm it.
    private static func isFollowedByFrom(_ index: Int, in text: TokenizedText) -> Bool {
        guard index + 1 < text.tokens.count else { return false }
        let next = text.letters(of: text.tokens[index + 1])
        return next.starts(with: from) && next.count <= from.count + 2
    }

    private static let nile = FoldedText(folding: "النيل").letters
    private static let from = FoldedText(folding: "من").letters
    /// Whether the word at token `index` is «مني», from me, as which «منى» of the pilgrims folds: without a clitic, and where the
    /// text does not speak of them.
    private static func isFromMe(_ index: Int, in text: TokenizedText, _ tells: inout TextTells) -> Bool {
        guard text.letters(of: text.tokens[index]).elementsEqual(mina) else { return false }
        return !pilgrims.contains { tells.isNamed($0, in: text) }
    }

    private static let mina = FoldedText(folding: "منى").letters
    private static let pilgrims = ["حج", "حجيج", "مشاعر", "مشعر", "عرفات", "مزدلفة", "جمرات", "مكة", "صعيد"]
        .map { FoldedText(folding: $0).letters }
    private static let eyes = FoldedText(folding: "العيون").letters
    private static let ofEyes = LetterTable(
        list: "طب طبيب أطباء جراحة وجراحة قسم بقسم مجال أمراض عيادة عيادات استشاري عمليات إصابات مستشفى مستشفيات"
    )

    /// By the word what of its country's name a text must have.
    private static let countries: [(word: [UInt16], countries: [[UInt16]])] = [
        ("العين", "إمارات ظبي دبي"), ("لعين", "إمارات ظبي دبي"), ("العمارة", "عراق ميسان"), ("الريف", "مغرب"),
        ("صور", "لبنان بيروت صيدا طرابلس عمان"), ("دخان", "قطر"), ("حديثة", "عراق أنبار"),
        ("الزاوية", "ليبي مغرب مصر إدلب"), ("العيون", "مغرب صحراوي أحساء بوليساريو موريتان كويت جهراء"),
        ("لعيون", "مغرب صحراوي أحساء بوليساريو موريتان كويت جهراء"),
        ("نوك", "غرينلاند جرينلاند دنمارك"), ("سيول", "كوري يابان بكين آسيا أولمبي سفار سفير"),
        ("بورصة", "تركي أتراك اسطنبول إسطنبول"), ("سبها", "ليبي طرابلس بنغازي درنة فزان"),
        ("زوارة", "ليبي طرابلس"), ("العقبة", "أردن عمان سيناء"),
        ("لعقبة", "أردن عمان سيناء"),
        ("بنين", "نيجيري توغو غانا أفريقي إفريقي كاميرون النيجر كوتونو بوركينا"),
    ].map { word, names in
        (
            FoldedText(folding: word).letters,
            names.split(separator: " ").map { FoldedText(folding: String($0)).letters }
        )
    }
}
