/// The lines of an interview that ask: they look like headings, and each answer like a section under one, but what an
/// editor sees is one conversation.
struct InterviewLines {
    private let profiles: [LineProfile?]
    /// Names before a colon that begin more than one line, sorted: those who speak.
    private var speakers: [UInt64] = []
    /// Whether lines that are questions belong to an interview.
    private var areQuestionsAsked = false

    /// An interview says what it is among its first lines.
    private static let head = 5
    private static let fewestQuestions = 3

    init(profiles: [LineProfile?], isBoilerplate: [Bool]) {
        self.profiles = profiles
        var labels: [UInt64] = []
        var questions = 0
        var others = 0
        for (index, line) in profiles.enumerated() {
            guard let line, !isBoilerplate[index], index > 0 else { continue }
            if line.label != 0 { labels.append(line.label) }
            if line.lastMark == 0x61F {
                questions += 1
            } else if line.lastMark == 0, line.wordCount <= 8, index > 2 {
                others += 1
            }
        }
        labels.sort()
        for (label, next) in zip(labels, labels.dropFirst()) where label == next && speakers.last != label {
            speakers.append(label)
        }
        guard questions >= Self.fewestQuestions, questions > others else { return }
        areQuestionsAsked = profiles.prefix(Self.head).contains { $0?.contains(.interview) ?? false }
    }

    func contains(_ index: Int) -> Bool {
        guard let line = profiles[index] else { return false }
        if line.label != 0, speakers.contains(line.label) { return true }
        return areQuestionsAsked && line.lastMark == 0x61F
    }
}
