extension RuleLexicon {
    /// Months of all Arab regions, weekdays, and the words that dates and times are made with.
    mutating func addCalendar() {
        addMonths()
        let weekdays = ["اثنين إثنين", "ثلاثاء", "أربعاء", "خميس", "جمعة", "سبت", "أحد"]
        for (index, forms) in weekdays.enumerated() { add(forms) { $0.weekday = index + 1 } }
        addPeriods()
        addTimes()
        let decades = [
            "عشرينيات", "ثلاثينيات", "أربعينيات", "خمسينيات", "ستينيات", "سبعينيات", "ثمانينيات", "تسعينيات",
        ]
        for (index, form) in decades.enumerated() {
            add("\(form) \(form.replacing("ينيات", with: "ينات"))") { $0.decade = 20 + 10 * index }
        }
        add("قرن قرنا") { $0.traits.insert(.century) }
        add("ماضي ماضية ماضيين ماضيتين ماضيان فائت فائتة منصرم منصرمة سابق سابقة منقضي منقضية") {
            $0.traits.insert(.last)
        }
        add("قادم قادمة قادمين قادمتين مقبل مقبلة مقبلين مقبلتين تالي تالية آتي آتية") { $0.traits.insert(.next) }
        add("حالي حالية جاري جارية راهن راهنة") { $0.traits.insert(.current) }
        add("آخر أخير أخيرة أخيرين أخيرتين") { $0.traits.insert(.latest) }
        add("هذا هذه") { $0.traits.insert(.this) }
        add("أمس بارحة") { $0.traits.insert(.yesterday) }
        add("غدا غد") { $0.traits.insert(.tomorrow) }
        add("قبل") { $0.traits.formUnion([.before, .datePreposition]) }
        add("بعد") { $0.traits.formUnion([.after, .datePreposition]) }
        add("من") { $0.traits.formUnion([.fromOf, .datePreposition]) }
        add("في") { $0.traits.formUnion([.in, .datePreposition, .numericDatePreposition]) }
        add("منذ مذ بحلول حتى خلال") { $0.traits.formUnion([.datePreposition, .numericDatePreposition]) }
        add("إلى بين مطلع أوائل أواخر منتصف نهاية بداية أواسط عن") { $0.traits.insert(.datePreposition) }
        add("منذ") { $0.traits.insert(.since) }
        add("بتاريخ تاريخ") { $0.traits.formUnion([.datePreposition, .numericDatePreposition]) }
        add("مطلع أوائل أواخر منتصف نهاية بداية أواسط مستهل لاحقا") { $0.traits.insert(.partOf) }
        add("نهاية") { $0.traits.insert(.endOf) }
        add("منتصف") { $0.traits.insert(.middle) }
        add("إلى حتى") { $0.traits.insert(.until) }
        add("بين") { $0.traits.insert(.between) }
        add("مدة مدى غضون") { $0.traits.insert(.during) }
        add("طوال طيلة") { $0.traits.formUnion([.during, .throughout]) }
        add("بقية باقي") { $0.traits.insert(.rest) }
        add("عطلة") { $0.traits.insert(.holiday) }
        add("مبكر باكر لاحق متأخر مبكرة متأخرة") { $0.traits.insert(.early) }
        add("وقت فترة") { $0.traits.insert(.timeWord) }
        add("قليلة بضع بضعة عدة") { $0.traits.insert(.few) }
        add("آن") { $0.traits.insert(.now) }
        for (count, forms) in ["عقود عقودا", "عقد عقدا", "عقدين عقدان"].enumerated() {
            add(forms) {
                $0.traits.insert(.decadeWord)
                $0.count = count
            }
        }
        for (count, forms) in ["قرون قرونا", "", "قرنين قرنان"].enumerated() {
            add(forms) {
                $0.traits.insert(.centuriesWord)
                $0.count = count
            }
        }
        add("مع على عن لدى عند") { $0.traits.insert(.preposition) }
        add("عامي شهري") { $0.traits.insert(.ofBoth) }
        add("انتخابات مونديال أولمبياد موازنة ميزانية موسم نسخة ثورة أحداث") { $0.traits.insert(.yearlyEvent) }
        add("موسم") { $0.traits.insert(.season) }
        add("سداسي ثلاثي") { $0.traits.insert(.yearPart) }
        add("غرة فاتح") { $0.traits.insert(.firstDay) }
        add("مواليد") { $0.traits.insert(.numericDatePreposition) }
        add("أسبوعي") { $0.traits.insert(.ownWeek) }
        addFeasts()
        add("كامل كاملة كاملا") { $0.traits.insert(.whole) }
        let seasons: [(StaticString, String)] = [("SP", "ربيع"), ("SU", "صيف"), ("FA", "خريف"), ("WI", "شتاء")]
        for (season, form) in seasons {
            add(form) { $0.season = season }
        }
        add("هـ هجري هجرية") { $0.traits.insert(.hijriMark) }
        add("م ميلادي ميلادية") { $0.traits.insert(.commonEraMark) }
    }

