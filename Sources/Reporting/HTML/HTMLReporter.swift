/// The discrepancy report as one page for a browser: style and script are part of the file, and nothing is fetched.
///
/// Without scripts everything is shown; with them the findings can be filtered.
public struct HTMLReporter: Reporter {
    public init() {}

    public func write(_ report: Report, to sink: inout some OutputSink & ~Copyable) throws {
        let templates = try HTMLTemplates()
        let documents = HTMLDocuments(report.documents)
        var places = ClaimPlaces()
        try sink.write(templates.start(HTMLStartView(report)))
        for (index, discrepancy) in report.discrepancies.enumerated() {
            let finding = HTMLFindingView(discrepancy, number: index + 1, documents: documents)
            places.add(finding, of: discrepancy)
            try sink.write(templates.finding(finding))
        }
        try sink.write(templates.end(HTMLEndView(report, places: places)))
    }
}
