import Cluster

extension Simulation {
    func open(to router: ProcessName, from dealer: ProcessName, as peer: PeerID) -> Int {
        connections.append(
            Connection(dealer: dealer, dealerLife: processes[dealer]?.life ?? 0, peer: peer, router: router)
        )
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
        let connection = connections[index]
        guard connection.epoch == epoch, connection.state == .connecting else { return }
        guard processes[connection.router]?.isAlive == true else {
            return attempt(index, after: random.integer(50...400))
        }
        // ROUTER_HANDOVER: the newest connection of a peer takes its place.
        if let other = routes[connection.router]?[connection.peer], other != index { close(other) }
        routes[connection.router, default: [:]][connection.peer] = index
        connections[index].state = .connected
        lastDisturbance = now
        let unsent = connection.unsent
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
        lastDisturbance = now
        attempt(index, after: random.integer(50...1000))
    }

    func close(_ index: Int) {
        unroute(index)
        connections[index].epoch += 1
        connections[index].state = .closed
    }

    private func unroute(_ index: Int) {
        let connection = connections[index]
        if routes[connection.router]?[connection.peer] == index { routes[connection.router]?[connection.peer] = nil }
    }

    func closeConnections(of name: ProcessName) {
        for index in connections.indices where connections[index].state != .closed {
            if connections[index].dealer == name { close(index) }
            if connections[index].router == name { breakConnection(index) }
        }
    }

    func sendFromDealer(_ payload: Payload, _ index: Int?) {
        guard let index else { return }
        switch connections[index].state {
        case .connected, .dead: send(payload, index, toRouter: true)
        case .connecting:
            if plan.dealersKeepUnsent && connections[index].unsent.count < 50 {
                connections[index].unsent.append(payload)
            }
        case .closed: break
        }
    }

    /// `false`: host unreachable.
    func sendFromRouter(_ payload: Payload, _ router: ProcessName, to peer: PeerID) -> Bool {
        guard let index = routes[router]?[peer] else { return false }
        send(payload, index, toRouter: false)
        return true
    }

    private func send(_ payload: Payload, _ index: Int, toRouter: Bool) {
        messages += 1
        if !payload.isBeat {
            otherThanBeats += 1
            lastOtherThanBeat = now
        }
        note("  \(connections[index].peer) \(toRouter ? "→" : "←") \(connections[index].router): \(payload)")
        guard connections[index].state == .connected else { return }
        if now < plan.faultsEnd, plan.lostMessages > 0, random.oneIn(plan.lostMessages) {
            note("  (lost)")
            harmPeer(connections[index].peer)
            return
        }
        let slow = plan.slowMessages > 0 && random.oneIn(plan.slowMessages)
        let delay = Int64(slow ? random.integer(1000...700_000) : random.integer(30...2000)) * 1000
        var arrival = now + delay
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
        let connection = connections[index]
        guard connection.epoch == epoch, connection.state == .connected else { return }
        let receiver = toRouter ? connection.router : connection.dealer
        if !toRouter, processes[receiver]?.life != connection.dealerLife { return }
        digest = (digest ^ UInt64(bitPattern: now) ^ UInt64(index)) &* 0x100_0000_01B3
        give(.message(payload, from: connection.peer), to: receiver)
    }
}
