package import Articles

extension ClusterStatus {
    /// An open article.
    package struct ArticleUnderWay: Sendable, Equatable {
        package var id: ArticleID
        /// Its title, or where it is from.
        package var name = ""
        /// Milliseconds since the journal took it; `nil` for one that was retried.
        package var age: Int?
        /// Milliseconds since the producer loaded it for work.
        package var open = 0
        /// Sections that are analysed, of how many. Boilerplate is not.
        package var sectionsDone = 0
        package var sections = 0
        /// Failed attempts at its sections.
        package var failedAttempts = 0

        package init(id: ArticleID) { self.id = id }
    }

    /// A section that a worker holds.
    package struct SectionUnderWay: Sendable, Equatable {
        package var id: SectionID
        /// The worker's name.
        package var worker = ""
        /// Milliseconds since it was handed out.
        package var age = 0
        /// The worker says that it is done: its findings are on their way to the sink.
        package var isAnalysed = false
        /// Failed attempts before this one.
        package var failedAttempts = 0

        package init(id: SectionID) { self.id = id }
    }
}
