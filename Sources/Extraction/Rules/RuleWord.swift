/// What a word can mean to the rules. A word may mean several things («ثانية» is a second and «second»).
struct RuleWord: Sendable {
    enum Number: Sendable, Equatable {
        case unit(Int)
        /// 10, or the second part of 11 to 19.
        case ten
        case tens(Int)
        case hundreds(Int)
        /// A power of a thousand and how many of it: two for a dual, none for a plural, which only counts after a
        /// number.
        case scale(Int, count: Int)
        case fraction(Int, over: Int)
        /// «أخماس», which only counts after a number.
        case fractions(over: Int)
        case dozens(Int)
    }

    /// A month whose second word tells which it is.
    enum SplitMonth: UInt8, Sendable {
        case none, kanun, tishrin, rabi, jumada, dhu
    }

    enum Time: UInt8, Sendable {
        case none, morning, afternoon, evening, noon, night
    }

    struct Traits: OptionSet, Sendable {
        let rawValue: UInt64
        /// A month's name that is an everyday word or a person's name too.
        static let ambiguousMonth = Traits(rawValue: 1 << 0)
        /// A preposition that dates follow.
        static let datePreposition = Traits(rawValue: 1 << 1)
        static let fromOf = Traits(rawValue: 1 << 2)
        static let `in` = Traits(rawValue: 1 << 3)
        static let yearWord = Traits(rawValue: 1 << 4)
        static let monthWord = Traits(rawValue: 1 << 5)
        static let dayWord = Traits(rawValue: 1 << 6)
        static let hourWord = Traits(rawValue: 1 << 7)
        static let last = Traits(rawValue: 1 << 8)
        static let next = Traits(rawValue: 1 << 9)
        static let current = Traits(rawValue: 1 << 10)
        static let this = Traits(rawValue: 1 << 11)
        static let yesterday = Traits(rawValue: 1 << 12)
        static let tomorrow = Traits(rawValue: 1 << 13)
        static let before = Traits(rawValue: 1 << 14)
        static let after = Traits(rawValue: 1 << 15)
        static let percent = Traits(rawValue: 1 << 16)
        static let and = Traits(rawValue: 1 << 17)
        static let except = Traits(rawValue: 1 << 18)
        static let middle = Traits(rawValue: 1 << 19)
        static let hijriMark = Traits(rawValue: 1 << 20)
        static let commonEraMark = Traits(rawValue: 1 << 21)
        static let oneOf = Traits(rawValue: 1 << 22)
        static let square = Traits(rawValue: 1 << 23)
        static let cubic = Traits(rawValue: 1 << 24)
        static let celsius = Traits(rawValue: 1 << 25)
        static let fahrenheit = Traits(rawValue: 1 << 26)
        static let degree = Traits(rawValue: 1 << 27)
        static let century = Traits(rawValue: 1 << 28)
        static let duals = Traits(rawValue: 1 << 29)
        static let numericDatePreposition = Traits(rawValue: 1 << 30)
        static let until = Traits(rawValue: 1 << 31)
        static let between = Traits(rawValue: 1 << 32)
        /// «مدة», «طوال»: a period behind them lasts.
        static let during = Traits(rawValue: 1 << 33)
        /// «مطلع», «أواخر»: a part of the month or period behind it.
        static let partOf = Traits(rawValue: 1 << 37)
        static let minus = Traits(rawValue: 1 << 36)
        /// «كامل»
        static let whole = Traits(rawValue: 1 << 34)
        /// A month's name that is an everyday word even behind a preposition.
        static let veryAmbiguousMonth = Traits(rawValue: 1 << 35)
        /// «بقية», «باقي»: what is left of the period behind it.
        static let rest = Traits(rawValue: 1 << 38)
        /// «عطلة», which may stand before the end of the week.
        static let holiday = Traits(rawValue: 1 << 39)
        /// «مبكر», «لاحق»: how late in a period.
        static let early = Traits(rawValue: 1 << 40)
        /// «وقت»
        static let timeWord = Traits(rawValue: 1 << 41)
        /// «القليلة», «بضع»: a number that the text does not tell.
        static let few = Traits(rawValue: 1 << 42)
        static let now = Traits(rawValue: 1 << 43)
        static let decadeWord = Traits(rawValue: 1 << 44)
        /// «آخر»: the last ones up to now.
        static let latest = Traits(rawValue: 1 << 45)
        /// Other prepositions, behind which no counted noun stands.
        static let preposition = Traits(rawValue: 1 << 46)
        static let meal = Traits(rawValue: 1 << 47)
        /// The first word of a feast's name.
        static let feast = Traits(rawValue: 1 << 48)
        /// «طوال», which is part of the duration that it makes.
        static let throughout = Traits(rawValue: 1 << 49)
        static let point = Traits(rawValue: 1 << 50)
        /// «نسبة»
        static let share = Traits(rawValue: 1 << 57)
        /// «منذ»
        static let since = Traits(rawValue: 1 << 56)
        /// «أقل», «أكثر»: what numbers are compared with.
        static let less = Traits(rawValue: 1 << 54)
        static let more = Traits(rawValue: 1 << 55)
        /// «نهاية»
        static let endOf = Traits(rawValue: 1 << 52)
        /// «الظهر», but not «النهار», which is the whole day.
        static let midday = Traits(rawValue: 1 << 53)
        /// «أسبوعي», which is a week behind «بقية» or «نهاية» alone.
        static let ownWeek = Traits(rawValue: 1 << 51)
        static let centuriesWord = Traits(rawValue: 1 << 58)
        /// «عامي», «شهري», which two years or months follow behind «بين».
        static let ofBoth = Traits(rawValue: 1 << 59)
        /// «انتخابات», «موسم»: what a year behind it tells from others of its kind.
        static let yearlyEvent = Traits(rawValue: 1 << 60)
        /// «موسم», which is a year of sports.
        static let season = Traits(rawValue: 1 << 61)
        /// «السداسي», «الثلاثي»: six or three months of a year, as the Maghreb's newspapers count.
        static let yearPart = Traits(rawValue: 1 << 63)
        /// «غرة», «فاتح»: the first day of the month behind them.
        static let firstDay = Traits(rawValue: 1 << 62)
    }

    var number: Number?
    var ordinal = 0
    /// 1 to 12.
    var month = 0
    var hijriMonth = 0
    var splitMonth = SplitMonth.none
    /// ISO 8601: Monday is 1.
    var weekday = 0
    /// The letter of an ISO 8601 duration; minutes are «N», to tell them from months.
    var period: Unicode.Scalar?
    /// The decade that a word names, as its first year in a century.
    var decade: Int?
    /// A unit's symbol, a currency's code, or its Arabic name where several countries have one of that name.
    var unit: StaticString = ""
    var isCurrency = false
    /// «$», «USD»: it may stand before the number too.
    var isSign = false
    /// For a coin: how many of it are one of the money that it is part of.
    var partsOfWhole = 0
    /// How many of the unit or the period a word means: two for a dual, none for a plural.
    var count = 1
    /// For a nisba of money: its country, as the first two letters of the currency's code.
    var country: StaticString = ""
    /// A season as TIMEX3 writes it.
    var season: StaticString = ""
    var time = Time.none
    var traits: Traits = []
}

extension StaticString {
    var isEmpty: Bool { utf8CodeUnitCount == 0 }
}
