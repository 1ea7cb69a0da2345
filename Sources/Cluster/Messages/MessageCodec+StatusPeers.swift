extension WireClusterStatus.Worker {
    init(_ worker: ClusterStatus.Worker) {
        self.init()
        id = worker.id
        name = worker.name
        softwareVersion = worker.softwareVersion
        modelDigest = worker.modelDigest
        connected = UInt64(clamping: worker.connected)
        capacity = UInt32(clamping: worker.capacity)
        credit = UInt32(clamping: worker.credit)
        inFlight = UInt32(clamping: worker.inFlight)
        analysed = worker.analysed
        rate = WireClusterStatus.Rate(worker.rate)
        failures = worker.failures
        silence = UInt64(clamping: worker.silence)
        isLeaving = worker.isLeaving
    }

    func worker() throws(MessageError) -> ClusterStatus.Worker {
        var worker = ClusterStatus.Worker()
        worker.id = try Wire.name(id, "a worker's id")
        worker.name = try Wire.name(name, "a worker's name")
        worker.softwareVersion = try Wire.name(softwareVersion, "a worker's version")
        worker.modelDigest = try Wire.name(modelDigest, "a worker's model")
        worker.connected = try Wire.milliseconds(connected, "a worker's time")
        worker.capacity = try Wire.count(capacity, "a worker's capacity")
        worker.credit = try Wire.count(credit, "a worker's credit")
        worker.inFlight = try Wire.count(inFlight, "a worker's sections")
        worker.analysed = analysed
        worker.rate = try rate.rate()
        worker.failures = failures
        worker.silence = try Wire.milliseconds(silence, "a worker's silence")
        worker.isLeaving = isLeaving
        return worker
    }
}

extension WireClusterStatus.DepartedWorker {
    init(_ worker: ClusterStatus.DepartedWorker) {
        self.init()
        id = worker.id
        name = worker.name
        cause = Cause(rawValue: Int(worker.cause.rawValue)) ?? .unspecified
        ago = UInt64(clamping: worker.ago)
        analysed = worker.analysed
        failures = worker.failures
    }

    func worker() throws(MessageError) -> ClusterStatus.DepartedWorker {
        var worker = ClusterStatus.DepartedWorker()
        worker.id = try Wire.name(id, "a worker's id")
        worker.name = try Wire.name(name, "a worker's name")
        guard let cause = ClusterStatus.DepartedWorker.Cause(rawValue: UInt8(clamping: self.cause.rawValue)) else {
            throw MessageError("why a worker left is unknown (\(self.cause.rawValue))")
        }
        worker.cause = cause
        worker.ago = try Wire.milliseconds(ago, "a worker's departure")
        worker.analysed = analysed
        worker.failures = failures
        return worker
    }
}

extension WireClusterStatus.Sink {
    init(_ sink: ClusterStatus.Sink) {
        self.init()
        softwareVersion = sink.softwareVersion
        modelDigest = sink.modelDigest
        incarnation = sink.incarnation
        connected = UInt64(clamping: sink.connected)
        silence = UInt64(clamping: sink.silence)
        isLeaving = sink.isLeaving
        openArticles = UInt64(clamping: sink.openArticles)
        reportsPending = UInt64(clamping: sink.reportsPending)
    }

    func sink(_ name: String, at endpoint: String) throws(MessageError) -> ClusterStatus.Sink {
        var sink = ClusterStatus.Sink()
        sink.name = try Wire.name(name, "the sink's name")
        sink.endpoint = try Wire.name(endpoint, "the sink's endpoint")
        sink.softwareVersion = try Wire.name(softwareVersion, "the sink's version")
        sink.modelDigest = try Wire.name(modelDigest, "the sink's model")
        sink.incarnation = incarnation
        sink.connected = try Wire.milliseconds(connected, "the sink's time")
        sink.silence = try Wire.milliseconds(silence, "the sink's silence")
        sink.isLeaving = isLeaving
        sink.openArticles = try Wire.count(openArticles, "articles at the sink")
        sink.reportsPending = try Wire.count(reportsPending, "reports at the sink")
        return sink
    }
}
