internal import ArabicText
package import Extraction

/// The theme lexicon: a folder of tables written by hand.
///
/// - `words.tsv`: class, then forms, «،» between: `function`, `attached` (a preposition or particle that takes
///   pronouns), `noun`, `masculine` and `feminine` (nouns by the adjectives they take), `generic`, `common`,
///   `quantifier`
/// - `adjectives.tsv`: class, then words: `adjective`, a masculine singular, and `form`, one form by itself
/// - `verbs.tsv`: past and present of a verb, third person masculine; `-` for a past that is a noun
///   as well, and mostly; `noun` behind them for one that is a noun as well, but mostly a verb
/// - `concepts.tsv`: code, parent's code or `-`, Arabic label, English label; parents first
/// - `topics/*.tsv`: code, weight (1 to 9), terms of one to four words, «،» between, `=` before one
///   whose other forms are another word's («=جامع», a mosque, not «جامعة»); the code `none` is of words whose
///   stem other words share: alone they speak for no topic; and of longer terms that say what their words do not
/// - `calibration.tsv`: what ``TopicCalibration`` is made of, a name and a number
/// - `ranker.tsv`: what is added to a phrase's log odds, a decimal, and the conditions: see ``RankerTable``
package struct ThemeLexicon: Sendable {
    struct Concept: Sendable {
        var code: String
        var parent: String?
        var arabicLabel: String
        var englishLabel: String
    }

    struct Terms: Sendable {
        var code: String
        var weight: Int
        var terms: [String]
    }

    /// Word classes by form, as written.
    var words: [(form: String, classes: UInt32)] = []
    var concepts: [Concept] = []
    var terms: [Terms] = []
    var adjustments: [PhraseRanker.Adjustment] = []
    /// Words that alone speak for no topic, and terms in which their words speak for none.
    var silent: [String] = []
    package var calibration: TopicCalibration

    package init(folder: String) throws(ThemeTrainingError) {
        do {
            calibration = try TopicCalibration(
                table: try TrainingFiles.table("\(folder)/calibration.tsv")
                    .map { $0.fields.joined(separator: "\t") + "\n" }.joined()
            )
        } catch let error as ModelError {
            throw ThemeTrainingError("\(folder)/calibration.tsv: \(error)")
        } catch {
            throw ThemeTrainingError("\(error)")
        }
        try readWords("\(folder)/words.tsv")
        try readVerbs("\(folder)/verbs.tsv")
        try readAdjectives("\(folder)/adjectives.tsv")
        try readConcepts("\(folder)/concepts.tsv")
        for name in try TrainingFiles.names(in: "\(folder)/topics", extensions: ["tsv"]) {
            try readTerms("\(folder)/topics/\(name)")
        }
        for (line, fields) in try TrainingFiles.table("\(folder)/ranker.tsv") {
            guard fields.count == 2, let value = Double(fields[0]), value.magnitude <= 1000,
                let conditions = try? RankerTable.conditions(fields[1][...])
            else {
                throw ThemeTrainingError("\(folder)/ranker.tsv, line \(line): not a number and conditions")
            }
            adjustments.append(.init(conditions: conditions, value: Int32((value * 1024).rounded())))
        }
    }

    /// Takes labels from IPTC's own table (code, parent, English, Arabic) where it has them.
    package mutating func takeLabels(fromIPTC folder: String) throws(ThemeTrainingError) {
        var labels: [String: (english: String, arabic: String)] = [:]
        for (_, fields) in try TrainingFiles.table("\(folder)/mediatopic_ar_partial.tsv") where fields.count >= 4 {
            labels[String(fields[0].trimmingPrefix("medtop:"))] = (fields[2], fields[3])
        }
        for index in concepts.indices {
            guard let label = labels[concepts[index].code] else { continue }
            concepts[index].englishLabel = label.english
            concepts[index].arabicLabel = label.arabic
        }
    }

    private mutating func readWords(_ path: String) throws(ThemeTrainingError) {
        for (line, fields) in try TrainingFiles.table(path) {
            guard fields.count == 2 else { throw ThemeTrainingError("\(path), line \(line): not a class and forms") }
            let forms = Self.list(fields[1])
            switch fields[0] {
            case "function": words += forms.map { ($0, WordClass.function.rawValue) }
            case "attached":
                for form in forms {
                    words += Self.pronouns.map { (form + $0, WordClass.function.rawValue) }
                }
            case "noun": words += forms.map { ($0, WordClass.noun.rawValue) }
            case "masculine": words += forms.map { ($0, WordClass([.noun, .masculine]).rawValue) }
            case "feminine": words += forms.map { ($0, WordClass([.noun, .feminine]).rawValue) }
            case "generic": words += forms.map { ($0, WordClass.generic.rawValue) }
            case "common": words += forms.map { ($0, WordClass.common.rawValue) }
            case "quantifier": words += forms.map { ($0, WordClass.quantifier.rawValue) }
            default: throw ThemeTrainingError("\(path), line \(line): there is no class «\(fields[0])»")
            }
        }
    }

    private mutating func readAdjectives(_ path: String) throws(ThemeTrainingError) {
        for (line, fields) in try TrainingFiles.table(path) {
            guard fields.count == 2, ["adjective", "form"].contains(fields[0]) else {
                throw ThemeTrainingError("\(path), line \(line): not «adjective» or «form» and words")
            }
            let forms = Self.list(fields[1]).flatMap { fields[0] == "form" ? [$0] : [$0, $0 + "ة"] }
            words += forms.map { ($0, WordClass.adjective.rawValue) }
        }
    }

    private mutating func readVerbs(_ path: String) throws(ThemeTrainingError) {
        for (line, fields) in try TrainingFiles.table(path) {
            guard fields.count == 2 || fields.count == 3 && fields[2] == Self.nounToo, fields[1].hasPrefix("ي") else {
                throw ThemeTrainingError(
                    "\(path), line \(line): not the past and the present of a verb, and «\(Self.nounToo)» or nothing"
                )
            }
            if fields.count == 3 { words.append((fields[0], WordClass.verbal.rawValue)) }
            let (past, present) = (fields[0], fields[1].dropFirst())
            var forms: [String] = []
            if past.hasSuffix("ى") || past.hasSuffix("ا") {
                forms = [past, past.dropLast() + "ت", past.dropLast() + "وا"]
            } else if past != Self.nounAsWell {
                forms = [past, past + "ا", past + "وا", past + "ت", past + "تا", past + "نا"]
            }
            // «طرح», «تعاقد»: but for long vowels, past and present have the same letters.
            if past == Self.nounAsWell, present.count >= 3,
                present.hasPrefix("ت") || !present.contains(where: { "اويىئؤآ".contains($0) })
            {
                words.append((String(present), WordClass.verbal.rawValue))
            }
            for prefix in ["ي", "ت", "ن", "سي", "ست"] {
                forms.append(prefix + present)
                guard ["ي", "ت"].contains(prefix) else { continue }
                if present.hasSuffix("ى") || present.hasSuffix("و") || present.hasSuffix("ي") {
                    forms.append(prefix + present.dropLast() + "ون")
                } else {
                    forms.append(prefix + present + "ون")
                    forms.append(prefix + present + "ان")
                }
            }
            forms += (Self.objects + ["نا"]).map { "ي" + present + $0 }
            forms += (Self.objects + ["نا"]).map { "ت" + present + $0 }
            if past != Self.nounAsWell { forms += Self.objects.map { past + $0 } }
            words += forms.map { ($0, WordClass.verb.rawValue) }
        }
    }

    private mutating func readConcepts(_ path: String) throws(ThemeTrainingError) {
        var known: Set<String> = []
        for (line, fields) in try TrainingFiles.table(path) {
            guard fields.count == 4 else {
                throw ThemeTrainingError("\(path), line \(line): not a code, a parent and two labels")
            }
            guard fields[1] == "-" || known.contains(fields[1]) else {
                throw ThemeTrainingError("\(path), line \(line): \(fields[0]) stands before its parent \(fields[1])")
            }
            guard known.insert(fields[0]).inserted else {
                throw ThemeTrainingError("\(path), line \(line): \(fields[0]) stands there twice")
            }
            concepts.append(
                Concept(
                    code: fields[0],
                    parent: fields[1] == "-" ? nil : fields[1],
                    arabicLabel: fields[2],
                    englishLabel: fields[3]
                )
            )
        }
    }

    private mutating func readTerms(_ path: String) throws(ThemeTrainingError) {
        let known = Set(concepts.map(\.code))
        for (line, fields) in try TrainingFiles.table(path) {
            guard fields.count == 3, let weight = Int(fields[1]), (1...9).contains(weight) else {
                throw ThemeTrainingError("\(path), line \(line): not a code, a weight from 1 to 9 and terms")
            }
            guard fields[0] != Self.none else {
                silent += Self.list(fields[2])
                continue
            }
            guard known.contains(fields[0]) else {
                throw ThemeTrainingError("\(path), line \(line): there is no concept \(fields[0])")
            }
            terms.append(Terms(code: fields[0], weight: weight, terms: Self.list(fields[2])))
        }
    }

    private static func list(_ field: String) -> [String] {
        field.split(separator: "،").map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }.filter { !$0.isEmpty }
    }

    private static let none = "none"
    /// Instead of the past of a verb.
    private static let nounAsWell = "-"
    private static let nounToo = "noun"
    private static let objects = ["ه", "ها", "هم"]
    private static let pronouns = ["", "ه", "ها", "هم", "هما", "هن", "ك", "كم", "نا", "ي", "ني"]
}
