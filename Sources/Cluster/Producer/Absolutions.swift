internal import Articles
internal import OrderedCollections

/// The sections that were blamed when a worker's connection went, for the case that the worker comes back: then it was
/// the connection that failed, and not the worker with one of its sections.
struct Absolutions: Sendable {
    private struct Blame: Sendable {
        var sections: [SectionID]
        var at: Instant
    }

    /// By when who is alive has opened a connection anew, and been heard.
    private static let patience = TimeSpan.seconds(10)
    /// By when it usually has: what is given up waits for so long. Who was gone stays gone, and everything else that the
    /// article needs takes longer.
    private static let usually = TimeSpan.seconds(1)

    private var blames: OrderedDictionary<PeerID, Blame> = [:]
    /// Sections whose last attempt ended so, and when they are given up.
    private var doubts: OrderedDictionary<SectionID, Instant> = [:]

    mutating func blamed(_ blamed: [SectionID], with peer: PeerID, at now: Instant) {
        guard !blamed.isEmpty else { return }
        // What came last stands last.
        blames.removeValue(forKey: peer)
        blames[peer] = Blame(sections: blamed, at: now)
    }

    mutating func take(_ peer: PeerID) -> [SectionID] { blames.removeValue(forKey: peer)?.sections ?? [] }

    mutating func doubt(_ section: SectionID, at now: Instant) { doubts[section] = now + Self.usually }

    func isInDoubt(_ section: SectionID) -> Bool { doubts[section] != nil }

    /// Returns whether it was in doubt.
    mutating func endDoubt(_ section: SectionID) -> Bool { doubts.removeValue(forKey: section) != nil }

    /// Forgets what was about an article's sections: if it is tried again, it begins anew.
    mutating func forget(_ article: ArticleID) {
        for index in blames.values.indices { blames.values[index].sections.removeAll { $0.article == article } }
        doubts.removeAll { $0.key.article == article }
    }

    /// Forgets those who have not come back; returns the sections that are to be given up for it.
    mutating func expire(at now: Instant) -> [SectionID] {
        while let oldest = blames.values.first, now - oldest.at > Self.patience { blames.removeFirst() }
        var due: [SectionID] = []
        while let (section, until) = doubts.elements.first, until <= now {
            due.append(section)
            doubts.removeFirst()
        }
        return due
    }
}
