import Documents
import Extraction
import Language
import Reporting
import Values

/// A token as `inspect` shows it.
struct TokenRow: InspectionRow {
    var start, end: Int
    var text: String
    var kind: String
    /// The sentence that it stands in, from 1.
    var sentence: Int

    init(_ token: Token, sentence: Int, in document: Document) {
        start = token.span.start
        end = token.span.end
        text = document.string(token.span)
        kind = "\(token.kind)"
        self.sentence = sentence
    }

    var line: String { "\(sentence)\t\(start)..<\(end)\t\(kind)\t\(text)" }
}

extension QuantityView: InspectionRow {
    var line: String {
        let parts = [
            value.map { "value \($0)" }, lower.map { "lower \($0)" }, upper.map { "upper \($0)" },
            open.map { "open \($0)" }, approximate ? "approximate" : nil, unit, dimension,
        ]
        return "\(start)..<\(end)\t\(text)\t\(parts.compactMap { $0 }.joined(separator: ", "))"
    }
}

extension Values.TimeView: InspectionRow {
    var line: String {
        let parts = [timex, from.map { "from \($0)" }, to.map { "to \($0)" }, seconds.map { "\($0) s" }]
        return "\(start)..<\(end)\t\(text)\t\(parts.compactMap { $0 }.joined(separator: ", "))"
    }
}

/// An event as `inspect` shows it.
struct EventRow: InspectionRow {
    var kind, text, key: String
    var places, names: [String]
    /// First and last day.
    var from, to: String?

    init(_ subject: Subject, _ event: Event) {
        kind = event.kind
        text = subject.text
        key = subject.key
        places = event.places
        names = event.names
        from = event.time?.first.description
        to = event.time?.last.description
    }

    var line: String { text }
}

extension ListedClaim: InspectionRow {
    var line: String {
        let parts = [
            claim.attribute, "\(claim.value.interval)", claim.value.unit ?? "", claim.scope.joined(separator: ", "),
            claim.modality.rawValue, claim.subject.text, claim.attribution ?? "", claim.quote,
        ]
        return "\(claim.span.start)..<\(claim.span.end)\t\(parts.joined(separator: "\t"))"
    }
}
