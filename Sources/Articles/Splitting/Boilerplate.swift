/// Knows lines that stand beside an article and are no part of it: calls to follow and subscribe, links to other
/// articles, copyright lines, tag lists, share bars, sources.
enum Boilerplate {
    /// No line longer than this, in code points, is looked at: a paragraph may well mention a channel.
    static let longestLine = 300

    static func holds(_ line: LineProfile, length: Int) -> Bool {
        guard length <= longestLine else { return false }
        return opensLinks(line) && (length <= 160 || line.lastMark != 0x2E)
            || line.firstMark == 0xA9 || line.contains(.rights, then: .reserved) || isCall(line) || isTagList(line)
            || isShareBar(line) || isSource(line)
    }

    /// Whether the line announces others («اقرأ أيضا:») that follow it, each a line of its own.
    static func announces(_ line: LineProfile) -> Bool {
        line.words.count <= 5 && opensLinks(line)
    }

    private static func opensLinks(_ line: LineProfile) -> Bool {
        line.begins(with: .read, .also) || line.begins(with: .topics, .related) || line.begins(with: .keywords, .key)
            || line.begins(with: .mayInterest, .interest) || line.begins(with: .more, .from) && line.lastMark != 0x2E
            || line.begins(with: .tags) && (line.hasComma || line.words.count <= 3)
    }

    /// An imperative or «لمتابعة» among the first words, with a channel, an address or something of «ours».
    private static func isCall(_ line: LineProfile) -> Bool {
        if line.begins(with: .contact, .with) || line.contains(.contact, then: .with) && line.hasAddress { return true }
        let calls =
            line.words.prefix(6).contains { $0.contains(.call) }
            || line.begins(with: .openingCall) && line.words.count <= 12
        let target = line.contains([.ours, .channel, .here]) || line.hasAddress
        return calls && target || line.contains(.ours) && line.contains(.channel) && line.words.count <= 12
    }

    private static func isTagList(_ line: LineProfile) -> Bool {
        line.hashtags >= 2 && line.hashtags * 3 >= line.words.count
    }

    private static func isShareBar(_ line: LineProfile) -> Bool {
        (2...12).contains(line.words.count) && line.contains(.channel)
            && line.words.allSatisfy { !$0.isDisjoint(with: [.channel, .share]) }
    }

    /// A line that only says where the article comes from: «المصدر: وكالات», «(رويترز، أ ف ب)».
    private static func isSource(_ line: LineProfile) -> Bool {
        guard (1...8).contains(line.words.count), line.numbers == 0 else { return false }
        if line.begins(with: .source) { return line.lastMark != 0x2E }
        return line.words.allSatisfy { !$0.isDisjoint(with: [.agency, .agencyPart]) }
            && (line.firstMark == 0x28 || line.firstMark == 0x5B || line.contains(.agency))
    }
}
