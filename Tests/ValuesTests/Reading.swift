import Documents
import Foundation
import Language
import StrictYAML
import Values

/// Reads texts with the units of the package.
enum Reading {
    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let units: UnitTable = {
        var table = UnitTable()
        let file = package.appending(path: "rules/units.yml")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        if let root = YAMLReader().read(text, file: "units.yml") {
            table.add(root.mapping(keys: ["topic", "about"] + UnitTable.keys))
        }
        return table
    }()

    private static let vocabulary = Vocabulary(ValueRecognizer.vocabularyWords(units: units))
    private static let analyzer = Analyzer(vocabulary: vocabulary)
    private static let recognizer = ValueRecognizer(vocabulary: vocabulary, units: units)

    static func document(_ bytes: [UInt8], published: String? = nil, language: String? = nil) -> Document {
        Document(
            id: "t", path: "t",
            metadata: Metadata(published: published.flatMap { DayInterval(iso: $0) }, language: language), text: bytes,
            blocks: [Block(.paragraph, ByteSpan(0, bytes.count))], sourceMap: SourceMap(segments: [], file: bytes))
    }

    static func mentions(_ document: Document) -> (Analysis, Mentions) {
        let analysis = analyzer.analyze(document)
        return (analysis, recognizer.mentions(in: analysis))
    }

    static func mentions(
        _ text: String, published: String? = nil, language: String? = nil
    ) -> (Analysis, Mentions) {
        mentions(document(Array(text.utf8), published: published, language: language))
    }

    /// "over 150 = (150, ∞) people": the words, the interval, the unit, the kind where it is no count or plain measure, what
    /// it is told for each of, and the noun.
    static func describe(_ quantity: Quantity, in analysis: Analysis) -> String {
        var parts = ["\(analysis.string(quantity.tokens)) = \(quantity.interval)"]
        if let unit = quantity.unit { parts.append(unit.id) }
        switch quantity.kind {
        case .age, .ratio: parts.append("(\(quantity.kind.rawValue))")
        case .cardinal, .money, .percentage, .percentagePoints, .measure, .duration, .multiple: break
        }
        if let per = quantity.per { parts.append("per \(analysis.string(per))") }
        if let noun = quantity.noun { parts.append(analysis.string(noun)) }
        return parts.joined(separator: " ")
    }

    /// "since 2007 = 2007 from 2007-01-01": the words, the TIMEX3 value, first and last day, seconds.
    static func describe(_ time: TimeExpression, in analysis: Analysis) -> String {
        let view = TimeView(time, in: analysis)
        var parts = ["\(view.text) = \(view.timex)"]
        if let from = view.from, from == view.to, from != view.timex {
            parts.append("on \(from)")
        } else if view.from != view.to {
            if let from = view.from { parts.append("from \(from)") }
            if let to = view.to { parts.append("to \(to)") }
        }
        if let seconds = view.seconds { parts.append("\(seconds) s") }
        return parts.joined(separator: " ")
    }
}
