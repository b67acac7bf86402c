import ArgumentParser
import Crosscheck
import Glibc
import Synchronization

/// Repeats a check whenever one of its files has changed, until Ctrl-C.
struct Watcher {
    let files: WatchedFiles
    let quiet: QuietOption

    /// - Parameter check: writes a report; what keeps it from that is told, and the watch goes on.
    /// - Returns: the status of the last check.
    func run(_ check: () async throws -> ExitCode) async throws -> ExitCode {
        Interruption.await()
        while true {
            let state = files.state
            let status: ExitCode
            do {
                status = try await check()
            } catch let failure as RunFailure {
                Diagnostics.tell(failure.description)
                status = .failed
            } catch let failure as OutputFailure {
                Diagnostics.tell(failure.description)
                status = .failed
            }
            quiet.tell("\nWatching for changes; Ctrl-C ends.")
            guard let changed = try await change(since: state) else { return status }
            quiet.tell("Changed: \(changed.prefix(5).joined(separator: ", "))\(changed.count > 5 ? ", …" : "")\n")
        }
    }

    /// The files that have changed, once they are at rest; nil after Ctrl-C.
    private func change(since state: WatchedState) async throws -> [String]? {
        var detector = ChangeDetector(checked: state)
        while !Interruption.hasCome {
            try await Task.sleep(for: Self.interval)
            let now = files.state
            if detector.isDue(now) { return state.changes(to: now) }
        }
        return nil
    }

    /// From one look at the files to the next.
    private static let interval = Duration.milliseconds(250)
}

/// The signal that Ctrl-C sends.
private enum Interruption {
    private static let flag = Atomic(false)

    static var hasCome: Bool { flag.load(ordering: .relaxed) }

    /// From now on the first one sets a flag; a second one ends the program at once.
    static func await() {
        flag.store(false, ordering: .relaxed)
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in Interruption.flag.store(true, ordering: .relaxed) }
        action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
        sigaction(SIGINT, &action, nil)
    }
}
