import ArabicText
import Articles
import Testing

@Suite("The sample article")
struct SampleTests {
    @Test("a lead, nine headed sections and a boilerplate foot")
    func sections() throws {
        let article = try Seeds.article("intelligence-contacts.txt")
        let outline = SectionSplitter.outline(of: article)
        let text = CodePointIndex(article.text)
        #expect(outline.sections.map(\.kind) == [.lead] + Array(repeating: .body, count: 9) + [.boilerplate])
        #expect(
            outline.sections.compactMap(\.heading).map { text[$0] } == [
                "تحركات استخباراتية في توقيت حساس", "محادثات غير معلنة التفاصيل", "عودة قنوات الحوار رغم التوتر",
                "توازن دقيق بين التعاون والتصعيد", "جهود دبلوماسية موازية", "رهانات على احتواء التوتر",
                "التعاون المحدود: فرصة أم مناورة؟", "احتمالات التصعيد قائمة", "نهاية مفتوحة على كل الاحتمالات",
            ]
        )
        #expect(text[outline.sections[0].range].hasPrefix("في خطوة مفاجئة"))
        #expect(text[outline.sections[10].range].hasPrefix("لمتابعة احدث الأخبار"))
        #expect(outline.sectionTexts().map(\.text).joined() == article.text)
        for section in outline.sectionTexts() {
            if let heading = section.heading { #expect(heading.lowerBound == 0) }
        }
    }
}
