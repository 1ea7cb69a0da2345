package import Articles

/// Finds entities, phrase candidates and topic evidence in sections. One for each thread: it keeps its buffers.
package struct Extractor {
    package let model: Model

    package init(model: Model) {
        self.model = model
    }

    /// What is found in `section`; nothing for boilerplate. A pure function of the section and the model.
    package mutating func findings(in section: SectionText) -> Findings {
        Findings()
    }
}
