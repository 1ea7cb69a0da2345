internal import CText

/// Converts and scores text of a code page 64 bytes at a time, on processors that can.
struct CodePageVectors: Sendable {
    /// The UTF-8 of the bytes from 0x80 on that have two bytes in it; 0 for the others.
    private let leads: [UInt8]
    private let trails: [UInt8]
    /// What each of these bytes adds to a score.
    private let kinds: [UInt8]

    /// How many bytes may be written behind the last one that counts.
    static let slack = 128

    /// `nil` where the processor can't.
    /// - Parameters:
    ///   - letters: the UTF-8 of each byte from 0x80 on.
    ///   - kinds: for each of them what `codepage_sum` wants to know.
    init?(letters: [[UInt8]], kinds: [UInt8]) {
        guard codepage_has_vectors(), letters.count == 0x80, kinds.count == 0x80 else { return nil }
        leads = letters.map { $0.count == 2 ? $0[0] : 0 }
        trails = letters.map { $0.count == 2 ? $0[1] : 0 }
        self.kinds = kinds
    }

    /// The kind of a byte with a letter, a diacritic or nothing.
    /// - Parameter number: is summed up; at most 31.
    static func kind(number: UInt8, isLetter: Bool, isMark: Bool, isMissing: Bool) -> UInt8 {
        number | (isLetter ? codepage_letter : 0) | (isMark ? codepage_mark : 0) | (isMissing ? codepage_missing : 0)
    }

    /// Writes the UTF-8 of `bytes`, up to 64 bytes of which one has no UTF-8 of two bytes. `output` has room for three
    /// bytes for each and for ``slack``.
    func convert(
        _ bytes: UnsafeRawBufferPointer.SubSequence,
        to output: UnsafeMutableRawBufferPointer.SubSequence
    ) -> (read: Int, written: Int) {
        let bytes = UnsafeRawBufferPointer(rebasing: bytes).assumingMemoryBound(to: UInt8.self)
        let output = UnsafeMutableRawBufferPointer(rebasing: output).assumingMemoryBound(to: UInt8.self)
        guard let first = bytes.baseAddress, let place = output.baseAddress,
            output.count >= 3 * bytes.count + Self.slack
        else { return (0, 0) }
        return leads.withUnsafeBufferPointer { leads in
            trails.withUnsafeBufferPointer { trails in
                guard let leads = leads.baseAddress, let trails = trails.baseAddress else { return (0, 0) }
                let progress = codepage_convert(leads, trails, first, bytes.count, place)
                return (progress.read, progress.written)
            }
        }
    }

    /// What a part of a text adds to its score.
    struct Sums {
        /// Bytes from 0x80 on, letters among them, and the sum of their numbers.
        var count = 0
        var letters = 0
        var numbers = 0
        var hasMarks = false
        var hasMissing = false
    }

    func sums(of bytes: UnsafeBufferPointer<UInt8>.SubSequence) -> Sums {
        let bytes = UnsafeBufferPointer(rebasing: bytes)
        guard let first = bytes.baseAddress else { return Sums() }
        return kinds.withUnsafeBufferPointer { kinds in
            guard let kinds = kinds.baseAddress else { return Sums() }
            let sums = codepage_sum(kinds, first, bytes.count)
            return Sums(
                count: sums.beyond_ascii,
                letters: sums.letters,
                numbers: sums.sum,
                hasMarks: sums.marks,
                hasMissing: sums.missing
            )
        }
    }
}
