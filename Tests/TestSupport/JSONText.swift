/// Any JSON value, each of its own kind: Foundation's takes a 1 for true.
public enum JSONText: Decodable, Hashable, Sendable {
    case null
    case flag(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case list([JSONText])
    case object([String: JSONText])

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .flag(value)
        } else if let value = try? container.decode(Int.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([JSONText].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: JSONText].self))
        }
    }

    public subscript(key: String) -> JSONText? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    /// The values of a list; empty for what is none.
    public var items: [JSONText] {
        guard case .list(let values) = self else { return [] }
        return values
    }

    public var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    public var integer: Int? {
        guard case .integer(let number) = self else { return nil }
        return number
    }
}
