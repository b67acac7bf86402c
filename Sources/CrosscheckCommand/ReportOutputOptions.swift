public import ArgumentParser
public import Crosscheck

extension ReportFormat: ExpressibleByArgument {}

/// Where a discrepancy report goes, and in which formats.
struct ReportOutputOptions: ParsableArguments {
    @Option(help: "The format of the report.")
    var format = ReportFormat.text

    @Option(
        name: .customLong("output"),
        help: ArgumentHelp(
            """
            Write the report to this file once it is complete, instead of standard output; with a format before it, as \
            in sarif=report.sarif, write it there as well, as often as this is given.
            """, valueName: "[format=]file"),
        transform: ReportOutput.init)
    var outputs: [ReportOutput] = []

    @OptionGroup var layout: LayoutOptions

    func validate() throws {
        let main = outputs.filter { $0.format == nil }
        if main.count > 1 {
            throw ValidationError(
                "--output \(main[0].path) and --output \(main[1].path) both replace standard output; say which format "
                    + "one of them is to have, as in '--output json=\(main[1].path)'")
        }
        for (index, output) in outputs.enumerated() where outputs[..<index].contains(where: { $0.path == output.path })
        {
            throw ValidationError("--output names '\(output.path)' twice; give each report a file of its own")
        }
    }

    /// Writes the files first, so that there is nothing on standard output where one of them cannot be written.
    ///
    /// What no format that is written tells of the coverage goes to standard error.
    func write(_ report: Report, _ quiet: QuietOption) throws {
        for output in outputs {
            try write(report, as: output.format ?? format, to: output.path)
        }
        var formats = outputs.map { $0.format ?? format }
        if outputs.allSatisfy({ $0.format != nil }) {
            try write(report, as: format, to: nil)
            formats.append(format)
        }
        if !formats.contains(where: \.tellsCoverage) {
            try quiet.tell(report.coverage, layout: layout)
            if let baseline = report.baseline { quiet.tell(baseline.line) }
            if let ignored = report.ignoredLine { quiet.tell(ignored) }
        }
    }

    /// - Parameter path: nil for standard output.
    private func write(_ report: Report, as format: ReportFormat, to path: String?) throws {
        var output = try Output(path: path)
        try format.reporter(layout: layout.layout(isFile: path != nil)).write(report, to: &output)
        try output.finish()
    }
}

/// One value of `--output`: a file, and the format where one is named.
struct ReportOutput: Sendable {
    /// nil for that of `--format`; the file then takes the place of standard output.
    let format: ReportFormat?
    let path: String

    init(_ argument: String) throws {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let isFormat = parts.count == 2 && !parts[0].isEmpty && parts[0].allSatisfy { $0.isLetter && $0.isASCII }
        format = isFormat ? ReportFormat(rawValue: parts[0]) : nil
        path = isFormat ? parts[1] : argument
        if isFormat, format == nil {
            let known = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError(
                "there is no format '\(parts[0])', only \(known); a file of that name is ./\(argument)")
        }
        if path.isEmpty { throw ValidationError("name a file, as in \(parts[0])=report") }
    }
}
