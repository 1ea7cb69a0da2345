package import ArabicText

/// Names cut short of which the text has the whole elsewhere: «باريس» before «سان جيرمان», where it was found as «باريس سان
/// جيرمان» in another sentence.
package struct KnownNames {
    /// How sure a name must be that others are completed by, in thousandths.
    private static let sure = 500
    /// The most names that one whole may complete: where it is rare, it may be what ran on.
    private static let reach = 2

    private let text: TokenizedText
    /// The hashes of the names of several words, by how often they stand there whole.
    private var wholes: [UInt64: Int] = [:]
    /// The hashes of what they begin with, of two words at least.
    private var beginnings: Set<UInt64> = []
    /// The hashes of the last two words of persons' names of three or more.
    private var surnames: Set<UInt64> = []

    private init(text: TokenizedText) { self.text = text }

    /// Completes the mentions of a text, which are in order.
    package static func complete(_ mentions: inout [EntityMention], in text: TokenizedText) {
        guard mentions.count > 1 else { return }
        var names = KnownNames(text: text)
        let tokens = names.tokens(of: mentions)
        for (mention, tokens) in zip(mentions, tokens) where tokens.count > 1 && mention.confidence >= sure {
            names.learn(mention, tokens)
        }
        guard !names.wholes.isEmpty else { return }
        names.beginEarlier(&mentions, tokens)
        var found: [(mention: Int, end: Int, whole: UInt64)] = []
        var cuts: [UInt64: Int] = [:]
        var sentence = 0
        for (number, mention) in mentions.enumerated() where !tokens[number].isEmpty {
            while text.sentences[sentence].upperBound <= tokens[number].lowerBound { sentence += 1 }
            var limit = text.sentences[sentence].upperBound
            if number + 1 < mentions.count, !tokens[number + 1].isEmpty {
                limit = min(limit, tokens[number + 1].lowerBound)
            }
            guard let whole = names.whole(of: mention, tokens[number], limit: limit) else { continue }
            found.append((number, whole.end, whole.hash))
            cuts[whole.hash, default: 0] += 1
        }
        for name in found where cuts[name.whole] ?? 0 <= reach * (names.wholes[name.whole] ?? 0) {
            let range = mentions[name.mention].range
            mentions[name.mention].range = range.lowerBound..<Int(text.tokens[name.end - 1].end)
        }
    }

    /// The tokens of each mention; none for one that ends within a token.
    private func tokens(of mentions: [EntityMention]) -> [Range<Int>] {
        var index = 0
        return mentions.map { mention in
            while index < text.tokens.count, Int(text.tokens[index].end) <= mention.range.lowerBound { index += 1 }
            var end = index
            while end < text.tokens.count, Int(text.tokens[end].end) < mention.range.upperBound { end += 1 }
            guard end < text.tokens.count, Int(text.tokens[end].end) == mention.range.upperBound else {
                return index..<index
            }
            return index..<end + 1
        }
    }

    private mutating func learn(_ mention: EntityMention, _ tokens: Range<Int>) {
        var hash = beginning(of: mention, tokens.lowerBound)
        for index in tokens.dropFirst() {
            append(index, to: &hash)
            beginnings.insert(hash.value)
        }
        wholes[hash.value, default: 0] += 1
        if mention.type == .person, tokens.count > 2 { surnames.insert(surname(tokens.upperBound - 1)) }
    }

    /// Gives surnames alone the word before them that belongs to them in the whole name: «أوغلو» behind «إمام», where the text has
    /// «أكرم إمام أوغلو».
    private func beginEarlier(_ mentions: inout [EntityMention], _ tokens: [Range<Int>]) {
        guard !surnames.isEmpty else { return }
        for number in mentions.indices where mentions[number].type == .person && tokens[number].count == 1 {
            let index = tokens[number].lowerBound
            guard index > 0, text.tokens[index - 1].isArabic,
                Int(text.tokens[index].start) == mentions[number].range.lowerBound,
                text.tokens[index - 1].end + 1 == text.tokens[index].start,
                number == 0 || mentions[number - 1].range.upperBound <= Int(text.tokens[index - 1].start),
                surnames.contains(surname(index))
            else { continue }
            let range = mentions[number].range
            mentions[number].range = Int(text.tokens[index - 1].start)..<range.upperBound
        }
    }

    /// The hash of a word with the one before it.
    private func surname(_ index: Int) -> UInt64 {
        var hash = LetterHash()
        append(index - 1, to: &hash)
        append(index, to: &hash)
        return hash.value
    }

    /// Where the longest name ends that goes on from a mention, before token `limit`.
    private func whole(of mention: EntityMention, _ tokens: Range<Int>, limit: Int) -> (end: Int, hash: UInt64)? {
        guard tokens.upperBound < limit, goesOn(at: tokens.upperBound) else { return nil }
        var hash = beginning(of: mention, tokens.lowerBound)
        for index in tokens.dropFirst() { append(index, to: &hash) }
        var found: (end: Int, hash: UInt64)?
        for index in tokens.upperBound..<limit {
            append(index, to: &hash)
            guard beginnings.contains(hash.value) else { break }
            if wholes[hash.value] != nil { found = (index + 1, hash.value) }
        }
        return found
    }

    /// Whether a word may be the rest of a name: no «and» and no preposition, where bodies lie («معهد الإدارة بالرياض»).
    private func goesOn(at index: Int) -> Bool {
        let word = text.letters(of: text.tokens[index])
        guard text.tokens[index].isArabic, let first = word.first, !StopWords.contains(word) else { return false }
        return first != ArabicLetter.waw && first != ArabicLetter.beh
            && (first != ArabicLetter.lam || word.dropFirst().first == ArabicLetter.lam || word.count < 4)
    }

    /// The type and the first word without its clitics.
    private func beginning(of mention: EntityMention, _ index: Int) -> LetterHash {
        var hash = LetterHash()
        hash.append(UInt16(mention.type.rawValue))
        for letter in text.tokens[index].letters
        where Int(text.folded.origins[letter]) >= mention.range.lowerBound {
            hash.append(text.folded.letters[letter])
        }
        return hash
    }

    private func append(_ index: Int, to hash: inout LetterHash) {
        hash.append(LetterHash.space)
        for letter in text.letters(of: text.tokens[index]) { hash.append(letter) }
    }
}
