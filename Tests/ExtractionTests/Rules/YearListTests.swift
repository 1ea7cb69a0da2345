import Extraction
import Testing

/// Years that words before them or their place makes years, as «text = value».
@Suite("Years in lists")
struct YearListTests {
    @Test(
        "behind words for two years, behind a colon and between commas",
        arguments: [
            ("نما الناتج خلال عامي 2012 و2013 وتراجع", ["2012 = 2012", "2013 = 2013"]),
            ("بطل العالم لعامي 2005 و 2006", ["2005 = 2005", "2006 = 2006"]),
            ("في سنتي 2012 و2013", ["2012 = 2012", "2013 = 2013"]),
            ("في الأعوام 2008، 2009، 2010، ثم عاد", ["2008 = 2008", "2009 = 2009", "2010 = 2010"]),
            ("خمسة ألقاب أعوام: 1991 و2002", ["1991 = 1991", "2002 = 2002"]),
            ("توقفت في موسمي 2012/ 2011 و2013/ 2012", []),
            ("بدخل شهري 2000 ريال", []),
            // From the one to the other.
            ("بين سنتي 2014 و2015", ["بين سنتي 2014 و2015 = 2014/2015"]),
            ("حكم بين عامي 1863 و1879 البلاد", ["بين عامي 1863 و1879 = 1863/1879"]),
            ("بين 1863 و1879 شخصا", []),
            ("الرئيس الأسبق للولايات المتحدة 1989 ــ 1993", ["1989 ــ 1993 = 1989/1993"]),
        ] as [(String, [String])]
    )
    func listed(text: String, expected: [String]) {
        #expect(RuleMentions.found(text, .date) == expected)
    }

    @Test(
        "at the front of a chronicle's lines",
        arguments: [
            ("حدث في مثل هذا اليوم:\n1951 - وفاة الملك\n1990- القوات تغزو", ["1951 = 1951", "1990 = 1990"]),
            ("1980: اندلاع الحرب", ["1980 = 1980"]),
            ("بلغ المؤشر 1951 - وفق التقرير", []),
            ("1990 مصابا في المستشفيات", []),
        ] as [(String, [String])]
    )
    func chronicles(text: String, expected: [String]) {
        #expect(RuleMentions.found(text, .date).filter { !$0.hasPrefix("هذا") } == expected)
    }
}
