import Documents
import Extraction
import Reporting
import StrictYAML

/// Finds the claims that a user means.
struct ClaimPicker {
    let documents: [ReportDocument]
    let claims: [Claim]

    /// The indices of two claims. Where a line holds several, those that rules name are taken before others, figures before
    /// dates and words, and those of one attribute.
    /// - Parameter first: `c12`, `FILE:LINE` or `FILE:LINE:COLUMN`.
    /// - Throws: `RunFailure` where one is not there, or both are the same.
    func pair(_ first: String, _ second: String) throws(RunFailure) -> (Int, Int) {
        let (firsts, seconds) = (candidates(first), candidates(second))
        let unknown = [(first, firsts), (second, seconds)].filter { $0.1.isEmpty }.map { missing($0.0) }
        if !unknown.isEmpty { throw RunFailure(unknown) }
        let pairs = firsts.flatMap { a in seconds.filter { $0 != a }.map { (a, $0) } }
        func fit(_ pair: (Int, Int)) -> Int {
            let (a, b) = (claims[pair.0], claims[pair.1])
            return (a.isOpen || b.isOpen ? 0 : 4) + (a.value.quantity != nil && b.value.quantity != nil ? 2 : 0)
                + (a.attribute == b.attribute ? 1 : 0)
        }
        guard let best = pairs.map(fit).max(), let pair = pairs.first(where: { fit($0) == best }) else {
            throw RunFailure(["'\(first)' and '\(second)' are one claim (\(claims[firsts[0]].id)); name two"])
        }
        return pair
    }

    private func candidates(_ text: String) -> [Int] {
        if let place = place(text) {
            return claims.indices.filter { index in
                let claim = claims[index]
                return paths(of: claim).contains(place.path) && claim.position.line == place.line
                    && place.column.map { $0 == claim.position.column } ?? true
            }
        }
        return claims.indices.filter { claims[$0].id == text }
    }

    private func paths(of claim: Claim) -> [String] {
        documents.filter { $0.document == claim.document }.flatMap { [$0.path, $0.document] }
    }

    /// nil where the text names no place of a document.
    private func place(_ text: String) -> (path: String, line: Int, column: Int?)? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        func path(_ numbers: Int) -> String {
            DocumentFinder.normalized(parts.dropLast(numbers).joined(separator: ":"))
        }
        if parts.count > 2, let line = Int(parts[parts.count - 2]), let column = Int(parts[parts.count - 1]) {
            return (path(2), line, column)
        }
        guard parts.count > 1, let line = Int(parts[parts.count - 1]) else { return nil }
        return (path(1), line, nil)
    }

    private func missing(_ text: String) -> String {
        guard let place = place(text) else {
            let range = claims.isEmpty ? "there are none" : "there are c1 to c\(claims.count)"
            return "there is no claim '\(text)'; \(range), as 'crosscheck claims' lists them for the same documents"
        }
        let known = documents.flatMap { [$0.path, $0.document] }
        guard known.contains(place.path) else {
            let near = Suggestion.nearest(to: place.path, among: known).map { "did you mean '\($0)'?" }
            return
                "'\(place.path)' is not among the documents; \(near ?? "name it, or its folder, after the two claims")"
        }
        let lines = Set(claims.filter { paths(of: $0).contains(place.path) }.map(\.position.line)).sorted()
        let told = lines.isEmpty ? "none has" : "these have: \(lines.map(String.init).joined(separator: ", "))"
        return "\(text): no claim begins in this line; \(told)"
    }
}
