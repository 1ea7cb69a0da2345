package import Articles
internal import ClusterRuntime
package import Extraction
internal import Glibc

/// Brings what report files say into the index, in groups.
package struct IndexFiller {
    /// So many files are read between two transactions: a reader sees them soon, and a transaction is worth its cost.
    private static let groupSize = 128

    private let index: ReportIndex
    private let files: ReportFiles
    private var terms: SearchTerms
    /// Asked before each group.
    package var shouldEnd: () -> Bool = { false }
    /// Told how many files are still to be read.
    package var pending: (Int) -> Void = { _ in }
    /// Told of each group's reports that are new or changed when they are in the index.
    package var changed: ([ArticleID]) -> Void = { _ in }

    /// - Parameter model: how words are cut; `nil` for the light stemmer.
    package init(index: ReportIndex, files: ReportFiles, model: Model?) {
        self.index = index
        self.files = files
        terms = SearchTerms(segmentation: model?.segmentation)
    }

    /// Throws the index away; the next look fills it anew.
    ///
    /// - Returns: how many files there are to fill it from.
    /// - Throws: ``IndexError`` and ``FileError`` where the reports' folder can't be read; then the index stays as it is.
    package func clear() throws -> Int {
        let count = try found(whereNoneMayBe: false).count
        try index.clear()
        return count
    }

    /// Looks through the folder and reads all that differs from the index. A folder that is not there (yet) has no
    /// reports, but for an index that has some.
    ///
    /// - Throws: ``IndexError`` and ``FileError``; what was read before is in the index.
    package mutating func lookThrough() throws {
        var isDone = false
        while !isDone {
            let indexed = try index.stamps()
            isDone = try bring(from: indexed, to: try found(whereNoneMayBe: indexed.isEmpty))
        }
    }

    /// Reads these articles' files where they differ from the index.
    ///
    /// - Returns: false if the index was thrown away meanwhile.
    package mutating func read(_ ids: [ArticleID]) throws -> Bool {
        try bring(from: try index.stamps(of: ids), to: try files.stamps(of: ids))
    }

    private func found(whereNoneMayBe isFolderOptional: Bool) throws -> [ArticleID: FileStamp] {
        do throws(FileError) {
            return try files.stamps()
        } catch {
            guard error.code == ENOENT else { throw error }
            guard isFolderOptional else { throw IndexError.noReports(folder: files.folder) }
            return [:]
        }
    }

    private mutating func bring(
        from indexed: [ArticleID: FileStamp],
        to found: [ArticleID: FileStamp]
    ) throws -> Bool {
        let difference = FolderDifference(indexed: indexed, found: found)
        guard try inGroups(difference.gone, { id, _ in .gone(id) }) else { return false }
        return try inGroups(difference.toRead) { [files] id, terms in
            found[id].map { files.change(id, $0, &terms) }
        }
    }

    private mutating func inGroups(
        _ ids: [ArticleID],
        _ change: (ArticleID, inout SearchTerms) -> IndexChange?
    ) throws -> Bool {
        var rest = ids[...]
        while !rest.isEmpty, !shouldEnd() {
            pending(rest.count)
            let group = rest.prefix(Self.groupSize)
            rest = rest.dropFirst(Self.groupSize)
            let changes = group.compactMap { change($0, &terms) }
            guard try index.apply(changes) else { return false }
            let reports = changes.compactMap { change -> ArticleID? in
                if case .report(let report, _) = change { report.id } else { nil }
            }
            if !reports.isEmpty { changed(reports) }
        }
        pending(0)
        return true
    }
}
