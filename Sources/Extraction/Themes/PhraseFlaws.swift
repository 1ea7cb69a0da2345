internal import ArabicText

/// What is wrong with the form of a phrase, so that it is not shown however good it looks.
struct PhraseFlaws {
    let article: ArticlePhrases
    let text: CodePointIndex.UTF8
    private let possessed: PossessedWords
    /// The code point at which the text's keywords begin; above all others where it has none.
    private let footer: Int

    init(of article: ArticlePhrases, in text: CodePointIndex.UTF8, possessed: PossessedWords) {
        self.article = article
        self.text = text
        self.possessed = possessed
        footer = article.order == .editors ? KeywordFooter.start(in: text) ?? .max : .max
    }

    /// Whether a phrase is unfit in any article.
    func areSevere(_ phrase: PhraseCounts) -> Bool {
        isAdjective(phrase) || isIncomplete(phrase, inNews: false) || isPossessed(phrase, inNews: false)
    }

    /// Whether one that is fit elsewhere is not in news, where editors are asked and not a crowd. That takes longer to tell.
    func areSevereInNews(_ phrase: PhraseCounts) -> Bool {
        isIncomplete(phrase, inNews: true) || isPossessed(phrase, inNews: true) || opensWithAdjective(phrase)
            || isNewspaper(phrase) || isValue(phrase) || governsNext(phrase) || isAccusative(phrase)
            || isHeadless(phrase) || isMereAttachment(phrase) || isTitle(phrase) || isOblique(phrase)
            || isLooseConstruct(phrase) || isTwoNouns(phrase) || isHalfOfName(phrase)
            || isOfKeywords(phrase) || areInPassing(phrase)
    }

    /// Whether a phrase is nothing but adjectives, or a single word that stands as another's more often than not.
    private func isAdjective(_ phrase: PhraseCounts) -> Bool {
        phrase.count == 0
            || phrase.length == 1 && phrase.attributes * 2 > phrase.count && phrase.names * 2 < phrase.count
    }

    /// Whether a phrase is a single word that never stands without what belongs to its place in a sentence: «مجتمعهم»,
    /// «موهوباً»; in news, not but as an adjective either.
    private func isIncomplete(_ phrase: PhraseCounts, inNews: Bool) -> Bool {
        guard phrase.length == 1, phrase.names == 0,
            inNews || !phrase.traits.isDisjoint(with: [.pronoun, .accusative])
        else { return false }
        return article.occurrences(of: phrase.row)
            .allSatisfy { word in
                let traits = article.words[word].traits
                return !traits.isDisjoint(with: [.pronoun, .accusative])
                    || inNews && (possessed.contain(word) || article.isAttribute(word))
            }
    }

    /// Whether a phrase of several words is an indefinite accusative each time: «سجالا حادا», «نقشا قديما». It has the form
    /// of its place in a sentence; of some forty of them readers called none good.
    private func isAccusative(_ phrase: PhraseCounts) -> Bool {
        guard phrase.length > 1, phrase.traits.contains(.accusative) else { return false }
        return article.occurrences(of: phrase.row)
            .allSatisfy { first in
                (first..<first + phrase.length).contains { article.words[$0].traits.contains(.accusative) }
            }
    }

    /// Whether a phrase ends each time in the adjective of a noun that stands before it, and is not shown with that:
    /// «الخارجية الأميركي» of «وزير الخارجية الأميركي».
    private func isHeadless(_ phrase: PhraseCounts) -> Bool {
        guard phrase.length > 1, phrase.names == 0, phrase.severed == phrase.count else { return false }
        return article.occurrences(of: phrase.row).allSatisfy { article.roles[$0].head.contains(.severed) }
            && article.extent(of: phrase).before <= 0
    }

    /// Whether a phrase is one word and what «لل» attaches to it, with its adjectives: «دورية للشرطة», «التابع للهلال الأحمر
    /// السعودي». Of what is no name readers called 7 of 88 good that have two words and are said once, and 3 of 14 that have
    /// more. An event that is said again has a name of this form («الترشح للانتخابات»).
    private func isMereAttachment(_ phrase: PhraseCounts) -> Bool {
        guard phrase.length > 1, phrase.names == 0, article.words[phrase.first + 1].traits.contains(.attached) else {
            return false
        }
        return phrase.count == 1 || phrase.length > 2
            || article.words[phrase.first].traits.isDisjoint(with: .definite)
    }

