internal import SwiftProtobuf

extension WireClusterStatus {
    init(_ status: ClusterStatus) {
        self.init()
        softwareVersion = status.softwareVersion
        modelDigest = status.modelDigest
        incarnation = status.incarnation
        isDraining = status.isDraining
        waiting = UInt64(clamping: status.waiting)
        reported = UInt64(clamping: status.reported)
        partial = UInt64(clamping: status.partial)
        cancelled = UInt64(clamping: status.cancelled)
        open = UInt64(clamping: status.open)
        sectionsPending = UInt64(clamping: status.sectionsPending)
        sectionsInFlight = UInt64(clamping: status.sectionsInFlight)
        sectionsRetried = status.sectionsRetried
        workers = status.workers.map { worker in
            var wire = Worker()
            wire.name = worker.name
            wire.capacity = UInt32(clamping: worker.capacity)
            wire.inFlight = UInt32(clamping: worker.inFlight)
            wire.analysed = worker.analysed
            wire.silence = UInt64(clamping: worker.silence)
            wire.isLeaving = worker.isLeaving
            return wire
        }
        if let sink = status.sink { self.sink = sink }
        if let sinkEndpoint = status.sinkEndpoint { self.sinkEndpoint = sinkEndpoint }
    }

    func status() throws(MessageError) -> ClusterStatus {
        ClusterStatus(
            softwareVersion: try Wire.name(softwareVersion, "the version"),
            modelDigest: try Wire.name(modelDigest, "the model"),
            incarnation: incarnation,
            isDraining: isDraining,
            waiting: try Wire.count(waiting, "waiting articles"),
            reported: try Wire.count(reported, "reported articles"),
            partial: try Wire.count(partial, "partial articles"),
            cancelled: try Wire.count(cancelled, "cancelled articles"),
            open: try Wire.count(open, "open articles"),
            sectionsPending: try Wire.count(sectionsPending, "pending sections"),
            sectionsInFlight: try Wire.count(sectionsInFlight, "sections in flight"),
            sectionsRetried: sectionsRetried,
            workers: try Wire.list(workers, "workers") { worker throws(MessageError) in
                ClusterStatus.Worker(
                    name: try Wire.name(worker.name, "a worker's name"),
                    capacity: try Wire.count(worker.capacity, "a worker's capacity"),
                    inFlight: try Wire.count(worker.inFlight, "a worker's sections"),
                    analysed: worker.analysed,
                    silence: try Wire.count(worker.silence, upTo: .max, "a worker's silence"),
                    isLeaving: worker.isLeaving
                )
            },
            sink: hasSink ? try Wire.name(sink, "the sink's name") : nil,
            sinkEndpoint: hasSinkEndpoint ? try Wire.name(sinkEndpoint, "the sink's endpoint") : nil
        )
    }
}
