/// An XML file as its elements, with all its text in one run that leads back to the file.
struct XMLTree: Sendable {
    /// The character data of the whole file in document order, references decoded.
    var text: MappedText
    var root: XMLElement
    var notes: [ReadingNote]

    /// The text in an element and all that it holds, with single spaces for white space; nil where there is none.
    func string(_ element: XMLElement?) -> String? {
        guard let element else { return nil }
        let words = String(decoding: text.bytes[element.range], as: UTF8.self).split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}

/// The name of an XML element: the namespace it belongs to, empty where it has none, and the name without prefix.
struct XMLName: Hashable, Sendable {
    var namespace: String
    var local: String
}

/// An element of an XML file.
struct XMLElement: Sendable {
    var name: XMLName
    /// By their names without prefix; of two with one name that without a prefix.
    var attributes: [String: String]
    /// What the element and all in it hold of the tree's text.
    var range: Range<Int>
    /// The line of the file on which its tag ends, from 1.
    var line: Int
    var children: [XMLElement] = []

    var local: String { name.local }

    /// The first child of a name.
    /// - Parameter namespace: nil for that of the element itself.
    func first(_ local: String, in namespace: String? = nil) -> XMLElement? {
        let name = XMLName(namespace: namespace ?? self.name.namespace, local: local)
        return children.first { $0.name == name }
    }

    /// All children of a name.
    /// - Parameter namespace: nil for that of the element itself.
    func all(_ local: String, in namespace: String? = nil) -> [XMLElement] {
        let name = XMLName(namespace: namespace ?? self.name.namespace, local: local)
        return children.filter { $0.name == name }
    }

    /// The element that a path of names leads to, each time to the first, all in the namespace of this one.
    func descendant(_ path: String...) -> XMLElement? {
        path.reduce(self as XMLElement?) { element, local in element?.first(local, in: name.namespace) }
    }

    /// An attribute; nil where it is missing or empty.
    func attribute(_ name: String) -> String? { attributes[name].flatMap { $0.isEmpty ? nil : $0 } }
}
