extension WireClusterStatus.ArticleUnderWay {
    init(_ article: ClusterStatus.ArticleUnderWay) {
        self.init()
        id = Wire.data(article.id)
        name = article.name
        if let age = article.age { self.age = UInt64(clamping: age) }
        open = UInt64(clamping: article.open)
        sectionsDone = UInt32(clamping: article.sectionsDone)
        sections = UInt32(clamping: article.sections)
        failedAttempts = UInt32(clamping: article.failedAttempts)
    }

    func article() throws(MessageError) -> ClusterStatus.ArticleUnderWay {
        var article = ClusterStatus.ArticleUnderWay(id: try Wire.articleID(id))
        article.name = try Wire.name(name, "an article's name")
        article.age = hasAge ? try Wire.milliseconds(age, "an article's age") : nil
        article.open = try Wire.milliseconds(open, "an article's time")
        article.sectionsDone = try Wire.count(sectionsDone, "an article's sections")
        article.sections = try Wire.count(sections, "an article's sections")
        article.failedAttempts = try Wire.count(failedAttempts, "an article's attempts")
        return article
    }
}

extension WireClusterStatus.SectionUnderWay {
    init(_ section: ClusterStatus.SectionUnderWay) {
        self.init()
        id = WireSectionID(section.id)
        worker = section.worker
        age = UInt64(clamping: section.age)
        isAnalysed = section.isAnalysed
        failedAttempts = UInt32(clamping: section.failedAttempts)
    }

    func section() throws(MessageError) -> ClusterStatus.SectionUnderWay {
        var section = ClusterStatus.SectionUnderWay(id: try id.sectionID())
        section.worker = try Wire.name(worker, "a worker's name")
        section.age = try Wire.milliseconds(age, "a section's age")
        section.isAnalysed = isAnalysed
        section.failedAttempts = try Wire.count(failedAttempts, "a section's attempts")
        return section
    }
}
