import Console
import Foundation
import Logging
import Testing

/// An index in a folder of its own, gone when the last reference to it is.
final class TemporaryIndex {
    let folder: URL
    let index: ReportIndex
    private var terms = SearchTerms(segmentation: nil)

    init() throws {
        folder = try Self.makeFolder()
        index = try ReportIndex(folder: folder.appending(path: "index").path, logger: Self.logger)
    }

    deinit {
        index.close()
        try? FileManager.default.removeItem(at: folder)
    }

    static let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })

    static func makeFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "warraq-console-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    func put(_ reports: [MadeUpReport]) throws {
        #expect(try index.apply(reports.map { $0.change(&terms) }))
    }

    /// The numbers of the reports that a query finds, in its order.
    func find(_ query: ArticleQuery) async throws -> [Int] {
        try await index.articles(query, terms: terms).rows.compactMap { Int($0.id, radix: 16) }
    }

    func find(_ text: String) async throws -> [Int] {
        var query = ArticleQuery()
        query.text = text
        return try await find(query).sorted()
    }
}
