import Documents
import Extraction
import Reconciliation

/// The discrepancy report as a SARIF 2.1.0 log, with one run as long as its results fit into it.
///
/// The primary claim is a result's location, the other claims are its related locations, which the message links. What a
/// baseline has accepted and what an ignore leaves out is marked and not left out: a reader of the log would take it for
/// fixed. What a baseline has accepted and is no more is `absent`, at the file of the baseline.
public struct SARIFReporter: Reporter {
    /// How many results a run holds.
    let mostResults: Int

    /// GitHub takes no more than 25,000 results in a run.
    public init() { self.init(mostResults: 25_000) }

    init(mostResults: Int) { self.mostResults = mostResults }

    public func write(_ report: Report, to sink: inout some OutputSink & ~Copyable) throws {
        try sink.writeJSON(SARIFLog(runs: SARIFRunBuilder(report).runs(of: mostResults)))
    }
}

private struct SARIFRunBuilder {
    private let report: Report
    private let findings: [Finding]
    private let sources: DocumentSources
    /// The ids of all rules that found something, sorted.
    private let rules: [String]
    private let ruleIndices: [String: Int]
    /// The files of the documents, each once: a page may hold several documents.
    private let paths: [String]
    private let pathIndices: [String: Int]

    init(_ report: Report) {
        self.report = report
        findings = report.findings
        sources = DocumentSources(report.documents)
        let absent = SARIFRunBuilder.absent(report)
        rules = Set(findings.map(\.discrepancy.rule) + absent.map(\.rule)).sorted()
        ruleIndices = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, $0) })
        var indices: [String: Int] = [:]
        for document in report.documents where indices[document.path] == nil { indices[document.path] = indices.count }
        pathIndices = indices
        paths = indices.sorted { $0.value < $1.value }.map(\.key)
    }

    /// The first tells of the invocation.
    /// - Parameter most: results in a run.
    func runs(of most: Int) -> [SARIFRun] {
        let results = findings.map(result) + Self.absent(report).map(result)
        let starts = Array(stride(from: 0, to: max(results.count, 1), by: most))
        return starts.enumerated().map { number, start in
            SARIFRun(
                tool: SARIFTool(driver: driver),
                automationDetails: starts.count > 1 ? SARIFAutomationDetails(id: "crosscheck-\(number + 1)/") : nil,
                invocations: number == 0 ? [invocation] : [], artifacts: artifacts,
                results: Array(results[start..<min(start + most, results.count)]))
        }
    }

    /// What was accepted and is no more. A revision accepts nothing: what is no more there is told with the invocation.
    private static func absent(_ report: Report) -> [BaselineSummary.Resolved] {
        report.baseline.map { $0.origin == .file ? $0.resolved : [] } ?? []
    }

    /// Name and version are the words of the generator.
    private var driver: SARIFTool.Driver {
        let words = report.generator.split(separator: " ", maxSplits: 1)
        return SARIFTool.Driver(
            name: words.first.map(String.init) ?? "crosscheck", version: words.count > 1 ? String(words[1]) : nil,
            rules: rules.map(rule))
    }

    private func rule(_ id: String) -> SARIFRule {
        let kinds = Set(findings.filter { $0.discrepancy.rule == id }.map(\.discrepancy.kind.rawValue)).sorted()
        let differing = kinds.isEmpty ? "" : " (\(kinds.joined(separator: ", ")))"
        return SARIFRule(
            id: id, shortDescription: SARIFMessage(text: "Claims of \(id) that do not go together"),
            fullDescription: SARIFMessage(
                text: "Claims about one subject and attribute, found by \(id), whose values exclude each other"
                    + "\(differing)."),
            help: SARIFMessage(
                text: "Compare the places that the message names: it does not say which of them is right."))
    }

    private var artifacts: [SARIFArtifact] {
        let titles = Dictionary(
            report.documents.map { ($0.path, $0.metadata.title) }, uniquingKeysWith: { first, _ in first })
        return paths.map { path in
            SARIFArtifact(
                location: SARIFText.location(path),
                description: (titles[path] ?? nil).map { SARIFMessage(text: SARIFText.plain($0)) })
        }
    }

    private var invocation: SARIFInvocation {
        let coverage = report.coverage
        let skipped = coverage.skipped.map { notification("Skipped: \($0.reason)", path: $0.path, line: nil) }
        let notes = coverage.notes.map { notification($0.message, path: $0.path, line: $0.line) }
        return SARIFInvocation(
            toolExecutionNotifications: skipped + notes,
            properties: SARIFInvocation.CoverageCounts(
                documents: coverage.documents, sentences: coverage.sentences, numbers: coverage.numbers,
                claims: coverage.claims,
                leftAside: Dictionary(coverage.leftAside.map { ($0.reason, $0.count) }, uniquingKeysWith: +),
                baseline: report.baseline.map(BaselineView.init),
                ignored: report.ignoredCounts.isEmpty
                    ? nil
                    : Dictionary(report.ignoredCounts.map { ($0.reason.rawValue, $0.count) }, uniquingKeysWith: +)))
    }

    private func notification(_ message: String, path: String, line: Int?) -> SARIFInvocation.Notification {
        SARIFInvocation.Notification(
            message: SARIFMessage(text: SARIFText.plain(message)),
            locations: [
                SARIFLocation(
                    physicalLocation: SARIFLocation.Physical(
                        artifactLocation: SARIFText.location(path, index: pathIndices[path]),
                        region: line.map { SARIFLocation.Region(startLine: $0) }))
            ])
    }

    private func result(_ finding: Finding) -> SARIFResult {
        let discrepancy = finding.discrepancy
        return SARIFResult(
            ruleId: discrepancy.rule, ruleIndex: ruleIndices[discrepancy.rule] ?? 0,
            level: Self.level(discrepancy.severity), message: message(discrepancy),
            locations: [location(discrepancy.primary, id: nil)],
            relatedLocations: discrepancy.others.enumerated().map { location($1, id: $0 + 1) },
            partialFingerprints: SARIFResult.Fingerprints(fingerprint: discrepancy.id),
            baselineState: report.baseline == nil ? nil : Self.state(discrepancy.status),
            suppressions: suppressions(of: finding),
            properties: SARIFResult.Properties(
                kind: discrepancy.kind.rawValue, relation: discrepancy.relation.rawValue,
                subject: discrepancy.subject.text, attribute: discrepancy.attribute))
    }

    private func result(_ absent: BaselineSummary.Resolved) -> SARIFResult {
        let path = report.baseline?.path ?? ""
        return SARIFResult(
            ruleId: absent.rule, ruleIndex: ruleIndices[absent.rule] ?? 0, level: "note",
            message: SARIFMessage(
                text: SARIFText.plain("No more, though accepted: \(absent.attribute) (\(absent.subject)).")),
            locations: [
                SARIFLocation(
                    physicalLocation: SARIFLocation.Physical(artifactLocation: SARIFText.location(path)))
            ],
            partialFingerprints: SARIFResult.Fingerprints(fingerprint: absent.id),
            baselineState: Self.state(.resolved),
            suppressions: [SARIFResult.Suppression(justification: "known in \(path)")],
            properties: SARIFResult.Properties(subject: absent.subject, attribute: absent.attribute))
    }

    /// What keeps a finding from counting: an ignore, or a baseline that has accepted it. What a revision had is not accepted.
    private func suppressions(of finding: Finding) -> [SARIFResult.Suppression]? {
        var suppressions: [SARIFResult.Suppression] = []
        if let ignored = finding.ignored {
            suppressions.append(
                SARIFResult.Suppression(
                    kind: ignored.isInDocument ? "inSource" : "external",
                    justification: "\(ignored.words) (\(ignored.place))"))
        }
        if let baseline = report.baseline, baseline.origin == .file, finding.discrepancy.status == .known {
            suppressions.append(SARIFResult.Suppression(justification: "known in \(baseline.path)"))
        }
        return suppressions.isEmpty ? nil : suppressions
    }

    /// The sentence, and a link to each of the other claims.
    private func message(_ discrepancy: Discrepancy) -> SARIFMessage {
        let links = discrepancy.others.enumerated().map { index, claim in
            SARIFText.link("\(sources.path(of: claim)):\(claim.position.line)", to: index + 1)
                + SARIFText.plain(" (\(claim.value.text))")
        }
        return SARIFMessage(
            text: SARIFText.plain(discrepancy.sentence) + " See also " + links.joined(separator: ", ") + ".")
    }

    private func location(_ claim: Claim, id: Int?) -> SARIFLocation {
        let path = sources.path(of: claim)
        return SARIFLocation(
            id: id,
            physicalLocation: SARIFLocation.Physical(
                artifactLocation: SARIFText.location(path, index: pathIndices[path]),
                region: SARIFLocation.Region(startLine: claim.position.line, startColumn: claim.position.column)),
            message: SARIFMessage(text: SARIFText.plain("\(claim.value.text): “\(claim.quote)”")),
            properties: SARIFLocation.Properties(textStart: claim.span.start, textEnd: claim.span.end))
    }

    private static func level(_ severity: Discrepancy.Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .notice: "note"
        }
    }

    private static func state(_ status: Discrepancy.Status) -> String {
        switch status {
        case .new: "new"
        case .known: "unchanged"
        case .resolved: "absent"
        }
    }
}
