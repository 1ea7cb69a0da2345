package import Articles
package import Extraction

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
    /// Told of each group's articles when they are in the index.
    package var changed: ([ArticleID]) -> Void = { _ in }

    /// - Parameter model: how words are cut; `nil` for the light stemmer.
    package init(index: ReportIndex, files: ReportFiles, model: Model?) {
        self.index = index
        self.files = files
        terms = SearchTerms(segmentation: model?.segmentation)
    }

    /// Looks through the folder and reads all that differs from the index.
    ///
    /// - Throws: ``IndexError`` and ``FileError``; what was read before is in the index.
    package mutating func lookThrough() throws {
        while true {
            let found = try files.stamps()
            let difference = FolderDifference(indexed: try index.stamps(), found: found)
            if try inGroups(difference.gone, { .gone($0) }),
                try inGroups(
                    difference.toRead,
                    { [files] id, terms in
                        found[id].map { files.change(id, $0, &terms) }
                    }
                )
            {
                return
            }
        }
    }

    /// Reads these articles' files.
    ///
    /// - Returns: false if the index was thrown away meanwhile.
    package mutating func read(_ ids: [ArticleID]) throws -> Bool {
        try inGroups(ids) { [files] id, terms in
            files.stamp(of: id).map { files.change(id, $0, &terms) } ?? .gone(id)
        }
    }

    private mutating func inGroups(_ ids: [ArticleID], _ change: (ArticleID) -> IndexChange) throws -> Bool {
        try inGroups(ids) { id, _ in change(id) }
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
            let isKept = try index.apply(changes)
            changed(changes.map(\.id))
            if !isKept { return false }
        }
        pending(0)
        return true
    }
}
