import Documents
import Extraction
import FoundationEssentials
import Language
import StrictYAML
import Values

/// Reads the values of facts, which are written as in prose: "over 150", "£3.4bn", "22 March 2024".
struct FactValueReader {
    private let analyzer: Analyzer
    private let recognizer: ValueRecognizer
    private let units: UnitTable

    init(units: UnitTable) {
        let vocabulary = Vocabulary(ValueRecognizer.vocabularyWords(units: units))
        analyzer = Analyzer(vocabulary: vocabulary)
        recognizer = ValueRecognizer(vocabulary: vocabulary, units: units)
        self.units = units
    }

    /// A plain amount: "200", "1.2 million", "2 km".
    struct Amount {
        var value: Decimal
        /// The id of a unit.
        var unit: String?
        /// A word that counts and is no unit.
        var noun: String?
    }

    /// The plain amount that a text is as a whole; nil where it is none.
    func amount(_ text: String) -> Amount? {
        let (analysis, mentions) = read(text)
        guard let found = mentions.quantities.first, mentions.quantities.count == 1, let value = found.value,
            found.bound == nil, !found.approximate
        else { return nil }
        let rest = (found.noun.map { found.tokens.union($0) } ?? found.tokens).end
        guard found.tokens.start == 0, rest == analysis.tokens.count else { return nil }
        let noun = found.noun.map { analysis.string($0) }
        return Amount(value: value, unit: found.unit?.id, noun: noun)
    }

    /// All words and signs of units.
    var unitWords: [String] { units.units.map(\.id) + units.vocabularyWords }

    /// What a value can be read as; nil, and a problem at its place, where it is not of its sort.
    /// - Parameter unit: the unit that is given beside it.
    func readings(
        of value: YAMLValue, unit: YAMLValue?, as sort: FactAttributes.Sort, attribute: String
    ) -> [ClaimValue]? {
        guard let text = value.string()?.collapsingWhitespace else { return nil }
        if text.isEmpty {
            value.reject("expected a value, found nothing")
            return nil
        }
        switch sort {
        case .measure(let sorts): return measured(text, at: value, unit, sorts, attribute)
        case .open: return measured(text, at: value, unit, [], attribute)
        default:
            if let unit { unit.reject("'\(attribute)' is told in words, which have no unit; leave it out") }
            return words(text, at: value, sort)
        }
    }

    private func words(_ text: String, at value: YAMLValue, _ sort: FactAttributes.Sort) -> [ClaimValue]? {
        switch sort {
        case .place: return [ClaimValue(text: text, content: .place(name: text, direction: nil))]
        case .name: return [ClaimValue(text: text, content: .name(text))]
        case .thing(let nouns):
            if let thing = nouns[text.lowercased()] { return [ClaimValue(text: text, content: .words(thing))] }
            value.reject(
                "no rule knows the kind '\(text)'; \(Suggestion.phrase(for: text, among: nouns.keys.sorted()))")
            return nil
        case .role, .measure, .open: return [ClaimValue(text: text, content: .words(PlaceName.key(text)))]
        }
    }

    // MARK: Numbers and dates

    /// - Parameter sorts: those of the attribute; empty where any will do.
    private func measured(
        _ text: String, at value: YAMLValue, _ unit: YAMLValue?, _ sorts: [MeasureRule.Sort], _ attribute: String
    ) -> [ClaimValue]? {
        guard let written = written(text, unit) else { return nil }
        var readings: [ClaimValue] = []
        if sorts.isEmpty || sorts.contains(.date), unit == nil, let time = time(text) { readings.append(time) }
        let quantity = sorts == [.date] ? nil : quantity(written)
        if let quantity, sorts.isEmpty || sorts.contains(where: { fits(quantity, $0) }) { readings.append(quantity) }
        if !readings.isEmpty { return readings }
        let wanted = sorts.isEmpty ? [.count, .date] : sorts
        let phrase = wanted.map(\.phrase).joined(separator: " or ")
        let hasNoUnit = quantity.map { $0.quantity?.unit == nil && unit == nil } ?? false
        value.reject(
            hasNoUnit && wanted.allSatisfy { $0 != .count && $0 != .date }
                ? "'\(text)' has no unit, and '\(attribute)' is \(phrase); write it as in '\(wanted[0].example)', or add 'unit'"
                : "'\(text)' cannot be read as \(phrase); write it as in prose, for example '\(wanted[0].example)'")
        return nil
    }

