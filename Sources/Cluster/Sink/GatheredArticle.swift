internal import Articles
internal import Extraction

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

    /// Whether the findings were new. Those of a section that was given up are welcome too while the report is not
    /// made.
    mutating func receive(_ found: Findings, of index: Int) -> Bool {
        guard states.indices.contains(index) else { return false }
        switch states[index] {
        case .received, .unneeded: return false
        case .missing: missing -= 1
        case .givenUp: break
        }
        states[index] = .received
        findings[index] = found
        return true
    }

    mutating func giveUp(_ index: Int) {
        guard states.indices.contains(index), states[index] == .missing else { return }
        states[index] = .givenUp
        missing -= 1
    }
}
