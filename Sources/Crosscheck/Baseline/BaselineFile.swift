import FoundationEssentials
import Reconciliation
public import Reporting

/// A baseline in its file. Documents are named as seen from the file's folder, whatever the run was started with.
public struct BaselineFile: Sendable {
    /// As the user gave it.
    public let path: String
    private let folder: AbsolutePath
    private let origin: BaselineSummary.Origin

    public init(path: String) {
        self.path = path
        folder = AbsolutePath(path, from: .current).parent ?? .current
        origin = .file
    }

    /// What a revision's documents hold, in no file.
    /// - Parameters:
    ///   - name: the revision, for the summary.
    ///   - folder: where its documents lie.
    init(name: String, folder: AbsolutePath) {
        path = name
        self.folder = folder
        origin = .revision
    }

    /// nil where there is no such file: that is not the same as an empty one.
    /// - Throws: `RunFailure` with each line that cannot be read.
    public func read() throws(RunFailure) -> Baseline? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw RunFailure(["\(path): cannot be read; check its permissions"])
        }
        var entries: [BaselineEntry] = []
        var problems: [String] = []
        for (number, line) in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        where !line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }) {
            do {
                entries.append(try JSONDecoder().decode(BaselineEntry.self, from: Data(line)))
            } catch {
                problems.append(
                    "\(path):\(number + 1): no entry of a baseline; take the line out, or write the file anew with "
                        + "'crosscheck baseline update'")
            }
        }
        if !problems.isEmpty { throw RunFailure(problems) }
        return Baseline(entries)
    }

    /// - Throws: `RunFailure` where the file cannot be written.
    public func write(_ baseline: Baseline) throws(RunFailure) {
        do {
            try Data(baseline.text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw RunFailure(["\(path): cannot be written; check that its folder is there and its permissions"])
        }
    }

    /// The discrepancies of a report as entries, in its order.
    public func entries(of report: Report) -> [BaselineEntry] {
        let names = names(of: report)
        return report.discrepancies.map { entry(of: $0, names) }
    }

    /// How a report stands to the accepted discrepancies.
    public func compare(_ report: Report, with baseline: Baseline) -> BaselineComparison {
        let root = folder
        let names = names(of: report)
        return baseline.compare(
            with: report.discrepancies.map { entry(of: $0, names) },
            ignored: report.ignored.map { entry(of: $0.discrepancy, names) }, read: Set(names.values)
        ) { document in
            !FileManager.default.fileExists(atPath: AbsolutePath(document, from: root).text)
        }
    }

    /// The report with each discrepancy's status.
    public func marked(_ report: Report, by comparison: BaselineComparison) -> Report {
        func marked(_ discrepancy: Discrepancy, _ status: Discrepancy.Status) -> Discrepancy {
            var discrepancy = discrepancy
            discrepancy.status = status
            return discrepancy
        }
        let ignored = zip(report.ignored, comparison.ignoredStatuses).map { ignored, status in
            IgnoredDiscrepancy(
                discrepancy: marked(ignored.discrepancy, status), reason: ignored.reason, note: ignored.note,
                place: ignored.place, isInDocument: ignored.isInDocument)
        }
        return Report(
            generator: report.generator, documents: report.documents,
            discrepancies: zip(report.discrepancies, comparison.statuses).map(marked),
            coverage: report.coverage,
            baseline: BaselineSummary(
                path: path, origin: origin, new: comparison.statuses.count { $0 == .new },
                known: comparison.statuses.count { $0 == .known },
                resolved: comparison.stale.map {
                    BaselineSummary.Resolved(id: $0.id, rule: $0.rule, subject: $0.subject, attribute: $0.attribute)
                }),
            ignored: ignored, remarks: report.remarks)
    }

    /// The name of each document in the baseline, by its id in the report: an id of its own, else the path from here.
    private func names(of report: Report) -> [String: String] {
        var names: [String: String] = [:]
        for document in report.documents {
            let isPath = document.document.hasPrefix(document.path)
            let article = document.document.dropFirst(document.path.count)
            names[document.document] =
                isPath
                ? AbsolutePath(document.path, from: .current).text(from: folder) + article : document.document
        }
        return names
    }

    private func entry(of discrepancy: Discrepancy, _ names: [String: String]) -> BaselineEntry {
        let members = discrepancy.claims.map { claim in
            BaselineEntry.Member(
                document: names[claim.document] ?? claim.document,
                value: claim.value.readingWithUnit,
                quote: Self.head(of: claim.quote), sentence: String(Digest.hex(claim.sentence).prefix(16)))
        }.sorted { ($0.document, $0.value, $0.sentence, $0.quote) < ($1.document, $1.value, $1.sentence, $1.quote) }
        let identity =
            [discrepancy.rule, discrepancy.attribute, discrepancy.kind.rawValue]
            + members.map { $0.document + "\u{1F}" + $0.value }
        return BaselineEntry(
            id: Digest.hex(identity.joined(separator: "\u{1E}")), kind: discrepancy.kind.rawValue,
            relation: discrepancy.relation.rawValue, rule: discrepancy.rule, attribute: discrepancy.attribute,
            subject: discrepancy.subject.text, claims: members)
    }

    /// The first words of a quote, up to 80 characters.
    private static func head(of quote: String) -> String {
        guard quote.count > 80 else { return quote }
        let cut = quote.prefix(79)
        return (cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut) + "…"
    }
}
