/// Lists by their key, each in the order in which it grew: a ``HashedMap`` whose entries are chains in one array, so that
/// no list is an allocation of its own.
struct HashedLists<Key: Hashed, Element> {
    private var ends: HashedMap<Key, (first: Int32, last: Int32)>
    private var elements: [Element] = []
    /// The element behind each in its list, or -1.
    private var following: [Int32] = []

    /// Lists with room for `capacity` keys before they grow.
    init(capacity: Int) { ends = HashedMap(capacity: capacity) }

    var isEmpty: Bool { elements.isEmpty }

    /// Appends to the list of `key`.
    mutating func append(_ element: Element, to key: Key) {
        let number = Int32(truncatingIfNeeded: elements.count)
        elements.append(element)
        following.append(-1)
        let (place, isNew) = ends.place(of: key, orAdd: (number, number))
        guard !isNew else { return }
        following[Int(ends.values[place].last)] = number
        ends.change(at: place) { $0.last = number }
    }

    /// The last element of the list of `key`.
    func last(of key: Key) -> Element? { ends[key].map { elements[Int($0.last)] } }

    /// The list of `key`; empty where nothing was appended.
    subscript(key: Key) -> List {
        List(elements: elements, following: following, place: isEmpty ? -1 : ends[key]?.first ?? -1)
    }

    /// One list, first to last.
    struct List: Sequence, IteratorProtocol {
        fileprivate let elements: [Element]
        fileprivate let following: [Int32]
        fileprivate var place: Int32

        mutating func next() -> Element? {
            guard place >= 0 else { return nil }
            defer { place = following[Int(place)] }
            return elements[Int(place)]
        }
    }
}

extension HashedLists: Sendable where Key: Sendable, Element: Sendable {}
