/// Phrases by their ranks, from the greatest down, as far as they are asked for: a heap.
struct RankQueue {
    private var items: [(rank: UInt64, place: Int)]

    init(of ranks: [UInt64]) {
        items = ranks.indices.map { (ranks[$0], $0) }
        for top in stride(from: items.count / 2 - 1, through: 0, by: -1) { sink(items[top], from: top) }
    }

    /// The place among the ranks of the greatest that was not asked for yet; `nil` where all were.
    mutating func next() -> Int? {
        guard let first = items.first, let last = items.popLast() else { return nil }
        if !items.isEmpty { sink(last, from: 0) }
        return first.place
    }

    /// Puts `item` where it belongs at or below `top`.
    private mutating func sink(_ item: (rank: UInt64, place: Int), from top: Int) {
        items.withUnsafeMutableBufferPointer { items in
            var place = top
            while 2 * place + 1 < items.count {
                var below = 2 * place + 1
                if below + 1 < items.count, items[below + 1].rank > items[below].rank { below += 1 }
                if items[below].rank <= item.rank { break }
                items[place] = items[below]
                place = below
            }
            items[place] = item
        }
    }
}
