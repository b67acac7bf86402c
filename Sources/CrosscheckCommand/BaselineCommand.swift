import ArgumentParser
import Crosscheck

/// Accepts what is known, so that only new discrepancies fail.
struct BaselineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "baseline",
        abstract: "Accept the discrepancies that are known, so that only new ones fail.",
        discussion: """
            Keep the file with the documents: 'check --baseline FILE' then tells what is new and what is known.
            """,
        subcommands: [Write.self, Update.self, Prune.self, Show.self])
}

/// The file that all baseline commands work on.
struct BaselineOptions: ParsableArguments {
    static let defaultPath = "crosscheck-baseline.jsonl"

    @Option(help: ArgumentHelp("The file of accepted discrepancies.", valueName: "file"))
    var baseline = defaultPath

    var file: BaselineFile { BaselineFile(path: baseline) }

    /// - Throws: `RunFailure` where there is no such file.
    func read() throws -> Baseline { try file.existing() }
}

extension BaselineFile {
    /// What the file holds.
    /// - Throws: `RunFailure` where there is no such file, or with each line that cannot be read.
    func existing() throws(RunFailure) -> Baseline {
        guard let baseline = try read() else {
            throw RunFailure(["\(path): there is no such baseline; make one with 'crosscheck baseline write'"])
        }
        return baseline
    }
}

/// What the baseline commands that check documents have in common.
struct BaselineRunOptions: ParsableArguments {
    @OptionGroup var ignores: IgnoreOptions
    @OptionGroup var rules: RuleOptions
    @OptionGroup var messages: MessageOptions
    @OptionGroup var plain: PlainOption

    /// Checks documents; the remarks are told.
    func report(_ paths: [String]) throws -> Report {
        let monitor = messages.monitor(plain)
        defer { monitor.end() }
        let report = try Checker(rules: rules.folders, observer: monitor).check(paths, today: ignores.day())
        messages.quiet.tellRemarks(of: report)
        return report
    }
}

extension BaselineCommand {
    struct Write: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Accept all discrepancies of a first run; a file that is there already is left alone.")

        @Argument(help: "Documents and folders; - is standard input.")
        var paths = ["."]

        @OptionGroup var options: BaselineOptions
        @OptionGroup var checking: BaselineRunOptions

        func run() throws {
            guard try options.file.read() == nil else {
                throw RunFailure(["\(options.baseline): is there already; use 'crosscheck baseline update'"])
            }
            let report = try checking.report(paths)
            let baseline = Baseline(options.file.entries(of: report))
            try options.file.write(baseline)
            checking.messages.quiet.tell("\(options.baseline): \(baseline.entries.count) accepted")
        }
    }

    struct Update: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Accept what is new, take out what is no more, and print each change.",
            discussion: "Entries on documents that were not read stay.")

        @Argument(help: "Documents and folders; - is standard input.")
        var paths = ["."]

        @OptionGroup var options: BaselineOptions
        @OptionGroup var checking: BaselineRunOptions

        func run() throws {
            let old = try options.file.read() ?? Baseline()
            let report = try checking.report(paths)
            let comparison = options.file.compare(report, with: old)
            let added = zip(options.file.entries(of: report), comparison.statuses).filter { $0.1 == .new }.map(\.0)
            try options.file.write(Baseline(old.entries.filter { !comparison.stale.contains($0) } + added))
            for entry in comparison.stale { print("- \(entry.summary)") }
            for entry in added { print("+ \(entry.summary)") }
            checking.messages.quiet.tell("\(options.baseline): \(added.count) added, \(comparison.stale.count) removed")
        }
    }

    struct Prune: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take out what is no more, and accept nothing new.")

        @Argument(help: "Documents and folders; - is standard input.")
        var paths = ["."]

        @OptionGroup var options: BaselineOptions
        @OptionGroup var checking: BaselineRunOptions

        func run() throws {
            let old = try options.read()
            let report = try checking.report(paths)
            let stale = options.file.compare(report, with: old).stale
            try options.file.write(Baseline(old.entries.filter { !stale.contains($0) }))
            for entry in stale { print("- \(entry.summary)") }
            checking.messages.quiet.tell("\(options.baseline): \(stale.count) removed")
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List what is accepted, one line each.")

        @OptionGroup var options: BaselineOptions
        @OptionGroup var quiet: QuietOption

        func run() throws {
            let entries = try options.read().entries
            for entry in entries { print(entry.summary) }
            quiet.tell("\(options.baseline): \(entries.count) accepted")
        }
    }
}
