public import Documents
import Extraction
import Language
import Reconciliation
public import Reporting

/// Checks claims that were made elsewhere against each other: claim files in, report out.
///
/// Any partition of a set of documents into files gives the discrepancies of a run over all of them. A document without
/// claims is in no claim file, so that it is in no report made of them.
public struct ClaimChecker: Sendable {
    private let source: RuleSource
    private let rules: RuleSet
    private let gazetteer: Gazetteer
    private let observer: (any RunObserver)?

    /// - Parameters:
    ///   - ruleFolder: as for a `Checker`.
    ///   - rules: folders of rules that are added.
    ///   - observer: is told how each run goes.
    /// - Throws: `RunFailure` with every problem of the rules.
    public init(
        ruleFolder: String? = nil, rules: [String] = [], observer: (any RunObserver)? = nil
    ) throws(RunFailure) {
        self.observer = observer
        observer?.note(.began(.rules))
        source = RuleSource(base: ruleFolder, added: rules)
        self.rules = try source.load()
        gazetteer = try Gazetteer(ruleFolder: ruleFolder)
    }

    /// The discrepancies of the claims of some files (JSON lines, as `claims` writes them; `-` is standard input).
    ///
    /// The configurations are those of the documents' own paths, as far as they are there.
    /// - Parameter today: ignores with an earlier last day do not hold; nil where all do.
    /// - Throws: `RunFailure` with everything that is wrong with the files.
    public func check(_ files: [String], today: CalendarDay? = nil) throws(RunFailure) -> Report {
        observer?.note(.began(.documents))
        var reader = ClaimFiles(observer: observer)
        for file in Set(files).sorted() { reader.read(file) }
        let content = try reader.finish()
        var configurations = ConfigurationFinder()
        for document in content.documents { configurations.find(for: document.path) }
        if !configurations.problems.isEmpty { throw RunFailure(configurations.problems) }
        observer?.note(.configurations(configurations.paths))
        observer?.note(.read(documents: content.documents.count, skipped: 0))
        observer?.note(.began(.comparison))
        let settings = configurations.settings
        let rules = settings.rules.isEmpty ? self.rules : try source.load(settings.rules)
        let facts = FactFiles(settings.facts, rules: rules)
        if !facts.problems.isEmpty { throw RunFailure(facts.problems) }
        let severities = try settings.severityPolicy(rules: rules)
        let tolerances = try settings.toleranceTable(rules: rules)
        let ignoreNotes = try settings.checkIgnores(rules: rules)
        let reconciler = Reconciler(
            rules: rules, gazetteer: gazetteer, severities: severities.policy,
            tolerances: tolerances.table, references: facts.facts)
        // A claim file does not tell which documents have no claims: nobody knows what was not read.
        let ignores = RunIgnores(entries: settings.ignores, today: today, wholeFolders: [])
        let result = ignores.apply(
            to: reconciler.reconcile(content.claims).discrepancies, documents: content.documents,
            reconciler: reconciler
        ) { _ in .current }
        return Report(
            generator: Version.generator, documents: content.documents + facts.documents, discrepancies: result.kept,
            coverage: Coverage(
                documents: content.documents.count, skipped: [],
                notes: configurations.notes + facts.notes + severities.notes + tolerances.notes + ignoreNotes
                    + content.notes,
                sentences: content.documents.reduce(0) { $0 + $1.sentences },
                numbers: content.documents.reduce(0) { $0 + $1.numbers }, claims: content.claims.count, leftAside: [:]),
            ignored: result.ignored, remarks: result.remarks)
    }
}
