import Articles
import Cluster

// Who may be blamed, and for how long anything may be on lease.

extension Simulation {
    func harmWorker(_ place: Int) { harmPeer(peer(.worker(place))) }

    /// Something happened to a worker that the producer may take for the fault of a section which it held.
    func harmPeer(_ peer: PeerID) {
        for section in held[peer] ?? [] { harm[section, default: 0] += 1 }
    }

    func noLongerHeld(_ sections: [SectionID]) {
        for peer in Array(held.keys) { held[peer]?.subtract(sections) }
    }

    func handedOut(_ sections: [SectionID], to peer: PeerID) {
        held[peer, default: []].formUnion(sections)
        leaseWatch.handedOut(sections, to: peer)
        for section in sections {
            let life = journal.rows[section.article]?.lives ?? 0
            if handouts[section]?.life != life { handouts[section] = (life, 0) }
            handouts[section]?.count += 1
        }
        if isTroubled(peer) { for section in sections { harm[section, default: 0] += 1 } }
        for section in sections where cancelled.contains(section.article) {
            if journal.rows[section.article]?.state == .cancelled {
                violate("handed out although its article was cancelled: \(section)")
            }
        }
    }

    /// Whether something is wrong already with a worker that is given sections.
    private func isTroubled(_ peer: PeerID) -> Bool {
        guard let place = placeOfPeer[peer], self.peer(.worker(place)) == peer else { return true }
        let process = processes[ProcessName.worker(place).index]
        guard process.isAlive, !process.isFrozen, workers[place]?.hang == nil, let connection = process.connection
        else { return true }
        return connections[connection].state != .connected || connections[connection].isDead
            || connections[connection].stalledUntil > now
    }

    func mayBeMissing(_ section: SectionID) -> Bool {
        isHarmful(section) || harm[section, default: 0] >= configuration.attempts
    }

    private func isHarmful(_ section: SectionID) -> Bool {
        harmful[section.article]?.contains(section.index) == true
    }

    /// No section that a worker has held may be blamed more often than something has happened to it.
    func checkBlame(of peer: PeerID) {
        guard let producer, violations.isEmpty else { return }
        for section in held[peer] ?? [] where !isHarmful(section) {
            let attempts = producer.attempts(of: section)
            if attempts > harm[section, default: 0] {
                violate("\(section) is blamed \(attempts) times, and harmed \(harm[section, default: 0]) times")
            }
        }
    }

    /// After each tick of the producer's: nobody has anything on lease who is dead, silent or stuck for longer than may
    /// be. A death shows when the producer sends something: with the beat after the next, where the worker has just been
    /// sent something. The clock's jumps cost the producer a tick each.
    func checkLeases() {
        leaseWatch.tick()
        guard let producer else { return }
        let lease = Int(configuration.lease.nanoseconds / configuration.beat.nanoseconds) + 4 + producerJumps
        for peer in producer.leaseholders {
            if let death = leaseWatch.death(of: peer), death > 3 {
                violate("\(peer) is dead for \(death) beats and has sections on lease")
            }
            if leaseWatch.silence(of: peer) > lease {
                violate("\(peer) is silent for \(leaseWatch.silence(of: peer)) beats and has sections on lease")
            }
            if let hang = leaseWatch.hang(of: peer), hang.ticks > lease, let place = placeOfPeer[peer],
                workers[place]?.hang == hang.section, producer.leaseholder(of: hang.section) == peer
            {
                violate("\(peer) hangs at \(hang.section) for \(hang.ticks) beats and has it on lease")
            }
        }
    }
}
