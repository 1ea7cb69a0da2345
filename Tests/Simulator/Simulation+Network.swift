import Cluster

extension Simulation {
    func open(to router: ProcessName, from dealer: ProcessName, as peer: PeerID) -> Int {
        connections.append(
            Connection(dealer: dealer, dealerLife: processes[dealer.index].life, peer: peer, router: router)
        )
        openConnections.append(connections.count - 1)
        lastDisturbance = now
        attempt(connections.count - 1, after: random.integer(1...20))
        return connections.count - 1
    }

    private func attempt(_ connection: Int, after milliseconds: Int) {
        queue.add(
            .connect(connection: connection, epoch: connections[connection].epoch),
            at: now + Int64(milliseconds) * Self.millisecond
        )
    }

    func connect(_ index: Int, epoch: Int) {
        guard connections[index].epoch == epoch, connections[index].state == .connecting else { return }
        let router = connections[index].router
        guard processes[router.index].isAlive else { return attempt(index, after: random.integer(50...400)) }
        // ROUTER_HANDOVER: the newest connection of a peer takes its place.
        if let other = routes[router.index][connections[index].peer], other != index { close(other) }
        routes[router.index][connections[index].peer] = index
        connections[index].state = .connected
        lastDisturbance = now
        let unsent = connections[index].unsent
        connections[index].unsent = []
        for payload in unsent { send(payload, index, toRouter: true) }
    }

    /// The connection is gone, and known to be; the DEALER tries again.
    func breakConnection(_ index: Int) {
        guard connections[index].state != .closed else { return }
        note("break \(connections[index].peer) - \(connections[index].router)")
        unroute(index)
        connections[index].epoch += 1
        connections[index].state = .connecting
        heal(index)
        lastDisturbance = now
        attempt(index, after: random.integer(50...1000))
    }

    func close(_ index: Int) {
        unroute(index)
        connections[index].epoch += 1
        connections[index].state = .closed
        heal(index)
        openConnections.removeAll { $0 == index }
    }

    private func heal(_ index: Int) {
        connections[index].isDeadToRouter = false
        connections[index].isDeadToDealer = false
        connections[index].stalledUntil = 0
    }

    private func unroute(_ index: Int) {
        let router = connections[index].router.index
        guard routes[router][connections[index].peer] == index else { return }
        routes[router][connections[index].peer] = nil
        // Or it was told before, and what was sent then was lost.
        if connections[index].router == .producer, !random.oneIn(4) {
            later(.connectionEnded, in: .producer, after: Int64(random.integer(0...2000)) * 1000)
        }
    }

    func closeConnections(of name: ProcessName) {
        for index in openConnections {
            if connections[index].dealer == name { close(index) }
            if connections[index].router == name { breakConnection(index) }
        }
    }

    func sendFromDealer(_ payload: Payload, _ index: Int?) {
        guard let index else { return }
        switch connections[index].state {
        case .connected: send(payload, index, toRouter: true)
        case .connecting:
            if plan.dealersKeepUnsent && connections[index].unsent.count < 50 {
                connections[index].unsent.append(payload)
            }
        case .closed: break
        }
    }

    enum Sending { case sent, unreachable, congested }

    func sendFromRouter(_ payload: Payload, _ router: ProcessName, to peer: PeerID) -> Sending {
        guard let index = routes[router.index][peer] else { return .unreachable }
        if areFaultsOn, plan.congestion > 0, random.oneIn(plan.congestion) {
            note("  (\(router)'s queue for \(peer) is full)")
            return .congested
        }
        send(payload, index, toRouter: false)
        return .sent
    }

    private func send(_ payload: Payload, _ index: Int, toRouter: Bool) {
        messages += 1
        if !payload.isBeat { lastOtherThanBeat = now }
        note("  \(connections[index].peer) \(toRouter ? "→" : "←") \(connections[index].router): \(payload)")
        guard !(toRouter ? connections[index].isDeadToRouter : connections[index].isDeadToDealer) else { return }
        if areFaultsOn, plan.lostMessages > 0, random.oneIn(plan.lostMessages) {
            note("  (lost)")
            harmPeer(connections[index].peer)
            return
        }
        let isSlow = plan.slowMessages > 0 && random.oneIn(plan.slowMessages)
        let delay = Int64(isSlow ? random.integer(1000...700_000) : random.integer(30...2000)) * 1000
        var arrival = max(now + delay, connections[index].stalledUntil)
        if toRouter {
            arrival = max(arrival, connections[index].lastArrivalAtRouter)
            connections[index].lastArrivalAtRouter = arrival
        } else {
            arrival = max(arrival, connections[index].lastArrivalAtDealer)
            connections[index].lastArrivalAtDealer = arrival
        }
        queue.add(
            .arrive(connection: index, epoch: connections[index].epoch, payload, toRouter: toRouter),
            at: arrival
        )
    }

    func arrive(_ payload: Payload, _ index: Int, epoch: Int, toRouter: Bool) {
        guard connections[index].epoch == epoch,
            !(toRouter ? connections[index].isDeadToRouter : connections[index].isDeadToDealer)
        else { return }
        let receiver = toRouter ? connections[index].router : connections[index].dealer
        if !toRouter, processes[receiver.index].life != connections[index].dealerLife { return }
        digest = (digest ^ UInt64(bitPattern: now) ^ UInt64(index)) &* 0x100_0000_01B3
        give(.message(payload, from: connections[index].peer), to: receiver)
    }
}
