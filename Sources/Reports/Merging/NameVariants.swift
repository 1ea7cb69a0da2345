internal import Extraction

/// The second pass: joins names that differ in writing alone, and names that the lexicon knows to be one thing.
///
/// It would rather leave one thing in two entities than make one entity of two things.
enum NameVariants {
    static func join(_ names: [ArticleName], in clusters: inout NameClusters) {
        // Of each the first name that has it.
        var byEntry = HashedMap<Thing, Int>(capacity: names.count)
        var bySpelling = HashedMap<HashKey, Int>(capacity: names.count)
        var bySound = HashedMap<HashKey, Int>(capacity: names.count)
        var sound = NameSound()
        for index in names.indices where TypeVote.decides(on: names[index].type) {
            let type = names[index].type
            if let entry = names[index].entry?.id {
                let (same, isNew) = byEntry.place(of: Thing(entry: entry, type: type), orAdd: index)
                if !isNew { clusters.join(byEntry.values[same], index) }
            }
            _ = bySpelling.place(of: spelling(names[index].form.letters[...], type: type), orAdd: index)
            let (same, isNew) = bySound.place(of: sound.key(of: names[index].words[...], type: type), orAdd: index)
            if !isNew { clusters.join(bySound.values[same], index) }
        }
        for index in names.indices where TypeVote.decides(on: names[index].type) {
            let type = names[index].type
            let letters = names[index].form.letters[...]
            if let same = bySpelling[spelling(letters, type: type)] { clusters.join(same, index) }
            // «الأردن» and «أردن» are one place, «العلي» and «علي» two families.
            if type != .person, names[index].form.hasArticle,
                let same = bySpelling[spelling(letters.dropFirst(2), type: type)]
            {
                clusters.join(same, index)
            }
            if names[index].form.mayBeContracted,
                let same = bySpelling[spelling(letters, behind: NameForm.alef, type: type)]
            {
                clusters.join(same, index)
            }
            if let bare = KindWords.name(names[index].words, type: type),
                let same = bySound[sound.key(of: bare, type: type)]
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

    /// What spellings of a name share that differ in spaces alone: «عبدالله» is «عبد الله». Short names stay as they are.
    ///
    /// - Parameter first: a letter that stands before the others.
    private static func spelling(
        _ letters: ArraySlice<UInt16>,
        behind first: UInt16? = nil,
        type: EntityType
    ) -> HashKey {
        let fewestLetters = 6
        var (whole, joined) = (LetterRunHash(), LetterRunHash())
        var count = 0
        func add(_ letter: UInt16) {
            whole.add(letter)
            guard letter != NameForm.space else { return }
            joined.add(letter)
            count += 1
        }
        if let first { add(first) }
        for letter in letters { add(letter) }
        let hash = count < fewestLetters ? whole.value : joined.value
        return HashKey(hash: LetterRunHash.join(hash, Int(type.rawValue)))
    }
}
