import Extraction
import Reporting
import StrictYAML
import Values

/// What sort of value each attribute has.
struct FactAttributes {
    enum Sort: Hashable {
        /// A number or a date of the sorts that rules read.
        case measure([MeasureRule.Sort])
        case place
        /// The office of a person.
        case role
        /// How something is called.
        case name
        /// What something is, by its nouns.
        case thing([String: String])
        /// No rule knows it: any claim with a number or a date may have it.
        case open
    }

    private var sorts: [String: Sort] = ["role": .role, "name": .name]
    /// Attributes of whose values none can be held for true.
    private let untold: Set<String>

    init(_ rules: RuleSet) {
        untold = Set(rules.opposites.map { $0.attribute.lowercased() } + ["direction", "quotation", "nationality"])
        for rule in rules.attributes { sorts[rule.attribute.lowercased()] = .measure([.count]) }
        for rule in rules.measures {
            let name = rule.attribute.lowercased()
            guard case .measure(let known)? = sorts[name] else {
                sorts[name] = .measure(rule.sorts)
                continue
            }
            sorts[name] = .measure(known + rule.sorts.filter { !known.contains($0) })
        }
        for rule in rules.places { sorts[rule.attribute.lowercased()] = .place }
        let things = rules.facts.things.flatMap { thing in thing.nouns.map { ($0.lowercased(), thing.name) } }
        sorts["kind"] = .thing(Dictionary(things, uniquingKeysWith: { first, _ in first }))
    }

    /// nil, and a problem, for an attribute of whose values none can be held for true.
    func sort(of attribute: String, at value: YAMLValue) -> Sort? {
        if let sort = sorts[attribute] { return sort }
        guard untold.contains(attribute) else { return .open }
        value.reject(
            "facts of '\(attribute)' cannot be compared with what documents say; facts have a number, a date, a place, "
                + "a role, a name or a kind")
        return nil
    }

    /// An attribute that is none of a rule's may be that of an open claim: what looks like a slip is told, and held for
    /// what it says.
    func note(on attribute: String, at value: YAMLValue) -> Coverage.Note? {
        guard sorts[attribute] == nil, let nearest = Suggestion.nearest(to: attribute, among: sorts.keys.sorted())
        else { return nil }
        return Coverage.Note(
            path: value.fileName, line: value.line,
            message: "no rule gives the attribute '\(attribute)'; did you mean '\(nearest)'?")
    }
}

extension MeasureRule.Sort {
    /// For a reader: "a length", "a date".
    var phrase: String {
        switch self {
        case .count: "a number"
        case .age: "an age"
        case .date: "a date"
        case .unit(.time): "a duration"
        case .unit(.percentagePoints): "a number of percentage points"
        case .unit(.money): "a sum of money"
        case .unit(.share): "a share"
        case .unit(let dimension):
            ("aeiou".contains(dimension.rawValue.prefix(1)) ? "an " : "a ")
                + dimension.rawValue.split(separator: "-").joined(separator: " ")
        }
    }

    /// A value that is of the sort.
    var example: String {
        switch self {
        case .count: "over 150"
        case .age: "54"
        case .date: "22 March 2024"
        case .unit(.length): "8.2 km"
        case .unit(.money): "£3.4bn"
        case .unit(.time): "three weeks"
        case .unit(.share): "12 per cent"
        case .unit: "40 and its unit"
        }
    }
}
