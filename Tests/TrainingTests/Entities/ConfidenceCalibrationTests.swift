import Extraction
import Testing
import Training

@Suite("What confidences are worth")
struct ConfidenceCalibrationTests {
    private static let step: Int32 = 12

    @Test("without mentions a line that rises")
    func empty() {
        let thousandths = ConfidenceCalibration().thousandths
        #expect(thousandths.count == EntityWeights.calibrationSize)
        #expect(thousandths.first == 400 && thousandths.last == 985)
        #expect(thousandths == thousandths.sorted())
    }

    @Test("where much was counted, what was counted", arguments: [(0, 3), (10, 5), (63, 9)])
    func counted(step: Int32, rightOfTen: Int) {
        var calibration = ConfidenceCalibration()
        // Steps around it as often, so that none is drawn to the line of another.
        for step in Int32(0)..<64 {
            for number in 0..<1000 {
                let share = step < 10 ? 3 : step < 63 ? 5 : 9
                calibration.add(margin: step * Self.step + 5, isRight: number % 10 < share)
            }
        }
        #expect(calibration.count == 64_000)
        #expect(abs(Int(calibration.thousandths[Int(step)]) - 100 * rightOfTen) <= 5)
    }

    @Test("a larger margin is never worth less")
    func monotonous() {
        var calibration = ConfidenceCalibration()
        for number in 0..<20_000 {
            calibration.add(margin: 3 * Self.step, isRight: true)
            calibration.add(margin: 4 * Self.step, isRight: number % 2 == 0)
        }
        let thousandths = calibration.thousandths
        #expect(thousandths == thousandths.sorted())
        #expect(thousandths[3] == thousandths[4] && abs(thousandths[3] - 750) < 20)
    }

    @Test("margins below nothing and beyond the last step count at the ends")
    func ends() {
        var calibration = ConfidenceCalibration()
        calibration.add(margin: -5, isRight: false)
        calibration.add(margin: .max, isRight: true)
        #expect(calibration.count == 2)
    }

    @Test("the expected error is the gap of the bins, each by its size")
    func expectedError() {
        var evaluation = ConfidenceEvaluation()
        #expect(evaluation.expectedError == 0)
        // Nine of ten right at 900, five of ten at 700: no gap, and one of 20 points for half of them.
        for number in 0..<10 {
            evaluation.add(confidence: 900, isRight: number != 0)
            evaluation.add(confidence: 700, isRight: number < 5)
        }
        #expect(abs(evaluation.expectedError - 10) < 1e-9)
        #expect(evaluation.count == 20)
    }
}
