import Documents
import Extraction
import Reconciliation
import Reporting

/// Leaves out of a run what its ignores cover.
///
/// An ignore covers claims. One that names neither a document nor a place covers all claims of the findings that it
/// describes. A finding is left out where the claims that nothing covers no longer differ between two documents; one inside
/// a single document, where any of its claims is covered.
struct IgnoreFilter {
    /// In the order in which they are asked.
    private let ignores: [Ignore]
    private let documents: [String: ReportDocument]
    private let paths: [String: AbsolutePath]
    private let reconciler: Reconciler
    private(set) var remarks: [String] = []

    /// - Parameters:
    ///   - today: ignores with an earlier last day do not hold; nil where all do.
    ///   - documents: those of the run.
    init(_ ignores: [Ignore], today: CalendarDay?, documents: [ReportDocument], reconciler: Reconciler) {
        var remarks: [String] = []
        self.ignores = ignores.filter { ignore in
            guard let until = ignore.until, let today, until < today else { return true }
            remarks.append(
                "\(ignore.place): this ignore ended on \(until); take it out, or give it a later last day")
            return false
        }
        self.remarks = remarks
        self.documents = Dictionary(documents.map { ($0.document, $0) }, uniquingKeysWith: { first, _ in first })
        paths = self.documents.mapValues { AbsolutePath($0.path, from: .current) }
        self.reconciler = reconciler
    }

    /// - Parameter wholeFolders: folders of which all documents were read; only below them one can tell that an ignore
    ///   covers nothing.
    mutating func apply(
        to discrepancies: [Discrepancy], wholeFolders: [AbsolutePath]
    ) -> (kept: [Discrepancy], ignored: [IgnoredDiscrepancy]) {
        var kept: [Discrepancy] = []
        var ignored: [IgnoredDiscrepancy] = []
        var used: Set<Int> = []
        for discrepancy in discrepancies {
            var covered: Set<Int> = []
            var holding: Ignore?
            for (number, ignore) in ignores.enumerated() {
                let claims = self.claims(of: discrepancy, coveredBy: ignore)
                if claims.isEmpty { continue }
                used.insert(number)
                covered.formUnion(claims)
                if holding == nil, isSettled(discrepancy, without: covered) { holding = ignore }
            }
            if let holding {
                ignored.append(
                    IgnoredDiscrepancy(
                        discrepancy: discrepancy, reason: holding.reason, note: holding.note, place: holding.place,
                        isInDocument: holding.isInDocument))
            } else {
                kept.append(discrepancy)
            }
        }
        for (number, ignore) in ignores.enumerated() where !used.contains(number) {
            guard wholeFolders.contains(where: { ignore.folder.parts(below: $0) != nil }) else { continue }
            remarks.append("\(ignore.place): this ignore covers nothing that was found; take it out")
        }
        return (kept, ignored)
    }

    private func isSettled(_ discrepancy: Discrepancy, without covered: Set<Int>) -> Bool {
        if Set(discrepancy.claims.map(\.document)).count == 1 { return true }
        return !reconciler.differ(
            discrepancy.claims.indices.filter { !covered.contains($0) }.map { discrepancy.claims[$0] })
    }

    // MARK: What an ignore covers

    private func claims(of discrepancy: Discrepancy, coveredBy ignore: Ignore) -> [Int] {
        switch ignore.cover {
        case .entry(let entry):
            guard describes(entry, discrepancy) else { return [] }
            return discrepancy.claims.indices.filter { isIn(entry.document, discrepancy.claims[$0], entry.folder) }
        case .comment(let comment):
            return discrepancy.claims.indices.filter { index in
                let claim = discrepancy.claims[index]
                let attributes = [claim.attribute.lowercased(), discrepancy.attribute.lowercased()]
                return claim.document == comment.document
                    && (comment.attributes.isEmpty || attributes.contains { comment.attributes.contains($0) })
                    && comment.span.map { $0.start <= claim.span.start && claim.span.end <= $0.end } ?? true
            }
        }
    }

    private func describes(_ entry: Ignore.Entry, _ discrepancy: Discrepancy) -> Bool {
        let isBelow = discrepancy.claims.contains { paths[$0.document]?.parts(below: entry.folder) != nil }
        return isBelow && entry.kind.map { $0 == discrepancy.kind } ?? true
            && entry.rule?.matches(discrepancy.rule) ?? true
            && entry.attribute?.matches(discrepancy.attribute) ?? true
            && entry.subject.map { subject in
                ([discrepancy.subject] + discrepancy.claims.map(\.subject)).contains { subject.matches($0.text) }
            } ?? true
            && entry.id.map { hasID(discrepancy, $0, seenFrom: entry.folder) } ?? true
    }

    /// The id in this report, or that in the report of a run that is started in the configuration's folder.
    private func hasID(_ discrepancy: Discrepancy, _ id: String, seenFrom folder: AbsolutePath) -> Bool {
        if discrepancy.id.hasPrefix(id) { return true }
        let seen = discrepancy.fingerprint { name in
            guard let document = documents[name], let path = paths[name], name.hasPrefix(document.path) else {
                return name
            }
            return path.text(from: folder) + name.dropFirst(document.path.count)
        }
        return seen.hasPrefix(id)
    }

    private func isIn(_ pattern: PathPattern?, _ claim: Claim, _ folder: AbsolutePath) -> Bool {
        guard let pattern else { return true }
        if pattern.text == claim.document { return true }
        return paths[claim.document]?.parts(below: folder).map { pattern.matches($0) } ?? false
    }
}
