package import ArabicText

/// Tells nouns from particles and verbs, and cuts clitics off, by lexicon, form and counts; no tagger.
///
/// The counts are of word forms in open text: how often a form stands without the article, and how often with it.
/// A form that takes the article is a noun; a first letter is a clitic where the rest is the more frequent word.
package struct WordAnalyzer: Sendable {
    private let words: HashedTable
    private let forms: HashedTable

    package init(words: HashedTable, forms: HashedTable) {
        self.words = words
        self.forms = forms
    }

    /// `token` of `folded` as a theme word.
    package func word(_ token: Token, in folded: FoldedText) -> ThemeWord {
        folded.letters.withUnsafeBufferPointer { letters in
            guard Self.isAnalysed(token) else { return ThemeWord(token, letters) }
            let hasTanween = token.hasTanween(in: folded)
            return ThemeWord(token, analysis(of: letters[token.letters], hasTanween: hasTanween), in: folded)
        }
    }

    /// Whether a token is a word that is analysed, and not a number, a mark, or a word in another script.
    package static func isAnalysed(_ token: Token) -> Bool { token.isArabic && token.letters.count > 1 }

    /// Has the processor fetch what is known of a word as it stands, and does not wait for it.
    func fetch(_ letters: WordLetters) { words.fetch(StemHash.hash(letters)) }

    /// What a word of two letters or more is: all that does not depend on where it stands.
    func analysis(of letters: WordLetters, hasTanween: Bool) -> WordAnalysis {
        let known = wordClass(letters)
        let cut =
            known.isEmpty
            ? WordPrefix.cut(of: letters, analyzer: self)
            : WordPrefix(ofKnown: letters, known, analyzer: self)
        var base = letters.dropFirst(cut.letters)
        let classes = known.union(cut.letters > 0 ? wordClass(base) : [])
        var word = WordAnalysis()
        word.cut = UInt8(cut.visible)
        if known.contains(.function) || (cut.isProclitic && !cut.hasArticle && classes.contains(.function)) {
            word.kind = .function
        } else if !cut.hasArticle, isVerb(base, classes), !(classes.contains(.verbal) && cut.isPreposition(of: letters))
        {
            word.kind = .verb
        } else {
            word.kind = .content
        }
        var traits: WordTraits = cut.isProclitic ? .proclitic : []
        if classes.contains(.generic) { traits.insert(.generic) }
        if classes.contains(.quantifier) { traits.insert(.quantifier) }
        if classes.contains(.common) { traits.insert(.common) }
        if classes.contains(.verbal), !cut.hasArticle, !cut.isPreposition(of: letters) { traits.insert(.verbal) }
        let isAccusative = !cut.hasArticle && hasTanween && base.count > 2
        if isAccusative { traits.insert(.accusative) }
        if !cut.hasArticle, !hasTanween, endsInTanween(base, classes) { traits.insert(.mayBeAccusative) }
        if classes.contains(.adjective) || isAccusative && wordClass(base.dropLast()).contains(.adjective) {
            traits.insert(.adjective)
        }
        let pronoun = cut.hasArticle || isAccusative || classes.contains(.noun) ? 0 : ThemeStemmer.pronoun(of: base)
        let isPossessed = pronoun > 0 || !cut.hasArticle && classes.isEmpty && isPossessedFeminine(base)
        if isPossessed { traits.insert(.pronoun) }
        if cut.hasArticle || isPossessed { traits.insert(.definite) }
        if cut.hasArticle, TitleLexicon.isDefiniteTitle(ArraySlice(letters.dropFirst(cut.visible))) {
            traits.insert(.title)
        }
        let end = ThemeStemmer.end(of: base, pronoun: pronoun, isAccusative: isAccusative)
        base = base[..<(base.endIndex - pronoun)]
        if base.count > 3, let last = base.last {
            let previous = base[base.endIndex - 2]
            if last == ThemeStemmer.yeh || (last == ThemeStemmer.heh && previous == ThemeStemmer.yeh) {
                traits.insert(.relational)
            }
        }
        if traits.isDisjoint(with: [.definite, .proclitic, .accusative, .generic, .quantifier, .relational]),
            counts(StemHash.hash(base)).definite == 0
        {
            traits.insert(.mayBeName)
        }
        traits.formUnion(WordGender(of: base, classes).traits)
        if cut.hasArticle, cut.visible == 1, letters.first == ThemeStemmer.waw { traits.insert(.conjoined) }
        if cut.hasArticle, cut.visible == 2, letters.first == ThemeStemmer.lam { traits.insert(.attached) }
        word.traits = traits
        word.stem = base.startIndex - letters.startIndex..<end - letters.startIndex
        word.hash = StemHash.hash(letters[base.startIndex..<end])
        return word
    }

    package func wordClass(_ letters: WordLetters) -> WordClass { wordClass(StemHash.hash(letters)) }

    func wordClass(_ hash: UInt32) -> WordClass { WordClass(rawValue: words[hash] ?? 0) }

    /// How often a form was seen in the background: without the article, and with it.
    func counts(_ hash: UInt32) -> (bare: Int, definite: Int) {
        let value = forms[hash] ?? 0
        return (Int(value & 0xFFFF), Int(value >> 16))
    }

    /// Whether a form without article looks like a verb.
    private func isVerb(_ base: WordLetters, _ classes: WordClass) -> Bool {
        guard classes.isDisjoint(with: [.noun, .generic, .common, .adjective]) else { return false }
        guard !classes.contains(.verb) else { return true }
        guard base.count >= 3, let first = base.first, let last = base.last else { return false }
        let rest = base.dropFirst()
        // «يزن», «يقع»: of words so short only these are told by their form.
        guard base.count >= 4 || first == ThemeStemmer.yeh && last != ThemeStemmer.heh else { return false }
        guard counts(StemHash.hash(base)).definite == 0 else { return false }
        switch first {
        case ThemeStemmer.yeh: return true
        case ThemeStemmer.teh, ThemeStemmer.noon:
            if counts(StemHash.hash(ThemeStemmer.yeh, then: rest)).bare > 0 { return true }
        case ThemeStemmer.seen:
            if rest.first == ThemeStemmer.yeh || rest.first == ThemeStemmer.teh,
                isVerb(rest, wordClass(rest)), base.count >= 5
            {
                return true
            }
        default: break
        }
        let previous = base[base.endIndex - 2]
        if last == ThemeStemmer.teh, previous != ThemeStemmer.alef { return true }
        if last == ThemeStemmer.alef, previous == ThemeStemmer.waw, base.count >= 5 { return true }
        return counts(StemHash.hash(base, then: ThemeStemmer.teh)).bare > 0
    }

    /// Whether the alef that a word ends in may be that of a tanween which is not written: «لاعبا» is «لاعب», but «أميركا»
    /// no «أميرك». Of what ends in يا more are countries than are known to be adjectives.
    private func endsInTanween(_ base: WordLetters, _ classes: WordClass) -> Bool {
        guard base.count >= 4, base.last == ThemeStemmer.alef, classes.isEmpty else { return false }
        let noun = base.dropLast()
        let known = wordClass(noun)
        switch noun.last {
        case ThemeStemmer.alef, ThemeStemmer.heh, ThemeStemmer.waw: return false
        case ThemeStemmer.yeh: return known.contains(.adjective)
        default: break
        }
        guard counts(StemHash.hash(base)).definite == 0 else { return false }
        return !known.isDisjoint(with: [.noun, .adjective, .common, .generic])
            || known.isEmpty && counts(StemHash.hash(noun)).definite > 0
    }

    /// Whether a word in «ته» is one in ة with «his» behind it, as «رعايته» is «رعاية», and not one in ت as «ثابتة» is.
    private func isPossessedFeminine(_ base: WordLetters) -> Bool {
        guard base.count >= 5, base.last == ThemeStemmer.heh, base[base.endIndex - 2] == ThemeStemmer.teh else {
            return false
        }
        let (bare, definite) = counts(StemHash.hash(base.dropLast(2), then: ThemeStemmer.heh))
        return bare + definite > 0
    }
}
