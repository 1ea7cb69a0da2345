/// Comma-separated values (RFC 4180), UTF-8.
package struct CSV {
    package private(set) var bytes: [UInt8] = []

    package init(_ header: [String]) { row(header) }

    /// A line. A cell that a spreadsheet would take for a formula gets an apostrophe in front: names come from articles,
    /// which anyone may write.
    package mutating func row(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            let text = Self.isFormula(cell) ? "'" + cell : cell
            if text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) {
                bytes.append(UInt8(ascii: "\""))
                for byte in text.utf8 {
                    if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                    bytes.append(byte)
                }
                bytes.append(UInt8(ascii: "\""))
            } else {
                bytes.append(contentsOf: text.utf8)
            }
        }
        bytes.append(contentsOf: "\r\n".utf8)
    }

    /// By the first scalar: a mark that joins it makes another character of it, and no other formula.
    private static func isFormula(_ cell: String) -> Bool {
        switch cell.unicodeScalars.first {
        case "=", "+", "@", "\t", "\r", "\n": true
        case "-": Double(cell) == nil
        default: false
        }
    }
}

extension CSV {
    static func trends(_ trends: Trends) -> CSV {
        var csv = CSV(
            ["direction", "id", "type", "name_ar", "name_en", "link", "recent", "before", "change"] + trends.days
        )
        for (direction, list) in [("rising", trends.rising), ("falling", trends.falling)] {
            for trend in list {
                csv.row(
                    [direction] + cells(trend.item)
                        + ["\(trend.recent)", "\(trend.before)", "\(trend.change.roundedToHundredths)"]
                        + trend.series.map(String.init)
                )
            }
        }
        return csv
    }

    static func profiles(_ profiles: [SourceProfile]) -> CSV {
        var csv = CSV([
            "source", "source_reports", "id", "type", "name_ar", "name_en", "link", "here", "elsewhere", "change",
        ])
        for profile in profiles {
            for entry in profile.entries {
                csv.row(
                    [profile.source, "\(profile.reports)"] + cells(entry.item)
                        + ["\(entry.here)", "\(entry.elsewhere)", "\(entry.change.roundedToHundredths)"]
                )
            }
        }
        return csv
    }

    static func companions(_ companions: [Companions]) -> CSV {
        var csv = CSV([
            "first_id", "first_type", "first_name", "first_link", "second_id", "second_type", "second_name",
            "second_link", "both", "first_reports", "second_reports", "overlap", "strength",
        ])
        for pair in companions {
            csv.row([
                "\(pair.first.id)", pair.first.type, pair.first.arabicName, pair.first.link ?? "",
                "\(pair.second.id)", pair.second.type, pair.second.arabicName, pair.second.link ?? "",
                "\(pair.both)", "\(pair.firstReports)", "\(pair.secondReports)",
                "\(pair.overlap.roundedToHundredths)", "\(pair.strength.roundedToHundredths)",
            ])
        }
        return csv
    }

    private static func cells(_ item: Item) -> [String] {
        ["\(item.id)", item.type, item.arabicName, item.englishName, item.link ?? ""]
    }
}
