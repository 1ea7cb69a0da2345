internal import ArabicText
internal import Articles
internal import Extraction

/// What is named beside a person: titles are held in bodies and places that stand there, and may be somebody else's.
struct NearbyMentions {
    /// A body or a place.
    struct Named {
        /// In code points, and in bytes.
        var range: Range<Int>
        var bytes: Range<Int>
        var isBody: Bool

        /// From where this one begins to the end of another.
        func joined(with other: Named) -> Named {
            Named(
                range: range.lowerBound..<other.range.upperBound,
                bytes: bytes.lowerBound..<other.bytes.upperBound,
                isBody: isBody
            )
        }
    }

    /// Named last before the person: «رئيس الاتحاد العمالي العام بشارة الأسمر»; a place with what it is («بمنطقة تبوك»).
    var before: Named?
    /// The body in a place that is ``before``, with the place: «فرع وزارة العمل بالجوف».
    var bodyBefore: Named?
    /// Named next behind the person.
    var behind: Named?
    /// The byte at which the name of who is named last before the person ends.
    var person: Int?

    /// How far off a mention may be, in code points.
    private static let reach = TitleFinder.reach

    /// - Parameters:
    ///   - person: where the name stands, in code points.
    ///   - next: the mention behind it.
    ///   - section: the code point before which nothing is near.
    ///   - mentions: those before the name.
    init(
        to person: Range<Int>,
        next: (range: Range<Int>, type: EntityType)?,
        from section: Int,
        of text: CodePointIndex.UTF8,
        among mentions: borrowing ArticleMentions
    ) {
        func isNear(_ range: Range<Int>) -> Bool {
            range.lowerBound >= section && range.upperBound < person.lowerBound
                && person.lowerBound - range.upperBound <= Self.reach
        }
        func named(_ range: Range<Int>, _ type: EntityType) -> Named? {
            guard type.isOrganization || type.isLocation else { return nil }
            return Named(range: range, bytes: text.range(of: range), isBody: type.isOrganization)
        }
        if let last = mentions.all.last, isNear(last.range), let named = named(last.range, last.type) {
            before = named.isBody ? named : Self.withRegion(named, in: text.bytes)
            if let before, !named.isBody, let body = mentions.all.dropLast().last, body.type.isOrganization,
                isNear(body.range),
                Self.areJoined(body.range.upperBound..<before.range.lowerBound, in: text)
            {
                bodyBefore = Named(range: body.range, bytes: text.range(of: body.range), isBody: true).joined(
                    with: before
                )
            }
        }
        if let next, next.range.lowerBound > person.upperBound,
            next.range.lowerBound - person.upperBound <= Self.reach
        {
            behind = named(next.range, next.type)
        }
        // What he heads may be named between: «أمير قطر».
        if let last = mentions.all.suffix(2).last(where: { $0.type.isPerson }), isNear(last.range) {
            self.person = text.range(of: last.range).upperBound
        }
    }

    /// A place with the noun before it that says what it is: «منطقة» «تبوك».
    private static func withRegion(_ place: Named, in text: UnsafeBufferPointer<UInt8>) -> Named {
        let end = TitleFinder.end(before: place.bytes.lowerBound, in: text)
        guard end < place.bytes.lowerBound else { return place }
        for (region, length) in regions where end >= region.count {
            let start = end - region.count
            guard text[start..<end].elementsEqual(region) else { continue }
            return Named(
                range: place.range.lowerBound - length - 1..<place.range.upperBound,
                bytes: start..<place.bytes.upperBound,
                isBody: false
            )
        }
        return place
    }

    /// Whether what stands between a body and a place says that it is there: «فرع الوزارة بالجوف», «الحملة في سوريا».
    private static func areJoined(_ gap: Range<Int>, in text: CodePointIndex.UTF8) -> Bool {
        guard gap.count <= longestLink else { return false }
        let bytes = text[gap]
        return links.contains { bytes.elementsEqual($0) }
    }

    private static let regions = [
        "منطقة", "محافظة", "مدينة", "ولاية", "إقليم", "اقليم", "إمارة", "العاصمة", "مملكة", "دولة", "جمهورية", "مركز",
    ].map { (Array($0.utf8), $0.unicodeScalars.count) }

    private static let links = [" ب", " في "].map { Array($0.utf8) }
    private static let longestLink = 4
}
