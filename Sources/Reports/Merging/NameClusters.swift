internal import Extraction

/// Which names are one thing: sets of names that grow together, each with at most one thing of the lexicon.
struct NameClusters {
    private var parents: [Int]
    /// Of each the number of a thing, or -1.
    private var things: [Int]

    init(_ names: [ArticleName]) {
        parents = Array(names.indices)
        things = names.map { $0.thing }
    }

    /// The cluster of name number `index`, named by its first name.
    func root(of index: Int) -> Int {
        var index = index
        while parents[index] != index { index = parents[index] }
        return index
    }

    /// Makes two names one thing, unless the lexicon knows them to be two.
    mutating func join(_ left: Int, _ right: Int) {
        let (first, second) = (min(root(of: left), root(of: right)), max(root(of: left), root(of: right)))
        guard first != second else { return }
        if things[first] >= 0, things[second] >= 0, things[first] != things[second] { return }
        if things[first] < 0 { things[first] = things[second] }
        parents[second] = first
        // Shortens the ways that were just walked.
        parents[left] = first
        parents[right] = first
    }

    /// Of each name its cluster, numbered in the order of their first names, and how many there are.
    func clusters() -> (ofName: [Int], count: Int) {
        var numbers = [Int](repeating: 0, count: parents.count)
        var count = 0
        // A cluster goes by its first name, which has its number before the others ask for it.
        for index in parents.indices {
            let root = root(of: index)
            if root == index {
                numbers[index] = count
                count += 1
            } else {
                numbers[index] = numbers[root]
            }
        }
        return (numbers, count)
    }
}
