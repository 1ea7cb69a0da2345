internal import CPrefetch

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
    package var unit: Int32 { Int32(Self.scale) }
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

    /// A token with the sum of some of its features, or without any: it takes others one by one. To add a feature's row as soon as its number is known lets
    /// the processor fetch rows while it computes the next numbers; most of them are not in its nearest caches.
    @inline(__always)
    package func emission(from sum: SIMD8<Int16> = SIMD8()) -> Emission {
        Emission(rows: rows, shift: UInt64(64 - rowBits), sum: sum)
    }

    /// The sum of the rows that features choose.
    package struct Emission: FeatureReceiver {
        fileprivate let rows: UnsafeRawBufferPointer
        fileprivate let shift: UInt64
        /// For B and I of each type, against O.
        package fileprivate(set) var sum: SIMD8<Int16>

        @inline(__always)
        package mutating func take(_ hash: UInt64, of group: FeatureGroup) {
            let offset = Int(truncatingIfNeeded: hash >> shift) &* EntityWeights.rowSize
            let row = rows.loadUnaligned(fromByteOffset: offset, as: SIMD8<Int8>.self)
            sum &+= SIMD8<Int16>(truncatingIfNeeded: row)
        }
    }

    /// Features of a token whose rows are on their way: the processor fetches them while it computes those of other tokens.
    func awaited() -> Awaited { Awaited(rows: rows, shift: UInt64(64 - rowBits)) }

    /// Rows that are added later.
    struct Awaited: FeatureReceiver {
        fileprivate let rows: UnsafeRawBufferPointer
        fileprivate let shift: UInt64
        /// Room for more than ``EntityTemplates/visitTogether(at:of:sport:by:)`` has.
        private var offsets = InlineArray<48, UInt32>(repeating: 0)
        private var count = 0

        fileprivate init(rows: UnsafeRawBufferPointer, shift: UInt64) {
            self.rows = rows
            self.shift = shift
        }

        @inline(__always)
        mutating func removeAll() { count = 0 }

        @inline(__always)
        mutating func take(_ hash: UInt64, of group: FeatureGroup) {
            let offset = Int(truncatingIfNeeded: hash >> shift) &* EntityWeights.rowSize
            if let base = rows.baseAddress { prefetch(base + offset) }
            offsets[count] = UInt32(truncatingIfNeeded: offset)
            count += 1
        }

        /// `sum` and the rows.
        @inline(__always)
        func added(to sum: SIMD8<Int16>) -> SIMD8<Int16> {
            var sum = sum
            for place in 0..<count {
                let row = rows.loadUnaligned(fromByteOffset: Int(offsets[place]), as: SIMD8<Int8>.self)
                sum &+= SIMD8<Int16>(truncatingIfNeeded: row)
            }
            return sum
        }
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
