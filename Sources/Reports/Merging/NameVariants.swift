internal import Extraction

/// The second pass: joins names that differ in writing alone, and names that the lexicon knows to be one thing.
///
/// It would rather leave one thing in two entities than make one entity of two things.
enum NameVariants {
    static func join(_ names: [ArticleName], in clusters: inout NameClusters) {
        // Of each the first name that has it.
        var byEntry = HashedMap<Thing, Int>(capacity: names.count)
        var bySpelling = HashedMap<Spelling, Int>(capacity: names.count)
        var bySound = HashedMap<NameSound, Int>(capacity: names.count)
        var spellings: [Spelling?] = []
        spellings.reserveCapacity(names.count)
        for (index, name) in names.enumerated() {
            guard TypeVote.decides(on: name.type) else {
                spellings.append(nil)
                continue
            }
            if let entry = name.entry {
                let (same, isNew) = byEntry.place(of: Thing(entry: entry.id, type: name.type), orAdd: index)
                if !isNew { clusters.join(byEntry.values[same], index) }
            }
            let spelling = Spelling(form: name.form, type: name.type)
            spellings.append(spelling)
            _ = bySpelling.place(of: spelling, orAdd: index)
            let (same, isNew) = bySound.place(of: NameSound(name.words, type: name.type), orAdd: index)
            if !isNew { clusters.join(bySound.values[same], index) }
        }
        for (index, name) in names.enumerated() {
            guard let spelling = spellings[index] else { continue }
            if let same = bySpelling[spelling] { clusters.join(same, index) }
            // «الأردن» and «أردن» are one place, «العلي» and «علي» two families.
            if name.type != .person, let bare = name.form.withoutArticle,
                let same = bySpelling[Spelling(form: bare, type: name.type)]
            {
                clusters.join(same, index)
            }
            if let whole = name.form.withContractedArticle,
                let same = bySpelling[Spelling(form: whole, type: name.type)]
            {
                clusters.join(same, index)
            }
            if let bare = KindWords.name(name.words, type: name.type),
                let same = bySound[NameSound(bare, type: name.type)]
            {
                clusters.join(same, index)
            }
        }
    }

    private struct Thing: Hashed {
        var entry: Int
        var type: EntityType

        var hash: UInt64 { LetterRunHash.join(UInt64(truncatingIfNeeded: entry) << 8, Int(type.rawValue)) }
    }

    /// The letters without spaces: «عبدالله» is «عبد الله». Short names stay as they are.
    private struct Spelling: Hashed {
        private static let fewestLetters = 6

        var form: NameForm
        var type: EntityType

        var hash: UInt64 { LetterRunHash.join(form.hash, Int(type.rawValue)) }

        init(form: NameForm, type: EntityType) {
            let spaces = form.wordCount - 1
            let isShort = form.letters.count - spaces < Self.fewestLetters
            self.form = spaces < 1 || isShort ? form : NameForm(letters: form.letters.filter { $0 != 0x20 })
            self.type = type
        }
    }
}
