/// The readings of one folded word, in the order that ``Clitics/splits(of:)`` gives.
package struct CliticSplits: Sequence, IteratorProtocol, Sendable {
    private let count: Int
    /// The first four letters: no head is longer. 0 where the word ends.
    private let first: (UInt16, UInt16, UInt16, UInt16)
    /// The suffixes that the word ends with, one bit each; see ``length(ofSuffix:)``.
    private let suffixes: UInt16
    /// A reading is a head (what stands before the base) and a suffix; both are numbered.
    private var head = 0
    private var suffix = 0
    private var current: CliticSplit?

    /// - Parameter withSuffixes: whether pronouns are cut off as well.
    init(_ word: ArraySlice<UInt16>, withSuffixes: Bool = true) {
        let start = word.startIndex
        let count = word.count
        self.count = count
        first = (
            count > 0 ? word[start] : 0, count > 1 ? word[start + 1] : 0, count > 2 ? word[start + 2] : 0,
            count > 3 ? word[start + 3] : 0
        )
        suffixes = withSuffixes && count > 3 ? Self.suffixes(of: word) : 1
        current = split(head: 0)
    }

    package mutating func next() -> CliticSplit? {
        while head < Self.headCount {
            if var split = current {
                // A noun has the article or a pronoun, never both.
                let last = split.article == .none ? Self.suffixCount : 1
                while suffix < last, suffixes >> suffix != 0 {
                    let length = Self.length(ofSuffix: suffix)
                    let isThere = suffixes >> suffix & 1 == 1
                    suffix += 1
                    guard isThere, length == 0 || count - split.baseStart - length >= (length == 1 ? 3 : 2) else {
                        continue
                    }
                    split.suffixLength = length
                    return split
                }
            }
            head += 1
            suffix = 0
            current = split(head: head)
        }
        return nil
    }

    private static let suffixCount = 13

    private static func length(ofSuffix number: Int) -> Int {
        number == 0 ? 0 : number < 4 ? 1 : number < 11 ? 2 : 3
    }

    /// Bits for none, ه ي ك, ها هم هن نا ني كم كن, هما كما, from the lowest.
    private static func suffixes(of word: ArraySlice<UInt16>) -> UInt16 {
        let end = word.endIndex
        let before = word[end - 2]
        switch word[end - 1] {
        case 0x647: return 1 | 1 << 1
        case 0x64A: return 1 | 1 << 2 | (before == 0x646 ? 1 << 8 : 0)
        case 0x643: return 1 | 1 << 3
        case 0x627:
            switch before {
            case 0x647: return 1 | 1 << 4
            case 0x646: return 1 | 1 << 7
            case 0x645: return 1 | (word[end - 3] == 0x647 ? 1 << 11 : word[end - 3] == 0x643 ? 1 << 12 : 0)
            default: return 1
            }
        case 0x645: return 1 | (before == 0x647 ? 1 << 5 : before == 0x643 ? 1 << 9 : 0)
        case 0x646: return 1 | (before == 0x647 ? 1 << 6 : before == 0x643 ? 1 << 10 : 0)
        default: return 1
        }
    }

    /// Heads by the number of letters before the name: the article alone belongs to those of none.
    private static let headCount = 10

    private subscript(index: Int) -> UInt16 {
        switch index {
        case 0: first.0
        case 1: first.1
        case 2: first.2
        case 3: first.3
        default: 0
        }
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
        guard start == 0 || count - start >= 2 else { return nil }
        return CliticSplit(
            proclitics: proclitics,
            article: .none,
            nameStart: start,
            baseStart: start,
            suffixLength: 0
        )
    }

    private func written(_ proclitics: Proclitics, at start: Int) -> CliticSplit? {
        guard !proclitics.contains(.will), self[start] == 0x627, self[start + 1] == 0x644, count - start >= 4
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
        guard self[start] == 0x644, count - start >= 3 else { return nil }
        return CliticSplit(
            proclitics: proclitics,
            article: .assimilated,
            nameStart: start,
            baseStart: start + 1,
            suffixLength: 0
        )
    }

    private func shared(_ proclitics: Proclitics, at start: Int) -> CliticSplit? {
        guard self[start] == 0x644, count - start >= 3 else { return nil }
        return CliticSplit(
            proclitics: proclitics,
            article: .shared,
            nameStart: start,
            baseStart: start,
            suffixLength: 0
        )
    }
}
