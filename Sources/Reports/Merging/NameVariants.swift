internal import Extraction

/// The second pass: joins names that differ in writing alone, and names that the lexicon knows to be one thing.
///
/// It would rather leave one thing in two entities than make one entity of two things.
enum NameVariants {
    static func join(_ names: [ArticleName], in clusters: inout NameClusters) {
        var byEntry: [Thing: Int] = [:]
        var bySpelling: [Spelling: Int] = [:]
        var bySound: [NameSound: Int] = [:]
        for (index, name) in names.enumerated() where TypeVote.decides(on: name.type) {
            if let entry = name.entry {
                let thing = Thing(entry: entry.id, type: name.type)
                if let same = byEntry[thing] { clusters.join(same, index) } else { byEntry[thing] = index }
            }
            if bySpelling[Spelling(name)] == nil { bySpelling[Spelling(name)] = index }
            let sound = NameSound(name.words, type: name.type)
            if let same = bySound[sound] { clusters.join(same, index) } else { bySound[sound] = index }
        }
        for (index, name) in names.enumerated() where TypeVote.decides(on: name.type) {
            if let same = bySpelling[Spelling(name)] { clusters.join(same, index) }
            // «الأردن» and «أردن» are one place, «العلي» and «علي» two families.
            let otherForms = [name.type == .person ? nil : name.form.withoutArticle, name.form.withContractedArticle]
            for form in otherForms.compactMap({ $0 }) {
                guard let same = bySpelling[Spelling(form: form, type: name.type)] else { continue }
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

        var letters: [UInt16]
        var type: EntityType

        init(_ name: ArticleName) {
            self.init(form: name.form, type: name.type)
        }

        init(form: NameForm, type: EntityType) {
            let joined = form.letters.filter { $0 != 0x20 }
            letters = joined.count < Self.fewestLetters ? form.letters : joined
            self.type = type
        }
    }
}
