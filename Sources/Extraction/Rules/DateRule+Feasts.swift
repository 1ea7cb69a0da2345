internal import ArabicText

extension DateRule {
    /// «عيد الفطر», «يوم الأم», «رأس السنة عام 2019»: feasts whose day is fixed in one of the calendars, and those
    /// that have a date every year that no rule here knows; the value of the latter is their year's at most.
    func feast(at start: Int) -> RuleMatch? {
        guard reading.has(.feast, start), reading.sentence.contains(start + 1) else { return nil }
        var best: (feast: RuleLexicon.Feast, next: Int)?
        var hash = LetterHash()
        for letter in letters(start).dropFirst(Int(reading[start].cut)) { hash.append(letter) }
        let first = hash.value
        hash.append(LetterHash.space)
        for letter in letters(start + 1) { hash.append(letter) }
        for feast in reading.lexicon.feasts(opening: first) + reading.lexicon.feasts(opening: hash.value) {
            guard let next = end(of: feast, at: start), next > best?.next ?? start else { continue }
            best = (feast, next)
        }
        guard let (feast, next) = best else { return nil }
        let isHijri = feast.value.hasSuffix("AH")
        let year = year(behind: next, isHijri: isHijri)
        guard let year, feast.value.hasPrefix("XXXX"), year.isHijri == isHijri else {
            // «عيد الفصح الماضي»: which year's it was, its day tells.
            let isNamed = feast.value.isEmpty && year?.text.hasSuffix("XXXX") == false
            return found(
                start..<(year?.next ?? next),
                isNamed ? year?.text ?? "XXXX" : feast.value.isEmpty ? "XXXX" : feast.value
            )
        }
        return found(start..<year.next, year.text + feast.value.dropFirst(4))
    }

    /// The token behind a feast's words.
    private func end(of feast: RuleLexicon.Feast, at start: Int) -> Int? {
        for (offset, word) in feast.words.enumerated() {
            guard reading.sentence.contains(start + offset) else { return nil }
            let cut = offset == 0 ? Int(reading[start].cut) : 0
            guard letters(start + offset).dropFirst(cut).elementsEqual(word) else { return nil }
        }
        return start + feast.words.count
    }

    private func letters(_ index: Int) -> ArraySlice<UInt16> { reading.text.letters(of: reading.text.tokens[index]) }
}
