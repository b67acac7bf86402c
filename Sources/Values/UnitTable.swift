public import StrictYAML
import Documents
import FoundationEssentials
import Language

/// The units and currencies that the recogniser knows, with the words and signs that stand for them.
public struct UnitTable: Sendable {
    /// One way to write a unit.
    struct Form: Sendable {
        /// Its tokens, as the tokenizer cuts them.
        var tokens: [String]
        /// Read as written: a capital is not a small letter.
        var isSymbol: Bool
        /// Index into `units`.
        var unit: Int
    }

    /// In file order.
    public private(set) var units: [Unit] = []
    private(set) var forms: [Form] = []
    private var places: [String: Int] = [:]
    private var prefixes: [Prefix] = []
    private let analyzer = Analyzer(vocabulary: Vocabulary([]))

    public init() {}

    /// Every word and sign that a unit is written with, for the vocabulary.
    public var vocabularyWords: [String] { forms.flatMap(\.tokens) }

    /// The unit of an id.
    public subscript(id: String) -> Unit? { places[id].map { units[$0] } }

    private struct Prefix: Sendable {
        var name: String
        var symbols: [String]
        var power: Int
    }
}

// MARK: - Reading

extension UnitTable {
    /// The keys of a rule file that hold units.
    public static let keys = ["sources", "prefixes", "units", "currencies"]

    /// Adds the units of a file; what is wrong is noted with the reader of the YAML.
    public mutating func add(_ map: YAMLMapping) {
        var sources: [String: String] = [:]
        for entry in map["sources"]?.entries() ?? [] {
            if let key = entry.key.string(), let text = entry.value.string() { sources[key] = text }
        }
        for value in map["prefixes"]?.list() ?? [] { addPrefix(value) }
        for value in map["units"]?.list() ?? [] { addGroup(value, sources) }
        for value in map["currencies"]?.list() ?? [] { addCurrency(value) }
    }

    private mutating func addPrefix(_ value: YAMLValue) {
        let map = value.mapping(keys: ["name", "symbol", "power"])
        guard let name = map.required("name")?.string(), let symbols = map.required("symbol")?.words(),
            let power = map.required("power")?.integer()
        else { return }
        prefixes.append(Prefix(name: name, symbols: symbols, power: power))
    }

    private mutating func addGroup(_ value: YAMLValue, _ sources: [String: String]) {
        let map = value.mapping(keys: ["dimension", "base", "units"])
        guard let dimension = map.required("dimension")?.choice(Dimension.self),
            let base = map.required("base")?.string()
        else { return }
        for value in map.required("units")?.list() ?? [] { addUnit(value, dimension, base, sources) }
    }

    private mutating func addUnit(
        _ value: YAMLValue, _ dimension: Dimension, _ base: String, _ sources: [String: String]
    ) {
        let map = value.mapping(keys: [
            "id", "names", "symbols", "factor", "offset", "source", "prefixes", "prefix-symbols",
            "lesser",
        ])
        guard let id = map.required("id")?.string(),
            let (factor, divisor) = map.required("factor").flatMap(Self.factor),
            let key = map.required("source")?.string()
        else { return }
        guard let source = sources[key] else {
            map["source"]?.reject("the source '\(key)' is not among the sources")
            return
        }
        var unit = Unit(
            id: id, dimension: dimension, base: base, factor: factor, divisor: divisor,
            offset: map["offset"].flatMap(Self.factor)?.factor ?? 0, lesser: map["lesser"]?.string(), source: source)
        let names = map["names"]?.phrases() ?? []
        let symbols = map["symbols"]?.phrases() ?? []
        guard add(unit, names: names, symbols: symbols, at: value) else { return }
        for name in map["prefixes"]?.words() ?? [] {
            guard let prefix = prefixes.first(where: { $0.name == name }) else {
                map["prefixes"]?.reject("the prefix '\(name)' is not among the prefixes")
                continue
            }
            let own = map["prefix-symbols"]?.words() ?? symbols
            unit.lesser = nil
            unit.factor = factor * Decimal(sign: .plus, exponent: prefix.power, significand: 1)
            unit.id = (prefix.symbols.first ?? "") + (own.first ?? id)
            _ = add(
                unit, names: names.map { Self.prefixed($0, by: prefix.name) },
                symbols: prefix.symbols.flatMap { symbol in own.map { symbol + $0 } }, at: value)
        }
    }

    /// "metre" and "foot/feet" with a prefix before each form.
    private static func prefixed(_ names: String, by prefix: String) -> String {
        names.split(separator: "/").map { prefix + $0 }.joined(separator: "/")
    }

    private mutating func addCurrency(_ value: YAMLValue) {
        let map = value.mapping(keys: ["id", "names", "symbols", "open", "of", "factor"])
        guard let id = map.required("id")?.string() else { return }
        var unit = Unit(id: id, dimension: .money, base: map["of"]?.string() ?? id, source: "ISO 4217:2015")
        unit.open = map["open"]?.words() ?? []
        if let factor = map["factor"].flatMap(Self.factor) { (unit.factor, unit.divisor) = factor }
        _ = add(unit, names: map["names"]?.phrases() ?? [], symbols: map["symbols"]?.phrases() ?? [], at: value)
    }

    /// A decimal number or a fraction of two.
    private static func factor(_ value: YAMLValue) -> (factor: Decimal, divisor: Decimal)? {
        guard let text = value.string() else { return nil }
        let parts = text.split(separator: "/").map { Decimal(string: String($0)) }
        if parts.count == 1, let factor = parts[0] { return (factor, 1) }
        if parts.count == 2, let factor = parts[0], let divisor = parts[1], divisor != 0 { return (factor, divisor) }
        value.reject("expected a number or a fraction, found '\(text)'")
        return nil
    }

    private mutating func add(_ unit: Unit, names: [String], symbols: [String], at value: YAMLValue) -> Bool {
        guard places[unit.id] == nil else {
            value.reject("the unit '\(unit.id)' is given twice; keep one")
            return false
        }
        let index = units.count
        places[unit.id] = index
        units.append(unit)
        for name in names {
            let parts = name.split(separator: "/").map(String.init)
            for part in parts.count == 1 ? [name, name + "s"] : parts { addForm(part, isSymbol: false, unit: index) }
        }
        for symbol in symbols { addForm(symbol, isSymbol: true, unit: index) }
        return true
    }

    private mutating func addForm(_ text: String, isSymbol: Bool, unit: Int) {
        let bytes = Array(text.utf8)
        let analysis = analyzer.analyze(
            Document(
                id: "", path: "", metadata: Metadata(), text: bytes,
                blocks: [Block(.paragraph, ByteSpan(0, bytes.count))], sourceMap: SourceMap(segments: [], file: bytes)))
        var tokens = analysis.tokens.indices.map { analysis.string($0) }
        // In a sentence the full stop of an abbreviation belongs to its token.
        if tokens.count > 1, tokens.last == ".", let stop = tokens.popLast() { tokens[tokens.count - 1] += stop }
        if !tokens.isEmpty { forms.append(Form(tokens: tokens, isSymbol: isSymbol, unit: unit)) }
    }
}
