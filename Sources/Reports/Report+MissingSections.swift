internal import Articles

extension Report {
    /// The numbers of the sections that were not analysed: nothing is known of what they say.
    ///
    /// A problem may also name a section that was analysed, of which it leaves out a finding: such a section has others.
    package var missingSections: Set<Int> {
        var missing = Set(problems.lazy.compactMap(\.section))
        guard !missing.isEmpty else { return missing }
        for section in sections where !section.entities.isEmpty || !section.themes.isEmpty {
            missing.remove(section.section.index)
        }
        for nisba in nisbas {
            for mention in nisba.mentions { missing.remove(mention.section) }
        }
        return missing
    }
}
