internal import FoundationEssentials

/// Finds the number for which a document is no report: of such a one Foundation's decoder says only that the JSON is not
/// valid. It is looked for when a report was refused for that.
struct UnfitNumber: Decodable {
    private static let wholeNumbers: Set = [
        "index", "part", "start", "end", "section", "sections", "entity", "entities", "id",
    ]
    private static let scores: Set = ["confidence", "salience", "score"]

    /// The place of the number and what it is; `nil` where there is none.
    static func error(in json: [UInt8]) -> DecodingError? {
        do {
            _ = try JSONDecoder().decode(Self.self, from: Data(json))
            return nil
        } catch {
            guard case let error as DecodingError = error, case .dataCorrupted(let context) = error,
                !context.codingPath.isEmpty
            else { return nil }
            return error
        }
    }

    init(from decoder: any Decoder) throws {
        if let object = try? decoder.container(keyedBy: Key.self) {
            for key in object.allKeys.sorted(by: { $0.stringValue < $1.stringValue }) {
                _ = try object.decodeIfPresent(Self.self, forKey: key)
            }
        } else if var list = try? decoder.unkeyedContainer() {
            while !list.isAtEnd { _ = try list.decodeIfPresent(Self.self) }
        } else {
            try Self.check(try decoder.singleValueContainer())
        }
    }

    private static func check(_ value: any SingleValueDecodingContainer) throws {
        guard let key = value.codingPath.last(where: { $0.intValue == nil })?.stringValue,
            wholeNumbers.contains(key) || scores.contains(key),
            !value.decodeNil(), (try? value.decode(String.self)) == nil, (try? value.decode(Bool.self)) == nil
        else { return }
        let number = try? value.decode(Double.self)
        if wholeNumbers.contains(key) ? (try? value.decode(Int.self)) != nil : number != nil { return }
        throw DecodingError.dataCorruptedError(
            in: value,
            debugDescription: number.map { "\($0) is no integer of 64 bits" } ?? "a number that is too large"
        )
    }

    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }

        init?(intValue: Int) { nil }
    }
}
