import Extraction
import Values

/// The identity of a discrepancy: XXH3 (128 bits) over rule, subject, attribute, unit, scope and the sorted pairs of document
/// and value. It holds no line, no message and no count, so that it survives whatever moves or rewords the claims.
enum Fingerprint {
    /// 32 hexadecimal digits.
    static func of(kind: Discrepancy.Kind, rule: String, claims: [Claim]) -> String {
        var fields = ["1", kind.rawValue, rule]
        fields += Set(claims.map(\.subject.key)).sorted()
        fields += Set(claims.map { "\($0.attribute)\u{1F}\($0.value.quantity?.unit ?? "")\u{1F}\(scope($0))" }).sorted()
        fields += claims.map { "\($0.document)\u{1F}\($0.value.reading)" }.sorted()
        return Digest.hex(fields.joined(separator: "\u{1E}"))
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
