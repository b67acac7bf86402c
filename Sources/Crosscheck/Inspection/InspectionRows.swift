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

    init(_ index: Int, sentence: Int, in analysis: Analysis) {
        let token = analysis.tokens[index]
        start = token.span.start
        end = token.span.end
        text = analysis.string(index)
        kind = "\(token.kind)"
        self.sentence = sentence
    }

    var line: String { "\(sentence)\t\(start)..<\(end)\t\(kind)\t\(text)" }
}

/// A token with its tag and its place in the tree of its sentence.
struct SyntaxRow: InspectionRow {
    var start, end, sentence: Int
    var text, lemma: String
    /// The part of speech and the relation by the names of Universal Dependencies.
    var tag, relation: String
    var features: [String]
    /// Place of the token in its sentence, from 1, and that of its head; 0 for a root.
    var number, head: Int

    init(_ token: TokenRow, _ index: Int, _ tokens: TokenSpan, _ syntax: Syntax, lemma: String) {
        start = token.start
        end = token.end
        sentence = token.sentence
        text = token.text
        self.lemma = lemma
        tag = syntax.tags[index].part.rawValue
        features = GrammaticalFeatures.names.filter { syntax.tags[index].features.contains($0.feature) }.map(\.name)
        relation = syntax.relations[index].rawValue
        number = index - tokens.start + 1
        head = syntax.head(of: index).map { $0 - tokens.start + 1 } ?? 0
    }

    var line: String {
        "\(sentence)\t\(number)\t\(text)\t\(lemma)\t\(tag)\t\(features.joined(separator: "|"))\t\(head)\t\(relation)"
    }
}

/// A name as `inspect` shows it.
struct NameRow: InspectionRow {
    var start, end: Int
    var text, type, form: String
    var title, country: String?
    /// The first mention of what is named; absent where this is it.
    var first: String?

    init(_ name: Name, first: Name, in analysis: Analysis) {
        let bytes = analysis.bytes(of: name.span)
        start = bytes.start
        end = bytes.end
        text = analysis.string(name.span)
        type = name.type.rawValue
        form = name.form.rawValue
        title = name.title.map(analysis.string)
        country = name.country
        self.first = first == name ? nil : analysis.string(first.span)
    }

    var line: String {
        let parts = [type, form, title.map { "title \($0)" }, country, first.map { "for \($0)" }]
        return "\(start)..<\(end)\t\(text)\t\(parts.compactMap { $0 }.joined(separator: ", "))"
    }
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
    var places, names, people: [String]
    /// First and last day.
    var from, to: String?
    /// The document is about it.
    var main: Bool

    init(_ subject: Subject, _ event: Event, isMain: Bool) {
        kind = event.kind
        text = subject.text
        key = subject.key
        places = event.places
        names = event.names
        people = event.people
        from = event.time?.first.description
        to = event.time?.last.description
        main = isMain
    }

    var line: String {
        let time = from.map { from in from == to ? from : "\(from)..\(to ?? "")" }
        let lists = [("at", places), ("near", names), ("with", people)].filter { !$0.1.isEmpty }
            .map { "\($0.0) \($0.1.joined(separator: ", "))" }
        return ([kind + (main ? " (main)" : "")] + lists + [time].compactMap { $0 }).joined(separator: "\t")
    }
}

extension ListedClaim: InspectionRow {
    var line: String {
        let parts = [
            claim.attribute, claim.value.reading, claim.value.quantity?.unit ?? "", claim.scope.joined(separator: ", "),
            claim.modality.rawValue, claim.subject.text, claim.attribution ?? "", claim.rule, claim.quote,
        ]
        return "\(claim.span.start)..<\(claim.span.end)\t\(parts.joined(separator: "\t"))"
    }
}
