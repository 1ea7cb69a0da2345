internal import ArabicText

/// Time zones behind a time: «بتوقيت غرينتش», «بتوقيت مكة المكرمة», «بالتوقيت المحلي», «ت.غ».
extension TimeRule {
    /// A zone's words and what ISO 8601 writes for it: nothing where the zone's hours change with the season.
    struct Zone {
        var offset: String
        var next: Int
    }

    /// A time with the zone behind it, which is part of the mention and of each of its hours: «T19:00Z».
    func zoned(_ time: RuleMatch) -> RuleMatch {
        guard let zone = zone(at: time.tokens.upperBound) else { return time }
        let hours = time.value.split(separator: "/").map { $0 + zone.offset }
        return RuleMatch(
            tokens: time.tokens.lowerBound..<zone.next,
            type: time.type,
            value: hours.joined(separator: "/")
        )
    }

    /// The zone at a place. Of one with a name that is not known the words are not taken.
    func zone(at start: Int) -> Zone? {
        guard reading.sentence.contains(start), reading[start].word == 0 else { return nil }
        if let end = endOfGreenwich(at: start) { return Zone(offset: "Z", next: end) }
        // «حسب التوقيت المحلي»
        let isAccording =
            reading.isWord("حسب", start) || reading.isWord("بحسب", start) || reading.isWord("وفق", start)
        let index = isAccording ? start + 1 : start
        if reading.isWord("بالتوقيت", index) || (isAccording && reading.isWord("التوقيت", index)) {
            let isLocal = reading.isWord("المحلي", index + 1)
            return Zone(offset: "", next: isLocal ? index + 2 : start)
        }
        guard reading.isWord("بتوقيت", index) || reading.isWord("توقيت", index) else { return nil }
        if let end = endOfGreenwich(at: index + 1) { return Zone(offset: "Z", next: end) }
        for length in [2, 1] {
            if let offset = Self.offsets[name(index + 1..<index + 1 + length)] {
                return Zone(offset: offset, next: index + 1 + length)
            }
        }
        return reading.isWord("بتوقيت", index) ? Zone(offset: "", next: start) : nil
    }

    /// «غرينتش», «ت.غ», «ت غ», «GMT»
    private func endOfGreenwich(at index: Int) -> Int? {
        for word in Self.wordsOfGreenwich where reading.isWord(word, index) { return index + 1 }
        guard reading.isWord("ت", index) else { return nil }
        let next = reading.mark(index + 1) == 0x2E ? index + 2 : index + 1
        return reading.isWord("غ", next) ? next + 1 : nil
    }

    private func name(_ tokens: Range<Int>) -> String {
        guard reading.sentence.lowerBound <= tokens.lowerBound, tokens.upperBound <= reading.sentence.upperBound else {
            return ""
        }
        return tokens.map { reading.text.folded.string(reading.text.tokens[$0].letters) }.joined(separator: " ")
    }

    // As they are folded.
    private static let wordsOfGreenwich: [StaticString] = [
        "غرينتش", "جرينتش", "غرينيتش", "جرينيتش", "غرينويتش", "تغ", "ت.غ", "ت.غ.", "gmt", "utc",
    ]

    /// Zones by their names, folded. Those that have changed since 2014, or change with the season, have no offset.
    private static let offsets: [String: String] = {
        let names: [(String, String)] = [
            ("+03:00", "مكة|مكة المكرمة|السعودية|الرياض|الدوحة|قطر|الكويت|البحرين|المنامة"),
            ("+03:00", "بغداد|العراق|صنعاء|عدن|اليمن|موسكو"),
            ("+04:00", "الإمارات|أبوظبي|أبو ظبي|دبي|مسقط|سلطنة عمان"),
            ("+01:00", "تونس|الجزائر"), ("+02:00", "طرابلس|ليبيا"), ("+05:30", "الهند|نيودلهي"),
            ("+08:00", "بكين|الصين"), ("+09:00", "طوكيو|اليابان|سيول"),
            ("", "القاهرة|مصر|بيروت|لبنان|دمشق|سوريا|عمان|الأردن|القدس|فلسطين|الخرطوم|السودان|المغرب|الرباط"),
            ("", "إسطنبول|تركيا|طهران|لندن|باريس|برلين|مدريد|روما|أثينا|جنيف|كييف|واشنطن|نيويورك"),
            ("", "وسط أوروبا|شرق أوروبا"),
        ]
        var offsets: [String: String] = [:]
        for (offset, zones) in names {
            for zone in zones.split(separator: "|") {
                let folded = FoldedText(folding: String(zone))
                offsets[folded.string(0..<folded.letters.count)] = offset
            }
        }
        return offsets
    }()
}
