import Reporting
import StrictYAML

/// A value of a configuration with where each of its parts comes from, to be shown.
indirect enum Setting: Sendable {
    case value(String, origin: String)
    case list([Setting], origin: String)
    case map([(key: String, value: Setting)], origin: String)

    static let standardOrigin = "default"

    static func standard(_ text: String) -> Setting { .value(text, origin: standardOrigin) }

    /// A value as it stands in a file.
    init(_ value: YAMLValue) {
        if value.isMapping {
            let entries = value.entries().compactMap { entry in
                entry.key.string().map { (key: $0, value: Setting(entry.value)) }
            }
            self = .map(entries, origin: value.place)
        } else if value.isList {
            self = .list(value.list().map { Setting($0) }, origin: value.place)
        } else {
            self = .value(value.string() ?? "", origin: value.place)
        }
    }

    /// What a file sets, and the parts of this value that it leaves as they are.
    func overridden(by other: Setting) -> Setting {
        switch (self, other) {
        case (.map(let own, let origin), .map(let others, _)):
            let kept = own.map { entry in
                let other = others.first { $0.key == entry.key }
                return (key: entry.key, value: other.map { entry.value.overridden(by: $0.value) } ?? entry.value)
            }
            return .map(kept + others.filter { entry in !own.contains { $0.key == entry.key } }, origin: origin)
        // One stands for a list of one.
        case (.list, .value(_, let origin)): return .list([other], origin: origin)
        default: return other
        }
    }

    /// The list with more elements.
    func appending(_ elements: [Setting]) -> Setting {
        guard case .list(let own, let origin) = self, !elements.isEmpty else { return self }
        return .list(own + elements, origin: origin)
    }
}

// MARK: - As YAML

extension Setting {
    /// Lines of YAML for a key with this value; comments tell the origin of each part.
    func lines(key: String, indent: Int = 0) -> [String] {
        let margin = String(repeating: " ", count: indent)
        let name = Self.quoted(key)
        switch self {
        case .value(let text, let origin):
            return ["\(margin)\(name): \(Self.quoted(text))  # \(DisplayText.clean(origin))"]
        case .list(let elements, let origin):
            if elements.isEmpty { return ["\(margin)\(name): []  # \(DisplayText.clean(origin))"] }
            return ["\(margin)\(name):"] + elements.flatMap { $0.element(indent: indent + 2) }
        case .map(let entries, let origin):
            if entries.isEmpty { return ["\(margin)\(name): {}  # \(DisplayText.clean(origin))"] }
            return ["\(margin)\(name):"] + entries.flatMap { $0.value.lines(key: $0.key, indent: indent + 2) }
        }
    }

    /// Lines for an element of a list.
    private func element(indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        switch self {
        case .value(let text, let origin): return ["\(margin)- \(Self.quoted(text))  # \(DisplayText.clean(origin))"]
        case .list(let elements, let origin):
            if elements.isEmpty { return ["\(margin)- []  # \(DisplayText.clean(origin))"] }
            return ["\(margin)-"] + elements.flatMap { $0.element(indent: indent + 2) }
        case .map(let entries, let origin):
            if entries.isEmpty { return ["\(margin)- {}  # \(DisplayText.clean(origin))"] }
            let lines = entries.flatMap { $0.value.lines(key: $0.key, indent: indent + 2) }
            return ["\(margin)- " + lines[0].dropFirst(indent + 2)] + lines.dropFirst()
        }
    }

    /// A text as YAML reads it back: plain where nothing in it can mean anything else.
    private static func quoted(_ text: String) -> String {
        let isPlain =
            text.first.map { $0.isLetter || $0.isNumber || $0 == "/" || $0 == "." } ?? false && text.last != " "
            && text.allSatisfy { $0.isLetter || $0.isNumber || " ._/-*?()".contains($0) }
        if isPlain { return text }
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"", "\\": "\\" + String(scalar)
            case "\n": "\\n"
            case "\t": "\\t"
            case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}":
                "\\U" + Self.padded(String(scalar.value, radix: 16))
            default: String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }

    private static func padded(_ digits: String) -> String {
        String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }
}
