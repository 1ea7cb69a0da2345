/// What word segmentation has learnt: the lexicon and a weight for each hashed feature.
///
/// Layout of the weights' table: one Int8 for each row; the number of rows is a power of two.
package struct SegmentationModel: Sendable {
    package static let lexiconTableName = "segmentation.lexicon"
    package static let weightsTableName = "segmentation.weights"

    let lexicon: SegmentationLexicon
    let rowBits: Int
    /// Part of a model file, which is immutable and lives as long as the process.
    nonisolated(unsafe) private let weights: UnsafeRawBufferPointer

    /// Reads the tables, which must stay as they are for the life of the process. `nil` where their sizes can't be.
    package init?(lexicon: UnsafeRawBufferPointer, weights: UnsafeRawBufferPointer) {
        guard weights.count >= 2, weights.count <= 1 << 24, weights.count & (weights.count - 1) == 0,
            lexicon.count % 4 == 0
        else { return nil }
        self.lexicon = SegmentationLexicon(bytes: lexicon)
        self.weights = weights
        rowBits = weights.count.trailingZeroBitCount
    }

    @inline(__always)
    func score(_ rows: [UInt32]) -> Int32 {
        var sum: Int32 = 0
        for row in rows { sum &+= Int32(weights.loadUnaligned(fromByteOffset: Int(row), as: Int8.self)) }
        return sum
    }
}
