/// Tells whether a phrase says again what another says: a linear model over ``PairFeature``, weights in 1024ths of log
/// odds, fitted to what readers called doubles.
package struct DoubleModel: Sendable, Equatable {
    /// By ``PairFeature``; empty: no phrase is a double.
    package var weights: [Int32]

    package init(weights: [Int32] = []) {
        self.weights = weights
    }

    /// The log odds, in 1024ths, that a reader calls `phrase` a double of `other`; `nil` where no word of theirs is alike.
    func logOdds(_ phrase: PhraseLikeness, of other: PhraseLikeness) -> Int32? {
        guard !weights.isEmpty, Self.areRelated(phrase, other) else { return nil }
        var sum = 0
        Self.measure(phrase, other) { sum += Int(weights[$0.rawValue]) * $1 }
        return Int32(clamping: sum >> 10)
    }

    /// The ``PairFeature`` values of two phrases; `nil` where no word of theirs is alike.
    package static func values(of phrase: PhraseLikeness, and other: PhraseLikeness) -> [Int32]? {
        guard areRelated(phrase, other) else { return nil }
        var values = [Int32](repeating: 0, count: PairFeature.allCases.count)
        measure(phrase, other) { values[$0.rawValue] = Int32(clamping: $1) }
        return values
    }

    private static func areRelated(_ phrase: PhraseLikeness, _ other: PhraseLikeness) -> Bool {
        phrase.words.contains { word in other.words.contains { Alike(word, $0) != .different } }
    }

    private enum Alike: Int, Comparable {
        case different, sound, form, stem

        init(_ one: PhraseLikeness.Word, _ other: PhraseLikeness.Word) {
            self =
                one.stem == other.stem
                ? .stem
                : one.likeness.isLike(other.likeness)
                    ? .form : one.likeness.soundsLike(other.likeness) ? .sound : .different
        }

        static func < (one: Alike, other: Alike) -> Bool { one.rawValue < other.rawValue }
    }

    @inline(__always)
    private static func measure(
        _ phrase: PhraseLikeness,
        _ other: PhraseLikeness,
        _ set: (PairFeature, Int) -> Void
    ) {
        /// Shares of the words of `one` that stand in `two`: by stem, form, sound; and general words that do not.
        func shares(_ one: PhraseLikeness, _ two: PhraseLikeness) -> (stem: Int, form: Int, sound: Int, rest: Int) {
            var (stem, form, sound, rest) = (0, 0, 0, 0)
            for word in one.words {
                let alike = two.words.reduce(Alike.different) { max($0, Alike(word, $1)) }
                if alike == .stem { stem += 1 }
                if alike >= .form { form += 1 } else if word.isGeneral { rest += 1 }
                if alike >= .sound { sound += 1 }
            }
            let whole = max(1, one.words.count)
            return (stem * 1024 / whole, form * 1024 / whole, sound * 1024 / whole, rest * 1024)
        }
        func flag(_ holds: Bool) -> Int { holds ? 1024 : 0 }
        let (own, above) = (shares(phrase, other), shares(other, phrase))
        let isSingle = phrase.words.count == 1
        let sameHead = zip(phrase.words.prefix(1), other.words).contains { Alike($0, $1) >= .form }
        let ends = (phrase.words.last, other.words.last)
        set(.always, 1024)
        set(.single, flag(isSingle))
        set(.aboveSingle, flag(other.words.count == 1))
        set(.shared, own.stem)
        set(.aboveShared, above.stem)
        set(.like, own.form)
        set(.aboveLike, above.form)
        set(.sound, own.sound)
        set(.aboveSound, above.sound)
        set(.sameHead, flag(sameHead))
        if let end = ends.0, let aboveEnd = ends.1 { set(.sameEnd, flag(Alike(end, aboveEnd) >= .form)) }
        set(.count, FixedPoint.log2(Int(phrase.count) + 1))
        set(.aboveCount, FixedPoint.log2(Int(other.count) + 1))
        set(.name, flag(phrase.isName))
        set(.aboveName, flag(other.isName))
        set(.place, flag(phrase.isPlace))
        set(.abovePlace, flag(other.isPlace))
        set(.rest, own.rest)
        set(.aboveRest, above.rest)
        set(.title, phrase.inTitle * 1024 / max(1, phrase.words.count))
        set(.aboveTitle, other.inTitle * 1024 / max(1, other.words.count))
        set(.singleName, flag(isSingle && phrase.isName))
        set(.singleHead, flag(isSingle && sameHead))
    }
}
