import CLibXML2
import Glibc

/// Validates XML documents with libxml2, as a reader of the reports would.
public struct SchemaValidator: Sendable {
    private let schema: [UInt8]

    public init(schema: [UInt8]) { self.schema = schema }

    /// What is wrong with a document: not well-formed, not valid, or the schema itself is none. Empty for a valid one.
    public func problems(of document: [UInt8]) -> [String] {
        guard let tree = XMLTree(document) else { return ["not well-formed"] }
        let parser = schema.withUnsafeBytes { bytes in
            xmlSchemaNewMemParserCtxt(bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count))
        }
        defer { xmlSchemaFreeParserCtxt(parser) }
        guard let parsed = xmlSchemaParse(parser) else { return ["the schema is not valid"] }
        defer { xmlSchemaFree(parsed) }
        let context = xmlSchemaNewValidCtxt(parsed)
        defer { xmlSchemaFreeValidCtxt(context) }
        final class Messages { var list: [String] = [] }
        let messages = Messages()
        return withExtendedLifetime(messages) {
            let pointer = Unmanaged.passUnretained(messages).toOpaque()
            xmlSchemaSetValidStructuredErrors(
                context,
                { pointer, error in
                    guard let pointer, let text = error?.pointee.message else { return }
                    Unmanaged<Messages>.fromOpaque(pointer).takeUnretainedValue().list.append(String(cString: text))
                }, pointer)
            let result = xmlSchemaValidateDoc(context, tree.document)
            return result != 0 && messages.list.isEmpty ? ["invalid (\(result))"] : messages.list
        }
    }
}

/// A parsed XML document. What libxml2 allocates is freed by `free`: its allocator is never replaced.
public final class XMLTree {
    fileprivate let document: xmlDocPtr

    /// Nil where the bytes are not well-formed. No message is written anywhere.
    public init?(_ bytes: [UInt8]) {
        let options = Int32(XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue)
        let parsed = bytes.withUnsafeBytes { bytes in
            xmlReadMemory(bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, nil, options)
        }
        guard let parsed else { return nil }
        document = parsed
    }

    deinit { xmlFreeDoc(document) }

    /// The text of each element of that name, in document order.
    public func texts(of name: String) -> [String] {
        var found: [String] = []
        walk(xmlDocGetRootElement(document)) { node in
            guard String(cString: node.pointee.name) == name, let content = xmlNodeGetContent(node) else { return }
            found.append(String(cString: content))
            free(content)
        }
        return found
    }

    /// Each element with the names of its attributes, as in `a href`, in document order.
    public var elements: [String] {
        var found: [String] = []
        walk(xmlDocGetRootElement(document)) { node in
            var words = [String(cString: node.pointee.name)]
            var next = node.pointee.properties
            while let attribute = next {
                words.append(String(cString: attribute.pointee.name))
                next = attribute.pointee.next
            }
            found.append(words.joined(separator: " "))
        }
        return found
    }

    /// The value of an attribute of each element that has it, in document order.
    /// - Parameter name: of the elements; all where there is none.
    public func values(of attribute: String, in name: String? = nil) -> [String] {
        var found: [String] = []
        walk(xmlDocGetRootElement(document)) { node in
            guard name == nil || String(cString: node.pointee.name) == name, let value = xmlGetProp(node, attribute)
            else { return }
            found.append(String(cString: value))
            free(value)
        }
        return found
    }

    private func walk(_ first: xmlNodePtr?, _ visit: (xmlNodePtr) -> Void) {
        var next = first
        while let node = next {
            if node.pointee.type == XML_ELEMENT_NODE { visit(node) }
            walk(node.pointee.children, visit)
            next = node.pointee.next
        }
    }
}
