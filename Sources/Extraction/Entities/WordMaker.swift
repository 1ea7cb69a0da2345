/// A word as its letters, the vocabulary and the lexicon make it.
struct WordMaker {
    let names: NameLookup
    let vocabulary: BackgroundVocabulary

    init(gazetteer: Gazetteer, vocabulary: BackgroundVocabulary) {
        names = NameLookup(gazetteer: gazetteer)
        self.vocabulary = vocabulary
    }

    func forms(of letters: UnsafeBufferPointer<UInt16>) -> WordForms {
        WordForms(letters: letters, cuts: CliticCuts(letters), vocabulary: vocabulary)
    }

    /// Has the processor fetch what the vocabulary and the lexicon have of a word as it stands and without its clitics.
    func fetch(_ letters: UnsafeBufferPointer<UInt16>) {
        func fetch(from cut: Int) {
            var hash = LetterHash()
            for index in cut..<letters.count { hash.append(letters[index]) }
            vocabulary.fetch(hash: hash.value)
            names.gazetteer.fetch(hash: hash.value)
        }
        fetch(from: 0)
        let cuts = CliticCuts(letters)
        if cuts.conjunction > 0 { fetch(from: cuts.conjunction) }
        if cuts.article > cuts.conjunction { fetch(from: cuts.article) }
    }

    /// All that is known of a word by itself.
    func word(_ letters: UnsafeBufferPointer<UInt16>) -> (forms: WordForms, traits: TokenTraits, mayGoOn: Bool) {
        let cuts = CliticCuts(letters)
        let forms = WordForms(letters: letters, cuts: cuts, vocabulary: vocabulary)
        var traits = TokenTraits(forms, letters: letters, cuts: cuts)
        let found = names.word(letters, cuts)
        traits.alone = found.alone
        traits.bodyLength = UInt8(truncatingIfNeeded: found.bodyLength)
        traits.weigh()
        return (forms, traits, found.mayGoOn)
    }
}