    /// Value and unit as prose has them; nil, and a problem, for a unit that nobody knows.
    private func written(_ text: String, _ unit: YAMLValue?) -> String? {
        guard let unit else { return text }
        guard let name = unit.string()?.collapsingWhitespace else { return nil }
        // "£" stands before its figure.
        for order in ["1 " + name, name + "1"] {
            guard let known = quantity(order)?.quantity else { continue }
            if known.unit != nil || order.hasPrefix("1") && !isNearlyUnit(name) {
                return order.hasPrefix("1") ? text + " " + name : name + text
            }
        }
        let known = Set(unitWords).sorted()
        let near = Suggestion.nearest(to: name, among: known)
        unit.reject("unknown unit '\(name)'; " + (near.map { "did you mean '\($0)'?" } ?? "see 'rules/units.yml'"))
        return nil
    }

    /// A word may be what is counted ("seats"), or a slip of a unit ("metrs").
    private func isNearlyUnit(_ word: String) -> Bool {
        let names = Set(units.vocabularyWords.filter { $0.utf8.count > 3 }).sorted()
        return !word.contains(" ") && word.utf8.count > 3 && Suggestion.nearest(to: word, among: names) != nil
    }

    private func fits(_ value: ClaimValue, _ sort: MeasureRule.Sort) -> Bool {
        let dimension = value.quantity?.unit.flatMap { units[$0] }?.dimension
        switch sort {
        case .count: return dimension == nil
        case .age: return dimension == nil || dimension == .time
        case .date: return false
        case .unit(let wanted): return dimension == wanted
        }
    }

    /// The quantity that a text is as a whole, with the noun that it counts.
    private func quantity(_ text: String) -> ClaimValue? {
        // Four digits stand for a year where nothing parts the thousands.
        for words in [text, Self.grouped(text)] {
            let (analysis, mentions) = read(words)
            guard let found = mentions.quantities.first, mentions.quantities.count == 1 else { continue }
            let extent = found.noun.map { found.tokens.union($0) } ?? found.tokens
            guard extent.start == 0, extent.end == analysis.tokens.count else { continue }
            return ClaimValue(
                text: text, interval: found.interval, bound: found.bound.flatMap(ClaimQuantity.Bound.init),
                isApproximate: found.approximate, unit: found.unit?.id, precision: found.precision)
        }
        return nil
    }

    /// "1,974 m" for "1974 m".
    private static func grouped(_ text: String) -> String {
        text.split(separator: " ").map { word in
            word.utf8.count == 4 && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
                ? word.prefix(1) + "," + word.dropFirst() : String(word)
        }.joined(separator: " ")
    }

    /// The date that a text is as a whole.
    private func time(_ text: String) -> ClaimValue? {
        // Some years are told from numbers by the word before them alone.
        for (words, start) in [(text, 0), ("in " + text, 1)] {
            let (analysis, mentions) = read(words)
            guard let found = mentions.times.first, mentions.times.count == 1, found.kind == .date, !found.isRelative,
                !found.isOpen, found.interval != nil, found.tokens.start <= start,
                found.tokens.end == analysis.tokens.count
            else { continue }
            return ClaimValue(found, text: text)
        }
        return nil
    }

    private func read(_ text: String) -> (Analysis, Mentions) {
        let bytes = Array(text.utf8)
        let document = Document(
            id: "", path: "", metadata: Metadata(), text: bytes,
            blocks: [Block(.paragraph, ByteSpan(0, bytes.count))], sourceMap: SourceMap(segments: [], file: bytes))
        let analysis = analyzer.analyze(document)
        return (analysis, recognizer.mentions(in: analysis))
    }
}
