/// The readings of one folded word, in the order that ``Clitics/splits(of:)`` gives.
package struct CliticSplits: Sequence, IteratorProtocol, Sendable {
    private let word: ArraySlice<UInt16>
    /// A reading is a head (what stands before the base) and a suffix; both are numbered.
    private var head = 0
    private var suffix = 0

    init(_ word: ArraySlice<UInt16>) {
        self.word = word
    }

    package mutating func next() -> CliticSplit? {
        while head < Self.headCount {
            guard let split = split(head: head) else {
                head += 1
                suffix = 0
                continue
            }
            while suffix < Self.suffixes.count {
                let letters = Self.suffixes[suffix]
                suffix += 1
                // A noun has the article or a pronoun, never both.
                if split.article != .none, !letters.isEmpty { break }
                guard ends(with: letters, leaving: letters.count == 1 ? 3 : 2, after: split.baseStart) else { continue }
                var split = split
                split.suffixLength = letters.count
                return split
            }
            head += 1
            suffix = 0
        }
        return nil
    }

    private static let suffixes: [[UInt16]] = [
        "", "ه", "ي", "ك", "ها", "هم", "هن", "نا", "ني", "كم", "كن", "هما", "كما",
    ]
    .map { Array($0.utf16) }

    /// Heads by the number of letters before the name: the article alone belongs to those of none.
    private static let headCount = 10

    private func ends(with letters: [UInt16], leaving minimum: Int, after start: Int) -> Bool {
        guard word.count - start - letters.count >= minimum else { return false }
        return word.suffix(letters.count).elementsEqual(letters)
    }

    private subscript(index: Int) -> UInt16 {
        index < word.count ? word[word.startIndex + index] : 0
    }

    /// The head of number `head`, if the word begins so.
    private func split(head: Int) -> CliticSplit? {
        switch head {
        case 0: bare([], at: 0)
        case 1: written([], at: 0)
        case 2: conjunction.flatMap { bare($0, at: 1) }
        case 3: conjunction.flatMap { written($0, at: 1) }
        case 4: particle(at: 0).flatMap { bare($0, at: 1) }
        case 5: particle(at: 0).flatMap { $0 == .for ? assimilated($0, at: 1) : written($0, at: 1) }
        case 6: particle(at: 0) == .for ? shared(.for, at: 1) : nil
        case 7: conjunction.flatMap { first in particle(at: 1).flatMap { bare(first.union($0), at: 2) } }
        case 8:
            conjunction.flatMap { first in
                particle(at: 1).flatMap {
                    $0 == .for ? assimilated(first.union($0), at: 2) : written(first.union($0), at: 2)
                }
            }
        case 9:
            conjunction.flatMap { particle(at: 1) == .for ? shared($0.union(.for), at: 2) : nil }
        default: nil
        }
    }

    private var conjunction: Proclitics? {
        switch self[0] {
        case 0x648: .and
        case 0x641: .then
        default: nil
        }
    }

    private func particle(at index: Int) -> Proclitics? {
        switch self[index] {
        case 0x628: return .with
        case 0x644: return .for
        case 0x643: return .like
        case 0x633:
            // Only the prefixes of the imperfect follow it: ي ت ن ا.
            let next = self[index + 1]
            return next == 0x64A || next == 0x62A || next == 0x646 || next == 0x627 ? .will : nil
        default: return nil
        }
    }

    private func bare(_ proclitics: Proclitics, at start: Int) -> CliticSplit? {
        guard start == 0 || word.count - start >= 2 else { return nil }
        return CliticSplit(
            proclitics: proclitics,
            article: .none,
            nameStart: start,
            baseStart: start,
            suffixLength: 0
        )
    }

    private func written(_ proclitics: Proclitics, at start: Int) -> CliticSplit? {
        guard !proclitics.contains(.will), self[start] == 0x627, self[start + 1] == 0x644, word.count - start >= 4
        else {
            return nil
        }
        return CliticSplit(
            proclitics: proclitics,
            article: .written,
            nameStart: start,
            baseStart: start + 2,
            suffixLength: 0
        )
    }

    private func assimilated(_ proclitics: Proclitics, at start: Int) -> CliticSplit? {
        guard self[start] == 0x644, word.count - start >= 3 else { return nil }
        return CliticSplit(
            proclitics: proclitics,
            article: .assimilated,
            nameStart: start,
            baseStart: start + 1,
            suffixLength: 0
        )
    }

    private func shared(_ proclitics: Proclitics, at start: Int) -> CliticSplit? {
        guard self[start] == 0x644, word.count - start >= 3 else { return nil }
        return CliticSplit(
            proclitics: proclitics,
            article: .shared,
            nameStart: start,
            baseStart: start,
            suffixLength: 0
        )
    }
}