    /// Whether a phrase says what somebody is who has a name: «المدرب الفرنسي», «المتحدث الرسمي». Readers called 7 of 83
    /// good.
    private func isTitle(_ phrase: PhraseCounts) -> Bool {
        guard phrase.length > 1, phrase.names == 0 else { return false }
        return article.words[phrase.first].traits.contains(.title)
            && article.words[phrase.range].map(\.traits)
                .allSatisfy { $0.contains(.definite) && $0.isDisjoint(with: [.attached, .conjoined]) }
            && !Self.groups.contains(word(phrase.first))
    }

    /// Titles that are groups, places and the world as well («المعارضة السورية», «العالم العربي»), or belong to whom they
    /// name («الشهيد الرضيع», «الإمام المهدي»).
    private static let groups: Set = ["فريق", "معارضة", "محافظة", "عالم", "شهيد", "شهيدة", "إمام", "امام"]

    /// Whether a phrase begins each time with an indefinite dual or plural and its adjective, or with that, in the form that
    /// they have behind other words: «مصلين فلسطينيين». Readers called none of six good.
    private func isOblique(_ phrase: PhraseCounts) -> Bool {
        guard phrase.names == 0 else { return false }
        return article.occurrences(of: phrase.row)
            .allSatisfy { first in
                isOblique(first)
                    && (phrase.length > 1 && isOblique(first + 1)
                        || article.words[first].isJoined && isOblique(first - 1))
            }
    }

    private func isOblique(_ index: Int) -> Bool {
        let word = article.words[index]
        return word.traits.isDisjoint(with: .definite) && word.written(in: text).hasSuffix("ين")
    }

    /// Whether a phrase is each time an adjective with what it is so in, or one of the two: «سعودي الجنسية», «منتهية
    /// الصلاحية».
    private func isLooseConstruct(_ phrase: PhraseCounts) -> Bool {
        guard phrase.length <= 2, phrase.names == 0 else { return false }
        return article.occurrences(of: phrase.row)
            .allSatisfy { first in
                opensLooseConstruct(first)
                    || phrase.length == 1 && article.words[first].isJoined && opensLooseConstruct(first - 1)
            }
    }

    private func opensLooseConstruct(_ index: Int) -> Bool {
        guard index + 1 < article.words.count, article.words[index + 1].isJoined else { return false }
        let (adjective, respect) = (article.words[index].traits, article.words[index + 1])
        return adjective.isDisjoint(with: .definite) && respect.traits.contains(.definite)
            && !adjective.isDisjoint(with: [.relational, .adjective, .generic])
            && LooseConstruct.ends(with: respect.writtenWithoutArticle(in: text))
    }

    /// Whether a word of a phrase belongs to somebody: «معسكره الخارجي», «أرباحها التشغيلية», «تصحيح أوضاعهم». Readers
    /// called 83 of 101 phrases bad in which one before the last does; the last is asked in news alone.
    ///
    /// Behind a clitic it is not known whether ه is a pronoun, but before an adjective: «بمعسكره الخارجي».
    private func isPossessed(_ phrase: PhraseCounts, inNews: Bool) -> Bool {
        guard phrase.length > 1, phrase.names == 0 else { return false }
        var isSure = false
        for first in article.occurrences(of: phrase.row) {
            let found = (first..<first + phrase.length - (inNews ? 0 : 1)).first { possessed.contain($0) }
            guard let found else { return false }
            isSure =
                isSure || !article.words[found].traits.contains(.proclitic)
                || found < first + phrase.length - 1 && hasAdjective(found)
        }
        return isSure
    }

    /// Whether the next word is definite, and an adjective by its form.
    private func hasAdjective(_ index: Int) -> Bool {
        let next = article.words[index + 1].traits
        return next.contains(.definite) && next.isDisjoint(with: [.attached, .conjoined])
            && !next.isDisjoint(with: [.relational, .adjective])
    }

    /// Whether a phrase is each time the rest of a person's name, and is not shown with that: «العزيز» of «عبد العزيز», «بن
    /// عبد العزيز».
    private func isHalfOfName(_ phrase: PhraseCounts) -> Bool {
        guard phrase.pieces == phrase.count, phrase.persons == phrase.count else { return false }
        let before = article.extent(of: phrase).before
        return article.occurrences(of: phrase.row)
            .allSatisfy { first in
                let index = first - before
                guard index > 0, !article.words[index].opensName else { return false }
                return Self.halves.contains(word(index))
                    || article.words[index - 1].name == article.words[index].name
                        && article.words[index - 1].section == article.words[index].section
                        && Self.halves.contains(article.words[index - 1].written(in: text))
            }
    }