    private mutating func addMonths() {
        let months = [
            "يناير جانفي ينّاير", "فبراير شباط فيفري", "مارس آذار", "أبريل إبريل نيسان أفريل", "مايو أيار ماي",
            "يونيو حزيران جوان يونية", "يوليو تموز جويلية يوليوز يولية", "أغسطس آب أوت غشت", "سبتمبر أيلول شتنبر",
            "أكتوبر", "نوفمبر نونبر", "ديسمبر دجنبر",
        ]
        for (index, forms) in months.enumerated() { add(forms) { $0.month = index + 1 } }
        add("مارس ماي آب أوت جوان أيلول تموز نيسان جانفي") { $0.traits.insert(.ambiguousMonth) }
        add("آب ماي أوت") { $0.traits.insert(.veryAmbiguousMonth) }
        let hijri = ["محرم", "صفر", "", "", "", "", "رجب", "شعبان", "رمضان", "شوال", "", ""]
        for (index, form) in hijri.enumerated() {
            add(form) {
                $0.hijriMonth = index + 1
                $0.traits.insert(.ambiguousMonth)
            }
        }
        add("كانون") { $0.splitMonth = .kanun }
        add("تشرين") { $0.splitMonth = .tishrin }
        add("ربيع") { $0.splitMonth = .rabi }
        add("جمادى جماد") { $0.splitMonth = .jumada }
        add("ذو ذي") { $0.splitMonth = .dhu }
        add("قعدة") { $0.hijriMonth = 11 }
        add("حجة") { $0.hijriMonth = 12 }
        add("قعدة حجة") { $0.traits.insert(.duals) }
    }

    private mutating func addPeriods() {
        addPeriod("Y", one: "عام عاما سنة", two: "عامان عامين سنتان سنتين", many: "أعوام أعواما سنوات سنين")
        addPeriod("M", one: "شهر شهرا", two: "شهران شهرين", many: "أشهر أشهرا شهور شهورا")
        addPeriod("W", one: "أسبوع أسبوعا", two: "أسبوعان أسبوعين", many: "أسابيع")
        addPeriod("D", one: "يوم يوما", two: "يومان يومين", many: "أيام أياما")
        for (count, forms) in ["ليال ليالي", "", "ليلتين ليلتان"].enumerated() {
            add(forms) {
                $0.period = "D"
                $0.count = count
            }
        }
        addPeriod("H", one: "ساعة", two: "ساعتان ساعتين", many: "ساعات")
        addPeriod("N", one: "دقيقة", two: "دقيقتان دقيقتين", many: "دقائق")
        addPeriod("S", one: "ثانية", two: "ثانيتان ثانيتين", many: "ثوان ثواني")
        add("عام سنة") { $0.traits.insert(.yearWord) }
        add("شهر") { $0.traits.formUnion([.monthWord, .datePreposition]) }
        add("يوم") { $0.traits.formUnion([.dayWord, .numericDatePreposition]) }
        add("ساعة") { $0.traits.insert(.hourWord) }
    }

    private mutating func addPeriod(_ letter: Unicode.Scalar, one: String, two: String, many: String) {
        for (count, forms) in [many, one, two].enumerated() {
            add(forms) {
                $0.period = letter
                $0.count = count
            }
        }
    }

    private mutating func addTimes() {
        add("صباحا فجرا صباح فجر ص ضحى") { $0.time = .morning }
        add("عصرا عصر") { $0.time = .afternoon }
        add("مساء أمسيات أمسية") { $0.time = .evening }
        add("ظهرا ظهر نهار ظهيرة") { $0.time = .noon }
        add("ظهر ظهرا") { $0.traits.insert(.midday) }
        add("ليلا ليل ليلة") { $0.time = .night }
        add("غداء") { $0.traits.insert(.meal) }
    }
}
