internal import Cluster
internal import GRDB

/// What a transaction changes of how many articles are in which state: written once for all of it, and with it.
struct JournalCounts {
    private var changes = [Int](repeating: 0, count: JobState.allCases.count)

    /// An article comes from a state, or is new, and goes into one, or is forgotten.
    mutating func moved(from old: JobState?, to new: JobState?) {
        if let old { changes[Int(old.rawValue)] -= 1 }
        if let new { changes[Int(new.rawValue)] += 1 }
    }

    /// What was counted is in the table then, and here no more.
    mutating func write(to database: Database) throws {
        for state in JobState.allCases where changes[Int(state.rawValue)] != 0 {
            try database.cachedStatement(sql: "UPDATE counts SET count = count + ? WHERE state = ?")
                .execute(arguments: [changes[Int(state.rawValue)], state.rawValue])
        }
        self = JournalCounts()
    }
}
