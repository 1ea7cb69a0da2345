/// Lists of numbers by hashes that stand for things by themselves (``HashedNumbers``), each in the order in which it
/// grew. All are chains in one array, so that no list is an allocation of its own.
struct HashedLists: Sendable {
    fileprivate struct Link: Sendable {
        var number: Int32
        /// The link behind it in its list, or -1.
        var next: Int32 = -1
    }

    /// Of each list its first link and its last.
    private var ends: [(first: Int32, last: Int32)] = []
    private var links: [Link] = []
    private var lists: HashedNumbers

    /// No lists, with room for so many before they grow.
    init(capacity: Int = 0) { lists = HashedNumbers(capacity: capacity) }

    var isEmpty: Bool { links.isEmpty }

    /// Empties the lists, and makes room for so many before they grow.
    mutating func begin(capacity: Int) {
        lists.begin(capacity: capacity)
        ends.removeAll(keepingCapacity: true)
        links.removeAll(keepingCapacity: true)
    }

    mutating func append(_ number: Int, to hash: UInt64) {
        let link = Int32(truncatingIfNeeded: links.count)
        links.append(Link(number: Int32(truncatingIfNeeded: number)))
        let list = lists.number(of: hash, orAdd: ends.count)
        if list == ends.count {
            ends.append((link, link))
        } else {
            links[Int(ends[list].last)].next = link
            ends[list].last = link
        }
    }

    /// The last number in the list of `hash`.
    func last(of hash: UInt64) -> Int? { lists[hash].map { Int(links[Int(ends[$0].last)].number) } }

    /// The list of `hash`; empty where nothing was appended.
    subscript(hash: UInt64) -> List {
        List(links: links, place: lists[hash].map { ends[$0].first } ?? -1)
    }

    /// One list, first to last.
    struct List: Sequence, IteratorProtocol {
        fileprivate let links: [Link]
        fileprivate var place: Int32

        mutating func next() -> Int? {
            guard place >= 0 else { return nil }
            let link = links[Int(place)]
            place = link.next
            return Int(link.number)
        }
    }
}
