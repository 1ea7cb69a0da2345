/// ، or the Latin comma.
enum Comma {
    /// How many bytes one has that stands at a place; `nil` where none does.
    static func length(at place: Int, of text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard place < text.count else { return nil }
        if text[place] == UInt8(ascii: ",") { return 1 }
        return text[place] == 0xD8 && place + 1 < text.count && text[place + 1] == 0x8C ? 2 : nil
    }

    /// The byte at which one begins that stands before a place, with a space between or without; `nil` where none does.
    static func place(before place: Int, of text: UnsafeBufferPointer<UInt8>) -> Int? {
        let end = place > 0 && text[place - 1] == UInt8(ascii: " ") ? place - 1 : place
        if end >= 1, length(at: end - 1, of: text) == 1 { return end - 1 }
        return end >= 2 && length(at: end - 2, of: text) == 2 ? end - 2 : nil
    }
}
