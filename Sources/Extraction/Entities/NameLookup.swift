/// Looks up the names of the lexicon that begin at a token of a sentence.
struct NameLookup {
    let gazetteer: Gazetteer

    struct Found {
        /// Classes of the word alone.
        var alone: GazetteerClasses = []
        /// Classes of the longest name of several words that begins here, and how many tokens it has; or 0.
        var opening: GazetteerClasses = []
        var length = 0
        /// The number of tokens of the longest body's name that begins here, or 0; 1 for a word that opens such a name.
        /// Bodies are in none of the classes.
        var bodyLength = 0
        /// Whether longer names begin with the word: what is found depends on the words behind it.
        var mayGoOn = false
    }

    /// What the lexicon has of a word by itself.
    func word(_ letters: UnsafeBufferPointer<UInt16>, _ cuts: CliticCuts) -> Found {
        withUnsafePointer(to: 0..<letters.count) { token in
            names(at: 0, of: UnsafeBufferPointer(start: token, count: 1), letters, cuts)
        }
    }

    /// The names that begin at a token, whole or else behind its clitics.
    /// - Parameter tokens: of a sentence, as ranges of `letters`.
    func names(
        at index: Int,
        of tokens: UnsafeBufferPointer<Range<Int>>,
        _ letters: UnsafeBufferPointer<UInt16>,
        _ cuts: CliticCuts
    ) -> Found {
        var found = Found()
        if look(at: index, of: tokens, letters, behind: 0, &found) { return found }
        if cuts.conjunction > 0, look(at: index, of: tokens, letters, behind: cuts.conjunction, &found) {
            return found
        }
        if cuts.preposition > cuts.conjunction {
            _ = look(at: index, of: tokens, letters, behind: cuts.preposition, isContracted: cuts.isContracted, &found)
        }
        return found
    }

    /// - Returns: whether any name was found.
    @inline(__always)
    private func look(
        at index: Int,
        of tokens: UnsafeBufferPointer<Range<Int>>,
        _ letters: UnsafeBufferPointer<UInt16>,
        behind cut: Int,
        isContracted: Bool = false,
        _ found: inout Found
    ) -> Bool {
        var hash = LetterHash()
        if isContracted { hash.append(ArabicLetter.alef) }
        for position in tokens[index].lowerBound + cut..<tokens[index].upperBound { hash.append(letters[position]) }
        // Most words begin no name.
        guard let match = gazetteer.match(hash: hash.value) else { return false }
        found.alone = match.classes.subtracting(.body)
        if found.alone != match.classes { found.bodyLength = max(found.bodyLength, 1) }
        guard match.continues else { return !found.alone.isEmpty }
        found.mayGoOn = true
        for next in index + 1..<max(index + 1, min(tokens.count, index + Gazetteer.longestName)) {
            hash.append(LetterHash.space)
            for position in tokens[next] { hash.append(letters[position]) }
            guard let match = gazetteer.match(hash: hash.value) else { break }
            let classes = match.classes.subtracting(.body)
            if classes != match.classes { found.bodyLength = max(found.bodyLength, next - index + 1) }
            if !classes.isEmpty {
                found.opening = classes
                found.length = next - index + 1
            }
            if !match.continues { break }
        }
        return found.length > 0 || !found.alone.isEmpty
    }
}
