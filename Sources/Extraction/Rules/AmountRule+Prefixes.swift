internal import ArabicText

/// Units whose prefix is a word of its own: «كيلو متر», «ميجا بايت», and «كيلو» alone.
extension AmountRule {
    /// «كيلو متر», «كيلو غراما», «جيجا بايت»: a thousand, a million, … of a unit, written apart.
    func unitInTwoWords(at index: Int) -> (symbol: String, end: Int)? {
        guard let prefix = prefix(at: index) else { return nil }
        guard let base = base(at: index + 1) else { return prefix == "k" ? kilo(at: index) : nil }
        // «ميغا متر» is no one's unit.
        guard Self.bases[prefix]?.contains(base) == true else { return nil }
        return measure(base == "px" ? prefix + "P" : prefix + base, behind: index + 2)
    }

    /// Whether a token is «كيلو», which is read here alone: by itself it is no word of the lexicon.
    func isThousand(_ index: Int) -> Bool { reading.isWord("كيلو", index) }

    private func prefix(at index: Int) -> String? {
        guard reading.sentence.contains(index), reading[index].word == 0,
            4...5 ~= reading.text.tokens[index].letters.count
        else { return nil }
        return Self.prefixes.first { reading.isWord($0.word, index) }?.prefix
    }

    private static let prefixes: [(word: StaticString, prefix: String)] = [
        ("كيلو", "k"), ("ميغا", "M"), ("ميجا", "M"), ("غيغا", "G"), ("جيجا", "G"), ("تيرا", "T"), ("ميلي", "m"),
        ("مللي", "m"), ("سنتي", "c"),
    ]

    /// What units each prefix stands before.
    private static let bases: [String: Set<String>] = [
        "k": ["m", "g", "W", "B", "b", "Hz", "V"], "M": ["W", "B", "b", "Hz", "px", "V"], "G": ["W", "B", "b", "Hz"],
        "T": ["W", "B"], "m": ["m", "g", "l", "A"], "c": ["m"],
    ]

    private func base(at index: Int) -> String? {
        // «مترات» has no meaning without «كيلو».
        if reading.isWord("مترات", index) { return "m" }
        let word = reading.bareWord(index)
        if !word.unit.isEmpty { return word.count < 2 ? "\(word.unit)" : nil }
        return Self.words.first { reading.isWord($0.word, index) }?.symbol
    }

    // As they are folded.
    private static let words: [(word: StaticString, symbol: String)] = [
        ("بايت", "B"), ("بت", "b"), ("هيرتز", "Hz"), ("بكسل", "px"), ("بيكسل", "px"), ("فولت", "V"), ("امبير", "A"),
    ]

    /// «كيلو» alone, where the words around it tell whether it is a kilometre or a kilogram.
    private func kilo(at index: Int) -> (symbol: String, end: Int)? {
        let before = index - 4..<index
        let isAway = before.contains { reading.isWord("بعد", $0) && reading.isWord("علي", $0 - 1) }
        if isAway || reading.hasWord(among: Self.distances, in: before)
            || reading.hasWord(among: Self.directions, in: index + 1..<index + 2)
        {
            return ("km", index + 1)
        }
        let isOf = reading.has(.fromOf, index + 1) && reading[index + 1].cut == 0
        guard
            reading.hasWord(among: Self.weights, in: before)
                || reading.hasWord(among: Self.goods, in: index + 1..<index + (isOf ? 3 : 2))
        else { return nil }
        return ("kg", index + 1)
    }

    // As they are folded.
    private static let distances: [StaticString] = [
        "مسافه", "لمسافه", "بمسافه", "تبعد", "يبعد", "بطول", "طوله", "طولها", "بعمق", "امتداد",
    ]
    private static let directions: [StaticString] = [
        "عن", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي",
    ]
    private static let weights: [StaticString] = [
        "وزن", "بوزن", "وزنه", "وزنها", "وزني", "يزن", "تزن", "ووزنه", "ووزنها", "زنه", "بزنه",
    ]
    private static let goods: [StaticString] = [
        "حشيش", "هيروين", "كوكايين", "مخدرات", "قات", "متفجرات", "ذهب", "فضه", "لحم", "لحوم", "دجاج", "سمك", "ارز",
        "سكر", "دقيق", "طحين", "قمح", "تمر", "تمور", "طماطم", "بندوره", "بطاطا", "بطاطس", "بصل", "ثوم", "فلفل", "خضار",
        "فواكه", "عسل", "قهوه", "شاي", "ملح", "زيت", "زيتون", "الحشيش", "الهيروين", "الكوكايين", "الذهب", "الفضه",
        "اللحم", "اللحوم", "الدجاج", "السمك", "الارز", "السكر", "الدقيق", "الطحين", "القمح", "التمر", "التمور",
        "الطماطم", "البندوره", "البطاطا", "البطاطس", "البصل", "الثوم", "الخضار", "الفواكه", "العسل", "القات",
    ]
}
