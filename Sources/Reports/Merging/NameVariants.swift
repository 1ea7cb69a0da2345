internal import Extraction

/// The second pass: joins names that differ in writing alone, and names that the lexicon knows to be one thing.
///
/// It would rather leave one thing in two entities than make one entity of two things.
enum NameVariants {
    static func join(_ names: [ArticleName], in clusters: inout NameClusters) {
        var byEntry: [Thing: Int] = [:]
        var bySpelling: [Spelling: Int] = [:]
        var bySound: [NameSound: Int] = [:]
        var spellings: [Spelling?] = []
        spellings.reserveCapacity(names.count)
        for (index, name) in names.enumerated() {
            guard TypeVote.decides(on: name.type) else {
                spellings.append(nil)
                continue
            }
            if let entry = name.entry {
                let thing = Thing(entry: entry.id, type: name.type)
                if let same = byEntry[thing] { clusters.join(same, index) } else { byEntry[thing] = index }
            }
            let spelling = Spelling(form: name.form, type: name.type)
            spellings.append(spelling)
            if bySpelling[spelling] == nil { bySpelling[spelling] = index }
            let sound = NameSound(name.words, type: name.type)
            if let same = bySound[sound] { clusters.join(same, index) } else { bySound[sound] = index }
        }
        for (index, name) in names.enumerated() {
            guard let spelling = spellings[index] else { continue }
            if let same = bySpelling[spelling] { clusters.join(same, index) }
            // «الأردن» and «أردن» are one place, «العلي» and «علي» two families.
            let bare = name.type == .person ? nil : name.form.withoutArticle
            for form in [bare, name.form.withContractedArticle] {
                guard let form, let same = bySpelling[Spelling(form: form, type: name.type)] else { continue }
                clusters.join(same, index)
            }
            if let bare = KindWords.name(name.words, type: name.type),
                let same = bySound[NameSound(bare, type: name.type)]
            {
                clusters.join(same, index)
            }
        }
    }

    private struct Thing: Hashable {
        var entry: Int
        var type: EntityType
    }

    /// The letters without spaces: «عبدالله» is «عبد الله». Short names stay as they are.
    private struct Spelling: Hashable {
        private static let fewestLetters = 6

        var form: NameForm
        var type: EntityType

        init(form: NameForm, type: EntityType) {
            let spaces = form.wordCount - 1
            let isShort = form.letters.count - spaces < Self.fewestLetters
            self.form = spaces < 1 || isShort ? form : NameForm(letters: form.letters.filter { $0 != 0x20 })
            self.type = type
        }
    }
}
