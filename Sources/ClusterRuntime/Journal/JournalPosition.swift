internal import Cluster
internal import GRDB

/// What the journal keeps in memory of the order in which waiting articles are loaded; as it was before, when a
/// transaction fails.
///
/// Each article has a *turn*: its submitter's first waiting one gets the turn that is being loaded now, the next one the
/// turn behind it. Loading by turn is then one article of each submitter after the other, and an article that is
/// submitted alone is next however many wait. (Start-time fair queueing: P. Goyal, H. Vin, H. Cheng, 1996.) Whatever
/// becomes waiting gets a place behind what was loaded of its priority, so one place for each priority tells what was
/// loaded, and finding the next costs O(log n).
struct JournalPosition: Sendable {
    /// Where an article stands among those of its priority.
    struct Place: Sendable, Comparable {
        var turn: Int64 = 0
        var sequence: Int64 = 0

        static func < (left: Place, right: Place) -> Bool {
            (left.turn, left.sequence) < (right.turn, right.sequence)
        }
    }

    /// Up to where the articles of each priority were handed to this producer.
    private var loaded = [Place](repeating: Place(), count: Priority.allCases.count)
    /// What the next article gets.
    var nextSequence: Int64
    /// How many articles are waiting and not loaded.
    var unloaded: Int
    /// Bytes of the articles that are waiting, loaded or not.
    var waitingBytes: Int

    /// Nothing is loaded yet.
    init(_ database: Database) throws {
        nextSequence = 1 + (try Int64.fetchOne(database, sql: "SELECT max(sequence) FROM articles") ?? 0)
        unloaded = try Int.fetchOne(database, sql: "SELECT count FROM counts WHERE state = 0") ?? 0
        waitingBytes =
            try Int.fetchOne(
                database,
                sql: "SELECT sum(length(body)) FROM articles JOIN payloads USING (sequence) WHERE state = 0"
            ) ?? 0
        for priority in Priority.allCases {
            let first = try Int64.fetchOne(
                database,
                sql: "SELECT min(turn) FROM articles WHERE state = 0 AND priority = ?",
                arguments: [priority.rawValue]
            )
            loaded[Int(priority.rawValue)].turn = first ?? 0
        }
    }

    subscript(priority: Priority) -> Place {
        get { loaded[Int(priority.rawValue)] }
        set { loaded[Int(priority.rawValue)] = newValue }
    }

    func isLoaded(_ place: Place, _ priority: Priority) -> Bool { place <= self[priority] }
}
