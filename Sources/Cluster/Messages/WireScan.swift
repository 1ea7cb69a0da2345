/// Looks over a frame before it is decoded.
///
/// An element of a list takes two bytes on the wire when it is empty, and a hundred and more in memory: a message within
/// the size limit could ask for gigabytes. No honest message is like that, so the number of messages, texts and lists in
/// it is held against its size, before anything is allocated. Numbers cost no more in memory than they are worth here.
enum WireScan {
    /// Fields that any message may have, however small it is.
    private static let free = 1 << 16
    /// Beyond ``free``, a field for each so many bytes.
    private static let bytesPerField = 6

    static func check(_ bytes: UnsafeRawBufferPointer) throws(MessageError) {
        // A field takes two bytes at least.
        guard bytes.count / 2 > free else { return }
        var budget = free + bytes.count / bytesPerField
        count(bytes, Lists.frame, &budget)
        guard budget >= 0 else {
            throw MessageError("the message has too many elements for its \(bytes.count) bytes")
        }
    }

    /// Takes the fields with content of a message, and of those in it that `lists` names, off the budget. Stops where the bytes are
    /// no message: the decoder says so.
    private static func count(_ bytes: UnsafeRawBufferPointer, _ lists: Lists, _ budget: inout Int) {
        var offset = 0
        while offset < bytes.count {
            guard budget >= 0, let tag = varint(bytes, &offset) else { return }
            switch tag & 7 {
            case 0: guard varint(bytes, &offset) != nil else { return }
            case 1: offset += 8
            case 2:
                guard let length = varint(bytes, &offset), length <= UInt64(bytes.count - offset) else { return }
                budget -= 1
                if let inner = lists.fields[tag >> 3] {
                    count(UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + Int(length)]), inner, &budget)
                }
                offset += Int(length)
            case 5: offset += 4
            default: return
            }
        }
    }

    /// The number of the client's question that is in a frame; `nil` where there is none. What else is in it is not read.
    static func request(ofQuestion frame: UnsafeRawBufferPointer) -> UInt64? {
        guard case .bytes(let question) = first(10, in: frame), case .number(let request) = first(1, in: question)
        else { return nil }
        return request
    }

    private enum Content {
        case number(UInt64)
        case bytes(UnsafeRawBufferPointer)
    }

    /// What the first of a message's fields with this number holds, if that is of those kinds.
    private static func first(_ field: UInt64, in bytes: UnsafeRawBufferPointer) -> Content? {
        var offset = 0
        while offset < bytes.count, let tag = varint(bytes, &offset) {
            let content: Content?
            switch tag & 7 {
            case 0:
                guard let number = varint(bytes, &offset) else { return nil }
                content = .number(number)
            case 2:
                guard let length = varint(bytes, &offset), length <= UInt64(bytes.count - offset) else { return nil }
                content = .bytes(UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + Int(length)]))
                offset += Int(length)
            case 1, 5:
                content = nil
                offset += tag & 7 == 1 ? 8 : 4
            default: return nil
            }
            if tag >> 3 == field { return content }
        }
        return nil
    }

    private static func varint(_ bytes: UnsafeRawBufferPointer, _ offset: inout Int) -> UInt64? {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            guard offset < bytes.count else { return nil }
            let byte = bytes[offset]
            offset += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
        }
        return nil
    }

    /// The fields of a message that lead to lists of messages or of bytes, by their numbers in `warraq.proto`.
    private struct Lists: Sendable {
        var fields: [UInt64: Lists] = [:]

        static let list = Lists()
        private static let inFirst = Lists(fields: [1: list])
        private static let findings = Lists(fields: [1: list, 2: list, 3: list, 5: list])
        private static let results = Lists(fields: [1: Lists(fields: [3: findings])])

        static let frame = Lists(fields: [
            4: Lists(),
            5: Lists(fields: [3: inFirst]),
            6: Lists(fields: [1: results]),
            7: Lists(),
            8: Lists(fields: [2: Lists(fields: [1: list, 2: list]), 3: list, 4: inFirst, 5: inFirst, 10: inFirst]),
            9: Lists(fields: [2: Lists(fields: [1: list]), 3: inFirst, 4: list, 5: list]),
            10: Lists(fields: [2: inFirst, 3: list, 8: list, 9: list]),
            11: Lists(fields: [2: inFirst, 5: Lists(fields: [30: list]), 6: inFirst]),
        ])
    }
}
