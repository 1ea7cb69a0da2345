#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A text with what a rule should find in it, as the specifications of Microsoft's Recognizers-Text have them.
package struct RuleCase: Sendable, Equatable {
    package struct Expected: Sendable, Equatable {
        package var text: String
        /// `nil` where the case gives positions alone.
        package var value: String?

        package init(text: String, value: String?) {
            self.text = text
            self.value = value
        }
    }

    package var input: String
    package var expected: [Expected]
    /// The day of writing, «2016-11-07».
    package var day: String?

    package init(input: String, expected: [Expected], day: String? = nil) {
        self.input = input
        self.expected = expected
        self.day = day
    }

    /// The cases of a specification that its own makers' implementation can do.
    package static func supported(in json: String) throws -> [RuleCase] {
        try JSONDecoder().decode([Specification].self, from: Data(json.utf8)).compactMap { specification in
            guard specification.notSupported?.contains("dotnet") != true else { return nil }
            return RuleCase(
                input: specification.input,
                expected: specification.results.map {
                    let value = $0.value?.timex ?? $0.resolution?.value
                    return Expected(text: $0.text, value: value?.isEmpty == true ? nil : value)
                },
                day: specification.context?.referenceDateTime.map { String($0.prefix(10)) }
            )
        }
    }
}

private struct Specification: Decodable {
    struct Result: Decodable {
        struct Value: Decodable {
            var timex: String?

            enum CodingKeys: String, CodingKey { case timex = "Timex" }
        }

        /// Values of other kinds than text are none that rules give.
        struct Resolution: Decodable {
            var value: String?

            enum CodingKeys: String, CodingKey { case value }

            init(from decoder: any Decoder) throws {
                value = try? decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .value)
            }
        }

        var text: String
        var value: Value?
        var resolution: Resolution?

        enum CodingKeys: String, CodingKey {
            case text = "Text"
            case value = "Value"
            case resolution = "Resolution"
        }
    }

    struct Context: Decodable {
        var referenceDateTime: String?

        enum CodingKeys: String, CodingKey { case referenceDateTime = "ReferenceDateTime" }
    }

    var input: String
    var notSupported: String?
    var context: Context?
    var results: [Result]

    enum CodingKeys: String, CodingKey {
        case input = "Input"
        case notSupported = "NotSupported"
        case context = "Context"
        case results = "Results"
    }
}
