import Yams

/// A value of a YAML file that knows its place. Each accessor notes a problem with the reader where the value is not of
/// the kind asked for, and returns nil.
public struct YAMLValue {
    let node: Node
    let file: String
    let lineOffset: Int
    let reader: YAMLReader

    /// Line in the file, from 1.
    public var line: Int { (node.mark?.line ?? 1) + lineOffset }
    public var column: Int { node.mark?.column ?? 1 }

    /// The file's name as it was given to the reader.
    public var fileName: String { file }
    /// `file:line`
    public var place: String { "\(file):\(line)" }

    /// `file:line:column`
    public var fullPlace: String { "\(place):\(column)" }

    /// Notes a problem at this value.
    public func reject(_ message: String) { reader.note(message, at: self) }

    /// The text of a scalar as written, so that `2025-08` and `on` stay what they are.
    public func string() -> String? {
        if case .scalar(let scalar) = node { return scalar.string }
        reject("expected a text, found \(kind)")
        return nil
    }

    /// A text that is one of the cases of an enumeration.
    public func choice<Choice: CaseIterable & RawRepresentable>(_: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        guard let text = string() else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let names = Choice.allCases.map(\.rawValue)
        reject("unknown value '\(text)'; \(Suggestion.phrase(for: text, among: names))")
        return nil
    }

    public func bool() -> Bool? {
        guard let text = string() else { return nil }
        switch text {
        case "true", "yes", "on": return true
        case "false", "no", "off": return false
        default:
            reject("expected true or false, found '\(text)'")
            return nil
        }
    }

    /// A number, with or without a fraction.
    public func number() -> Double? {
        guard let text = string() else { return nil }
        if let number = Double(text), number.isFinite { return number }
        reject("expected a number, found '\(text)'")
        return nil
    }

    public func integer() -> Int? {
        guard let text = string() else { return nil }
        if let number = Int(text) { return number }
        reject("expected a whole number, found '\(text)'")
        return nil
    }

    /// The elements of a sequence.
    public func list() -> [YAMLValue] {
        if case .sequence(let sequence) = node { return sequence.map(sibling) }
        reject("expected a list, found \(kind)")
        return []
    }

    /// The elements of a sequence, or a scalar as the only one.
    public func elements() -> [YAMLValue] {
        if case .scalar = node { return [self] }
        return list()
    }

    /// True for keys and values, of whatever names.
    public var isMapping: Bool {
        if case .mapping = node { true } else { false }
    }

    public var isList: Bool {
        if case .sequence = node { true } else { false }
    }

    /// The words of a scalar.
    public func words() -> [String] {
        string()?.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
    }

    /// The texts of a sequence, or of a single scalar in which commas part them ("death toll, toll").
    public func phrases() -> [String] {
        guard case .scalar(let scalar) = node else { return list().compactMap { $0.string() } }
        return scalar.string.split(separator: ",").map {
            $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        .filter { !$0.isEmpty }
    }

    /// The entries of a mapping; every key that is not among `keys` is a problem.
    public func mapping(keys: [String]) -> YAMLMapping {
        guard case .mapping(let mapping) = node else {
            reject("expected keys and values, found \(kind)")
            return YAMLMapping(owner: self, entries: [:])
        }
        var entries: [String: YAMLValue] = [:]
        for (key, value) in mapping {
            guard let name = sibling(key).string() else { continue }
            if keys.contains(name) {
                entries[name] = sibling(value)
            } else {
                sibling(key).reject("unknown key '\(name)'; \(Suggestion.phrase(for: name, among: keys))")
            }
        }
        return YAMLMapping(owner: self, entries: entries)
    }

    /// The entries of a mapping whose keys are free, in file order.
    public func entries() -> [(key: YAMLValue, value: YAMLValue)] {
        guard case .mapping(let mapping) = node else {
            reject("expected keys and values, found \(kind)")
            return []
        }
        return mapping.map { (sibling($0.key), sibling($0.value)) }
    }

    private func sibling(_ node: Node) -> YAMLValue {
        YAMLValue(node: node, file: file, lineOffset: lineOffset, reader: reader)
    }

    private var kind: String {
        switch node {
        case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "'\(scalar.string)'"
        case .mapping: "keys and values"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }
}

/// The entries of a mapping with known keys.
public struct YAMLMapping {
    let owner: YAMLValue
    let entries: [String: YAMLValue]

    /// The value of a key that may be left out.
    public subscript(key: String) -> YAMLValue? { entries[key] }

    /// The value of a key that must be there; where it is missing a problem is noted.
    public func required(_ key: String) -> YAMLValue? {
        if entries[key] == nil { owner.reject("the key '\(key)' is missing") }
        return entries[key]
    }
}

/// Finds what a writer probably meant.
public enum Suggestion {
    /// "did you mean 'unit'?", or the choices where nothing is near.
    public static func phrase(for text: String, among names: [String]) -> String {
        nearest(to: text, among: names).map { "did you mean '\($0)'?" }
            ?? "expected one of \(names.joined(separator: ", "))"
    }

    /// The name that a text is a slip of, if any.
    public static func nearest(to text: String, among names: [String]) -> String? {
        let scored = names.map { (name: $0, distance: distance(Array(text.utf8), Array($0.utf8))) }
        let best = scored.min { ($0.distance, $0.name) < ($1.distance, $1.name) }
        return best.flatMap { $0.distance <= max(1, text.utf8.count / 3) ? $0.name : nil }
    }

    /// Edit distance between two byte strings, a swap of neighbours counting one (optimal string alignment).
    static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var beforePrevious: [Int] = []
        var previous = Array(0...b.count)
        for row in a.indices {
            var current = [row + 1]
            for column in b.indices {
                var best = min(
                    previous[column] + (a[row] == b[column] ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, a[row] == b[column - 1], a[row - 1] == b[column] {
                    best = min(best, beforePrevious[column - 1] + 1)
                }
                current.append(best)
            }
            beforePrevious = previous
            previous = current
        }
        return previous[b.count]
    }
}
