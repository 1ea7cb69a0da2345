/// The most frequent words of the languages in Arabic script that are no words of another of them, or seldom. A
/// class, because the evidence of each text holds it.
final class FrequentWords: Sendable {
    static let languages: [Language] = [.arabic, .persian, .urdu, .pashto, .sorani, .uyghur, .sindhi]

    /// Words with their points, ی written as ي and ک as ك, as ``ArabicScriptEvidence/Word`` has them.
    private static let words: [(language: UInt8, weight: UInt8, words: String)] = [
        (0, 3, "في على إلى الى التي الذي هذا هذه أن إن عن ذلك وفي ومن لم لن قد وقد كما كانت الذين حيث منذ خلال أمام"),
        (0, 2, "قال كان أو حول حتى عند ضد مع غير كل أي أكثر تم عبر يوم وهو وهي إنه أنه وقال بعد بين قبل ثم نحو عدة"),
        (0, 1, "من ما لا هو هي يا او ان الي اي"),
        (1, 3, "از كه را اين است برای شده كند شود باشد بود آن نيز يك گفت دارد هستند ها هاي خواهد كنند ايران پيش"),
        (1, 2, "در با مي وي تا شد كشور افزود پس چه ديگر شما آنها تهران خود درباره روز دو سه سپاه اعلام"),
        (1, 1, "به بر سال دولت مردم جهان داد كرد كرده"),
        (2, 3, "كے ميں ہے ہيں سے نے اور يہ وہ نہيں بھي تھا گيا گئي ليے ہو كہ انہوں رہے ساتھ اپنے ايک"),
        (2, 2, "كا كو پر جائے كہا والے ہوئے گئے تھي تھے رہا كيا پاكستان كر تک اس لاہور كراچي ہوا كي"),
        (3, 3, "په چې كې نه شوي يې ده هغه دغه كړي كړ كړه لپاره وويل افغانستان ولسمشر ته ترڅو"),
        (3, 1, "د سره"),
        (4, 3, "بۆ ئەو لە بە كە ئەم بوو هەر لەگەڵ هەولێر كوردستان دەكات سەر نێوان ڕۆژ دواي ئێستا"),
        (5, 3, "ۋە بىلەن بۇ ئۇ بىر ئۈچۈن دەپ قىلىپ بولغان قىلغان ئىدى كېيىن ھەم دېدى شىنجاڭ ئۇيغۇر"),
        (6, 3, "جي ۾ ۽ آهي سان هن آهن ڪري ڪيو سنڌ ڪراچي"),
    ]

    /// The first language that a word is listed for has it.
    static let table = FrequentWords()

    private struct Slot {
        var key: UInt64 = 0
        var language: UInt8 = 0
        var weight: UInt8 = 0
    }

    private let slots: [Slot]
    /// A bit for each word, by twelve bits of its hash: eight lines of the cache that say of most other words that they
    /// are none.
    private let filter: InlineArray<64, UInt64>

    private static let size = 1024

    private init() {
        var slots = [Slot](repeating: Slot(), count: Self.size)
        var filter = InlineArray<64, UInt64>(repeating: 0)
        for list in Self.words {
            for word in list.words.unicodeScalars.split(separator: " ") {
                guard word.count <= 8, word.allSatisfy({ $0.value >> 8 == 6 }) else { continue }
                let key = word.reduce(UInt64(0)) { key, scalar in
                    let letter: UInt32 = scalar.value == 0x6CC ? 0x64A : scalar.value == 0x6A9 ? 0x643 : scalar.value
                    return key << 8 | UInt64(letter & 0xFF)
                }
                var slot = Self.slot(key)
                while slots[slot].key != 0, slots[slot].key != key { slot = (slot + 1) % Self.size }
                guard slots[slot].key == 0 else { continue }
                slots[slot] = Slot(key: key, language: list.language, weight: list.weight)
                let bit = Self.hash(key) >> 52
                filter[Int(bit >> 6)] |= 1 << (bit & 63)
            }
        }
        self.slots = slots
        self.filter = filter
    }

    @inline(__always)
    private static func hash(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

    @inline(__always)
    private static func slot(_ key: UInt64) -> Int { Int(truncatingIfNeeded: hash(key) >> 54) }

    @inline(__always)
    subscript(_ key: UInt64) -> (language: UInt8, weight: UInt8)? {
        let bit = Self.hash(key) >> 52
        guard filter[Int(truncatingIfNeeded: bit >> 6)] >> (bit & 63) & 1 != 0 else { return nil }
        var slot = Self.slot(key)
        while slots[slot].key != 0 {
            if slots[slot].key == key { return (slots[slot].language, slots[slot].weight) }
            slot = (slot &+ 1) & (Self.size - 1)
        }
        return nil
    }
}
