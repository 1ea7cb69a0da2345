/// Events by time; those of one time in the order in which they were added. A binary heap of places in a table, since
/// the events themselves are large.
struct EventQueue<Event> {
    private struct Entry {
        var time: Int64
        var order: UInt64
        var place: Int

        static func < (left: Entry, right: Entry) -> Bool { (left.time, left.order) < (right.time, right.order) }
    }

    private var heap: [Entry] = []
    private var lastOrder: UInt64 = 0
    private var events: [Event?] = []
    private var free: [Int] = []

    mutating func add(_ event: Event, at time: Int64) {
        lastOrder += 1
        let place: Int
        if let last = free.popLast() {
            place = last
            events[place] = event
        } else {
            place = events.count
            events.append(event)
        }
        heap.append(Entry(time: time, order: lastOrder, place: place))
        var child = heap.count - 1
        while child > 0, heap[child] < heap[(child - 1) / 2] {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func popFirst() -> (time: Int64, event: Event)? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        if !heap.isEmpty {
            heap[0] = last
            sink()
        }
        let event = events[first.place]
        events[first.place] = nil
        free.append(first.place)
        return event.map { (first.time, $0) }
    }

    /// Moves the first entry down to where it belongs.
    private mutating func sink() {
        var parent = 0
        while true {
            var least = parent
            if 2 * parent + 1 < heap.count, heap[2 * parent + 1] < heap[least] { least = 2 * parent + 1 }
            if 2 * parent + 2 < heap.count, heap[2 * parent + 2] < heap[least] { least = 2 * parent + 2 }
            if least == parent { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
