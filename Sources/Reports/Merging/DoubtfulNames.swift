internal import ArabicText
internal import Extraction

/// What an article's other names say of single words of which one can't be sure where they begin, or whether they are names.
///
/// Extraction sees to that in the section that it reads; the other name may stand in another one.
enum DoubtfulNames {
    /// Why a word is doubtful.
    enum Doubt: Sendable {
        /// A letter that may be a preposition stands right before it: «قال باريك» is no «اريك» where the article has «جاي باريك».
        case letterBefore
        /// It begins with «and» or with its own letter: «وكفريا», where the article has «كفريا».
        case conjunction
        /// It is what is left of a person without «على», and is one where the article names him elsewhere.
        case behindPreposition
    }

    /// The Arabic letter that ends at byte `place`, if one does.
    static func letter(before place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt16? {
        guard place >= 2 else { return nil }
        let (lead, byte) = (bytes[place - 2], bytes[place - 1])
        guard lead == 0xD8 ? 0xA0...0xBF ~= byte : lead == 0xD9 && 0x80...0x8A ~= byte else { return nil }
        return UInt16(lead & 0x1F) << 6 | UInt16(byte & 0x3F)
    }

    /// Why a name is doubtful, by its form and the letter right before it.
    static func doubt(of form: Int, behind letter: UInt16?, among forms: NameForms) -> Doubt? {
        guard forms.wordCount(of: form) == 1 else { return nil }
        if let letter, prepositions.contains(letter) { return .letterBefore }
        return forms[form].letters.count > 4 && forms.letters(of: form).first == waw ? .conjunction : nil
    }

    /// ب ف ك ل
    private static let prepositions: [UInt16] = [0x628, 0x641, 0x643, 0x644]
    private static let waw: UInt16 = 0x648

    /// Gives surnames their first letter back, takes «and» from other names, and takes out what no person is called.
    static func settle(in text: CodePointIndex.UTF8, lexicon: any NameLexicon, mentions: inout ArticleMentions) {
        let doubtful = mentions.indices.filter { index in
            mentions[index].doubt != nil && TypeVote.decides(on: mentions[index].type)
        }
        guard !doubtful.isEmpty else { return }
        let known = Known(among: mentions)
        var unknown: [Int] = []
        for index in doubtful {
            switch mentions[index].doubt {
            case .letterBefore: restore(index, in: text, known, lexicon: lexicon, mentions: &mentions)
            case .conjunction:
                let range = mentions[index].range.dropFirst()
                let written = text[range.startIndex..<range.endIndex]
                guard let form = mentions.names.knownForm(written), known.standsFree(form, mentions[index].type) else {
                    break
                }
                mentions.replace(index, with: range.startIndex..<range.endIndex, written: written)
            case .behindPreposition: if !known.isNamed(mentions[index], among: mentions) { unknown.append(index) }
            case nil: break
            }
        }
        if !unknown.isEmpty { mentions.remove(unknown) }
    }

    /// What is known without the letter, or named without it elsewhere, stays.
    private static func restore(
        _ index: Int,
        in text: CodePointIndex.UTF8,
        _ known: Known,
        lexicon: any NameLexicon,
        mentions: inout ArticleMentions
    ) {
        let form = mentions.form(of: mentions[index])
        let letters = mentions.names.forms.letters(of: form)
        let range = mentions[index].range.lowerBound - 1..<mentions[index].range.upperBound
        let written = text[range]
        guard let first = String(cut: written).utf16.first else { return }
        var hash = LetterRunHash()
        hash.add(first)
        for letter in letters { hash.add(letter) }
        guard known.isSurname(hash.value, length: letters.count + 1), !known.hasForm(form),
            lexicon.thing(for: letters) == nil
        else { return }
        mentions.replace(index, with: range, written: written)
        mentions.makePerson(index)
    }

    /// The names of an article that are not doubtful.
    private struct Known {
        /// By the hash of a person's last word, how many letters that has.
        private var surnames = HashedNumbers()
        private var forms = HashedNumbers()
        /// Those without a letter right before them, by type.
        private var free = HashedNumbers()

        init(among mentions: borrowing ArticleMentions) {
            for mention in mentions.all where TypeVote.decides(on: mention.type) {
                let form = mentions.form(of: mention)
                if mention.doubt == nil, mention.standsFree {
                    _ = free.number(of: Self.hash(form, mention.type), orAdd: form)
                }
                if mention.doubt == nil { _ = forms.number(of: HashedNumbers.hash(of: form), orAdd: form) }
                let words = mentions.names.forms.words[mentions.names.forms[form].words]
                guard mention.type.isPerson, words.count > 1, let last = words.last else { continue }
                _ = surnames.number(of: last.hash, orAdd: last.letters.count)
            }
        }

        func isSurname(_ hash: UInt64, length: Int) -> Bool { surnames[hash] == length }

        private static func hash(_ form: Int, _ type: EntityType) -> UInt64 {
            HashedNumbers.hash(of: form << 8 | Int(type.rawValue))
        }

        func standsFree(_ form: Int, _ type: EntityType) -> Bool { free[Self.hash(form, type)] != nil }

        func hasForm(_ form: Int) -> Bool { forms[HashedNumbers.hash(of: form)] != nil }

        func isNamed(_ mention: PlacedMention, among mentions: borrowing ArticleMentions) -> Bool {
            let form = mentions.form(of: mention)
            guard let word = mentions.names.forms.words[mentions.names.forms[form].words].first else { return false }
            return hasForm(form) || isSurname(word.hash, length: word.letters.count)
        }
    }
}