    /// Whether a phrase of several words, no name, stands in the text's keywords alone, whose ends nobody knows.
    private func isOfKeywords(_ phrase: PhraseCounts) -> Bool {
        phrase.length > 1 && phrase.names == 0 && article.words[phrase.first].start >= footer
    }

    private static let halves: Set = ["عبد", "أبو", "ابو", "أبي", "أم", "آل", "بن", "ابن", "بنت"]

    /// Whether a phrase begins each time with the adjective of an indefinite noun before it: «تلفزيونية طائرات إطفاء»
    /// behind «مشاهد», «إندونيسية للإفراج» behind «محاولة». A noun of that form goes on with a definite one («هوية
    /// المسؤولين»), or stands behind one that has another gender («تفكيك خلية إرهابية»).
    private func opensWithAdjective(_ phrase: PhraseCounts) -> Bool {
        guard phrase.length > 1, phrase.names == 0, phrase.leftExtended == phrase.count else { return false }
        return article.occurrences(of: phrase.row)
            .allSatisfy { first in
                let (noun, own, next) = (article.words[first - 1], article.words[first], article.words[first + 1])
                return own.traits.contains(.relational) && own.traits.isDisjoint(with: [.definite, .accusative])
                    && own.traits.contains(.feminine) && noun.traits.contains(.feminine)
                    && noun.traits.isDisjoint(with: [.definite, .accusative, .relational])
                    && noun.name < 0 && next.name < 0
                    && (next.traits.isDisjoint(with: .definite) || next.traits.contains(.attached))
            }
    }

    /// Whether a phrase is the newspaper or agency that somebody spoke to: it stands in quotation marks each time, and once
    /// at least, or half of the times where it stands often, behind «لـ» and what says so («وقال لـ«عكاظ»») or behind the
    /// verb of who reports («علمت «عكاظ»»).
    private func isNewspaper(_ phrase: PhraseCounts) -> Bool {
        let first = Int(article.words[phrase.first].start)
        guard SpokenTo.isQuoted(before: first, in: text) else { return false }
        let starts = article.occurrences(of: phrase.row).map { Int(article.words[$0].start) }
        guard starts.allSatisfy({ SpokenTo.isQuoted(before: $0, in: text) }) else { return false }
        let asked = starts.count { SpokenTo.isSpokenTo(before: $0, in: text) || SpokenTo.reports(before: $0, in: text) }
        return asked > 0 && (starts.count <= SpokenTo.most || asked * 2 >= starts.count)
    }

    /// Whether a phrase has to do with a sum or a quantity each time («مليوني يورو», «طن»), or with a date as it is told from
    /// the day of the article («الأسبوع المقبل», «مايو»). Feasts and seasons are dates that an article may be about.
    private func isValue(_ phrase: PhraseCounts) -> Bool {
        guard phrase.values == phrase.count else { return false }
        return article.occurrences(of: phrase.row)
            .allSatisfy { first in
                let range = first..<first + phrase.length
                if range.contains(where: { article.words[$0].nameKind == .amount }) { return true }
                return range.contains { article.words[$0].nameKind == .value }
                    && CalendarWord.tells(word(range.upperBound - 1))
            }
    }

    /// Whether a phrase ends each time in what needs the preposition behind it: a participle, a noun's adjective («القوات
    /// الموالية» before «للرئيس»), or a verbal noun («الحصول» before «على»).
    private func governsNext(_ phrase: PhraseCounts) -> Bool {
        guard phrase.names == 0 else { return false }
        return article.occurrences(of: phrase.row)
            .allSatisfy { first in
                let last = first + phrase.length - 1
                let end = Int(article.words[last].end)
                let behind = text.bytes[text.range(of: end..<end + 9)]
                guard Preposition.mayStand(behind) else { return false }
                if GoverningNoun.governs(word(last), isAlone: phrase.length == 1, before: behind) { return true }
                let adjective = article.words[last].traits
                if adjective.contains(.definite), GoverningParticiple.isPassive(word(last), before: behind) {
                    return true
                }
                guard phrase.length > 1, adjective.contains(.definite), adjective.isDisjoint(with: .pronoun),
                    article.words[last - 1].traits.contains(.definite)
                else { return false }
                return GoverningParticiple.governs(word(last), before: behind)
            }
    }

    /// A word as it is written, without its article.
    func word(_ index: Int) -> String { article.words[index].writtenWithoutArticle(in: text) }
}
