import FoundationEssentials

/// What the JSON-LD of a page says of its article (schema.org's NewsArticle and its kin).
struct LinkedData {
    var headline: String?
    var published: String?
    var publisher: String?
    var language: String?

    /// - Returns: nil where the text is no JSON or speaks of no article.
    init?(json: [UInt8]) {
        guard let top = try? JSONDecoder().decode(JSONValue.self, from: Data(json)) else { return nil }
        var nodes: [[String: JSONValue]] = []
        top.collectNodes(into: &nodes)
        let article = nodes.first { Self.isArticle($0) } ?? nodes.first { $0["datePublished"] != nil }
        guard let article else { return nil }
        headline = article["headline"]?.text ?? article["name"]?.text
        published = article["datePublished"]?.text ?? article["dateCreated"]?.text
        publisher = Self.name(of: article["publisher"] ?? article["sourceOrganization"], among: nodes)
        language = article["inLanguage"]?.text
    }

    private static func isArticle(_ node: [String: JSONValue]) -> Bool {
        node["@type"]?.texts.contains { $0.hasSuffix("Article") || ["Report", "BlogPosting"].contains($0) } ?? false
    }

    /// The name of a publisher that is given as a name, an object, a list, or a reference to another node.
    private static func name(of value: JSONValue?, among nodes: [[String: JSONValue]]) -> String? {
        switch value {
        case .string(let name): name
        case .list(let list): name(of: list.first, among: [])
        case .object(let object):
            object["name"]?.text
                ?? nodes.first {
                    $0["@id"]?.text != nil && $0["@id"]?.text == object["@id"]?.text && $0["name"] != nil
                }?[
                    "name"]?.text
        case .other, nil: nil
        }
    }
}

/// As much of JSON as linked data needs: numbers and truth values are not told apart.
private enum JSONValue: Decodable {
    case string(String)
    case list([JSONValue])
    case object([String: JSONValue])
    case other

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .string(text)
        } else if let object = try? container.decode([String: JSONValue].self) {
            self = .object(object)
        } else if let list = try? container.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .other
        }
    }

    var text: String? { texts.first }

    /// A string, or the strings of a list.
    var texts: [String] {
        switch self {
        case .string(let text): text.isEmpty ? [] : [text]
        case .list(let list): list.flatMap(\.texts)
        case .object(let object): object["@value"]?.texts ?? []
        case .other: []
        }
    }

    /// The objects at the top, in a list at the top, and in a `@graph`.
    func collectNodes(into nodes: inout [[String: JSONValue]]) {
        switch self {
        case .object(let object):
            nodes.append(object)
            object["@graph"]?.collectNodes(into: &nodes)
            object["mainEntity"]?.collectNodes(into: &nodes)
        case .list(let list): for value in list { value.collectNodes(into: &nodes) }
        case .string, .other: break
        }
    }
}
