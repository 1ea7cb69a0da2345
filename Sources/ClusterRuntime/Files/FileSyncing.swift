internal import CFileSystem
internal import Dispatch
internal import Glibc
internal import Synchronization
internal import ZeroMQ

/// Syncs many files of one file system: all at once where it can do that (``FileSystemSync``), else one after the other
/// where the disk is quick, which costs the processor least, and several at a time where each sync is waited for, since a
/// disk, and what commits a file system's journal, serves several at once.
package final class FileSyncing: Sendable {
    private static let helperCount = 3
    /// A sync that takes longer is waited for.
    private static let quick: UInt64 = 2_000_000

    private let fileSystem: FileSystemSync
    private let batches = WorkQueue<Batch>()
    private let helpers: [DedicatedThread]

    /// - Parameter fileSystem: that of the files.
    package init(on fileSystem: FileSystemSync) throws {
        self.fileSystem = fileSystem
        var helpers: [DedicatedThread] = []
        for number in 1...Self.helperCount {
            helpers.append(
                try DedicatedThread(name: "sync \(number)") { [batches] in
                    while let taken = batches.takeAll(limit: 1) {
                        for batch in taken { batch.help() }
                    }
                }
            )
        }
        self.helpers = helpers
    }

    deinit {
        batches.close()
        for helper in helpers { helper.join() }
    }

    /// Returns when all are on disk: for each 0, or the error number.
    ///
    /// - Parameter descriptors: in the order in which they were opened.
    package func sync(_ descriptors: [Int32]) -> [Int32] {
        if fileSystem.sync(descriptors) { return Array(repeating: 0, count: descriptors.count) }
        // One alone is on its way to the disk with its sync; of several, the disk has something to do from the first on,
        // and what syncs have to write for all of them together is written once.
        if descriptors.count > 1 { descriptors.forEach(startWriting) }
        return syncEach(descriptors)
    }

    private func syncEach(_ descriptors: [Int32]) -> [Int32] {
        var codes: [Int32] = []
        codes.reserveCapacity(descriptors.count)
        for descriptor in descriptors {
            let start = DispatchTime.now().uptimeNanoseconds
            codes.append(Self.sync(descriptor))
            let isSlow = DispatchTime.now().uptimeNanoseconds - start > Self.quick
            let rest = descriptors.count - codes.count
            if isSlow, rest > Self.helperCount {
                return codes + together(descriptors.suffix(rest))
            }
        }
        return codes
    }

    private func together(_ descriptors: ArraySlice<Int32>) -> [Int32] {
        let batch = Batch(Array(descriptors))
        for _ in helpers { batches.add(batch) }
        batch.work()
        return batch.wait(forHelpers: helpers.count)
    }

    /// Returns when the file is on disk: 0, or the error number.
    static func sync(_ descriptor: Int32) -> Int32 {
        while fsync(descriptor) != 0 {
            guard errno == EINTR else { return errno }
        }
        return 0
    }

    /// Files that several threads sync, each the next one that nobody has begun.
    private final class Batch: Sendable {
        private let descriptors: [Int32]
        private let next = Atomic<Int>(0)
        private let codes: Mutex<[Int32]>
        private let finished = DispatchSemaphore(value: 0)

        init(_ descriptors: [Int32]) {
            self.descriptors = descriptors
            codes = Mutex(Array(repeating: 0, count: descriptors.count))
        }

        func work() {
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < descriptors.count else { return }
                let code = FileSyncing.sync(descriptors[index])
                if code != 0 { codes.withLock { $0[index] = code } }
            }
        }

        func help() {
            work()
            finished.signal()
        }

        func wait(forHelpers count: Int) -> [Int32] {
            for _ in 0..<count { finished.wait() }
            return codes.withLock { $0 }
        }
    }
}
