internal import ArabicText
internal import CPrefetch

/// The lexicon: names and words, looked up by their folded letters, read in place from the model file.
///
/// Layout of the table, little endian: version, number of slots, of entries, length of the strings (UInt32 each); the
/// slots, an open-addressed hash table (hash UInt64, classes UInt32, and a UInt32 whose low 24 bits are 1 + the number
/// of the entry, or 0, and whose top bit says that longer names begin with this one); the entries (offset and length
/// of the string, classes: UInt32 each); the strings, UTF-8: the name, then `TAB scheme=value` for each link.
package struct Gazetteer: Sendable {
    package static let tableName = "entities.gazetteer"
    /// The most words that a name in the lexicon may have.
    package static let longestName = 6

    static let version: UInt32 = 1
    static let headerSize = 16
    static let slotSize = 16
    static let entrySize = 12
    static let continuesBit: UInt32 = 1 << 31
    static let entryMask: UInt32 = 1 << 24 - 1
    private static let tab = UInt8(ascii: "\t")
    private static let equals = UInt8(ascii: "=")

    /// Part of a model file, which is immutable and lives as long as the process.
    nonisolated(unsafe) private let slots: UnsafeRawBufferPointer
    nonisolated(unsafe) private let entries: UnsafeRawBufferPointer
    nonisolated(unsafe) private let strings: UnsafeRawBufferPointer
    private let slotCount: Int
    private let entryCount: Int
    private var countries: [String: Int32] = [:]

    /// What the lexicon says of some letters.
    package struct Match: Sendable, Equatable {
        package var classes: GazetteerClasses
        /// The entry's number, or −1.
        package var entry: Int
        /// Whether longer names begin with these words.
        package var continues: Bool
    }

    /// A lexicon without words.
    package init() {
        slots = UnsafeRawBufferPointer(start: nil, count: 0)
        entries = slots
        strings = slots
        slotCount = 0
        entryCount = 0
    }

    /// Reads the table `bytes`, which must stay as they are for the life of the process.
    package init(bytes: UnsafeRawBufferPointer) throws(ModelError) {
        guard bytes.count >= Self.headerSize else { throw ModelError("the model's lexicon is cut off") }
        func number(_ index: Int) -> Int {
            Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)))
        }
        guard number(0) == Self.version else {
            throw ModelError("the model's lexicon has version \(number(0)), this program reads version \(Self.version)")
        }
        slotCount = number(1)
        entryCount = number(2)
        let slotsEnd = Self.headerSize + slotCount * Self.slotSize
        let entriesEnd = slotsEnd + entryCount * Self.entrySize
        guard bytes.count == entriesEnd + number(3) else { throw ModelError("the model's lexicon is cut off") }
        slots = UnsafeRawBufferPointer(rebasing: bytes[Self.headerSize..<slotsEnd])
        entries = UnsafeRawBufferPointer(rebasing: bytes[slotsEnd..<entriesEnd])
        strings = UnsafeRawBufferPointer(rebasing: bytes[entriesEnd...])
        countries = Self.countries(of: self)
    }

    /// The slot where the search for `hash` begins: its upper half, scaled to the number of slots.
    @inline(__always)
    static func slot(of hash: UInt64, slotCount: Int) -> Int {
        Int(truncatingIfNeeded: (hash >> 32 &* UInt64(truncatingIfNeeded: slotCount)) >> 32)
    }

    /// Has the processor fetch where the search for a name begins, and does not wait for it.
    @inline(__always)
    package func fetch(hash: UInt64) {
        if let base = slots.baseAddress { prefetch(base + Self.slot(of: hash, slotCount: slotCount) &* Self.slotSize) }
    }

    /// What is known of the name with this hash; see ``LetterHash/name(_:)``.
    @inline(__always)
    package func match(hash: UInt64) -> Match? {
        var index = Self.slot(of: hash, slotCount: slotCount)
        for _ in 0..<slotCount {
            let offset = index &* Self.slotSize
            let found = UInt64(littleEndian: slots.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            if found == 0 { return nil }
            if found == hash {
                let classes = UInt32(littleEndian: slots.loadUnaligned(fromByteOffset: offset + 8, as: UInt32.self))
                let payload = UInt32(littleEndian: slots.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
                return Match(
                    classes: GazetteerClasses(rawValue: classes),
                    entry: Int(payload & Self.entryMask) - 1,
                    continues: payload & Self.continuesBit != 0
                )
            }
            index += 1
            if index == slotCount { index = 0 }
        }
        return nil
    }

    /// The classes of a name, given by its folded letters; empty for what isn't in the lexicon.
    package func classes(for letters: some Collection<UInt16>) -> GazetteerClasses {
        match(hash: LetterHash.name(letters))?.classes ?? []
    }

    /// The thing that a name means, given by its folded letters with white space between words, clitics cut off. A
    /// name whose article was contracted with ل («لأمم المتحدة», left of «للأمم المتحدة») is found too.
    /// `nil` for names that the lexicon knows only by class, or not at all.
    package func entry(for letters: some Collection<UInt16>) -> GazetteerEntry? {
        if let entry = named(LetterHash.name(letters)) { return entry }
        guard letters.first == ArabicLetter.lam else { return nil }
        return named(LetterHash.name([ArabicLetter.alef] + letters))
    }

    /// As ``classes(for:)-(Collection)``.
    package func classes(for letters: ArraySlice<UInt16>) -> GazetteerClasses {
        match(hash: LetterHash.name(letters))?.classes ?? []
    }

    /// As ``entry(for:)-(Collection)``, without the entry's texts.
    ///
    /// - Parameter hash: of the letters; see ``LetterHash/name(_:)``.
    package func thing(for letters: ArraySlice<UInt16>, hash: UInt64) -> GazetteerThing? {
        if let thing = thing(hash) { return thing }
        guard letters.first == ArabicLetter.lam else { return nil }
        return thing(LetterHash.name([ArabicLetter.alef] + letters))
    }

    private func named(_ hash: UInt64) -> GazetteerEntry? { thing(hash).flatMap { entry($0.id) } }

    private func thing(_ hash: UInt64) -> GazetteerThing? {
        if let country = ConstituentCountry(hash: hash), entryCount > 0 {
            return GazetteerThing(id: entryCount + country.rawValue, classes: .country)
        }
        guard let found = match(hash: hash), !found.classes.isDisjoint(with: .names), found.entry >= 0,
            found.entry < entryCount
        else { return nil }
        return GazetteerThing(
            id: found.entry,
            classes: GazetteerClasses(rawValue: field(2, of: found.entry))
        )
    }

    /// A field of entry number `id`: 0 where its string begins, 1 the string's length, 2 the classes.
    private func field(_ field: Int, of id: Int) -> UInt32 {
        let offset = id * Self.entrySize + field * 4
        return UInt32(littleEndian: entries.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    /// The country that an adjective belongs to («الروسي», «أميركية»), given by its folded letters; `nil` where the
    /// lexicon knows no such adjective.
    package func country(ofNisba letters: some Collection<UInt16>) -> GazetteerEntry? {
        guard let found = match(hash: LetterHash.name(letters)), found.classes.contains(.nisba) else { return nil }
        return entry(found.entry)
    }

    /// The number of the country with this code of ISO 3166-1 («EG») or -2 («GB-ENG»).
    package func countryNumber(_ code: String) -> Int? { countries[code].map { Int($0) } }

    /// The numbers of the countries, by their code.
    private static func countries(of lexicon: Gazetteer) -> [String: Int32] {
        var countries: [String: Int32] = [:]
        for id in 0..<lexicon.entryCount {
            guard let entry = lexicon.entry(id), entry.classes.contains(.country), let code = entry.link("iso3166"),
                countries[code] == nil
            else { continue }
            countries[code] = Int32(id)
        }
        for country in ConstituentCountry.allCases where lexicon.entryCount > 0 {
            countries[country.code] = Int32(lexicon.entryCount + country.rawValue)
        }
        return countries
    }

    /// As ``entry(for:)-(Collection)``, for a name as it is written.
    package func entry(for name: String) -> GazetteerEntry? {
        entry(for: FoldedText(folding: name).letters)
    }

    /// The entry with this number.
    package func entry(_ id: Int) -> GazetteerEntry? {
        if id >= entryCount, entryCount > 0 {
            return ConstituentCountry(rawValue: id - entryCount)?.entry(id: id)
        }
        guard id >= 0, id < entryCount else { return nil }
        let start = Int(field(0, of: id))
        let end = start + Int(field(1, of: id))
        guard end <= strings.count else { return nil }
        let fields = UnsafeRawBufferPointer(rebasing: strings[start..<end])
        let nameEnd = fields.firstIndex(of: Self.tab) ?? fields.count
        guard nameEnd > 0 else { return nil }
        func text(_ range: Range<Int>) -> String {
            String(decoding: UnsafeRawBufferPointer(rebasing: fields[range]), as: UTF8.self)
        }
        var links: [GazetteerEntry.Link] = []
        var next = nameEnd
        while next < fields.count {
            let field = next + 1..<(fields[(next + 1)...].firstIndex(of: Self.tab) ?? fields.count)
            next = field.upperBound
            guard let equals = fields[field].firstIndex(of: Self.equals) else { continue }
            links.append(.init(scheme: text(field.lowerBound..<equals), value: text(equals + 1..<field.upperBound)))
        }
        return GazetteerEntry(
            id: id,
            name: text(0..<nameEnd),
            classes: GazetteerClasses(rawValue: field(2, of: id)),
            links: links
        )
    }
}
