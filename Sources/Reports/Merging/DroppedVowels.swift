internal import Extraction

/// Joins spellings of a foreign name that differ in one long vowel: «نتنياهو» and «نتانياهو», «بلاروس» and «بيلاروس».
///
/// Only where nothing else is likely: the same consonants, six letters at least, and not two names that the lexicon
/// knows («سلمان» and «سليمان»).
struct DroppedVowels {
    private static let fewestLetters = 6
    private static let fewestConsonants = 4

    /// Kept for the next article.
    private var bySkeleton = HashedLists()

    mutating func join(_ names: ArticleNames, lexicon: any NameLexicon, in clusters: inout NameClusters) {
        bySkeleton.begin(capacity: names.all.count)
        for (index, name) in names.all.enumerated() where name.type.isPerson || name.type.isLocation {
            guard let skeleton = Self.skeleton(of: name, among: names) else { continue }
            // The first that fits names the cluster.
            for other in bySkeleton[skeleton]
            where Self.differInOneVowel(name, names.all[other], among: names, lexicon: lexicon) {
                clusters.join(other, index)
            }
            bySkeleton.append(index, to: skeleton)
        }
    }

    /// What names share whose long words have the same consonants; `nil` for one without long words.
    private static func skeleton(of name: ArticleName, among names: ArticleNames) -> UInt64? {
        let letters = names.forms.letters
        var hash = LetterRunHash()
        var isLong = false
        for index in name.words {
            if index > name.words.lowerBound { hash.add(NameForms.space) }
            let word = names.forms.words[index].letters
            // One of the two spellings may have a letter less.
            let isLongWord = word.count >= fewestLetters - 1
            var consonants = 0
            for place in word where !isLongWord || place == word.lowerBound || !isVowel(letters[place]) {
                hash.add(letters[place])
                consonants += 1
            }
            isLong = isLong || isLongWord && consonants >= fewestConsonants
        }
        return isLong ? LetterRunHash.join(hash.value, Int(name.type.rawValue)) : nil
    }

    private static func isVowel(_ letter: UInt16) -> Bool { letter == 0x627 || letter == 0x648 || letter == 0x64A }

    private static func differInOneVowel(
        _ left: ArticleName,
        _ right: ArticleName,
        among names: ArticleNames,
        lexicon: any NameLexicon
    ) -> Bool {
        guard left.words.count == right.words.count else { return false }
        var differences = 0
        for index in 0..<left.words.count {
            let (one, other) = (names.word(index, of: left), names.word(index, of: right))
            if one.isSame(as: other) { continue }
            differences += 1
            let isShorter = one.letters.count < other.letters.count
            let short = names.forms.letters[(isShorter ? one : other).letters]
            let long = names.forms.letters[(isShorter ? other : one).letters]
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
