/// Which of a few broad subjects a sentence has: a linear model over its stems and over what the topic vocabulary says
/// of it. Made for corpora whose subjects are no Media Topics (SIB-200 has geography and travel); no report uses it.
///
/// | table | what it holds |
/// | --- | --- |
/// | `themes.subjects` | hash of a feature → its row |
/// | `themes.subjectrows` | rows of Int16 in 1024ths: how rare the feature is, and a weight for each subject |
/// | `themes.subjectnames` | text: a subject a line |
package struct SubjectModel: Sendable {
    package let names: [String]
    private let features: HashedTable
    /// Lives as long as the process: see ``ModelFile/bytes``.
    nonisolated(unsafe) private let rows: UnsafeRawBufferPointer

    package init(file: ModelFile) throws(ModelError) {
        let text = file.table("themes.subjectnames").map { String(decoding: $0, as: UTF8.self) } ?? ""
        names = text.split(separator: "\n").map(String.init)
        features = try HashedTable("themes.subjects", of: file)
        rows = file.table("themes.subjectrows") ?? UnsafeRawBufferPointer(start: nil, count: 0)
    }

    /// The sums of the subjects, in the order of ``names``, for features with these values.
    package func sums(of values: [(feature: UInt32, value: Double)]) -> [Double] {
        var sums = [Double](repeating: 0, count: names.count)
        for (feature, value) in values {
            guard let first = row(feature) else { continue }
            for subject in names.indices { sums[subject] += value * number(first + 2 + subject * 2) }
        }
        return sums
    }

    /// How rare a feature was where the model was made; `nil` for one that was never seen.
    package func rarity(of feature: UInt32) -> Double? {
        row(feature).map { number($0) }
    }

    /// Where a feature's row begins.
    private func row(_ feature: UInt32) -> Int? {
        guard let row = features[feature] else { return nil }
        let width = (names.count + 1) * 2
        let first = Int(row) * width
        return first + width <= rows.count ? first : nil
    }

    private func number(_ offset: Int) -> Double {
        Double(Int16(littleEndian: rows.loadUnaligned(fromByteOffset: offset, as: Int16.self))) / 1024
    }
}
