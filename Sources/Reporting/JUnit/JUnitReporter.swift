import Documents
import Extraction
import Reconciliation

/// The discrepancy report as JUnit XML: a suite for each file, a case for each discrepancy, and one case that passes for a
/// file without any.
///
/// A new error is a failure and what is known is skipped. JUnit has no lesser failures: other discrepancies pass, and their
/// output says what they are.
public struct JUnitReporter: Reporter {
    public init() {}

    public func write(_ report: Report, to sink: inout some OutputSink & ~Copyable) throws {
        let sources = DocumentSources(report.documents)
        let suites = sources.byPath(report.discrepancies, after: report.documents.map(\.path))
        var xml = try XMLStream()
        let tests = suites.reduce(0) { $0 + max(1, $1.found.count) }
        xml.start("testsuites", Self.attributes(report.generator, report.discrepancies, tests: tests))
        for (path, found) in suites {
            xml.start("testsuite", Self.attributes(path, found, tests: max(1, found.count)))
            if found.isEmpty { xml.empty("testcase", ["classname": path, "name": "no discrepancies", "file": path]) }
            for discrepancy in found { xml.testCase(discrepancy, path: path, sources: sources) }
            xml.end()
            try xml.drain(to: &sink)
        }
        xml.endDocument()
        try xml.drain(to: &sink)
    }

    private static func attributes(
        _ name: String, _ found: [Discrepancy], tests: Int
    ) -> KeyValuePairs<String, String?> {
        [
            "name": name, "tests": String(tests), "failures": String(found.count(where: \.isFailure)), "errors": "0",
            "skipped": String(found.count { $0.status == .known }),
        ]
    }
}

extension Discrepancy {
    fileprivate var isFailure: Bool { status == .new && severity == .error }
}

extension XMLStream {
    fileprivate mutating func testCase(_ discrepancy: Discrepancy, path: String, sources: DocumentSources) {
        start(
            "testcase",
            [
                "classname": path,
                "name": "\(discrepancy.attribute), \(discrepancy.subject.text) [\(discrepancy.shortID)]",
                "file": path, "line": String(discrepancy.primary.position.line),
            ])
        let sentence = discrepancy.sentence
        let text = ([sentence] + sources.details(discrepancy)).joined(separator: "\n")
        if discrepancy.isFailure {
            let type = "\(discrepancy.kind.rawValue) \(discrepancy.relation.rawValue)"
            element("failure", ["message": sentence, "type": type], text: text)
        } else if discrepancy.status == .known {
            empty("skipped", ["message": "known: \(sentence)"])
        } else {
            element("system-out", text: "\(discrepancy.severity.rawValue): \(text)")
        }
        end()
    }
}
