/// An article's name: the first 16 bytes of a SHA-256 over its content, written as 32 hexadecimal digits.
package struct ArticleID: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Parses 32 hexadecimal digits; `nil` for anything else.
    package init?(_ description: String) {
        guard description.utf8.count == 32,
            description.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }),
            let high = UInt64(description.prefix(16), radix: 16), let low = UInt64(description.suffix(16), radix: 16)
        else { return nil }
        self.init(high: high, low: low)
    }

    /// Reads 16 bytes, big endian; `nil` for another count.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        var high: UInt64 = 0
        var low: UInt64 = 0
        // Shifted through both words: after 16 bytes the first eight are in the upper one.
        for byte in bytes {
            high = high << 8 | low >> 56
            low = low << 8 | UInt64(byte)
        }
        self.init(high: high, low: low)
    }

    /// 16 bytes, big endian.
    package var bytes: [UInt8] {
        withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Array($0) }
    }

    package var description: String {
        func hexadecimal(_ word: UInt64) -> String {
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }
        return hexadecimal(high) + hexadecimal(low)
    }

    package static func < (left: ArticleID, right: ArticleID) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}

extension Article {
    /// The hash of everything that is kept of the article: two articles that differ in any of it have two reports.
    /// Each part is hashed with its length, so that no two different articles give the same bytes.
    package var id: ArticleID {
        var content: [UInt8] = []
        content.reserveCapacity(text.utf8.count + 1024)
        content.append(contentsOf: "warraq.article/1".utf8)
        func append(_ number: Int) {
            withUnsafeBytes(of: UInt64(number).bigEndian) { content.append(contentsOf: $0) }
        }
        func append(_ part: String?) {
            guard let part else { return content.append(0) }
            content.append(1)
            append(part.utf8.count)
            content.append(contentsOf: part.utf8)
        }
        for part in [title, source, url, published, externalID, text] { append(part) }
        if let markedHeadings {
            content.append(1)
            append(markedHeadings.count)
            for heading in markedHeadings {
                append(heading.lowerBound)
                append(heading.upperBound)
            }
        } else {
            content.append(0)
        }
        let digest = SHA256.digest(of: content)
        // 32 bytes always hold 16.
        return ArticleID(bytes: digest.prefix(16)) ?? ArticleID(high: 0, low: 0)
    }
}
