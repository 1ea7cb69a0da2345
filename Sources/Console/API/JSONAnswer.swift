internal import FoundationEssentials
internal import HTTPTypes

/// JSON as the console's API speaks it: keys in order, text as it is.
enum JSONBytes {
    static func encode(_ document: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // What is encoded here is made of strings, whole numbers and finite ones.
        return (try? encoder.encode(document)).map { Array($0) } ?? Array("null".utf8)
    }
}

extension Answer {
    static func document(_ document: some Encodable, _ status: HTTPResponse.Status = .ok) -> Answer {
        .json(JSONBytes.encode(document) + [UInt8(ascii: "\n")], status)
    }
}
