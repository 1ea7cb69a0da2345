package import Articles
package import Extraction

/// An article at the sink, with what was found in its sections so far.
struct GatheredArticle: Sendable {
    enum SectionState: Sendable, Equatable {
        case missing
        case received
        case givenUp
        /// Boilerplate: nothing comes for it.
        case unneeded
    }

    let outline: Outline
    private(set) var findings: [Findings?]
    private var states: [SectionState]
    private var missing: Int

    init(outline: Outline) {
        self.outline = outline
        findings = Array(repeating: nil, count: outline.sections.count)
        states = outline.sections.map { $0.isMined ? .missing : .unneeded }
        missing = states.count { $0 == .missing }
    }

    var isComplete: Bool { missing == 0 }
    var givenUpCount: Int { states.count { $0 == .givenUp } }
    var received: [Int] { states.indices.filter { states[$0] == .received } }

    /// What became of findings that came.
    enum Reception: Sendable, Equatable {
        case taken
        /// Nothing is missing there.
        case unneeded
        /// They can't be of this section.
        case unsound
    }

    /// Findings of a section that was given up are welcome too while the report is not made.
    mutating func receive(_ found: Findings, of index: Int) -> Reception {
        guard states.indices.contains(index), states[index] != .received, states[index] != .unneeded else {
            return .unneeded
        }
        guard found.fit(outline.sections[index]) else { return states[index] == .missing ? .unsound : .unneeded }
        if states[index] == .missing { missing -= 1 }
        states[index] = .received
        findings[index] = found
        return .taken
    }

    mutating func giveUp(_ index: Int) {
        guard states.indices.contains(index), states[index] == .missing else { return }
        states[index] = .givenUp
        missing -= 1
    }
}

extension Findings {
    /// Whether their offsets lie within the section. A worker that sends others has not read this section.
    package func fit(_ section: Section) -> Bool {
        let length = section.range.count
        return mentions.allSatisfy { $0.range.upperBound <= length }
            && phraseWords.allSatisfy { $0.range.upperBound <= length }
            && nisbas.allSatisfy { $0.range.upperBound <= length }
    }
}
