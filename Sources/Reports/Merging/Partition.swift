/// Numbers from 0 on, parted into groups.
struct Partition {
    private let members: [Int]
    /// Where each group starts in ``members``, and their end.
    private let bounds: [Int]

    /// - Parameters:
    ///   - groups: the group of each number.
    ///   - count: how many groups there are.
    init(_ groups: [Int], count: Int) {
        var bounds = [Int](repeating: 0, count: count + 1)
        for group in groups { bounds[group + 1] += 1 }
        for group in 0..<count { bounds[group + 1] += bounds[group] }
        var next = bounds
        var members = [Int](repeating: 0, count: groups.count)
        for (number, group) in groups.enumerated() {
            members[next[group]] = number
            next[group] += 1
        }
        self.bounds = bounds
        self.members = members
    }

    var indices: Range<Int> { 0..<bounds.count - 1 }

    /// The least number in a group.
    func first(in group: Int) -> Int? { bounds[group] < bounds[group + 1] ? members[bounds[group]] : nil }

    /// The numbers in a group, ascending.
    subscript(group: Int) -> ArraySlice<Int> { members[bounds[group]..<bounds[group + 1]] }
}
