internal import Articles
internal import Extraction
internal import FoundationEssentials

/// Why something is no report.
package struct ReportReaderError: Error, Equatable, CustomStringConvertible {
    package var description: String
    package init(_ description: String) { self.description = description }
}

/// Reads a report's JSON back: `ReportReader.report(from: report.json(pretty: …))` is equal to `report`.
///
/// Offsets are checked, so that what is done with the report (a view, an export) may rely on them.
package enum ReportReader {
    /// Reads one report from UTF-8.
    ///
    /// - Throws: ``ReportReaderError`` with the place and the reason for anything that is no report of this version.
    package static func report(from json: [UInt8]) throws(ReportReaderError) -> Report {
        try ReportAssembly(try decode(json)).report()
    }

    static func decode<Document: Decodable>(_ json: [UInt8]) throws(ReportReaderError) -> Document {
        do {
            return try JSONDecoder().decode(Document.self, from: Data(json))
        } catch let error as DecodingError {
            let error = error.isOfWholeDocument ? UnfitNumber.error(in: json) ?? error : error
            throw ReportReaderError("not a Warraq report: \(error.reason)")
        } catch {
            throw ReportReaderError("not a Warraq report: \(error)")
        }
    }
}

extension ReportReaderError {
    static func schema(_ schema: String) -> ReportReaderError {
        ReportReaderError("the report's schema is \(schema); this program reads \(Report.schema)")
    }
}

extension DecodingError {
    /// Whether it says that the document is damaged, and not where.
    fileprivate var isOfWholeDocument: Bool {
        if case .dataCorrupted(let context) = self { context.codingPath.isEmpty } else { false }
    }

    /// The reason with the place in the document, without Foundation's own words where ours are shorter.
    fileprivate var reason: String {
        switch self {
        case .keyNotFound(let key, let context): "\(context.place)there is no «\(key.stringValue)»"
        case .valueNotFound(_, let context): "\(context.place)null where a value belongs"
        case .typeMismatch(let type, let context): "\(context.place)no \(type)"
        case .dataCorrupted(let context):
            "\(context.place)\(context.debugDescription.isEmpty ? "not JSON" : context.debugDescription)"
        @unknown default: "\(self)"
        }
    }
}

extension DecodingError.Context {
    /// «entities[3].mentions[0]: », or nothing for the document itself.
    fileprivate var place: String {
        var place = ""
        for key in codingPath {
            if let index = key.intValue {
                place += "[\(index)]"
            } else {
                place += place.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
        return place.isEmpty ? "" : place + ": "
    }
}
