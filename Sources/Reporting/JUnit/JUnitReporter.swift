import Documents
import Extraction
import Reconciliation

/// The discrepancy report as JUnit XML: a suite for each file, a case for each discrepancy, and one case that passes for a
/// file without any.
///
/// A new error is a failure; what is known and what an ignore leaves out is skipped. JUnit has no lesser failures: other discrepancies pass, and their
/// output says what they are.
public struct JUnitReporter: Reporter {
    public init() {}

    public func write(_ report: Report, to sink: inout some OutputSink & ~Copyable) throws {
        let sources = DocumentSources(report.documents)
        let suites = sources.byPath(report.findings, after: report.documents.map(\.path))
        var xml = try XMLStream()
        let tests = suites.reduce(0) { $0 + max(1, $1.found.count) }
        xml.start("testsuites", Self.attributes(report.generator, report.findings, tests: tests))
        for (path, found) in suites {
            xml.start("testsuite", Self.attributes(path, found, tests: max(1, found.count)))
            if found.isEmpty { xml.empty("testcase", ["classname": path, "name": "no discrepancies", "file": path]) }
            for finding in found { xml.testCase(finding, path: path, sources: sources) }
            xml.end()
            try xml.drain(to: &sink)
        }
        xml.endDocument()
        try xml.drain(to: &sink)
    }

    private static func attributes(
        _ name: String, _ found: [Finding], tests: Int
    ) -> KeyValuePairs<String, String?> {
        [
            "name": name, "tests": String(tests), "failures": String(found.count(where: \.isFailure)), "errors": "0",
            "skipped": String(found.count { $0.skipReason != nil }),
        ]
    }
}

extension Finding {
    fileprivate var isFailure: Bool { skipReason == nil && discrepancy.severity == .error }

    /// Why it counts neither as passed nor as failed; nil for what is new.
    fileprivate var skipReason: String? {
        if let ignored { return "ignored (\(ignored.words))" }
        return discrepancy.status == .new ? nil : discrepancy.status.rawValue
    }
}

extension XMLStream {
    fileprivate mutating func testCase(_ finding: Finding, path: String, sources: DocumentSources) {
        let discrepancy = finding.discrepancy
        start(
            "testcase",
            [
                "classname": path,
                "name": "\(discrepancy.attribute), \(discrepancy.subject.text) [\(discrepancy.shortID)]",
                "file": path, "line": String(discrepancy.primary.position.line),
            ])
        let sentence = discrepancy.sentence
        let text = ([sentence] + sources.details(discrepancy)).joined(separator: "\n")
        if finding.isFailure {
            let type = "\(discrepancy.kind.rawValue) \(discrepancy.relation.rawValue)"
            element("failure", ["message": sentence, "type": type], text: text)
        } else if let reason = finding.skipReason {
            empty("skipped", ["message": "\(reason): \(sentence)"])
        } else {
            element("system-out", text: "\(discrepancy.severity.rawValue): \(text)")
        }
        end()
    }
}
