/// A word's folded letters, or some of them, where they stand: cut and compared some ten times a word, and unlike an
/// array's slice without a reference that would be counted each time.
package typealias WordLetters = Slice<UnsafeBufferPointer<UInt16>>
