internal import ArabicText

/// Words that tell something of the names around them, from the lists `@words` of `Lexicons/entities`. What stands here
/// the tagger's features do not see.
///
/// The table is text, UTF-8: on each line the name of a kind, a tab, and its words with spaces between.
package struct EntityWords: Sendable {
    package static let tableName = "entities.words"

    package struct Kinds: OptionSet, Sendable, Hashable {
        package let rawValue: UInt32
        package init(rawValue: UInt32) { self.rawValue = rawValue }

        /// What only the names of bodies have: «عام», «وطنية».
        package static let bodyAttribute = Self(rawValue: 1 << 0)
        /// What bodies are for: «صحة», «حقوق».
        package static let bodyField = Self(rawValue: 1 << 1)
        /// «تابعة»: says whose a body is, and is no part of its name.
        package static let belonging = Self(rawValue: 1 << 2)
        /// «نادي», «فريق».
        package static let club = Self(rawValue: 1 << 3)
        /// A body of a town or district: «بلدية», «أمانة».
        package static let localBody = Self(rawValue: 1 << 4)
        /// «محافظة», «منطقة»: between such a body and its place.
        package static let district = Self(rawValue: 1 << 5)
        /// «صحيفة», «مجلة».
        package static let paper = Self(rawValue: 1 << 6)
        /// God, behind prepositions too.
        package static let god = Self(rawValue: 1 << 7)
        /// «بفضل», «رضوان»: with the name of God behind it an invocation.
        package static let grace = Self(rawValue: 1 << 8)
        /// A verb that says that somebody said something: «أوضح».
        package static let reporting = Self(rawValue: 1 << 9)
        /// «معرض», «مهرجان».
        package static let eventHead = Self(rawValue: 1 << 10)
        /// What kind of event it is: «سينمائي», «تراثية».
        package static let eventAttribute = Self(rawValue: 1 << 11)

        /// What says of a body only of which kind it is: «جديدة», «أجنبية».
        package static let anyAttribute = Self(rawValue: 1 << 12)

        /// What bears a title: «فيلم», «روايته», «جائزة».
        package static let titled = Self(rawValue: 1 << 13)
        /// A body whose name stands in quotation marks: «شركة», «مطعم».
        package static let named = Self(rawValue: 1 << 14)
        /// «اللاعب», «الطالبة».
        package static let person = Self(rawValue: 1 << 15)
        /// Between such a noun and the name: «بعنوان».
        package static let entitled = Self(rawValue: 1 << 16)
        /// The name of a newspaper.
        package static let paperName = Self(rawValue: 1 << 17)
        /// A noun that is part of a place's name: «جامع», «شاطئ».
        package static let placeHead = Self(rawValue: 1 << 18)
        /// Before a row of places: «أحياء».
        package static let placeRow = Self(rawValue: 1 << 19)
        /// Where a part of a place lies: «الشمالية».
        package static let direction = Self(rawValue: 1 << 20)
        /// A noun behind which the name of a place names none: «صلاة» (المغرب), «جوز» (الهند).
        package static let placeless = Self(rawValue: 1 << 21)
        /// An event that is called by its place: «أولمبياد».
        package static let placedEvent = Self(rawValue: 1 << 22)
        /// An event that is held again and again, and called by its year, too: «كأس», «معرض».
        package static let yearly = Self(rawValue: 1 << 23)
        /// The bits that kinds may have: ``KnownWord`` has three bytes for them.
        static let mask: UInt32 = 1 << 24 - 1

        /// By the names that lexicon files use for them.
        package static let byName: KeyValuePairs<String, Kinds> = [
            "body-attribute": .bodyAttribute, "body-field": .bodyField, "belonging": .belonging, "club": .club,
            "local-body": .localBody, "district": .district, "paper": .paper, "god": .god, "grace": .grace,
            "reporting": .reporting, "event-head": .eventHead, "event-attribute": .eventAttribute,
            "any-attribute": .anyAttribute, "titled": .titled, "named": .named, "person": .person,
            "entitled": .entitled, "paper-name": .paperName, "place-head": .placeHead, "place-row": .placeRow,
            "direction": .direction, "placeless": .placeless, "placed-event": .placedEvent, "yearly": .yearly,
        ]
    }

    private let table: LetterTable

    /// No words.
    package init() { table = LetterTable([]) }

    /// Reads a model's table.
    package init(bytes: UnsafeRawBufferPointer) throws(ModelError) {
        var lists: [(words: String, value: UInt32)] = []
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let columns = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
            guard columns.count == 2, let kind = Kinds.byName.first(where: { $0.key == columns[0] })?.value else {
                let line = String(decoding: line, as: UTF8.self)
                throw ModelError("the model's table \(Self.tableName) is broken: «\(line.prefix(40))»")
            }
            lists.append((columns[1], kind.rawValue))
        }
        table = LetterTable(lists: lists)
    }

    /// The bytes of a table with `words`.
    package static func table(of words: [(word: String, kinds: Kinds)]) -> [UInt8] {
        var text = ""
        for (name, kind) in Kinds.byName {
            let own = words.filter { $0.kinds.contains(kind) }.map(\.word)
            if !own.isEmpty { text += "\(name)\t\(own.joined(separator: " "))\n" }
        }
        return Array(text.utf8)
    }

    /// What a folded word is.
    package subscript(word: ArraySlice<UInt16>) -> Kinds { Kinds(rawValue: table[word] ?? 0) }
}
