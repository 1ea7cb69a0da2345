import Cluster

/// How long leases last, counted in the producer's beats: the time that it lives through.
struct LeaseWatch {
    private(set) var ticks = 0
    /// When each worker was last heard, and when it last said that it had analysed more than before.
    private var heard: [PeerID: Int] = [:]
    private var progress: [PeerID: (analysed: UInt64, tick: Int)] = [:]
    private var deaths: [PeerID: Int] = [:]
    private var hangs: [PeerID: (section: SectionID, tick: Int)] = [:]

    mutating func tick() { ticks += 1 }

    mutating func heard(_ body: WorkerToProducer, from peer: PeerID) {
        heard[peer] = ticks
        switch body {
        case .hello: progress[peer] = (0, ticks)
        case .beat(let analysed, _):
            if analysed > progress[peer]?.analysed ?? 0 { progress[peer] = (analysed, ticks) }
        case .failed, .goodbye: break
        }
    }

    mutating func died(_ peer: PeerID) { deaths[peer] = ticks }
    mutating func hangs(_ peer: PeerID, at section: SectionID) { hangs[peer] = (section, ticks) }

    /// Who hangs at a section may get it again, after its session was over.
    mutating func handedOut(_ sections: [SectionID], to peer: PeerID) {
        if let hang = hangs[peer], sections.contains(hang.section) { hangs[peer]?.tick = ticks }
    }

    func silence(of peer: PeerID) -> Int { ticks - (heard[peer] ?? ticks) }

    /// How many ticks ago a worker died.
    func death(of peer: PeerID) -> Int? { deaths[peer].map { ticks - $0 } }

    /// The section that a worker hangs at, and for how many ticks it has not got on.
    func hang(of peer: PeerID) -> (section: SectionID, ticks: Int)? {
        hangs[peer].map { ($0.section, ticks - max($0.tick, progress[peer]?.tick ?? 0)) }
    }
}
