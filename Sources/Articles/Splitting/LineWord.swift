/// What a word can be in a line that stands for itself.
struct LineWord: OptionSet, Sendable {
    let rawValue: UInt64

    private init(bit: UInt64) { rawValue = 1 << bit }
    init(rawValue: UInt64) { self.rawValue = rawValue }

    /// «اقرأ», «طالع»: with ``also`` the start of a link to another article.
    static let read = LineWord(bit: 0)
    static let also = LineWord(bit: 1)
    /// «موضوعات», «أخبار»: with ``related`` the start of a list of links.
    static let topics = LineWord(bit: 2)
    static let related = LineWord(bit: 3)
    /// «كلمات»: with ``key`` the start of a list of tags.
    static let keywords = LineWord(bit: 4)
    static let key = LineWord(bit: 5)
    /// What starts a list of tags by itself.
    static let tags = LineWord(bit: 6)
    static let rights = LineWord(bit: 7)
    static let reserved = LineWord(bit: 8)
    /// An imperative or «لمتابعة»: a call to follow.
    static let call = LineWord(bit: 9)
    /// A call if the line begins with it, a verb of the news otherwise.
    static let openingCall = LineWord(bit: 10)
    static let ours = LineWord(bit: 11)
    static let channel = LineWord(bit: 12)
    static let share = LineWord(bit: 13)
    static let here = LineWord(bit: 14)
    static let source = LineWord(bit: 15)
    /// A news agency's name.
    static let agency = LineWord(bit: 16)
    /// A word in the names of agencies.
    static let agencyPart = LineWord(bit: 17)
    /// A verb of speech.
    static let speech = LineWord(bit: 18)
    static let byline = LineWord(bit: 19)
    static let caption = LineWord(bit: 20)
    /// Goes on with what was said before it.
    static let connective = LineWord(bit: 21)
    /// «للتواصل» and, after it, «مع»: a way to write to the author.
    static let contact = LineWord(bit: 22)
    static let with = LineWord(bit: 23)
    /// «بقلم»
    static let pen = LineWord(bit: 24)
    static let more = LineWord(bit: 25)
    static let from = LineWord(bit: 26)
    static let mayInterest = LineWord(bit: 27)
    static let interest = LineWord(bit: 28)
    static let follows = LineWord(bit: 29)
    /// «التطبيق», «النشرة»: what a reader is called to take.
    static let offer = LineWord(bit: 30)
    /// «طباعة», «حجم الخط»: a page's tools.
    static let tool = LineWord(bit: 31)
    /// «اخترنا لك»
    static let chosen = LineWord(bit: 32)
    static let forYou = LineWord(bit: 33)
    /// A month, a day, «بتوقيت غرينتش».
    static let time = LineWord(bit: 34)
    /// «حوار», «مقابلة»: says that questions and answers follow.
    static let interview = LineWord(bit: 35)
    /// «خلال», «أثناء»: what a photo was taken at.
    static let during = LineWord(bit: 36)
    /// A particle or pronoun that no heading has behind «و».
    static let particle = LineWord(bit: 37)
    /// A word that «و» or «ف» belongs to.
    static let beginsWithWaw = LineWord(bit: 38)
    static let question = LineWord(bit: 39)
    static let copyright = LineWord(bit: 40)
    /// «يمنع», «يجوز»: with ``rights`` or «النشر» a copyright line.
    static let forbids = LineWord(bit: 41)
    static let publishing = LineWord(bit: 42)
    static let link = LineWord(bit: 43)
    static let mostRead = LineWord(bit: 44)
    static let reading = LineWord(bit: 45)

    /// Known with a conjunction or preposition before them as well.
    static let withClitics: LineWord = [.channel, .agency, .offer, .time]
}
