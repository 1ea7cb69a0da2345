internal import ArabicText

extension PhraseSelection {
    /// The phrases that were taken so far.
    struct Chosen {
        private let article: ArticlePhrases
        private let text: CodePointIndex.UTF8
        private let doubles: DoubleModel
        private(set) var choices: [Choice] = []
        /// Names that are shown with their kind: what says the same as one of these is left out, too.
        private var names: [Choice] = []
        /// What is cut out of phrases that were taken: so is what says no more.
        private var pieces: [Choice] = []
        private var spellings: [[UInt16]] = []

        init(article: ArticlePhrases, text: CodePointIndex.UTF8, doubles: DoubleModel) {
            self.article = article
            self.text = text
            self.doubles = doubles
        }

        /// Takes a phrase if it says something of its own.
        mutating func take(_ phrase: PhraseCounts, score: Int32, isStrict: Bool) {
            // A surname stands for its whole name, which may rank too low to be shown itself.
            let whole = isStrict && article.order == .editors ? article.wholeName(of: phrase) : nil
            var choice = Choice(whole ?? phrase, score: score, in: article)
            if whole != nil { choice.name = phrase.row }
            let phrase = choice.phrase
            let word = choices.firstIndex { $0.isWord(of: choice) }
            // The strict question comes first where the answers to the others do not matter: it is the cheapest.
            if repeatsAny(choice, but: word, isStrict: isStrict && word == nil) { return }
            choice.extent = article.extent(of: phrase)
            if article.order == .editors, isPiece(choice) { return }
            if isStrict {
                choice.likeness = article.likeness(of: choice, in: text)
                if choices.indices.contains(where: { $0 != word && restates(choice, choices[$0]) }) { return }
                if names.contains(where: { restates(choice, $0) }) || pieces.contains(where: { restates(choice, $0) }) {
                    return
                }
            }
            if isStrict, joinsName(choice, word) { return }
            if let word {
                if choice.isPerson
                    || isStrict && (choices[word].standsFor(choice) || isShort(choices[word], of: choice))
                {
                    choice.score = choices[word].score
                    choices[word] = choice
                    return
                }
                if isStrict, restates(choice, choices[word]) { return }
                if choice.repeats(choices[word], isStrict: false) { return }
            }
            if isStrict, repeatsAny(choice, but: word, isStrict: true) { return }
            if choices.contains(where: { isIn($0, phrase) || isDouble(choice, of: $0) }) { return }
            if names.contains(where: { isDouble(choice, of: $0) }) { return }
            if let spelling = spelling(of: choice) {
                if spellings.contains(spelling) { return }
                spellings.append(spelling)
            }
            // What comes later stands behind those before it, by its score too.
            choice.score = min(score, choices.last?.score ?? score)
            choices.append(choice)
        }

        /// Whether `choice` is cut out of one that was taken, or says no more than what is.
        private mutating func isPiece(_ choice: Choice) -> Bool {
            if pieces.contains(where: { choice.repeats($0, isStrict: false) }) { return true }
            guard choices.contains(where: { article.isCut(choice, by: $0) }) else { return false }
            var piece = choice
            piece.likeness = article.likeness(of: choice, in: text)
            pieces.append(piece)
            return true
        }

        /// Whether `choice` is one that was taken but for the kind of thing that one of them names: they are one phrase then,
        /// with the places of both. `word` is the number of one that is a word of it.
        private mutating func joinsName(_ choice: Choice, _ word: Int?) -> Bool {
            guard article.order == .editors else { return false }
            if let whole = choices.firstIndex(where: { article.kind($0, of: choice, in: text) != nil }) {
                choices[whole].name = choice.phrase.row
                names.append(choice)
                return true
            }
            guard let word, let kind = article.kind(choice, of: choices[word], in: text) else { return false }
            if kind.tellsMore {
                var whole = choice
                whole.score = choices[word].score
                whole.name = choices[word].phrase.row
                names.append(choices[word])
                choices[word] = whole
            }
            return true
        }

        /// Whether `word`, no name itself, is what a body or an event whose name it begins is called in short, however often:
        /// «الاتحاد» of «الاتحاد السعودي لكرة القدم».
        private func isShort(_ word: Choice, of whole: Choice) -> Bool {
            guard article.order == .editors, word.phrase.names == 0, word.stems.first == whole.stems.first,
                whole.phrase.persons == 0
            else { return false }
            let isCompleted = whole.phrase.pieces == whole.phrase.count && !whole.extent.isEmpty
            return isCompleted || whole.isName && whole.phrase.severed * 2 <= whole.phrase.count
        }

        /// Whether `choice` repeats one that was taken, but for number `word`.
        private func repeatsAny(_ choice: Choice, but word: Int?, isStrict: Bool) -> Bool {
            for index in choices.indices where index != word {
                if choice.repeats(choices[index], isStrict: isStrict) { return true }
            }
            return names.contains { choice.repeats($0, isStrict: isStrict) }
        }

