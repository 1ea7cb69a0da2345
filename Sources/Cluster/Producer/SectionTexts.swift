internal import Articles

/// Cuts an article's sections out of its text: the places in the text are looked up once, in one pass.
struct SectionTexts: Sendable {
    private let text: String
    private let sections: [Section]
    /// Where each section starts, and where the last one ends.
    private let bounds: [String.Index]

    init(outline: Outline) {
        text = outline.article.text
        sections = outline.sections
        var bounds: [String.Index] = []
        bounds.reserveCapacity(outline.sections.count + 1)
        var utf8 = text
        let places = utf8.withUTF8 { Self.places(of: outline.sections, in: $0) }
        for place in places { bounds.append(text.utf8.index(text.startIndex, offsetBy: place)) }
        bounds.append(text.endIndex)
        self.bounds = bounds
    }

    /// The UTF-8 offset at which each section starts: every byte but those that continue a code point counts.
    private static func places(of sections: [Section], in utf8: UnsafeBufferPointer<UInt8>) -> [Int] {
        guard let start = utf8.baseAddress else { return sections.map { _ in 0 } }
        var places: [Int] = []
        places.reserveCapacity(sections.count)
        var place = 0
        var offset = 0
        for section in sections {
            // Sections tile the text, so each starts at or after the one before.
            // Eight bytes at a time, as long as the section does not start in them.
            while place + 8 <= utf8.count, offset + 8 <= section.range.lowerBound {
                let bytes = UnsafeRawPointer(start + place).loadUnaligned(as: UInt64.self)
                // Those that continue a code point have 10 as their upper bits.
                offset += 8 - (bytes & ~(bytes << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
                place += 8
            }
            // The first code point may have begun in what was counted.
            while place < utf8.count, utf8[place] & 0xC0 == 0x80 { place += 1 }
            while place < utf8.count, offset < section.range.lowerBound {
                place += 1
                while place < utf8.count, utf8[place] & 0xC0 == 0x80 { place += 1 }
                offset += 1
            }
            places.append(place)
        }
        return places
    }

    subscript(index: Int) -> SectionText {
        let section = sections[index]
        let start = section.range.lowerBound
        return SectionText(
            kind: section.kind,
            text: String(text.unicodeScalars[bounds[index]..<bounds[index + 1]]),
            heading: section.heading.map { ($0.lowerBound - start)..<($0.upperBound - start) }
        )
    }
}
