import Extraction
import Values

/// The identity of a discrepancy: XXH3 (128 bits) over rule, subject, attribute, unit, scope and the sorted pairs of document
/// and value. It holds no line, no message and no count, so that it survives whatever moves or rewords the claims.
enum Fingerprint {
    /// 32 hexadecimal digits.
    static func of(kind: Discrepancy.Kind, rule: String, claims: [Claim]) -> String {
        of(kind: kind, rule: rule, claims: claims, readings: claims.map(\.value.reading))
    }

    /// - Parameter readings: of the values of the claims.
    static func of(kind: Discrepancy.Kind, rule: String, claims: [Claim], readings: [String]) -> String {
        var fields = ["1", kind.rawValue, rule]
        fields += Set(claims.indices.lazy.map { claims[$0].subject.key }).sorted()
        // Those of many claims are mostly one.
        let told = claims.indices.lazy.filter { $0 == 0 || !areMeasuredAlike(claims[$0 - 1], claims[$0]) }
        fields += Set(told.map { measure(claims[$0]) }).sorted()
        fields += claims.indices.map { claims[$0].document + "\u{1F}" + readings[$0] }.sorted()
        return Digest.hex(fields.joined(separator: "\u{1E}"))
    }

    private static func areMeasuredAlike(_ a: Claim, _ b: Claim) -> Bool {
        a.attribute == b.attribute && a.scope == b.scope && a.value.quantity?.unit == b.value.quantity?.unit
    }

    private static func measure(_ claim: Claim) -> String {
        "\(claim.attribute)\u{1F}\(claim.value.quantity?.unit ?? "")\u{1F}\(scope(claim))"
    }

    /// That of a discrepancy whose documents have other names.
    static func of(_ discrepancy: Discrepancy, naming name: (String) -> String) -> String {
        let claims = discrepancy.claims.map { claim in
            var claim = claim
            claim.document = name(claim.document)
            return claim
        }
        return of(kind: discrepancy.kind, rule: discrepancy.rule, claims: claims)
    }

    static func scope(_ claim: Claim) -> String {
        claim.scope.map { $0.lowercased() }.sorted().joined(separator: "\u{1D}")
    }
}
