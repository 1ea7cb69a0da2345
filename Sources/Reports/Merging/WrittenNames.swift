internal import ArabicText

/// The ways in which names are written in an article: each is folded and looked over once, however often it stands there.
struct WrittenNames: Sendable {
    /// A way of writing.
    struct Name: Sendable {
        /// As it is written.
        let text: String
        /// The number of the name that is written as this one is shown (``WrittenForm``): nearly always its own.
        let shown: Int
        /// Without what varies in writing: a number for ``WrittenNames/forms``.
        let form: Int
        /// Whether it has lost the alef of its article to ل before it («لسيسي», left of «للسيسي»); ``form`` has it.
        var isContracted = false
    }

    private(set) var forms = NameForms()
    private var names: [Name] = []
    /// By the hash of what is written.
    private var numbers = HashedNumbers()
    /// The names with an alef restored, by the hash of the number of those without.
    private var restored = HashedNumbers()

    /// Forgets all names, and makes room for `capacity` before it grows.
    mutating func begin(capacity: Int) {
        forms.begin(capacity: capacity)
        names.removeAll(keepingCapacity: true)
        numbers.begin(capacity: capacity)
        restored.begin(capacity: 0)
    }

    subscript(number: Int) -> Name {
        @inline(__always) _read { yield names[number] }
    }

    /// How name number `number` is shown.
    func shown(_ number: Int) -> String { names[names[number].shown].text }

    /// The number of the name that is written so.
    mutating func number(of utf8: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = Self.hash(utf8)
        let known = numbers.number(of: hash) { number in
            names[number].text.utf8.withContiguousStorageIfAvailable { $0.elementsEqual(utf8) }
                ?? names[number].text.utf8.elementsEqual(utf8)
        }
        return known ?? added(utf8, hash: hash)
    }

    /// The number of name number `number` with the alef of its article.
    mutating func restored(_ number: Int) -> Int {
        let key = HashedNumbers.hash(of: number)
        if let known = restored[key] { return known }
        guard forms.mayBeContracted(names[number].form) else { return number }
        let (text, shown) = (names[number].text, names[number].shown)
        let whole = forms.number(ofAlefBefore: names[number].form)
        names.append(Name(text: text, shown: shown, form: whole, isContracted: true))
        restored.add(names.count - 1, of: key)
        return names.count - 1
    }

    /// The number of the form of what is written so, if a name has it.
    mutating func knownForm(_ utf8: UnsafeBufferPointer<UInt8>) -> Int? { forms.known(utf8) }

    /// The number of the form that is this word alone.
    mutating func form(of word: NameForms.Word) -> Int { forms.number(of: word) }

    private mutating func added(_ utf8: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
        let text = String(cut: utf8)
        let (form, isSpaced) = forms.number(of: utf8)
        var shown: Int?
        if !isSpaced, var spaced = WrittenForm.spaced(text) { shown = spaced.withUTF8 { number(of: $0) } }
        names.append(Name(text: text, shown: shown ?? names.count, form: form))
        numbers.add(names.count - 1, of: hash)
        return names.count - 1
    }

    /// Eight bytes at a time, each mixed by a multiplication, as in FxHash.
    static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
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
