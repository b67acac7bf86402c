import Crosscheck
import Testing

@testable import CrosscheckCommand

/// What is shown of the progress of a run, at times that the tests set.
struct ProgressTests {
    private func lines(_ total: Int?, _ steps: [(Int, Double)]) -> [String] {
        var meter = ProgressMeter()
        return steps.compactMap { done, seconds in meter.line(done, of: total, "file", at: .seconds(seconds)) }
    }

    @Test func staysSilentInTheFirstSecond() {
        #expect(lines(400, [(0, 5), (100, 5.5), (200, 5.99)]) == [])
        #expect(lines(400, [(0, 5), (100, 6)]) == ["100 of 400 files, 100 a second, 3 s left"])
    }

    /// No more often than an eye can follow, whatever is told.
    @Test func showsATenthOfASecondApart() {
        var meter = ProgressMeter()
        let shown = (0...30).filter { meter.line($0, of: nil, "file", at: .milliseconds(50 * $0)) != nil }
        #expect(shown == [20, 22, 24, 26, 28, 30])
    }

    @Test(arguments: [
        (50, 1_040, 1.0, "50 of 1,040 files, 50 a second, 20 s left"),
        (1_234_567, 2_000_000, 10.0, "1,234,567 of 2,000,000 files, 123,457 a second, 7 s left"),
        (5, 400, 2.0, "5 of 400 files, 2.5 a second, 2 min 38 s left"),
        (1, 400, 5.0, "1 of 400 files, 12 a minute, 33 min 15 s left"),
        (1, 4_000, 4.0, "1 of 4,000 files, 15 a minute, 4 h 26 min left"), (0, 3, 2.0, "0 of 3 files"),
        (1, 1, 2.0, "1 of 1 file, 30 a minute, 0 s left"), (9, 12, 4.5, "9 of 12 files, 2 a second, 2 s left"),
    ])
    func tellsRateAndTimeLeft(done: Int, total: Int, seconds: Double, line: String) {
        #expect(lines(total, [(0, 0), (done, seconds)]) == [line])
    }

    @Test func tellsNoEndThatNobodyKnows() {
        #expect(lines(nil, [(1, 0), (30_000, 2)]) == ["30,000 files, 15,000 a second"])
    }

    // MARK: Stages

    @Test func addsUpStages() {
        var times = StageTimes()
        #expect(times.line == "")
        times.end(at: .seconds(1))
        times.begin(.rules, at: .seconds(1))
        times.begin(.documents, at: .seconds(1.314))
        times.begin(.comparison, at: .seconds(13))
        times.begin(.documents, at: .seconds(14))
        times.end(at: .seconds(14.05))
        times.end(at: .seconds(20))
        #expect(times.line == "rules 0.31 s, documents 11.74 s, comparison 1.00 s")
    }
}
