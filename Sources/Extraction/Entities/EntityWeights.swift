internal import CTagger

/// The tagger's weights, read in place from the model file.
///
/// Layout of the table, little endian: version, number of bits of a row's number (UInt32 each); 90 transition scores
/// (Int32, see ``LabelDecoder/Transitions``); the calibration (step Int32, then 64 Int32: thousandths of a right
/// mention for margins of 0, 1, 2 … steps); zeros up to a multiple of 64 bytes; the rows of eight Int8.
package struct EntityWeights: Sendable {
    package static let tableName = "entities.weights"
    package static let calibrationSize = 64
    /// What a weight of 1 of the trainer is worth: the same in all tables, so that scores can be compared.
    package static let scale = 6
    static let version: UInt32 = 1
    private static let headerSize = 8
    private static let rowSize = 8

    package let transitions: LabelDecoder.Transitions
    package let calibration: Calibration
    package let rowBits: Int
    /// Part of a model file, which is immutable and lives as long as the process.
    nonisolated(unsafe) private let rows: UnsafeRawBufferPointer

    /// What a margin between scores is worth.
    package struct Calibration: Sendable, Equatable {
        package var step: Int32
        package var thousandths: [Int32]

        package init(step: Int32, thousandths: [Int32]) {
            self.step = max(1, step)
            self.thousandths = thousandths
        }

        /// Thousandths for a margin, 0 or more.
        package func confidence(margin: Int32) -> Int {
            let index = min(Int(max(0, margin) / step), thousandths.count - 1)
            return index >= 0 ? Int(thousandths[index]) : 0
        }
    }

    private static var rowsOffset: Int {
        let size = headerSize + LabelDecoder.Transitions().scores.count * 4 + 4 + calibrationSize * 4
        return (size + 63) / 64 * 64
    }

    /// Reads the table `bytes`, which must stay as they are for the life of the process.
    package init(bytes: UnsafeRawBufferPointer) throws(ModelError) {
        guard bytes.count >= Self.rowsOffset else { throw ModelError("the model's entity weights are cut off") }
        func number(_ index: Int) -> Int32 {
            Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 4, as: Int32.self))
        }
        guard number(0) == Int32(Self.version) else {
            throw ModelError("the model's entity weights have version \(number(0)), this program reads \(Self.version)")
        }
        rowBits = Int(number(1))
        guard (1...28).contains(rowBits), bytes.count == Self.rowsOffset + Self.rowSize << rowBits else {
            throw ModelError("the model's entity weights are cut off")
        }
        let count = LabelDecoder.Transitions().scores.count
        let limit: Int32 = 1 << 20
        let scores = (0..<count).map { min(max(number(2 + $0), -limit), limit) }
        transitions = LabelDecoder.Transitions(scores: scores)
        calibration = Calibration(
            step: number(2 + count),
            thousandths: (0..<Self.calibrationSize).map { min(max(number(3 + count + $0), 0), 1000) }
        )
        rows = UnsafeRawBufferPointer(rebasing: bytes[Self.rowsOffset...])
    }

    /// A token without any features: it takes them one by one. To add a feature's row as soon as its number is known lets
    /// the processor fetch rows while it computes the next numbers; most of them are not in its nearest caches.
    @inline(__always)
    package func emission() -> Emission { Emission(rows: rows, bits: rowBits) }

    /// The sum of the rows that features choose.
    package struct Emission: FeatureReceiver {
        fileprivate let rows: UnsafeRawBufferPointer
        fileprivate let bits: Int
        /// For B and I of each type, against O.
        package private(set) var sum = SIMD8<Int16>()

        @inline(__always)
        package mutating func take(_ key: UInt64, of group: FeatureGroup) {
            let offset = EntityWeights.row(of: key, bits: bits) &* EntityWeights.rowSize
            let row = rows.loadUnaligned(fromByteOffset: offset, as: SIMD8<Int8>.self)
            sum &+= SIMD8<Int16>(truncatingIfNeeded: row)
        }
    }

    /// Adds to `sums`, one for each token, the rows that its keys choose, and writes the results to `scores`. The processor
    /// fetches the rows of the next tokens meanwhile.
    func add(
        _ keys: FeatureKeys,
        to sums: UnsafePointer<SIMD8<Int16>>,
        into scores: UnsafeMutablePointer<SIMD8<Int32>>
    ) {
        guard let base = rows.baseAddress else { return }
        rows_add(base, UInt32(truncatingIfNeeded: rowBits), keys.keys, keys.counts, sums, scores, keys.counts.count)
    }

    /// Writes to each of `sums` the sum of the rows that the keys choose which `body` hands out for it.
    @inline(__always)
    func sum(
        into sums: UnsafeMutableBufferPointer<SIMD8<Int16>>,
        _ body: (_ index: Int, _ writer: inout FeatureKeys.Writer) -> Void
    ) {
        guard let base = rows.baseAddress, let first = sums.baseAddress else { return }
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: rows_most) { keys in
            withUnsafeTemporaryAllocation(of: UInt16.self, capacity: sums.count) { ends in
                guard let memory = keys.baseAddress, let ends = ends.baseAddress else { return }
                var writer = FeatureKeys.Writer(keys: memory, room: rows_most)
                for index in sums.indices {
                    body(index, &writer)
                    ends[index] = UInt16(truncatingIfNeeded: writer.count)
                }
                rows_sum(base, UInt32(truncatingIfNeeded: rowBits), memory, ends, first, sums.count)
            }
        }
    }

    /// The row of weights, of 2 to the power of `bits`, that the feature with this key has.
    @inline(__always)
    package static func row(of key: UInt64, bits: Int) -> Int {
        Int(truncatingIfNeeded: rows_number(key, UInt32(truncatingIfNeeded: bits)))
    }

    /// The bytes of a table. `rows` has 2 to the power of `rowBits` elements.
    package static func table(
        rowBits: Int,
        rows: [SIMD8<Int8>],
        transitions: LabelDecoder.Transitions,
        calibration: Calibration
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(rowsOffset + rows.count * rowSize)
        bytes.append(littleEndian: version)
        bytes.append(littleEndian: UInt32(rowBits))
        for score in transitions.scores { bytes.append(littleEndian: score) }
        bytes.append(littleEndian: calibration.step)
        for index in 0..<calibrationSize {
            bytes.append(littleEndian: index < calibration.thousandths.count ? calibration.thousandths[index] : 1000)
        }
        bytes += [UInt8](repeating: 0, count: rowsOffset - bytes.count)
        for row in rows {
            for lane in 0..<8 { bytes.append(UInt8(bitPattern: row[lane])) }
        }
        return bytes
    }
}
