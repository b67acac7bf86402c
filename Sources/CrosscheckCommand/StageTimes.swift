import Crosscheck

/// How long each stage of a run took. It reads no clock: whoever uses it tells the time.
struct StageTimes {
    private var spent: [(stage: RunStage, time: Duration)] = []
    private var open: (stage: RunStage, since: Duration)?

    /// - Parameter now: since some instant, the same in every call.
    mutating func begin(_ stage: RunStage, at now: Duration) {
        end(at: now)
        open = (stage, now)
    }

    mutating func end(at now: Duration) {
        guard let (stage, since) = open else { return }
        open = nil
        if let known = spent.firstIndex(where: { $0.stage == stage }) {
            spent[known].time += now - since
        } else {
            spent.append((stage, now - since))
        }
    }

    /// "rules 0.31 s, documents 12.04 s", in the order in which the stages began.
    var line: String {
        spent.map { "\($0.stage.rawValue) \(Self.text($0.time))" }.joined(separator: ", ")
    }

    private static func text(_ time: Duration) -> String {
        let hundredths = Int((time.seconds * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
    }
}
