import Documents
import Extraction

/// The short names by which a report's elements refer to its documents: `d1`, `d2`, … in report order.
struct DocumentNames {
    private let names: [String: String]

    init(_ documents: [ReportDocument]) {
        names = Dictionary(
            documents.enumerated().map { ($1.document, "d\($0 + 1)") }, uniquingKeysWith: { first, _ in first })
    }

    subscript(document: String) -> String? { names[document] }
}

extension XMLStream {
    mutating func startRoot(_ name: String, generator: String) {
        start(name, ["xmlns": ReportSchema.namespace, "version": ReportSchema.version, "generator": generator])
    }

    mutating func documents(_ documents: [ReportDocument]) {
        start("documents")
        for (index, document) in documents.enumerated() {
            let metadata = document.metadata
            empty(
                "document",
                [
                    "id": "d\(index + 1)", "path": document.path,
                    "key": document.document == document.path ? nil : document.document, "title": metadata.title,
                    "publisher": metadata.publisher, "published": metadata.published?.description,
                    "language": metadata.language, "status": metadata.status, "words": String(document.words),
                    "claims": String(document.claims),
                ])
        }
        end()
    }

    /// A claim as a discrepancy shows it.
    mutating func claim(_ claim: Claim, names: DocumentNames) {
        start("claim", claimAttributes(claim, names: names, rule: nil, isMain: nil))
        claimContent(claim)
        end()
    }

    /// A claim on its own, with what a discrepancy would say for all of its claims.
    mutating func listedClaim(_ listed: ListedClaim, names: DocumentNames) {
        let claim = listed.claim
        start("claim", claimAttributes(claim, names: names, rule: claim.rule, isMain: claim.isMain))
        element("subject", ["type": claim.subject.kind.rawValue, "key": claim.subject.key], text: claim.subject.text)
        element("attribute", text: claim.attribute)
        claimContent(claim)
        for block in listed.blocks { element("block", text: block) }
        end()
    }

    private func claimAttributes(
        _ claim: Claim, names: DocumentNames, rule: String?, isMain: Bool?
    ) -> KeyValuePairs<String, String?> {
        [
            "id": claim.id, "document": names[claim.document], "line": String(claim.position.line),
            "column": String(claim.position.column), "start": String(claim.span.start), "end": String(claim.span.end),
            "sentenceStart": String(claim.sentenceSpan.start), "sentenceEnd": String(claim.sentenceSpan.end),
            "modality": claim.modality.rawValue, "rule": rule, "main": isMain.map(String.init),
        ]
    }

    private mutating func claimContent(_ claim: Claim) {
        let value = ValueView(claim.value)
        element("value", Self.attributes(of: value), text: value.text)
        element("quote", text: claim.quote)
        element("sentence", text: claim.sentence)
        element("before", text: Self.filled(claim.surroundings.before))
        element("after", text: Self.filled(claim.surroundings.after))
        element("attribution", text: claim.attribution)
        if let time = claim.time {
            element(
                "time", ["from": time.days.first.description, "to": time.days.last.description], text: time.text)
        }
        for scope in claim.scope { element("scope", text: scope) }
        for member in value.members ?? [] { element("member", text: member) }
    }

    private static func filled(_ text: String) -> String? { text.isEmpty ? nil : text }

    /// All keys of a value but its members, under the names that JSON gives them.
    private static func attributes(of value: ValueView) -> KeyValuePairs<String, String?> {
        [
            "kind": value.kind.rawValue, "lower": value.lower, "upper": value.upper, "open": value.open,
            "unit": value.unit, "precision": value.precision, "bound": value.bound,
            "approximate": value.approximate.map(String.init), "from": value.from, "to": value.to,
            "weekday": value.weekday.map(String.init), "month": value.month.map(String.init),
            "clockFrom": value.clock?.from, "clockTo": value.clock?.to, "grain": value.grain,
            "position": value.position.map(String.init), "by": value.by, "name": value.name,
            "direction": value.direction, "openSet": value.openSet.map(String.init),
            "holds": value.holds.map(String.init), "words": value.words, "figure": value.figure,
        ]
    }

    mutating func coverage(_ coverage: Coverage, ignored: [(reason: IgnoreReason, count: Int)] = []) {
        start(
            "coverage",
            [
                "documents": String(coverage.documents), "skipped": String(coverage.skipped.count),
                "sentences": String(coverage.sentences), "numbers": String(coverage.numbers),
                "claims": String(coverage.claims),
            ])
        for (reason, count) in coverage.leftAside { empty("leftAside", ["reason": reason, "count": String(count)]) }
        for skipped in coverage.skipped { empty("skipped", ["path": skipped.path, "reason": skipped.reason]) }
        for note in coverage.notes {
            element("note", ["path": note.path, "line": note.line.map(String.init)], text: note.message)
        }
        for (reason, count) in ignored { empty("ignored", ["reason": reason.rawValue, "count": String(count)]) }
        end()
    }
}
