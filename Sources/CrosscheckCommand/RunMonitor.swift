import Crosscheck
import Glibc
import Synchronization

/// Shows on standard error how a run goes: a line of progress while it works, and with `--verbose` what it did.
final class RunMonitor: RunObserver {
    private struct State {
        var meter = ProgressMeter()
        var times = StageTimes()
        /// A line of progress stands on the terminal.
        var isShown = false
    }

    private let isVerbose: Bool
    private let showsProgress: Bool
    private let start = ContinuousClock.now
    private let state = Mutex(State())

    init(isVerbose: Bool, showsProgress: Bool) {
        self.isVerbose = isVerbose
        self.showsProgress = showsProgress
    }

    func note(_ event: RunEvent) {
        let now = start.duration(to: .now)
        state.withLock { state in
            switch event {
            case .began(let stage):
                Self.erase(&state)
                state.meter = ProgressMeter()
                state.times.begin(stage, at: now)
            case .files(let done, let total): show(state.meter.line(done, of: total, "file", at: now), &state)
            case .claims(let count): show(state.meter.line(count, of: nil, "claim", at: now), &state)
            case .configurations(let paths):
                let names = paths.isEmpty ? "none found" : paths.joined(separator: ", ")
                tell("Configuration: \(names)", &state)
            case .read(let documents, let skipped): tell("Documents: \(documents) read, \(skipped) skipped", &state)
            }
        }
    }

    /// Takes the progress off the terminal, and tells how long the stages took. Call it whatever came of the run.
    func end() {
        let now = start.duration(to: .now)
        state.withLock { state in
            state.times.end(at: now)
            if !state.times.line.isEmpty { tell("Time: \(state.times.line)", &state) }
            Self.erase(&state)
        }
    }

    private func tell(_ message: String, _ state: inout State) {
        guard isVerbose else { return }
        Self.erase(&state)
        Diagnostics.tell(message)
    }

    private func show(_ line: String?, _ state: inout State) {
        guard showsProgress, let line else { return }
        // A line that fills the terminal would go on in the next one, and could not be taken back.
        let room = Terminal.width(of: STDERR_FILENO).map { $0 - 1 } ?? 79
        Diagnostics.tell(bytes: Array((Self.eraser + line.prefix(room)).utf8))
        state.isShown = true
    }

    private static func erase(_ state: inout State) {
        if state.isShown { Diagnostics.tell(bytes: Array(eraser.utf8)) }
        state.isShown = false
    }

    /// To the begin of the line, and nothing behind it (ECMA-48, 8.3.41).
    private static let eraser = "\r\u{1B}[K"
}
