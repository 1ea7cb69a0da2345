/// Why an input, or a line of one, gave no article. It harms nothing but itself.
package struct InputProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The input as it was named: a path, or «standard input».
    package var input: String
    /// Counted from 1; of a JSON Lines input.
    package var line: Int?
    package var reason: String
    /// What to do, or what was done.
    package var advice: String

    package init(input: String, line: Int? = nil, reason: String, advice: String) {
        self.input = input
        self.line = line
        self.reason = reason
        self.advice = advice
    }

    /// One line: «articles.jsonl, line 7: not JSON (unexpected end of input); the other lines were taken».
    package var description: String {
        // A file's name may hold anything, a line end too.
        let name = String(
            String.UnicodeScalarView(input.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : $0 })
        )
        return name + (line.map { ", line \($0)" } ?? "") + ": " + reason + "; " + advice
    }
}
