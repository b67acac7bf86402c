import Documents
public import StrictYAML

/// Names and parts of names that are known by sight, read from `rules/language/names.yml`.
public struct Gazetteer: Sendable {
    /// What an entry is.
    struct Kinds: OptionSet, Hashable, Sendable {
        let rawValue: UInt32

        static let country = Kinds(rawValue: 1 << 0)
        static let people = Kinds(rawValue: 1 << 1)
        static let city = Kinds(rawValue: 1 << 2)
        static let region = Kinds(rawValue: 1 << 3)
        static let language = Kinds(rawValue: 1 << 4)
        static let givenName = Kinds(rawValue: 1 << 5)
        static let title = Kinds(rawValue: 1 << 6)
        static let organizationWord = Kinds(rawValue: 1 << 7)
        static let placeWord = Kinds(rawValue: 1 << 8)
        static let eventWord = Kinds(rawValue: 1 << 9)
        static let currency = Kinds(rawValue: 1 << 10)
        static let month = Kinds(rawValue: 1 << 11)
        static let weekday = Kinds(rawValue: 1 << 12)
    }

    struct Entry: Sendable {
        var hashes: [UInt64]
        var kinds: Kinds
        /// Place in `countries`.
        var country: Int?
    }

    /// The countries by the first of their names.
    public private(set) var countries: [String] = []
    /// Entries by the hash of their first word, the longest first.
    private var entries = FormTable<[Entry]>([:])

    private static let lists: [(key: String, kind: Kinds)] = [
        ("cities", .city), ("regions", .region), ("peoples", .people), ("languages", .language),
        ("given-names", .givenName), ("titles", .title), ("organizations", .organizationWord),
        ("places", .placeWord), ("events", .eventWord), ("currencies", .currency), ("months", .month),
        ("weekdays", .weekday),
    ]

    /// - Parameters:
    ///   - yaml: the text of the file; `file` is its name for problems.
    /// - Throws: every problem of the file, with its place.
    public init(yaml: String, file: String) throws(YAMLProblems) {
        let reader = YAMLReader()
        var found = FoundEntries()
        if let root = reader.read(yaml, file: file) {
            let map = root.mapping(keys: ["topic", "countries"] + Self.lists.map(\.key))
            _ = map.required("topic")?.string()
            for (name, value) in map.required("countries")?.entries() ?? [] {
                if let name = name.string() { addCountry(name, value, to: &found) }
            }
            for list in Self.lists {
                for phrase in map.required(list.key)?.phrases() ?? [] { found.add(phrase, list.kind) }
            }
        }
        try reader.finish()
        entries = FormTable(found.entries.mapValues { $0.sorted { $0.hashes.count > $1.hashes.count } })
    }

    private mutating func addCountry(_ name: String, _ value: YAMLValue, to found: inout FoundEntries) {
        let map = value.mapping(keys: ["people", "capital", "also"])
        let country = countries.count
        countries.append(name)
        for form in [name] + (map["also"]?.phrases() ?? []) { found.add(form, .country, country) }
        for form in map["people"]?.phrases() ?? [] {
            found.add(form, .people, country)
            if !form.hasSuffix("s"), !form.hasSuffix("ese"), !form.hasSuffix("sh"), !form.hasSuffix("ch") {
                found.add(form + "s", .people, country)
            }
        }
        for form in map["capital"]?.phrases() ?? [] { found.add(form, .city) }
    }

    /// Entries by the hash of their first word, as they are read.
    private struct FoundEntries {
        private(set) var entries: [UInt64: [Entry]] = [:]

        mutating func add(_ phrase: String, _ kind: Kinds, _ country: Int? = nil) {
            let hashes = Gazetteer.hashes(of: phrase)
            guard let first = hashes.first else { return }
            if let place = entries[first]?.firstIndex(where: { $0.hashes == hashes }) {
                entries[first]?[place].kinds.formUnion(kind)
                let known = entries[first]?[place].country
                entries[first]?[place].country = known ?? country
            } else {
                entries[first, default: []].append(Entry(hashes: hashes, kinds: kind, country: country))
            }
        }
    }

    /// A word by which a country or its people is called: "Syria", "Syrian".
    package func isOfCountry(_ word: UInt64) -> Bool {
        entries[word]?.contains { $0.hashes.count == 1 && $0.country != nil } ?? false
    }

    /// The hashes of a phrase's words, cut as texts are cut.
    fileprivate static func hashes(of phrase: String) -> [UInt64] {
        let text = Array(phrase.utf8)
        var tokens: [Token] = []
        text.withUnsafeBufferPointer { buffer in
            tokenizer.append(ByteSpan(0, text.count), of: buffer, to: &tokens)
        }
        return tokens.map(\.hash)
    }

    private static let tokenizer = Tokenizer(vocabulary: Vocabulary([]))

    /// The longest entry that begins at a token, with the number of its words; entries are written with a capital, but
    /// for currencies.
    func match(at start: Int, in tokens: UnsafeBufferPointer<Token>) -> (entry: Entry, count: Int)? {
        guard let candidates = entries[tokens[start].hash] else { return nil }
        for entry in candidates where start + entry.hashes.count <= tokens.count {
            guard entry.kinds.contains(.currency) || tokens[start].shape.contains(.capitalized) else { continue }
            if entry.hashes.indices.allSatisfy({ entry.hashes[$0] == tokens[start + $0].hash }) {
                return (entry, entry.hashes.count)
            }
        }
        return nil
    }

    /// How large a place is.
    public enum Grain: Sendable {
        case city, region, country
    }

    /// What a name stands for that is known as a place of one size; nil for one that is unknown or may be either.
    public func grain(of name: String) -> Grain? {
        guard let kinds = entry(name)?.kinds.intersection([.city, .region, .country]) else { return nil }
        switch kinds {
        case .city: return .city
        case .region: return .region
        case .country: return .country
        default: return nil
        }
    }

    /// Many have it: a country's or a town's name, a given name, "council", "street".
    public func isWidespread(_ name: String) -> Bool { entry(name) != nil }

    /// Many names have it as a part that does not tell them apart: "council", "street", "Paris". With a family name, a given
    /// name does.
    public func isWidespreadPart(_ word: String) -> Bool {
        entry(word).map { !$0.kinds.subtracting(.givenName).isEmpty } ?? false
    }

    private func entry(_ name: String) -> Entry? {
        let hashes = Self.hashes(of: name)
        guard let first = hashes.first else { return nil }
        return entries[first]?.first { $0.hashes == hashes }
    }
}
