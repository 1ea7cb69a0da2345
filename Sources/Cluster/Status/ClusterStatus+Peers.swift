extension ClusterStatus {
    /// A worker of the cluster: one thread of a worker process.
    package struct Worker: Sendable, Equatable {
        /// Its ``PeerID/publicName``: new at each start of its process, the same when it only connects anew.
        package var id = ""
        /// Host and process, for people.
        package var name = ""
        package var softwareVersion = ""
        package var modelDigest = ""
        /// Milliseconds since it joined; a connection that was made anew does not count as joining.
        package var connected = 0
        /// How many sections it holds at once at most.
        package var capacity = 0
        /// How many more sections it may be sent now.
        package var credit = 0
        /// Sections that it holds.
        package var inFlight = 0
        /// Sections that it has analysed since it joined.
        package var analysed: UInt64 = 0
        /// Sections analysed a second.
        package var rate = Rate()
        /// Sections that failed with it: those that it could not analyse, whose findings were thrown away, or that it
        /// was at when it was lost.
        package var failures: UInt64 = 0
        /// Milliseconds since it was last heard; it beats four times a second.
        package var silence = 0
        package var isLeaving = false

        package init() {}
    }

    /// A worker that is gone.
    package struct DepartedWorker: Sendable, Equatable {
        package enum Cause: UInt8, Sendable, CaseIterable {
            /// It said goodbye.
            case left = 1
            /// Its process or its connection went.
            case gone = 2
            /// It was silent, or finished nothing for a whole lease, or nothing of it came to the sink for three.
            case stuck = 3
            /// A message between it and the producer was lost; it is expected to join anew at once.
            case outOfStep = 4
        }

        package var id = ""
        package var name = ""
        package var cause = Cause.left
        /// Milliseconds since it went.
        package var ago = 0
        package var analysed: UInt64 = 0
        package var failures: UInt64 = 0

        package init() {}
    }

    /// The sink that serves.
    package struct Sink: Sendable, Equatable {
        /// Host and process.
        package var name = ""
        /// Where workers reach it.
        package var endpoint = ""
        package var softwareVersion = ""
        package var modelDigest = ""
        /// A number that each sink process has for itself.
        package var incarnation: UInt64 = 0
        /// Milliseconds since its session began.
        package var connected = 0
        /// Milliseconds since it was last heard.
        package var silence = 0
        package var isLeaving = false
        /// Articles that it was told of and has not reported.
        package var openArticles = 0
        /// Those of them for which it has all there will be: reports that it has to merge and to write.
        package var reportsPending = 0

        package init() {}
    }
}

extension ClusterStatus.DepartedWorker.Cause {
    /// For programs and people.
    package var name: String {
        switch self {
        case .left: "left"
        case .gone: "gone"
        case .stuck: "stuck"
        case .outOfStep: "out of step"
        }
    }
}
