public import Documents
package import Extraction
import Language
package import Reconciliation
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
    private let source: RuleSource
    private let english: English
    private let pipeline: Pipeline
    private let observer: (any RunObserver)?

    /// - Parameters:
    ///   - ruleFolder: the folder of the rule files; nil for that of the installation or the package that the program
    ///     belongs to.
    ///   - rules: folders of rules that are added to them.
    ///   - observer: is told how each run goes.
    /// - Throws: `RunFailure` where there is no such folder, or with every problem of its files.
    public init(
        ruleFolder: String? = nil, rules: [String] = [], observer: (any RunObserver)? = nil
    ) throws(RunFailure) {
        self.observer = observer
        observer?.note(.began(.rules))
        source = RuleSource(base: ruleFolder, added: rules)
        let rules = try source.load()
        english = try English(ruleFolder: ruleFolder)
        pipeline = Pipeline(
            stages: Stages(rules: rules, english: english),
            reconciler: Reconciler(rules: rules, gazetteer: english.names.gazetteer))
    }

    /// The discrepancies of a set of documents, without those that the configurations and the documents ignore.
    /// - Parameter today: ignores with an earlier last day do not hold; nil where all do.
    /// - Throws: `RunFailure` with everything that could not be read.
    public func check(_ paths: [String], today: CalendarDay? = nil) throws(RunFailure) -> Report {
        let run = try collect(paths)
        observer?.note(.began(.comparison))
        let ignores = RunIgnores(entries: run.ignores, today: today, wholeFolders: run.loader.wholeFolders)
        var loader = run.loader
        let result = ignores.apply(
            to: run.reconciler.reconcile(run.claims).discrepancies, documents: run.documents,
            reconciler: run.reconciler
        ) { loader.home(of: $0.path) }
        return Report(
            generator: Version.generator, documents: run.documents + run.facts.documents,
            discrepancies: result.kept, coverage: run.coverage, ignored: result.ignored, remarks: result.remarks)
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
        observer?.note(.began(.comparison))
        let subjects = run.reconciler.reconcile(run.claims, about: run.tellings).subjects.map { group in
            ListedSubject(
                subject: group.subject, isMain: group.isMain, documents: group.documents,
                claims: group.claims.map { Self.listed(run.claims[$0]) })
        }
        return SubjectReport(
            generator: Version.generator, documents: run.documents, subjects: subjects, coverage: run.coverage)
    }

    /// Why two claims of a set of documents, or a claim and a fact, are reported as a discrepancy, or are not.
    /// - Parameters:
    ///   - first: `c12`, as `claims` lists them for the same documents, `f2` for the second fact of the run, or `FILE:LINE`
    ///     or `FILE:LINE:COLUMN`.
    /// - Throws: `RunFailure` with everything that could not be read, or where there are no such claims.
    public func why(_ first: String, _ second: String, in paths: [String]) throws(RunFailure) -> WhyReport {
        let run = try collect(paths)
        observer?.note(.began(.comparison))
        let documents = run.documents + run.facts.documents
        let claims = run.claims + run.facts.facts.map(\.claim)
        let (a, b) = try ClaimPicker(documents: documents, claims: claims).pair(first, second)
        return WhyReport(
            generator: Version.generator, documents: documents,
            claims: [Self.listed(claims[a]), Self.listed(claims[b])],
            comparability: run.reconciler.why(a, b, of: run.claims))
    }

    /// How a discrepancy of a set of documents came about.
    /// - Parameter id: its id, or the begin of it.
    /// - Throws: `RunFailure` with everything that could not be read, or where no discrepancy, or more than one, has that id.
    public func explain(_ id: String, in paths: [String]) throws(RunFailure) -> FindingExplanation {
        let run = try collect(paths)
        observer?.note(.began(.comparison))
        let found = run.reconciler.reconcile(run.claims).discrepancies
        let matching = found.filter { $0.id.hasPrefix(id.lowercased()) }
        guard let discrepancy = matching.first else {
            throw RunFailure([
                "no discrepancy of these documents has the id '\(id)'; give the documents of the run that showed it"
            ])
        }
        guard matching.count == 1 else {
            throw RunFailure(["\(matching.count) discrepancies have an id that begins with '\(id)'; give more of it"])
        }
        let documents = run.documents + run.facts.documents
        if discrepancy.claims.contains(where: { $0.conflicts.contains { $0.rule == discrepancy.rule } }) {
            return FindingExplanation(
                generator: Version.generator, documents: documents, discrepancy: discrepancy, check: discrepancy.rule,
                steps: [])
        }
        let claims = run.claims + run.facts.facts.map(\.claim)
        let members = discrepancy.claims.compactMap { member in claims.firstIndex { $0.id == member.id } }
        let steps = members.dropFirst().map { other in
            let partners = members.filter { $0 != other }
            let comparisons = partners.lazy.map { ($0, run.reconciler.why($0, other, of: run.claims)) }
            // A claim may stand in a finding for its difference from another than the primary one.
            let (partner, comparability) =
                comparisons.first { $0.1.gates.allSatisfy(\.holds) } ?? comparisons[comparisons.startIndex]
            return FindingExplanation.Step(
                first: claims[partner].id, second: claims[other].id, comparability: comparability)
        }
        return FindingExplanation(
            generator: Version.generator, documents: documents, discrepancy: discrepancy, steps: steps)
    }

    /// The claims of a set of documents with what finds figures of one thing among them, for a model to learn from.
    /// - Throws: `RunFailure` with everything that could not be read.
    package func counterparts(
        in paths: [String]
    ) throws(RunFailure) -> (claims: [Claim], finder: CounterpartFinder) {
        let run = try collect(paths)
        return (run.claims, run.reconciler.counterpartFinder(for: run.claims))
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
        var run = prepare(paths)
        return try read(&run) { try body($0.document, $0.claims.map(Self.listed)) }.get()
    }

    private struct Collected {
        var documents: [ReportDocument] = []
        var claims: [Claim] = []
        var tellings: [EventTelling] = []
        var coverage: Coverage
        var facts: FactFiles
        var reconciler: Reconciler
        var ignores: [Ignore]
        var loader: DocumentLoader
    }

    private func collect(_ paths: [String]) throws(RunFailure) -> Collected {
        var documents: [ReportDocument] = []
        var claims: [Claim] = []
        var tellings: [EventTelling] = []
        var run = prepare(paths)
        let coverage = read(&run) { result in
            documents.append(result.document)
            claims += result.claims
            if let main = result.main { tellings.append(main) }
        }
        return Collected(
            documents: documents, claims: claims, tellings: tellings, coverage: try coverage.get(),
            facts: run.facts, reconciler: run.pipeline.reconciler, ignores: run.ignores, loader: run.loader)
    }

    private struct Run {
        var loader: DocumentLoader
        var pipeline: Pipeline
        var facts = FactFiles()
        var ignores: [Ignore] = []
    }

    /// The documents of some paths and what their configurations ask for. Where that cannot be done, the run goes on with
    /// the checker's own, so that it tells all else that is wrong before it fails.
    private func prepare(_ paths: [String]) -> Run {
        observer?.note(.began(.documents))
        var loader = DocumentLoader(paths)
        let settings = loader.settings()
        observer?.note(.configurations(loader.configurationPaths))
        guard !settings.isEmpty else { return Run(loader: loader, pipeline: pipeline) }
        do throws(RunFailure) {
            let rules = try source.load(settings.rules)
            let facts = loader.facts(settings, rules: rules)
            let severities = try loader.severities(settings, rules: rules)
            let tolerances = try loader.tolerances(settings, rules: rules)
            try loader.checkIgnores(settings, rules: rules)
            let stages = settings.rules.isEmpty ? pipeline.stages : Stages(rules: rules, english: english)
            return Run(
                loader: loader,
                pipeline: Pipeline(
                    stages: stages,
                    reconciler: Reconciler(
                        rules: rules, gazetteer: english.names.gazetteer, severities: severities,
                        tolerances: tolerances, references: facts.facts)),
                facts: facts, ignores: settings.ignores)
        } catch {
            loader.fail(error)
            return Run(loader: loader, pipeline: pipeline)
        }
    }

    /// Reads what can be read, whatever cannot.
    private func read<Failure>(
        _ run: inout Run, _ body: (DocumentResult) throws(Failure) -> Void
    ) throws(Failure) -> Result<Coverage, RunFailure> {
        let stages = run.pipeline.stages
        var coverage = Coverage(skipped: [])
        try run.loader.forEach(observer) { (document) throws(Failure) in
            var result = stages.extract(document)
            for index in result.claims.indices { result.claims[index].id = "c\(coverage.claims + index + 1)" }
            coverage.add(result)
            try body(result)
        }
        coverage.skipped = run.loader.skipped
        coverage.notes = run.loader.notes
        observer?.note(.read(documents: coverage.documents, skipped: coverage.skipped.count))
        return run.loader.failure.map { .failure($0) } ?? .success(coverage)
    }
}

/// What a run does with its documents.
struct Pipeline: Sendable {
    var stages: Stages
    var reconciler: Reconciler
}
