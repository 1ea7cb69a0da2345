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
    }

    /// A month whose second word tells which it is.
    enum SplitMonth: UInt8, Sendable {
        case none, kanun, tishrin, rabi, jumada, dhu
    }

    enum Time: UInt8, Sendable {
        case none, morning, afternoon, noon, night
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
    var period: Character?
    /// The decade that a word names, as its first year in a century.
    var decade: Int?
    /// A unit's symbol, a currency's code, or its Arabic name where several countries have one of that name.
    var unit = ""
    var isCurrency = false
    /// How many of the unit or the period a word means: two for a dual, none for a plural.
    var count = 1
    /// For a nisba of money: its country, as the first two letters of the currency's code.
    var country = ""
    /// A season as TIMEX3 writes it.
    var season = ""
    var time = Time.none
    var traits: Traits = []
}
