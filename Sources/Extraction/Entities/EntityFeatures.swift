/// All features of each token of a sentence, one by one: what the tagger is trained on. What it reads with adds up the
/// same in another order (``WordScores``). One for each thread: it keeps its buffers.
package struct EntityFeatures {
    private var words: Words
    private var sentence: SentenceTraits

    package init(gazetteer: Gazetteer, vocabulary: BackgroundVocabulary) {
        words = Words(maker: WordMaker(gazetteer: gazetteer, vocabulary: vocabulary))
        sentence = SentenceTraits(gazetteer: gazetteer, vocabulary: vocabulary)
    }

    /// Forgets the sentence before: another text begins.
    package mutating func beginText() { sentence.beginText() }

    /// Takes in the next sentence of a text: `tokens` are ranges of `letters`.
    package mutating func read(letters: UnsafeBufferPointer<UInt16>, tokens: [Range<Int>]) {
        sentence.read(letters: letters, tokens: tokens, by: &words)
    }

    /// Hands the features of a token to `receiver`, one after the other.
    package func visit(at index: Int, by receiver: inout some FeatureReceiver) {
        EntityTemplates.visitOwn(words.forms(at: index), sentence.token(at: index), by: &receiver)
        for distance in -EntityTemplates.reach...EntityTemplates.reach where distance != 0 {
            EntityTemplates.visit(
                from: words.forms(at: index - distance),
                sentence.token(at: index - distance),
                to: distance,
                by: &receiver
            )
        }
        sentence.visitTogether(at: index, by: &receiver)
    }

    /// Keeps the forms of the sentence's words.
    private struct Words: WordReader {
        let maker: WordMaker
        private var all: [WordForms] = []

        init(maker: WordMaker) { self.maker = maker }

        func forms(at index: Int) -> WordForms { all.indices.contains(index) ? all[index] : .boundary }

        mutating func begin(_ tokens: [Range<Int>], of letters: UnsafeBufferPointer<UInt16>) {
            all.removeAll(keepingCapacity: true)
        }

        mutating func read(
            at index: Int,
            _ token: Range<Int>,
            of letters: UnsafeBufferPointer<UInt16>
        ) -> (TokenTraits, mayGoOn: Bool) {
            let (forms, traits, mayGoOn) = maker.word(UnsafeBufferPointer(rebasing: letters[token]))
            all.append(forms)
            return (traits, mayGoOn)
        }

        func settle(
            _ token: TokenTraits,
            at index: Int,
            _ range: Range<Int>,
            of letters: UnsafeBufferPointer<UInt16>
        ) {}
    }
}
