/// What a ``WordMemory`` is asked for, at several steps.
package struct WordQuery<Key: Equatable & Sendable>: Sendable {
    package let key: Key
    package let hash: UInt64

    /// - Parameter hash: a number that differs for different keys nearly always, spread over all bits.
    @inline(__always)
    package init(_ key: Key, hash: UInt64) {
        self.key = key
        self.hash = hash
    }
}

extension WordQuery<WordKey> {
    @inline(__always)
    package init(_ key: WordKey) { self.init(key, hash: key.hash) }
}
