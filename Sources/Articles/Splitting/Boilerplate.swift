/// Knows lines that stand beside an article and are no part of it: calls to follow and subscribe, links to other
/// articles, copyright lines, tag lists, share bars, a page's tools, sources.
enum Boilerplate {
    /// No line longer than this, in code points, is looked at: a paragraph may well mention a channel.
    static let longestLine = 300

    static func holds(_ line: LineProfile, length: Int) -> Bool {
        guard length <= longestLine else { return false }
        return opensLinks(line) && (length <= 160 || line.lastMark != 0x2E)
            || isCopyright(line) || isCall(line) || isTagList(line) || isToolBar(line) || isSource(line)
            || line.hasAddress && line.wordCount <= 5 && line.lastMark != 0x2E
    }

    /// Whether the line announces others («اقرأ أيضا:») that follow it, each a line of its own.
    static func announces(_ line: LineProfile) -> Bool {
        line.wordCount <= 5 && opensLinks(line)
    }

    private static func opensLinks(_ line: LineProfile) -> Bool {
        line.begins(with: .read, .also) || line.begins(with: .keywords, .key)
            || line.begins(with: .topics, .related)
            || line.begins(with: .related) && line.word(1).contains(.topics)
            || line.begins(with: .chosen, .forYou) || line.begins(with: .mostRead, .reading)
            || line.begins(with: .mayInterest, .interest) || line.begins(with: .more, .from) && line.lastMark != 0x2E
            || line.begins(with: .link) && line.wordCount >= 2
            || line.begins(with: .tags) && (line.commas > 0 || line.wordCount <= 3 || line.label != 0)
    }

    private static func isCopyright(_ line: LineProfile) -> Bool {
        if line.firstMark == 0xA9 || line.begins(with: .copyright) { return true }
        guard line.wordCount <= 25 else { return false }
        return line.reservesRights || line.contains(.rights) && line.contains(.reserved)
            || line.contains(.rights, inFirst: 1) && line.contains(.publishing) && line.wordCount <= 6
            || line.contains(.forbids, inFirst: 2) && line.contains(.publishing, inFirst: 4)
    }

    /// An imperative or «لمتابعة» among the first words, with a channel, an address or something of «ours».
    private static func isCall(_ line: LineProfile) -> Bool {
        if line.begins(with: .contact, .with) || line.isContact && line.hasAddress { return true }
        let target = line.contains([.ours, .channel, .here]) || line.hasAddress
        if line.contains(.call, inFirst: 6) {
            if target || line.begins(with: .call) && line.contains(.offer) && line.lastMark != 0x2E { return true }
        }
        if line.begins(with: .openingCall), line.wordCount <= 12, target || line.contains(.offer, inFirst: 3) {
            return true
        }
        return line.contains(.ours) && line.contains(.channel) && line.wordCount <= 12
    }

    private static func isTagList(_ line: LineProfile) -> Bool {
        line.hashtags >= 2 && line.hashtags * 3 >= line.wordCount
    }

    /// A bar of buttons: channels and «مشاركة», or «طباعة», «حجم الخط», «أضف تعليقا».
    private static func isToolBar(_ line: LineProfile) -> Bool {
        guard (1...12).contains(line.wordCount), line.lastMark != 0x2E, line.numbers <= 1 else { return false }
        return line.wordCount >= 2 && line.contains(.channel) && line.shareWords == line.wordCount
            || line.wordCount <= 6 && line.begins(with: .tool) && line.toolWords == line.wordCount
                && line.contains(.tool)
    }

    /// A line that only says where the article comes from: «المصدر: وكالات», «(رويترز، أ ف ب)».
    private static func isSource(_ line: LineProfile) -> Bool {
        guard (1...8).contains(line.wordCount), line.numbers == 0 else { return false }
        if line.begins(with: .source) { return line.lastMark != 0x2E }
        return line.agencyWords == line.wordCount
            && (line.firstMark == 0x28 || line.firstMark == 0x5B || line.contains(.agency))
    }
}
