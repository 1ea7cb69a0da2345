package import Articles
package import Cluster
package import Extraction
package import Logging
internal import ZeroMQ

/// Why a cluster in one process could not finish.
package enum LocalClusterError: Error, Equatable, CustomStringConvertible {
    case role(RoleError)
    case client(ClientError)
    /// A report can't be written.
    case report(ArticleID, reason: String)

    package var description: String {
        switch self {
        case .role(let error): error.description
        case .client(let error): error.description
        case .report(let id, let reason): "the report of article \(id) can't be written: \(reason)"
        }
    }
}

/// What became of one article of the input.
package enum LocalOutcome: Sendable, Equatable {
    /// `bytes` is the report, which is on disk if it has a place there; `missingSections` counts those that could not
    /// be analysed.
    case reported(ArticleID, bytes: [UInt8], missingSections: Int)
    /// The same article came earlier in this input.
    case repeated(ArticleID)
    case refused(reason: String)
}

/// The whole cluster in one process: producer, workers and sink on threads of their own, talking over inproc sockets,
/// with a journal that goes when it goes.
package struct LocalCluster {
    package var workers: Int
    package var model: Model
    package var softwareVersion: String
    package var configuration = LocalCluster.configuration
    package var destination: ReportStore.Destination
    /// Whether reports are laid out for people, or one line each.
    package var isPretty: Bool
    package var logger: Logger
    package var split: @Sendable (ArticleID, Article) -> Outline

    /// With one submitter there is nobody to be fair to, so more is open at once.
    private static var configuration: ClusterConfiguration {
        var configuration = ClusterConfiguration()
        configuration.openArticles = 512
        return configuration
    }

    package init(
        workers: Int,
        model: Model,
        softwareVersion: String,
        destination: ReportStore.Destination,
        isPretty: Bool = true,
        logger: Logger,
        split: @escaping @Sendable (ArticleID, Article) -> Outline = SectionSplitter.outline(id:article:)
    ) {
        self.workers = max(1, workers)
        self.model = model
        self.softwareVersion = softwareVersion
        self.destination = destination
        self.isPretty = isPretty
        self.logger = logger
        self.split = split
    }

    /// Has all articles read and waits for their reports. Holds a bounded number of articles however many come: the
    /// next are taken when the first are reported.
    ///
    /// - Parameters:
    ///   - next: the next article, `nil` after the last; called on this thread.
    ///   - outcome: what became of each, in the order in which they came; called on this thread.
    package func run(
        _ next: () -> Article?,
        outcome: (LocalOutcome) -> Void
    ) throws(LocalClusterError) {
        // Three sockets for each worker, and reports are written many at a time.
        OpenFiles.raiseLimit()
        let context: Context
        do throws(ZeroMQError) { context = try Context() } catch { throw .role(.socket(error)) }
        let events = WorkQueue<LocalRun.Event>()
        let roles = try start(in: context, events)
        do throws(LocalClusterError) {
            let client = ClusterClient(
                context: context,
                producer: try Self.producer(),
                softwareVersion: softwareVersion
            )
            var run = LocalRun(
                client: client,
                events: events,
                articles: configuration.openArticles,
                bytes: configuration.openBytes
            )
            try run.run(next, outcome)
        } catch {
            // Nothing is left to be saved: the loops leave at once.
            context.shutDown()
            for role in roles { try? role.wait() }
            throw error
        }
        // Workers first, the producer last: each has somebody to say goodbye to.
        for group in [roles.dropFirst(2), roles[1..<2], roles[0..<1]] {
            for role in group { role.shutDown() }
            for role in group {
                do throws(RoleError) { try role.wait() } catch { throw .role(error) }
            }
        }
    }

    private static func producer() throws(LocalClusterError) -> Endpoint {
        do throws(EndpointError) {
            return try Endpoint("inproc://producer")
        } catch {
            throw .role(.endpoint(error))
        }
    }

    /// Producer, sink, workers, in this order, running.
    private func start(in context: Context, _ events: WorkQueue<LocalRun.Event>) throws(LocalClusterError) -> [Role] {
        var roles: [Role] = []
        do throws(RoleError) {
            let endpoint: Endpoint
            let sinkEndpoint: Endpoint
            do throws(EndpointError) {
                endpoint = try Endpoint("inproc://producer")
                sinkEndpoint = try Endpoint("inproc://sink")
            } catch {
                throw .endpoint(error)
            }
            let producer = try ProducerLoop(
                context: context,
                listen: endpoint,
                journal: .temporary,
                identity: identity("producer"),
                configuration: configuration,
                logger: logger,
                split: split
            )
            roles.append(try start(producer, events))
            _ = try producer.bound.wait().get()
            let sink = try SinkLoop(
                context: context,
                producer: endpoint,
                listen: sinkEndpoint,
                destination: destination,
                isPretty: isPretty,
                observer: { events.add(.report($0)) },
                identity: identity("sink"),
                model: model,
                // A report that can't be written ends the run.
                heedsRoom: false,
                logger: logger
            )
            roles.append(try start(sink, events))
            _ = try sink.bound.wait().get()
            for number in 1...workers {
                let worker = try WorkerLoop(
                    context: context,
                    producer: endpoint,
                    identity: identity("worker\(number)"),
                    model: model,
                    capacity: configuration.capacity,
                    logger: logger
                )
                roles.append(try start(worker, events))
            }
            return roles
        } catch {
            context.shutDown()
            for role in roles { try? role.wait() }
            throw .role(error)
        }
    }

    private func identity(_ role: String) -> PeerIdentity {
        PeerIdentity(role: role, softwareVersion: softwareVersion, model: model)
    }

    private func start(_ loop: any RoleLoop, _ events: WorkQueue<LocalRun.Event>) throws(RoleError) -> Role {
        let role = Role(loop)
        role.whenEnded { events.add(.ended(loop.name, $0)) }
        try role.start()
        return role
    }
}
