package import Articles
package import ClusterRuntime
internal import Glibc
internal import Reports

/// The report files in a folder: `ID.json` each. Whatever else is in it is passed over.
package struct ReportFiles: Sendable {
    package let folder: String

    package init(folder: String) { self.folder = folder }

    package func path(of id: ArticleID) -> String { "\(folder)/\(id).json" }

    /// The article that a file's name belongs to.
    package static func article(ofFile name: String) -> ArticleID? {
        guard name.hasSuffix(".json") else { return nil }
        return ArticleID(String(name.dropLast(5)))
    }

    /// All reports that are there. A folder that is not there (yet) has none.
    package func stamps() throws(FileError) -> [ArticleID: FileStamp] {
        var stamps: [ArticleID: FileStamp] = [:]
        let names: [String]
        do throws(FileError) {
            names = try Folder.entries(of: folder)
        } catch  where error.code == ENOENT {
            return [:]
        }
        for name in names {
            guard let id = Self.article(ofFile: name), let stamp = stamp(of: id) else { continue }
            stamps[id] = stamp
        }
        return stamps
    }

    /// `nil` where there is no such file.
    func stamp(of id: ArticleID) -> FileStamp? {
        var status = stat()
        guard stat(path(of: id), &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return FileStamp(
            modified: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec),
            size: Int64(status.st_size),
            inode: UInt64(status.st_ino)
        )
    }

    /// The report's bytes, `nil` where there is none.
    package func bytes(of id: ArticleID) throws(FileError) -> [UInt8]? { try WholeFile.read(path(of: id)) }

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
        } catch let error as FileError {
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
