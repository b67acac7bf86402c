import Extraction
import Language
public import Reporting

/// Checks documents against each other: paths in, report out.
///
/// ```swift
/// let report = try Checker().check(["articles"])
/// for discrepancy in report.discrepancies { print(discrepancy.message) }
/// ```
///
/// One checker serves any number of runs. A path is a file, a folder, or `-` for standard input; the order in which paths
/// are given changes nothing.
public struct Checker: Sendable {
    let stages: Stages

    init(rules: RuleSet, english: English) { stages = Stages(rules: rules, english: english) }

    /// - Parameter ruleFolder: the folder of the rule files; nil for that of the installation or the package that the
    ///   program belongs to.
    /// - Throws: `RunFailure` where there is no such folder, or with every problem of its files.
    public init(ruleFolder: String? = nil) throws(RunFailure) {
        self.init(rules: try RuleFolder.load(ruleFolder), english: try English(ruleFolder: ruleFolder))
    }

    /// The discrepancies of a set of documents.
    /// - Throws: `RunFailure` with everything that could not be read.
    public func check(_ paths: [String]) throws(RunFailure) -> Report {
        let run = try collect(paths)
        return Report(
            generator: Version.generator, documents: run.documents,
            discrepancies: stages.reconciler.reconcile(run.claims).discrepancies,
            coverage: run.coverage)
    }

    /// All claims of a set of documents.
    /// - Throws: `RunFailure` with everything that could not be read.
    public func claims(_ paths: [String]) throws(RunFailure) -> ClaimReport {
        let run = try collect(paths)
        return ClaimReport(
            generator: Version.generator, documents: run.documents, claims: run.claims.map(Self.listed),
            coverage: run.coverage)
    }

    /// The subjects of a set of documents.
    /// - Throws: `RunFailure` with everything that could not be read.
    public func subjects(_ paths: [String]) throws(RunFailure) -> SubjectReport {
        let run = try collect(paths)
        let subjects = stages.reconciler.reconcile(run.claims, about: run.tellings).subjects.map { group in
            ListedSubject(
                subject: group.subject, isMain: group.isMain, documents: group.documents,
                claims: group.claims.map { Self.listed(run.claims[$0]) })
        }
        return SubjectReport(
            generator: Version.generator, documents: run.documents, subjects: subjects, coverage: run.coverage)
    }

    static func listed(_ claim: Claim) -> ListedClaim { ListedClaim(claim, blocks: Reconciler.blocks(of: claim)) }
}

// MARK: - Reading

extension Checker {
    /// Reads a set of documents, and hands over the claims of each as soon as they are known, so that no more than one
    /// document need be in memory.
    /// - Returns: the coverage of the run.
    /// - Throws: `RunFailure` with everything that could not be read, after all that could; else what `body` throws.
    public func forEachDocument(
        _ paths: [String], _ body: (ReportDocument, [ListedClaim]) throws -> Void
    ) throws -> Coverage {
        try read(paths) { try body($0.document, $0.claims.map(Self.listed)) }.get()
    }

    private func collect(_ paths: [String]) throws(RunFailure) -> (
        documents: [ReportDocument], claims: [Claim], tellings: [EventTelling], coverage: Coverage
    ) {
        var documents: [ReportDocument] = []
        var claims: [Claim] = []
        var tellings: [EventTelling] = []
        let coverage = read(paths) { result in
            documents.append(result.document)
            claims += result.claims
            if let main = result.main { tellings.append(main) }
        }
        return (documents, claims, tellings, try coverage.get())
    }

    /// Reads what can be read, whatever cannot.
    private func read<Failure>(
        _ paths: [String], _ body: (DocumentResult) throws(Failure) -> Void
    ) throws(Failure) -> Result<Coverage, RunFailure> {
        var loader = DocumentLoader(paths)
        var coverage = Coverage(skipped: loader.skipped)
        try loader.forEach { (document) throws(Failure) in
            var result = stages.extract(document)
            for index in result.claims.indices { result.claims[index].id = "c\(coverage.claims + index + 1)" }
            coverage.add(result)
            try body(result)
        }
        coverage.notes = loader.notes
        return loader.failure.map { .failure($0) } ?? .success(coverage)
    }
}
