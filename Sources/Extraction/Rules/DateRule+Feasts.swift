internal import ArabicText

extension DateRule {
    /// «عيد الفطر», «يوم الأم», «رأس السنة عام 2019»: feasts whose day is fixed in one of the calendars, and those
    /// that have a date every year that no rule here knows; the value of the latter is their year's at most.
    func feast(at start: Int) -> RuleMatch? {
        guard reading.has(.feast, start), reading.sentence.contains(start + 1) else { return nil }
        var best: (feast: RuleLexicon.Feast, next: Int)?
        for feast in reading.lexicon.feasts {
            guard let next = end(of: feast, at: start), next > best?.next ?? start else { continue }
            best = (feast, next)
        }
        guard let (feast, next) = best else { return nil }
        let isHijri = feast.value.hasSuffix("AH")
        let year = year(behind: next, isHijri: isHijri)
        guard let year, feast.value.hasPrefix("XXXX"), year.isHijri == isHijri else {
            return found(start..<(year?.next ?? next), feast.value.isEmpty ? year?.text ?? "XXXX" : feast.value)
        }
        return found(start..<year.next, year.text + feast.value.dropFirst(4))
    }

    /// The token behind a feast's words.
    private func end(of feast: RuleLexicon.Feast, at start: Int) -> Int? {
        for (offset, word) in feast.words.enumerated() {
            guard reading.sentence.contains(start + offset) else { return nil }
            let letters = reading.text.letters(of: reading.text.tokens[start + offset])
            let cut = offset == 0 ? Int(reading[start].cut) : 0
            guard letters.dropFirst(cut).elementsEqual(word) else { return nil }
        }
        return start + feast.words.count
    }
}

extension RuleLexicon {
    /// A feast's folded words and its date in any year; empty where it has none that a rule could tell.
    struct Feast: Sendable {
        var words: [[UInt16]]
        var value: String
    }

    /// Feasts that news tell dates by. «XXXX-11-WXX-4-4» is the fourth Thursday in November.
    mutating func addFeasts() {
        let feasts = [
            ("عيد الفطر", "XXXX-10-01 AH"), ("عيد الفطر المبارك", "XXXX-10-01 AH"), ("عيد الأضحى", "XXXX-12-10 AH"),
            ("عيد الأضحى المبارك", "XXXX-12-10 AH"), ("يوم عرفة", "XXXX-12-09 AH"), ("يوم عاشوراء", "XXXX-01-10 AH"),
            ("رأس السنة الهجرية", "XXXX-01-01 AH"), ("عيد رأس السنة الهجرية", "XXXX-01-01 AH"),
            ("المولد النبوي", "XXXX-03-12 AH"), ("المولد النبوي الشريف", "XXXX-03-12 AH"),
            ("ليلة القدر", "XXXX-09-27 AH"), ("عيد الميلاد", "XXXX-12-25"), ("عيد الميلاد المجيد", "XXXX-12-25"),
            ("ليلة عيد الميلاد", "XXXX-12-24"), ("يوم عيد الميلاد", "XXXX-12-25"), ("رأس السنة", "XXXX-01-01"),
            ("رأس السنة الميلادية", "XXXX-01-01"), ("رأس السنة الجديدة", "XXXX-01-01"),
            ("عيد رأس السنة", "XXXX-01-01"), ("عيد رأس السنة الميلادية", "XXXX-01-01"),
            ("يوم رأس السنة", "XXXX-01-01"), ("يوم رأس السنة الجديدة", "XXXX-01-01"),
            ("ليلة رأس السنة", "XXXX-12-31"), ("ليلة رأس السنة الجديدة", "XXXX-12-31"),
            ("ليلة رأس السنة الميلادية", "XXXX-12-31"), ("عيد العمال", "XXXX-05-01"), ("يوم العمال", "XXXX-05-01"),
            ("عيد العمال العالمي", "XXXX-05-01"), ("عيد الحب", "XXXX-02-14"), ("يوم الحب", "XXXX-02-14"),
            ("عيد الأم", "XXXX-03-21"), ("يوم المرأة", "XXXX-03-08"), ("يوم المرأة العالمي", "XXXX-03-08"),
            ("يوم الأرض", "XXXX-04-22"), ("عيد الهالوين", "XXXX-10-31"), ("يوم الأب", "XXXX-06-WXX-7-3"),
            ("عيد الأب", "XXXX-06-WXX-7-3"), ("يوم الأم", "XXXX-05-WXX-7-2"), ("عيد الشكر", "XXXX-11-WXX-4-4"),
            ("يوم الشكر", "XXXX-11-WXX-4-4"), ("عيد الفصح", ""), ("يوم عيد الفصح", ""), ("عيد القيامة", ""),
            ("عيد القيامة المجيد", ""), ("عيد النوروز", "XXXX-03-21"), ("شم النسيم", ""),
            ("الجمعة السوداء", "XXXX-11-WXX-5-4"), ("الجمعة العظيمة", ""), ("عيد الاستقلال", ""), ("يوم الاستقلال", ""),
            ("عيد الغطاس", "XXXX-01-06"), ("عيد جميع القديسين", "XXXX-11-01"), ("يوم كذبة أبريل", "XXXX-04-01"),
        ]
        for (name, value) in feasts {
            let words = name.split(separator: " ").map { FoldedText(folding: String($0)).letters }
            add(feast: Feast(words: words, value: value))
        }
        add("عيد يوم ليلة رأس شم مولد جمعة") { $0.traits.insert(.feast) }
    }
}