        /// Whether a reader would call `choice` a double of `taken`.
        private func isDouble(_ choice: Choice, of taken: Choice) -> Bool {
            guard !doubles.weights.isEmpty, let own = choice.likeness, let other = taken.likeness,
                let odds = doubles.logOdds(own, of: other)
            else { return false }
            return odds > 0
        }

        /// Whether `choice` says in other forms, or in some words more or less, what `taken` says.
        private func restates(_ choice: Choice, _ taken: Choice) -> Bool {
            guard let own = choice.likeness, let other = taken.likeness, own.mayBeLike(other) else { return false }
            let (short, long) = own.words.count < other.words.count ? (own, other) : (other, own)
            guard !short.words.isEmpty, short.isIn(long) else { return false }
            guard short.words.count == 1 else { return true }
            let areNames = (choice.isName, taken.isName)
            if own.words.count == other.words.count { return !areNames.0 && !areNames.1 }
            // «المساجد» says no more than «مسجد النور», «مدينة عدن» and «جمهورية مصر العربية» no more than «عدن» and «مصر».
            if own.words.count == 1 { return !areNames.0 && choice.phrase.count < taken.phrase.count * 2 }
            return isNamedKind(choice, of: taken)
                || areNames.0 && areNames.1 && choice.phrase.places * 2 > choice.phrase.count
        }

        /// Whether `choice` is a name that was taken with what kind of thing it names before it.
        private func isNamedKind(_ choice: Choice, of taken: Choice) -> Bool {
            let first = choice.phrase.first
            return choice.phrase.length == 2
                && !article.words[first].traits.isDisjoint(with: [.generic, .common, .quantifier])
                && article.words[first + 1].stem == taken.stems.first
        }

        /// Whether `phrase` is a part of the longer phrase that `taken` stands for.
        private func isIn(_ taken: Choice, _ phrase: PhraseCounts) -> Bool {
            guard !taken.extent.isEmpty, phrase.count < taken.phrase.count * 2 else { return false }
            let (whole, part) = (taken.extent.words(around: taken.phrase.range), phrase.range)
            guard part.count <= whole.count else { return false }
            return (whole.lowerBound...whole.upperBound - part.count).contains { start in
                part.indices.allSatisfy { word in
                    article.words[start + word - part.lowerBound].stem == article.words[word].stem
                }
            }
        }

        /// What the spellings of a name have in common; `nil` for what is mostly none.
        private func spelling(of choice: Choice) -> [UInt16]? {
            guard choice.isName else { return nil }
            let range = choice.phrase.range
            let end = min(Int(article.words[range.upperBound - 1].end), text.count)
            return NameSpelling.skeleton(of: Int(article.words[range.lowerBound].start)..<end, in: text)
        }
    }
}

extension PhraseSelection.Choice {
    /// Whether it is a name, all of it; that of a person.
    var isName: Bool { phrase.wholes * 2 > phrase.count }
    var isPerson: Bool { phrase.length > 1 && phrase.persons * 2 > phrase.count && isName }

    /// Whether it is a single word that stands in `whole`.
    @inline(__always)
    func isWord(of whole: Self) -> Bool { phrase.length == 1 && whole.stems.contains(stems) }

    /// Whether it, a single word, may be put aside for `whole`, which has it: «المنتخب» for «المنتخب الألماني», where it is
    /// not said much oftener; a name for a longer one alone: «مكة» for «مكة المكرمة».
    func standsFor(_ whole: Self) -> Bool {
        guard whole.phrase.severed * 2 <= whole.phrase.count else { return false }
        if isName { return whole.isName && stems.first == whole.stems.first }
        return phrase.count <= whole.phrase.count * 2
    }

    /// Whether it says nothing that `taken` does not: the same words in another order; more or fewer words of what stands
    /// as often; a part of two words or more of what stands oftener; a piece of a person's name. If that `isStrict`, what
    /// has a part of two words or more that was taken; a word that was taken joined with another («النصر والهلال»); a
    /// single word that stands alone less often than in it, or that is its head, by which it is called in short («الوفد»
    /// for «الوفد الطلابي»).
    @inline(__always)
    func repeats(_ taken: Self, isStrict: Bool) -> Bool {
        if phrase.length == taken.phrase.length { return phrase.length > 1 && stems.areSame(as: taken.stems) }
        if phrase.length < taken.phrase.length {
            return taken.stems.contains(stems) && isPiece(of: taken, isStrict: isStrict)
        }
        let saysMore = taken.phrase.length == 1 && !phrase.traits.contains(.conjunction)
        return stems.contains(taken.stems) && (phrase.count == taken.phrase.count || isStrict && !saysMore)
    }

    /// Whether it, which stands in `taken`, is no more than a piece of it.
    private func isPiece(of taken: Self, isStrict: Bool) -> Bool {
        if phrase.length > 1 { return phrase.count <= taken.phrase.count }
        return taken.isPerson || phrase.count == taken.phrase.count
            || isStrict && (phrase.count < taken.phrase.count * 2 || isHead(of: taken))
    }

    /// Whether it, a single word, opens `whole` and is called so in short; a name does so for a name.
    private func isHead(of whole: Self) -> Bool { (!isName || whole.isName) && stems.first == whole.stems.first }
}
