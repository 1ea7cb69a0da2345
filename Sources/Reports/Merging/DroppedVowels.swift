internal import Extraction

/// Joins spellings of a foreign name that differ in one long vowel: «نتنياهو» and «نتانياهو», «بلاروس» and «بيلاروس».
///
/// Only where nothing else is likely: the same consonants, six letters at least, and not two names that the lexicon
/// knows («سلمان» and «سليمان»).
enum DroppedVowels {
    private static let fewestLetters = 6
    private static let fewestConsonants = 4

    static func join(_ names: [ArticleName], lexicon: any NameLexicon, in clusters: inout NameClusters) {
        var bySkeleton = HashedMap<Skeleton, [Int]>(capacity: names.count)
        for (index, name) in names.enumerated() where name.type == .person || name.type == .location {
            guard let skeleton = Skeleton(name.words, type: name.type) else { continue }
            let (place, _) = bySkeleton.place(of: skeleton, orAdd: [])
            for other in bySkeleton.values[place]
            where differInOneVowel(name.words, names[other].words, lexicon: lexicon) {
                clusters.join(other, index)
            }
            bySkeleton.change(at: place) { $0.append(index) }
        }
    }

    /// A name with its long words' consonants alone; `nil` for one without long words.
    private struct Skeleton: Hashed {
        var form: NameForm
        var type: EntityType

        var hash: UInt64 { LetterRunHash.join(form.hash, Int(type.rawValue)) }

        init?(_ words: [ArraySlice<UInt16>], type: EntityType) {
            var letters: [UInt16] = []
            var isLong = false
            for word in words {
                if !letters.isEmpty { letters.append(0x20) }
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
            form = NameForm(letters: letters)
            self.type = type
        }
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
