internal import Articles

/// The bounds and times of a cluster. The producer tells workers and sink those that concern them.
package struct ClusterConfiguration: Sendable, Equatable {
    /// How often each peer is sent a beat.
    package var beat: TimeSpan = .milliseconds(250)
    /// How long a peer may say nothing before its socket is opened anew.
    package var silence: TimeSpan = .seconds(3)
    /// How long a worker may hold sections without finishing one.
    package var lease: TimeSpan = .seconds(10)
    /// How often a section is tried before it is given up.
    package var attempts = 3
    /// How many articles may be open (at the sink, not reported), at least: what bounds the memory of producer and sink,
    /// and what an article that is submitted alone may find before it at a slow sink.
    package var openArticles = 128
    /// So many as are reported in this time may be open, where that is more: a turn of all of them (outline, sections,
    /// report, journal) takes some 20 ms, most of it waiting for syncs, and what is quick must not wait for turns.
    package var openTurn: TimeSpan = .milliseconds(200)
    /// How many may be open for that reason, at most.
    package var mostOpenArticles = 2048
    /// How many may be open for each worker that has joined, where that is more: so that each of many workers has some
    /// sections before it while the producer waits for the next turn.
    package var openArticlesPerWorker = 16
    /// How many bytes of articles may be open.
    package var openBytes = 64 << 20
    /// How many sections a worker holds at once. Those of a long article go in one message, and others are there while
    /// what it has found of them is on its way; but of a worker that dies so many are under suspicion.
    package var capacity = 128
    /// How many sections go into one message at most.
    package var batch = 64
    /// How many bytes of submissions may be waiting for the journal's commit.
    package var uncommittedBytes = 64 << 20
    /// The longest text of an article, in bytes of UTF-8. What else it has keeps to ``Limits``.
    package var articleBytes = Limits.longestArticle

    package init() {}
}

/// Limits that both sides of a message keep to.
package enum ClusterLimits {
    /// The largest message, in bytes; larger ones are refused before they are read.
    package static let messageSize = 48 << 20
    package static let awaitedArticles = 1024
    package static let jobsPerPage = 1000
    /// What is shown of a title or a source where many are listed, in bytes of UTF-8: a page of them is to fit a message.
    package static let listedField = 1024
}
