/// Quotation marks around a name.
enum Quotation {
    /// The byte at which a mark begins that opens a quotation and ends at `place`; `nil` where none does.
    static func opening(before place: Int, of text: UnsafeBufferPointer<UInt8>) -> Int? {
        mark(of: openings, before: place, of: text)
    }

    /// The byte at which a mark begins that closes a quotation and ends at `place`; `nil` where none does.
    static func closing(before place: Int, of text: UnsafeBufferPointer<UInt8>) -> Int? {
        mark(of: closings, before: place, of: text)
    }

    private static func mark(of marks: [[UInt8]], before place: Int, of text: UnsafeBufferPointer<UInt8>) -> Int? {
        marks.first { place >= $0.count && text[place - $0.count..<place].elementsEqual($0) }.map { place - $0.count }
    }

    private static let openings = ["«", "\"", "“", "”"].map { Array($0.utf8) }
    private static let closings = ["»", "\"", "”", "“"].map { Array($0.utf8) }
}
