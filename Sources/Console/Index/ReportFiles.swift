package import Articles
package import ClusterRuntime
internal import Glibc
internal import Reports

/// The report files in a folder (``ReportFile``). Whatever else is in it is passed over.
package struct ReportFiles: Sendable {
    package let folder: String

    package init(folder: String) { self.folder = folder }

    package func path(of id: ArticleID) -> String { ReportFile.path(of: id, in: folder) }

    /// All reports that are there.
    ///
    /// - Throws: ``FileError``, with the code `ENOENT` where the folder itself is missing.
    package func stamps() throws(FileError) -> [ArticleID: FileStamp] {
        try stamps(of: Folder.entries(of: folder).compactMap(ReportFile.article(ofFile:)))
    }

    /// Of these articles, the reports that are there.
    ///
    /// - Throws: ``FileError`` where that can't be found out: what is not seen is not gone.
    func stamps(of ids: [ArticleID]) throws(FileError) -> [ArticleID: FileStamp] {
        var stamps: [ArticleID: FileStamp] = [:]
        for id in ids { stamps[id] = try stamp(of: id) }
        return stamps
    }

    /// `nil` where there is no such file. A link counts as one, which can't be read.
    private func stamp(of id: ArticleID) throws(FileError) -> FileStamp? {
        let path = path(of: id)
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT { return nil }
            throw FileError("read", path, code: errno)
        }
        let kind = status.st_mode & S_IFMT
        return kind == S_IFREG || kind == S_IFLNK ? FileStamp(status) : nil
    }

    package func open(_ id: ArticleID) throws(ReportFileError) -> OpenFile? { try ReportFile.open(id, in: folder) }

    package func bytes(of id: ArticleID) throws(ReportFileError) -> [UInt8]? {
        try ReportFile.bytes(of: id, in: folder)
    }

    /// Reads one report for the index. `stamp` was taken before: if the file changed meanwhile, it is found to differ at
    /// the next look, and read again.
    package func change(_ id: ArticleID, _ stamp: FileStamp, _ terms: inout SearchTerms) -> IndexChange {
        do {
            guard let bytes = try bytes(of: id) else { return .gone(id) }
            let report = try ReportReader.report(from: bytes)
            guard report.id == id else {
                return .unreadable(id, stamp, reason: "the file holds the report of another article, \(report.id)")
            }
            return .report(IndexedReport(report, terms: &terms), stamp)
        } catch ReportFileError.file(let error) {
            // Nothing is known of what it holds: a right that is given, or a disk that works again, leaves it as it is.
            return .unreadable(id, stamp.unread, reason: error.description)
        } catch {
            return .unreadable(id, stamp, reason: "\(error)")
        }
    }
}

/// What has to be done for the index to say what the folder says.
package struct FolderDifference: Sendable, Equatable {
    /// New and changed files, the newest first.
    package var toRead: [ArticleID]
    package var gone: [ArticleID]

    package init(indexed: [ArticleID: FileStamp], found: [ArticleID: FileStamp]) {
        toRead = found.filter { indexed[$0.key] != $0.value }
            .sorted { ($1.value.modified, $1.key) < ($0.value.modified, $0.key) }
            .map(\.key)
        gone = indexed.keys.filter { found[$0] == nil }.sorted()
    }
}
