internal import Extraction

/// Joins spellings of a foreign name that differ in one long vowel: «نتنياهو» and «نتانياهو», «بلاروس» and «بيلاروس».
///
/// Only where nothing else is likely: the same consonants, six letters at least, and not two names that the lexicon
/// knows («سلمان» and «سليمان»).
enum DroppedVowels {
    private static let fewestLetters = 6
    private static let fewestConsonants = 4

    static func join(_ names: [ArticleName], lexicon: any NameLexicon, in clusters: inout NameClusters) {
        var bySkeleton = HashedLists<HashKey, Int>(capacity: names.count)
        var letters: [UInt16] = []
        for index in names.indices where names[index].type == .person || names[index].type == .location {
            guard let skeleton = skeleton(of: names[index].words, type: names[index].type, using: &letters) else {
                continue
            }
            // The first that fits names the cluster.
            for other in bySkeleton[skeleton]
            where differInOneVowel(names[index].words, names[other].words, lexicon: lexicon) {
                clusters.join(other, index)
            }
            bySkeleton.append(index, to: skeleton)
        }
    }

    /// What names share whose long words have the same consonants; `nil` for one without long words.
    private static func skeleton(
        of words: [ArraySlice<UInt16>],
        type: EntityType,
        using letters: inout [UInt16]
    ) -> HashKey? {
        letters.removeAll(keepingCapacity: true)
        var isLong = false
        for word in words {
            if !letters.isEmpty { letters.append(NameForm.space) }
            let start = letters.count
            // One of the two spellings may have a letter less.
            if word.count >= fewestLetters - 1 {
                letters.append(contentsOf: word.prefix(1))
                for letter in word.dropFirst() where !isVowel(letter) { letters.append(letter) }
                isLong = isLong || letters.count - start >= fewestConsonants
            } else {
                letters.append(contentsOf: word)
            }
        }
        guard isLong else { return nil }
        return HashKey(hash: LetterRunHash.join(LetterRunHash.hash(letters), Int(type.rawValue)))
    }

    private static func isVowel(_ letter: UInt16) -> Bool { letter == 0x627 || letter == 0x648 || letter == 0x64A }

    private static func differInOneVowel(
        _ left: [ArraySlice<UInt16>],
        _ right: [ArraySlice<UInt16>],
        lexicon: any NameLexicon
    ) -> Bool {
        guard left.count == right.count else { return false }
        var differences = 0
        for (one, other) in zip(left, right) where one != other {
            differences += 1
            let (short, long) = one.count < other.count ? (one, other) : (other, one)
            guard long.count >= fewestLetters, hasOneVowelMore(long, than: short),
                !(lexicon.isPersonsName(short) && lexicon.isPersonsName(long))
            else { return false }
        }
        return differences == 1
    }

    private static func hasOneVowelMore(_ long: ArraySlice<UInt16>, than short: ArraySlice<UInt16>) -> Bool {
        guard long.count == short.count + 1 else { return false }
        let common = zip(long, short).prefix { $0 == $1 }.count
        let place = long.startIndex + common
        return isVowel(long[place]) && long[(place + 1)...].elementsEqual(short[(short.startIndex + common)...])
    }
}
