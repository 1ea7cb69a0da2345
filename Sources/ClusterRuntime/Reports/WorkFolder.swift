internal import Glibc

/// The hidden folder inside the folder of reports where one sink's unfinished reports stand: also the fence between
/// sinks.
///
/// A report gets its name by a rename out of here. A sink that claims the reports moves the work folders of those before
/// it away and empties them: from then on there is nothing at the path from which those rename, and whatever they had
/// begun there is gone. The kernel decides, in one call for each rename, so there is no lock that a process could be
/// stopped with, and it costs nothing for each report. A rename that was under way while the folder was moved either
/// took the file before the folder was emptied, or does not find it.
///
/// That the folder is locked (``LockedFolder``) serves for tidying up alone.
struct WorkFolder: Sendable {
    private static let prefix = ".warraq-writing-"
    private static let movedAway = ".removed"

    /// Which sinks this one goes before: those of its journal with a smaller number, or the same and a smaller token.
    private struct Rank: Comparable {
        var journal: UInt64
        var number: UInt64
        var token: UInt64

        init(journal: UInt64, number: UInt64, token: UInt64) {
            self.journal = journal
            self.number = number
            self.token = token
        }

        /// `nil` if the name is not that of a folder with a claim.
        init?(_ name: String) {
            let parts = name.dropFirst(prefix.count).split(separator: "-", omittingEmptySubsequences: false)
            guard name.hasPrefix(prefix), parts.count == 3, let journal = UInt64(parts[0], radix: 16),
                let number = UInt64(parts[1]), number < .max, let token = UInt64(parts[2], radix: 16)
            else { return nil }
            self.init(journal: journal, number: number, token: token)
        }

        var name: String {
            "\(prefix)\(String(journal, radix: 16))-\(number)-\(String(token, radix: 16))"
        }

        static func < (left: Rank, right: Rank) -> Bool { (left.number, left.token) < (right.number, right.token) }
    }

    private let reports: String
    private let token: UInt64
    private var folder: LockedFolder
    private var rank: Rank?
    /// Where it is.
    var path: String { folder.path }
    /// For which journal's cluster the reports are claimed.
    private(set) var claimedJournal: UInt64?

    /// Makes a folder without a claim, and removes what crashes have left behind.
    init(in reports: String) throws(FileError) {
        self.reports = reports
        token = .random(in: 0 ... .max)
        try Self.removeLeftovers(in: reports)
        folder = try LockedFolder(path: "\(reports)/\(Self.prefix)\(getpid())-\(token)")
    }

    /// Whether it is where this sink left it.
    var isThere: Bool { WholeFile.exists(path) }

    /// Shuts every sink that has claimed before out of the folder of reports, as far as it is of the same journal.
    ///
    /// May be tried again when it has thrown. Two that claim at once find each other: the one with the larger number
    /// stays, or the smaller one takes a larger number still; there is always one that stays.
    ///
    /// - Returns: how many sinks were shut out that still run.
    mutating func claim(journal: UInt64, root: Folder) throws(FileError) -> Int {
        try Self.removeLeftovers(in: reports)
        if !isThere { folder = try LockedFolder(path: path) }
        var others: [Rank]
        repeat {
            let highest = try Self.ranks(in: reports, journal: journal).map(\.number).max() ?? 0
            let mine = Rank(journal: journal, number: highest + 1, token: token)
            folder = try folder.renamed(to: "\(reports)/\(mine.name)")
            rank = mine
            others = try Self.ranks(in: reports, journal: journal).filter { $0 != mine }
            if others.allSatisfy({ $0 < mine }) { break }
        } while true
        var shutOut = 0
        for other in others {
            if try Self.moveAway("\(reports)/\(other.name)") { shutOut += 1 }
        }
        // A machine that fails must not bring them back while a sink on another one still runs.
        try root.sync()
        claimedJournal = journal
        return shutOut
    }

    func remove() { folder.remove() }

    /// Whether another sink has claimed the reports since.
    var hasSuccessor: Bool {
        guard let rank, let ranks = try? Self.ranks(in: reports, journal: rank.journal) else { return false }
        return ranks.contains { rank < $0 }
    }

    // MARK: Folders

    private static func ranks(in reports: String, journal: UInt64) throws(FileError) -> [Rank] {
        try Folder.entries(of: reports).compactMap { Rank($0) }.filter { $0.journal == journal }
    }

    /// Does away with the folder of another sink.
    ///
    /// - Returns: whether that sink still runs.
    private static func moveAway(_ path: String) throws(FileError) -> Bool {
        let other = try? Folder(path: path)
        let runs = (try? other?.tryLock()) == false
        guard rename(path, path + movedAway) == 0 else {
            // It has ended meanwhile, or somebody else did away with it.
            if errno == ENOENT { return false }
            throw .last("move away", path)
        }
        for name in try entries(of: path + movedAway) where unlink("\(path + movedAway)/\(name)") != 0 {
            // What is still there could be named by a rename that is under way; but NFS's names for files that were
            // removed while they are open are nobody's.
            if errno == ENOENT || name.hasPrefix(".nfs") { continue }
            throw .last("remove", "\(path + movedAway)/\(name)")
        }
        // If something was made there in this moment, the next one to tidy up removes it: it can't be named any more.
        rmdir(path + movedAway)
        return runs
    }

    /// None of a folder that somebody else has removed meanwhile.
    private static func entries(of path: String) throws(FileError) -> [String] {
        do throws(FileError) {
            return try Folder.entries(of: path)
        } catch {
            guard error.code == ENOENT else { throw error }
            return []
        }
    }

    /// Removes what crashes have left behind, and what could not be removed before.
    private static func removeLeftovers(in reports: String) throws(FileError) {
        try LockedFolder.removeLeftovers(in: reports, prefix: prefix) { $0.hasSuffix(movedAway) }
    }
}
