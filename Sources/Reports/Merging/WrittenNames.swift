internal import ArabicText

/// The ways in which names are written in an article: each is folded and looked over once, however often it stands there.
struct WrittenNames: Sendable {
    /// A way of writing.
    struct Name: Sendable {
        /// As it is written.
        let text: String
        /// As it is shown (``WrittenForm``).
        let shown: String
        /// The same for all that are shown with the same bytes.
        let shownID: Int
        /// Without what varies in writing.
        fileprivate(set) var form: NameForm
        /// The same for all that have this form, from 0 on.
        fileprivate(set) var formID: Int
        /// Whether it has lost the alef of its article to ل before it («لسيسي», left of «للسيسي»); ``form`` has it.
        fileprivate(set) var isContracted = false
    }

    private struct Bytes: Hashed, Sendable {
        let text: String
        let hash: UInt64

        static func == (left: Bytes, right: Bytes) -> Bool {
            left.hash == right.hash && left.text.utf8.elementsEqual(right.text.utf8)
        }
    }

    private var names: [Name] = []
    private var forms: HashedMap<NameForm, Void>
    /// The names with an alef restored, by those without.
    private var restored: [Int: Int] = [:]
    /// Open addressing: a name's number + 1, or 0, and the hash of its bytes. At most half full.
    private var slots: [(hash: UInt64, number: Int)]
    private var shown: HashedMap<Bytes, Void>

    /// With room for so many before it grows.
    init(capacity: Int) {
        var size = 16
        while size < 2 * capacity { size *= 2 }
        slots = Array(repeating: (0, 0), count: size)
        shown = HashedMap<Bytes, Void>(capacity: capacity)
        forms = HashedMap<NameForm, Void>(capacity: capacity)
        names.reserveCapacity(capacity)
    }

    subscript(number: Int) -> Name {
        @inline(__always) _read { yield names[number] }
    }

    /// How many forms there are.
    var formCount: Int { forms.keys.count }

    /// The number of the name at the code points of `range`.
    mutating func number(at range: Range<Int>, in text: CodePointIndex) -> Int {
        text.withUTF8 { utf8 in
            number(of: UnsafeBufferPointer(rebasing: utf8.bytes[utf8.range(of: range)]))
        }
    }

    /// The number of name number `number` with the alef of its article.
    mutating func restored(_ number: Int) -> Int {
        if let known = restored[number] { return known }
        guard let whole = names[number].form.withContractedArticle else { return number }
        var name = names[number]
        name.isContracted = true
        name.form = whole
        name.formID = forms.place(of: whole, orAdd: ()).place
        names.append(name)
        restored[number] = names.count - 1
        return names.count - 1
    }

    private mutating func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = Self.hash(bytes)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot].number > 0 {
            let number = slots[slot].number - 1
            if slots[slot].hash == hash, names[number].text.utf8.elementsEqual(bytes) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        names.append(made(bytes))
        slots[slot] = (hash, names.count)
        if 2 * names.count > slots.count { grow() }
        return names.count - 1
    }

    private mutating func made(_ bytes: UnsafeBufferPointer<UInt8>) -> Name {
        let text = String(cut: bytes)
        var form = NameForm(utf8: bytes)
        if form.letters.isEmpty { form = NameForm(letters: Array(text.utf16)) }
        let spaced = WrittenForm.spaced(text)
        // What is white space alone is shown as it is.
        let shown = spaced.isEmpty ? text : spaced
        var copy = shown
        let key = Bytes(text: shown, hash: copy.withUTF8 { Self.hash($0) })
        return Name(
            text: text,
            shown: shown,
            shownID: self.shown.place(of: key, orAdd: ()).place,
            form: form,
            formID: forms.place(of: form, orAdd: ()).place
        )
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: (0, 0), count: old.count * 2)
        for entry in old where entry.number > 0 {
            var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
            while slots[slot].number > 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = entry
        }
    }

    /// Eight bytes at a time, each mixed by a multiplication, as in FxHash.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(bytes)
        var hash = UInt64(raw.count)
        var index = 0
        while index + 8 <= raw.count {
            hash = mix(hash, raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        var rest: UInt64 = 0
        while index < raw.count {
            rest = rest << 8 | UInt64(raw[index])
            index += 1
        }
        hash = mix(hash, rest)
        return hash ^ hash >> 32
    }

    @inline(__always)
    private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        ((hash << 5 | hash >> 59) ^ word) &* 0x9E37_79B9_7F4A_7C15
    }
}
