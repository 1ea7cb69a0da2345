internal import ArabicText

/// Collects names and writes them as a ``Gazetteer``'s table. The order in which names are added doesn't change the
/// bytes, apart from which entry wins a name that two claim: the first.
package struct GazetteerBuilder: Sendable {
    private struct Key {
        var classes: GazetteerClasses = []
        var entry: Int?
        var continues = false
    }

    private var keys: [UInt64: Key] = [:]
    private var entries: [GazetteerEntry] = []

    package init() {}

    /// Adds a name that is known by class alone. Names of more than ``Gazetteer/longestName`` words are left out.
    package mutating func add(_ name: String, classes: GazetteerClasses) {
        add(name, classes: classes, entry: nil)
    }

    /// Adds a thing with the forms of its name; `name` itself is one of them.
    package mutating func add(
        entry name: String,
        forms: [String] = [],
        classes: GazetteerClasses,
        links: [GazetteerEntry.Link] = []
    ) {
        let id = entries.count
        entries.append(GazetteerEntry(id: id, name: name, classes: classes, links: links))
        for form in [name] + forms { add(form, classes: classes, entry: id) }
    }

    /// Adds an adjective of the country that the entry `name` was added as; see ``Gazetteer/country(ofNisba:)``.
    package mutating func add(nisba: String, ofEntry id: Int?) {
        add(nisba, classes: .nisba, entry: id)
        add("ال" + nisba, classes: .nisba, entry: id)
    }

    /// The number of the entry that a name was added for.
    package func entry(named name: String) -> Int? {
        let hash = LetterHash.name(FoldedText(folding: name).letters)
        return keys[hash]?.entry
    }

    private mutating func add(_ name: String, classes: GazetteerClasses, entry: Int?) {
        let words = FoldedText(folding: name).letters.split(separator: LetterHash.space)
        guard !words.isEmpty, words.count <= Gazetteer.longestName else { return }
        var hash = LetterHash()
        for (index, word) in words.enumerated() {
            if index > 0 { hash.append(LetterHash.space) }
            for letter in word { hash.append(letter) }
            let isWhole = index == words.count - 1
            var key = keys[hash.value] ?? Key()
            if isWhole {
                key.classes.formUnion(classes)
                key.entry = key.entry ?? entry
            } else {
                key.continues = true
            }
            keys[hash.value] = key
        }
    }

    /// The table's bytes.
    package func table() -> [UInt8] {
        let slotCount = max(4, keys.count * 4 / 3)
        var slots = [(hash: UInt64, key: Key)?](repeating: nil, count: slotCount)
        for (hash, key) in keys.sorted(by: { $0.key < $1.key }) {
            var index = Gazetteer.slot(of: hash, slotCount: slotCount)
            while slots[index] != nil { index = (index + 1) % slotCount }
            slots[index] = (hash, key)
        }
        var strings: [UInt8] = []
        var entryBytes: [UInt8] = []
        for entry in entries {
            let links = entry.links.map { "\t\($0.scheme)=\($0.value)" }.joined()
            let string = Array((entry.name + links).utf8)
            entryBytes.append(littleEndian: UInt32(strings.count))
            entryBytes.append(littleEndian: UInt32(string.count))
            entryBytes.append(littleEndian: entry.classes.rawValue)
            strings += string
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(slotCount * Gazetteer.slotSize + entryBytes.count + strings.count + Gazetteer.headerSize)
        bytes.append(littleEndian: Gazetteer.version)
        bytes.append(littleEndian: UInt32(slotCount))
        bytes.append(littleEndian: UInt32(entries.count))
        bytes.append(littleEndian: UInt32(strings.count))
        for slot in slots {
            bytes.append(littleEndian: slot?.hash ?? 0)
            bytes.append(littleEndian: slot?.key.classes.rawValue ?? 0)
            let entry = slot?.key.entry.map { UInt32($0 + 1) } ?? 0
            bytes.append(littleEndian: entry | (slot?.key.continues == true ? Gazetteer.continuesBit : 0))
        }
        return bytes + entryBytes + strings
    }
}

extension [UInt8] {
    /// Appends the bytes of `number`, lowest first.
    package mutating func append(littleEndian number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
