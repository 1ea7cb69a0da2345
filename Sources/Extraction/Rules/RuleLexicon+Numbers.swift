extension RuleLexicon {
    /// Numbers in words, their cases and genders, without the article.
    mutating func addNumbers() {
        let units = [
            "واحد واحدة أحد إحدى واحدا", "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي إثنان إثنين",
            "ثلاثة ثلاث ثلاثا", "أربعة أربع أربعا", "خمسة خمس خمسا", "ستة ست ستا", "سبعة سبع سبعا",
            "ثمانية ثماني ثمان ثمانيا", "تسعة تسع تسعا",
        ]
        for (index, forms) in units.enumerated() { add(forms) { $0.number = .unit(index + 1) } }
        add("أحد إحدى") { $0.traits.insert(.oneOf) }
        add("عشرة عشر عشرا") { $0.number = .ten }
        let tens = [
            "عشرون عشرين", "ثلاثون ثلاثين", "أربعون أربعين", "خمسون خمسين", "ستون ستين", "سبعون سبعين",
            "ثمانون ثمانين", "تسعون تسعين",
        ]
        for (index, forms) in tens.enumerated() { add(forms) { $0.number = .tens(20 + 10 * index) } }
        let hundreds = ["مئة مائة مية", "مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي ميتين"]
        for (index, forms) in hundreds.enumerated() { add(forms) { $0.number = .hundreds(100 + 100 * index) } }
        let stems = ["ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
        for (index, stem) in stems.enumerated() {
            let joints = stem == "ثمان" ? ["", "ي"] : [""]
            for joint in joints {
                add("\(stem)\(joint)مئة \(stem)\(joint)مائة \(stem)\(joint)مية") {
                    $0.number = .hundreds(300 + 100 * index)
                }
            }
        }
        addScale(1000, one: "ألف ألفا", two: "ألفان ألفين ألفا ألفي", many: "آلاف ألوف")
        addScale(1_000_000, one: "مليون مليونا", two: "مليونان مليونين مليوني", many: "ملايين")
        addScale(
            1_000_000_000,
            one: "مليار مليارا بليون بليونا",
            two: "ملياران مليارين ملياري بليوني بليونين",
            many: "مليارات ملايير بلايين"
        )
        addScale(
            1_000_000_000_000,
            one: "تريليون تريليونا ترليون",
            two: "تريليونان تريليونين تريليوني",
            many: "تريليونات"
        )
        // «ألفا» is «two thousand» only before a noun, «a thousand» far more often.
        add("ألفا") { $0.number = .scale(1000, count: 1) }
        addFractions()
        addOrdinals()
        add("أقل أصغر أدنى يقل تقل تحت دون أقصر") { $0.traits.insert(.less) }
        add("أكثر أكبر أعلى أزيد يزيد تزيد يفوق تفوق فوق أعظم أطول يتجاوز تتجاوز") { $0.traits.insert(.more) }
        add("و") { $0.traits.insert(.and) }
        add("إلا") { $0.traits.insert(.except) }
        for (count, forms) in ["دزينات", "دزينة دستة", "دزينتين دزينتان دستتين"].enumerated() {
            add(forms) { $0.number = .dozens(count) }
        }
        add("صفر") { $0.number = .unit(0) }
        add("- −") { $0.traits.insert(.minus) }
        add("نسبة") { $0.traits.insert(.share) }
        add("فاصلة نقطة") { $0.traits.insert(.point) }
        add("سالب ناقص") { $0.traits.insert(.minus) }
        add("بالمئة بالمائة بالمية % ٪") { $0.traits.insert(.percent) }
    }

    private mutating func addScale(_ scale: Int, one: String, two: String, many: String) {
        for (count, forms) in [many, one, two].enumerated() { add(forms) { $0.number = .scale(scale, count: count) } }
    }

    private mutating func addFractions() {
        add("نصف") { $0.number = .fraction(1, over: 2) }
        add("ثلث ثلثا") { $0.number = .fraction(1, over: 3) }
        add("ثلثي ثلثين ثلثان") { $0.number = .fraction(2, over: 3) }
        add("ربع ربعا") { $0.number = .fraction(1, over: 4) }
        add("سدس سدسا") { $0.number = .fraction(1, over: 6) }
        let signs: [(String, Int, Int)] = [
            ("½", 1, 2), ("⅓", 1, 3), ("⅔", 2, 3), ("¼", 1, 4), ("¾", 3, 4), ("⅕", 1, 5), ("⅖", 2, 5), ("⅗", 3, 5),
            ("⅘", 4, 5), ("⅙", 1, 6), ("⅚", 5, 6), ("⅛", 1, 8), ("⅜", 3, 8), ("⅝", 5, 8), ("⅞", 7, 8),
        ]
        for (sign, part, parts) in signs { add(sign) { $0.number = .fraction(part, over: parts) } }
        let parts = ["أثلاث", "أرباع", "أخماس", "أسداس", "أسباع", "أثمان", "أتساع", "أعشار"]
        for (index, form) in parts.enumerated() { add(form) { $0.number = .fractions(over: 3 + index) } }
    }

    private mutating func addOrdinals() {
        let ordinals = [
            "أول أولى حادي حادية", "ثاني ثانية", "ثالث ثالثة", "رابع رابعة", "خامس خامسة", "سادس سادسة",
            "سابع سابعة", "ثامن ثامنة", "تاسع تاسعة", "عاشر عاشرة",
        ]
        for (index, forms) in ordinals.enumerated() { add(forms) { $0.ordinal = index + 1 } }
        // The one o'clock is «الواحدة», with a cardinal.
        add("واحدة") { $0.ordinal = 1 }
        add("آخر آخرة") { $0.ordinal = 2 }
    }
}
