import Foundation
import Reports
import Testing

/// The pages' colours against WCAG 2.2: what is read has 4.5 to 1, what marks something 3 to 1, in light and in dark.
@Suite("Colours of pages")
struct PageColourTests {
    private static let types = [
        "per", "loc", "org", "misc", "date", "time", "money", "percent", "quantity", "url", "email", "nisba", "phrase",
        "topic",
    ]

    /// Each colour of the style sheet: its name, light, dark.
    private static let colours: [String: [Colour]] = {
        var colours: [String: [Colour]] = [:]
        for match in PageFiles.commonStyle.matches(of: /--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/) {
            colours[String(match.1)] = [Colour(match.2), Colour(match.3)]
        }
        return colours
    }()

    /// Text, its grounds, and the least contrast.
    static let pairs: [(String, [String], Double)] =
        [
            ("ink", ["paper", "surface", "sunken"] + types.map { "\($0)-ground" } + ["accent-ground"], 4.5),
            ("quiet", ["paper", "surface", "sunken"], 4.5),
            ("accent", ["paper", "surface", "sunken", "accent-ground"], 4.5),
            ("paper", ["ink", "quiet"], 4.5),
            ("edge", ["paper", "surface"], 3),
        ]
        // The names of types, on the page, in cards and in rows that are selected or under the pointer.
        + types.map { ($0, ["paper", "surface", "sunken", "\($0)-ground"], 4.5) }
        // The selected mention.
        + types.map { ("on-tone", [$0], 4.5) }

    @Test("every pair of colours that meet can be told apart", arguments: pairs)
    func contrast(text: String, grounds: [String], least: Double) throws {
        let colours = try #require(Self.colours[text], "the style sheet has no --\(text)")
        for ground in grounds {
            let behind = try #require(Self.colours[ground], "the style sheet has no --\(ground)")
            for (scheme, pair) in zip(["light", "dark"], zip(colours, behind)) {
                let contrast = pair.0.contrast(with: pair.1)
                #expect(contrast >= least, "--\(text) on --\(ground), \(scheme): \(contrast)")
            }
        }
    }

    @Test("no colour of the style sheet is left out, and none is written elsewhere")
    func complete() {
        let tested = Set(Self.pairs.flatMap { [$0.0] + $0.1 })
        // A line between things is no thing that must be seen.
        #expect(Set(Self.colours.keys).subtracting(tested) == ["line"])
        for style in [PageFiles.reportStyle, PageFiles.indexStyle] {
            #expect(style.firstMatch(of: /#[0-9a-fA-F]{3,8}\b/) == nil)
        }
    }
}

private struct Colour {
    private var luminance: Double

    /// `#rrggbb`.
    init(_ text: Substring) {
        let value = Int(text.dropFirst(), radix: 16) ?? 0
        func linear(_ shift: Int) -> Double {
            let part = Double(value >> shift & 255) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        luminance = 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
    }

    func contrast(with other: Colour) -> Double {
        (max(luminance, other.luminance) + 0.05) / (min(luminance, other.luminance) + 0.05)
    }
}
