package import Articles
package import Extraction

/// A section's name within the cluster.
package struct SectionID: Sendable, Hashable, Comparable {
    package var article: ArticleID
    package var index: Int

    package init(article: ArticleID, index: Int) {
        self.article = article
        self.index = index
    }

    package static func < (left: SectionID, right: SectionID) -> Bool {
        (left.article, left.index) < (right.article, right.index)
    }
}

/// Where the sink is to be found, and which life of it.
package struct SinkLocation: Sendable, Equatable {
    package var endpoint: String
    package var incarnation: UInt64

    package init(endpoint: String, incarnation: UInt64) {
        self.endpoint = endpoint
        self.incarnation = incarnation
    }
}

/// A section handed to a worker.
package struct SectionTask: Sendable, Equatable {
    package var id: SectionID
    package var section: SectionText

    package init(id: SectionID, section: SectionText) {
        self.id = id
        self.section = section
    }
}

package enum WorkerToProducer: Sendable, Equatable {
    /// `capacity`: how many sections the worker is willing to hold at once.
    case hello(Introduction, capacity: Int)
    /// Sent at each beat and whenever credit has come back. Both numbers count from the session's start and only grow:
    /// `analysed` sections that the worker has computed; `granted`: how many sections the producer may have sent in all.
    case beat(analysed: UInt64, granted: UInt64)
    /// The section could not be analysed here (its analysis threw an error).
    case failed(SectionID, reason: String)
    /// The worker is going: no more work, please.
    case goodbye
}

package enum ProducerToWorker: Sendable, Equatable {
    /// `beat` and `silence` in milliseconds: how often to beat, and after how much silence to connect anew.
    case welcome(producerIncarnation: UInt64, sink: SinkLocation?, beat: Int, silence: Int)
    case sink(SinkLocation?)
    case work([SectionTask])
    case beat
    /// The answer to goodbye: nothing follows it.
    case farewell
    /// The session is unknown or broken: say hello anew.
    case rejoin
    case refused(Refusal)
}

/// What was found in one section, on its way to the sink. `serial` counts from 1 in a worker's life; the sink's answer
/// names it.
package struct SectionResult: Sendable, Equatable {
    package var serial: UInt64
    package var id: SectionID
    package var findings: Findings

    package init(serial: UInt64, id: SectionID, findings: Findings) {
        self.serial = serial
        self.id = id
        self.findings = findings
    }
}

package enum WorkerToSink: Sendable, Equatable {
    /// `sink`: the incarnation that they are meant for. A sink that has come in its place knows nothing of them, and may
    /// be of another model: the producer hands the sections out again.
    case results([SectionResult], sink: UInt64)
}

package enum SinkToWorker: Sendable, Equatable {
    /// These are in the sink's memory, or not needed (their article is reported, or not open here).
    case received(serials: [UInt64])
}
