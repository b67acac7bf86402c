import FoundationEssentials

/// The JSON Schema of `crosscheck.yaml`, for editors that check and complete it.
public enum ConfigurationSchema {
    /// JSON, draft 7 of the schema language: the one that YAML editors read.
    public static var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Texts, lists and objects of them can always be encoded.
        guard let data = try? encoder.encode(root) else { return "" }
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    private static var root: JSONValue {
        guard case .object(var root) = object(ConfigurationKey.file) else { return .object([:]) }
        root["$schema"] = .text("http://json-schema.org/draft-07/schema#")
        root["$id"] = .text("urn:crosscheck:configuration:1")
        root["title"] = .text("The configuration of Crosscheck")
        root["description"] = .text("What Crosscheck is to know of the documents in a folder and below.")
        return .object(root)
    }

    private static func object(_ keys: [ConfigurationKey]) -> JSONValue {
        var properties: [String: JSONValue] = [:]
        for key in keys {
            guard case .object(var schema) = schema(of: key.shape) else { continue }
            schema["description"] = .text(key.about)
            properties[key.name] = .object(schema)
        }
        var object: [String: JSONValue] = [
            "type": .text("object"), "properties": .object(properties), "additionalProperties": .bool(false),
        ]
        let required = keys.filter(\.isRequired).map { JSONValue.text($0.name) }
        if !required.isEmpty { object["required"] = .list(required) }
        return .object(object)
    }

    /// A text of digits is a number to an editor.
    private static let scalar = JSONValue.list(["string", "number", "boolean"].map { .text($0) })

    private static func schema(of shape: ConfigurationKey.Shape) -> JSONValue {
        switch shape {
        case .text: return .object(["type": scalar])
        case .day: return .object(["type": .text("string"), "pattern": .text("^\\d{4}-\\d{2}-\\d{2}$")])
        case .days:
            return .object([
                "type": .list([.text("string"), .text("integer")]), "pattern": .text("^\\d{4}(-\\d{2}(-\\d{2})?)?"),
            ])
        case .fingerprint:
            return .object([
                "type": .list([.text("string"), .text("number")]), "pattern": .text("^[0-9A-Fa-f]{8,32}$"),
            ])
        case .choice(let names): return .object(["enum": .list(names.map { .text($0) })])
        case .list(let element): return .object(["type": .text("array"), "items": schema(of: element)])
        case .oneOrList(let element): return either(schema(of: element), schema(of: .list(element)))
        case .keys(let keys): return object(keys)
        case .map(let names?, let value):
            let entries = names.map { ($0, schema(of: value)) }
            return .object([
                "type": .text("object"), "additionalProperties": .bool(false),
                "properties": .object(Dictionary(entries, uniquingKeysWith: { first, _ in first })),
            ])
        case .map(nil, let value):
            return .object(["type": .text("object"), "additionalProperties": schema(of: value)])
        case .either(let first, let second): return either(schema(of: first), schema(of: second))
        }
    }

    private static func either(_ first: JSONValue, _ second: JSONValue) -> JSONValue {
        .object(["anyOf": .list([first, second])])
    }
}

/// A value of JSON.
private indirect enum JSONValue: Encodable {
    case text(String)
    case bool(Bool)
    case list([JSONValue])
    case object([String: JSONValue])

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .bool(let bool): try container.encode(bool)
        case .list(let list): try container.encode(list)
        case .object(let object): try container.encode(object)
        }
    }
}
