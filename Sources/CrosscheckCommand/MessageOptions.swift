import ArgumentParser
import Crosscheck
import Glibc

/// Whether anything but errors goes to standard error.
struct QuietOption: ParsableArguments {
    @Flag(
        name: [.customShort("q"), .customLong("quiet")],
        help: "Write the report alone; on standard error there are errors only.")
    var isOn = false

    /// Tells a remark that is no error.
    func tell(_ message: String) {
        if !isOn { Diagnostics.tell(message) }
    }

    /// Tells what was read and what was not.
    func tell(_ coverage: Coverage, layout: LayoutOptions) throws {
        if isOn { return }
        let layout = layout.plain.isOn ? TextLayout.plain : TextLayout()
        try Diagnostics.tell(bytes: CoverageReporter(layout: layout).bytes(of: coverage))
    }

    /// Tells what is to be told beside a report.
    func tellRemarks(of report: Report) {
        for remark in report.remarks { tell(remark) }
    }
}

/// What a run over documents tells on standard error.
struct MessageOptions: ParsableArguments {
    @OptionGroup var quiet: QuietOption

    @Flag(
        name: .shortAndLong,
        help: "Tell on standard error which configuration holds, what was read, and how long each stage took.")
    var verbose = false

    func validate() throws {
        if quiet.isOn, verbose {
            throw ValidationError("--quiet and --verbose contradict each other; give one of them")
        }
    }

    /// Follows a run, as far as these options want it.
    /// - Parameter isStreaming: standard output is written meanwhile: on one terminal both would run together.
    func monitor(_ plain: PlainOption, isStreaming: Bool = false) -> RunMonitor {
        let isMixed = isStreaming && isatty(STDOUT_FILENO) == 1
        return RunMonitor(
            isVerbose: verbose,
            showsProgress: !quiet.isOn && !plain.isOn && !isMixed && Terminal.isWatched(STDERR_FILENO))
    }
}
