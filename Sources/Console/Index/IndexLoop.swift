package import Articles
internal import Cluster
package import ClusterRuntime
package import Extraction
package import Logging
internal import Synchronization
internal import ZeroMQ

/// Keeps the index at what the report files say: reads new and changed ones in groups, forgets those that are gone.
///
/// It hears of changes from the system and looks through the whole folder now and then besides; so nothing is missed
/// where nobody tells of changes (network disks), only found later.
package final class IndexLoop: RoleLoop {
    /// How far the index is.
    package struct Progress: Sendable, Equatable {
        /// Files that are known and not yet read.
        package var pending = 0
        /// Why the last attempt failed, if it did.
        package var problem: String?
        /// Whether the folder was looked through since the start.
        package var isComplete = false
    }

    package struct Timing: Sendable {
        /// Between two looks through the folder, where changes are told of. In milliseconds.
        package var scan = 30_000
        /// The same, where they are not.
        package var unwatchedScan = 2000
        /// How long changes are gathered before they are read: under load they come by the hundred.
        package var gathering = 150

        package init() {}
    }

    package let name = "index"
    private let index: ReportIndex
    private let files: ReportFiles
    private let model: Model?
    private let timing: Timing
    private let changed: @Sendable ([ArticleID]) -> Void
    private let logger: Logger
    private let progressState = Mutex(Progress())
    private let isEndAsked = Atomic(false)
    private let isRebuildAsked = Atomic(false)
    private let wakeUp: WakeUp

    /// - Parameters:
    ///   - model: how words are cut; `nil` for the light stemmer.
    ///   - changed: called on the loop's thread after each group, with its articles.
    package init(
        index: ReportIndex,
        files: ReportFiles,
        model: Model?,
        timing: Timing = Timing(),
        logger: Logger,
        changed: @escaping @Sendable ([ArticleID]) -> Void = { _ in }
    ) throws(RoleError) {
        do { wakeUp = try WakeUp() } catch { throw .socket(error) }
        self.index = index
        self.files = files
        self.model = model
        self.timing = timing
        self.changed = changed
        self.logger = logger
        index.whenDamaged { [wakeUp] in wakeUp.signal() }
    }

    package var progress: Progress { progressState.withLock { $0 } }

    package func shutDown() {
        isEndAsked.store(true, ordering: .releasing)
        wakeUp.signal()
    }

    /// Throws the index away and makes it anew.
    package func rebuild() {
        isRebuildAsked.store(true, ordering: .releasing)
        wakeUp.signal()
    }

    package func run() throws(RoleError) {
        var filler = IndexFiller(index: index, files: files, model: model)
        filler.shouldEnd = { [self] in isEndAsked.load(ordering: .acquiring) }
        filler.pending = { [self] count in report { $0.pending = count } }
        filler.changed = changed
        var watch: FolderWatch?
        while !isEndAsked.load(ordering: .acquiring) {
            do {
                if index.takeDamage() { try index.clear() }
                if isRebuildAsked.load(ordering: .acquiring) {
                    _ = try filler.clear()
                    // Not before: where the folder can't be read, it is tried again.
                    isRebuildAsked.store(false, ordering: .releasing)
                }
                // Behind a link there may be another folder by now, of which the watch says nothing.
                if watch?.isOn(files.folder) != true { watch = FolderWatch(folder: files.folder) }
                try filler.lookThrough()
                report {
                    $0.problem = nil; $0.isComplete = true
                }
                if try waitForFiles(watch, &filler) == .folderReplaced { watch = nil }
            } catch {
                // A full disk, a folder that may not be read: said, and tried again.
                let problem = "\(error)"
                if progress.problem != problem {
                    logger.warning("the index is behind the reports", metadata: ["reason": "\(problem)"])
                }
                report { $0.problem = problem }
                try? wait(until: .now + .milliseconds(timing.unwatchedScan))
            }
        }
    }

    private func report(_ change: (inout Progress) -> Void) { progressState.withLock { change(&$0) } }

    /// Whether there is something to do that does not wait for files.
    private var isCalled: Bool {
        isEndAsked.load(ordering: .acquiring) || isRebuildAsked.load(ordering: .acquiring) || index.isDamaged
    }

    private enum End { case scanIsDue, folderReplaced }

    /// Reads what the system says has changed, until it is time to look through the folder.
    private func waitForFiles(_ watch: FolderWatch?, _ filler: inout IndexFiller) throws -> End {
        let due = Instant.now + .milliseconds(watch == nil ? timing.unwatchedScan : timing.scan)
        while Instant.now < due {
            try wait(until: due, besides: watch)
            if isCalled { return .scanIsDue }
            guard let watch else { continue }
            try wait(until: .now + .milliseconds(timing.gathering))
            // Each wait takes the call that ends it: nothing but this asks whether there was one.
            if isCalled { return .scanIsDue }
            let changes = watch.takeChanges()
            if changes.contains(.everything) { return .folderReplaced }
            var ids: Set<ArticleID> = []
            for case .file(let name) in changes {
                if let id = ReportFile.article(ofFile: name) { ids.insert(id) }
            }
            if try !filler.read(ids.sorted()) { return .scanIsDue }
        }
        return .scanIsDue
    }

    private func wait(until due: Instant, besides watch: FolderWatch? = nil) throws(ZeroMQError) {
        var poller = Poller()
        _ = poller.add(wakeUp)
        if let watch { _ = poller.add(descriptor: watch.descriptor) }
        try poller.wait(until: due)
        wakeUp.drain()
    }
}
