import Extraction
import Testing
import Training

@Suite("Doubles among phrases")
struct DoubleTrainerTests {
    private static let features = PairFeature.allCases

    /// ``PairFeature`` values with these set and the others 0.
    private func values(_ set: [PairFeature: Int32]) -> [Int32] {
        Self.features.map { $0 == .always ? 1024 : set[$0] ?? 0 }
    }

    private func odds(_ model: DoubleModel, _ values: [Int32]) -> Int {
        zip(model.weights, values).reduce(0) { $0 + Int($1.0) * Int($1.1) } >> 10
    }

    @Test("of several phrases a double is one of that which is like it")
    func fitted() {
        let near = values([.sound: 1024, .like: 1024, .shared: 1024])
        let far = values([.sound: 512])
        let examples =
            (0..<20).map { _ in DoubleTrainer.Example(isDouble: true, pairs: [far, near]) }
            + (0..<20).map { _ in DoubleTrainer.Example(isDouble: false, pairs: [far, far]) }
        let model = DoubleTrainer.fit(examples)
        #expect(model.weights.count == Self.features.count)
        #expect(odds(model, near) > 512 && odds(model, far) < -512)
    }

    @Test("without doubles, or with nothing else, nothing is known of them")
    func none() {
        let pair = values([.like: 1024])
        #expect(DoubleTrainer.fit([]).weights.isEmpty)
        #expect(DoubleTrainer.fit([.init(isDouble: true, pairs: [pair])]).weights.isEmpty)
        #expect(DoubleTrainer.fit([.init(isDouble: false, pairs: [pair])]).weights.isEmpty)
    }
}
