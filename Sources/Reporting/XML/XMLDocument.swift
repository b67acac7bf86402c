import CLibXML2
import Glibc

/// An XML file as a tree, read by libxml2 without network, entities or messages, and valid against a schema.
final class XMLDocument {
    private let tree: xmlDocPtr
    /// Problems beyond these are not told: they follow from the first ones.
    private static let mostProblems = 10

    /// libxml2 wants this done before several threads use it.
    private static let isReady: Void = xmlInitParser()

    /// - Parameters:
    ///   - bytes: of the file, less than 2 GB.
    ///   - schema: an XML schema, UTF-8.
    init(_ bytes: [UInt8], schema: [UInt8]) throws(XMLReportError) {
        Self.isReady
        switch Self.parsed(bytes) {
        case .success(let tree): self.tree = tree
        case .failure(let error): throw error
        }
        let problems = Self.problems(of: tree, schema: schema)
        if !problems.isEmpty { throw XMLReportError(problems) }
    }

    deinit { xmlFreeDoc(tree) }

    /// A valid document has one.
    var root: XMLElement? { xmlDocGetRootElement(tree).map { XMLElement($0, in: self) } }

    /// What the parser meets.
    private final class Findings {
        var documentTypeLine: Int?
        /// The first: others follow from it.
        var error: XMLReportError?

        static func of(_ context: xmlParserCtxtPtr?) -> Findings? {
            context?.pointee._private.map { Unmanaged<Findings>.fromOpaque($0).takeUnretainedValue() }
        }
    }

    private static func parsed(_ bytes: [UInt8]) -> Result<xmlDocPtr, XMLReportError> {
        guard let context = xmlNewParserCtxt() else {
            return .failure(XMLReportError("cannot be read: out of memory", line: nil))
        }
        defer { xmlFreeParserCtxt(context) }
        let findings = Findings()
        context.pointee._private = Unmanaged.passUnretained(findings).toOpaque()
        listen(to: context.pointee.sax)
        // A report may be large. What the parser's own limits guard against needs entities.
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_BIG_LINES.rawValue
            | XML_PARSE_HUGE.rawValue
        let tree = withExtendedLifetime(findings) {
            bytes.withUnsafeBytes { bytes in
                xmlCtxtReadMemory(
                    context, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, nil, Int32(options))
            }
        }
        if let line = findings.documentTypeLine {
            xmlFreeDoc(tree)
            return .failure(XMLReportError("a report has no document type (<!DOCTYPE …>)", line: line))
        }
        return tree.map { .success($0) } ?? .failure(findings.error ?? XMLReportError("the file is empty", line: nil))
    }

    private static func listen(to handlers: UnsafeMutablePointer<xmlSAXHandler>) {
        // A document type could declare entities, of which a few lines can make gigabytes. A report has none.
        handlers.pointee.internalSubset = { pointer, _, _, _ in
            let context = pointer?.assumingMemoryBound(to: xmlParserCtxt.self)
            Findings.of(context)?.documentTypeLine = Int(xmlSAX2GetLineNumber(context))
            xmlStopParser(context)
        }
        handlers.pointee.serror = { pointer, error in
            let context = pointer?.assumingMemoryBound(to: xmlParserCtxt.self)
            guard let findings = Findings.of(context), findings.error == nil, let error = error?.pointee,
                error.level.rawValue >= XML_ERR_ERROR.rawValue
            else { return }
            let reason = error.message.map { DisplayText.clause(String(cString: $0)) } ?? "error \(error.code)"
            findings.error = XMLReportError("not well-formed XML (\(reason))", line: Int(error.line))
        }
    }

    private static func problems(of tree: xmlDocPtr, schema: [UInt8]) -> [XMLReportError.Problem] {
        let parser = schema.withUnsafeBytes { bytes in
            xmlSchemaNewMemParserCtxt(bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count))
        }
        defer { xmlSchemaFreeParserCtxt(parser) }
        let parsed = xmlSchemaParse(parser)
        defer { xmlSchemaFree(parsed) }
        let context = xmlSchemaNewValidCtxt(parsed)
        defer { xmlSchemaFreeValidCtxt(context) }
        final class Messages { var list: [XMLReportError.Problem] = [] }
        let messages = Messages()
        return withExtendedLifetime(messages) {
            xmlSchemaSetValidStructuredErrors(
                context,
                { pointer, error in
                    guard let pointer, let error = error?.pointee, let text = error.message else { return }
                    let messages = Unmanaged<Messages>.fromOpaque(pointer).takeUnretainedValue()
                    guard messages.list.count < XMLDocument.mostProblems else { return }
                    let message = DisplayText.clause(String(cString: text))
                        .replacing("{\(ReportSchema.namespace)}", with: "")
                    messages.list.append(
                        XMLReportError.Problem(line: error.line > 0 ? Int(error.line) : nil, message: message))
                }, Unmanaged.passUnretained(messages).toOpaque())
            let result = xmlSchemaValidateDoc(context, tree)
            let isSilent = result != 0 && messages.list.isEmpty
            return isSilent ? [XMLReportError.Problem(line: nil, message: "is no valid report")] : messages.list
        }
    }
}

/// An element of a document.
struct XMLElement {
    private let node: xmlNodePtr
    /// Keeps the node.
    private let document: XMLDocument

    fileprivate init(_ node: xmlNodePtr, in document: XMLDocument) {
        self.node = node
        self.document = document
    }

    var name: String { String(cString: node.pointee.name) }

    /// In the file, from 1.
    var line: Int { Int(xmlGetLineNo(node)) }

    /// The value of an attribute; nil without it.
    subscript(attribute: String) -> String? { Self.taken(xmlGetNoNsProp(node, attribute)) }

    /// All text in it.
    var text: String { Self.taken(xmlNodeGetContent(node)) ?? "" }

    /// The elements in it, in their order.
    var children: [XMLElement] {
        var children: [XMLElement] = []
        var next = node.pointee.children
        while let child = next {
            if child.pointee.type == XML_ELEMENT_NODE { children.append(XMLElement(child, in: document)) }
            next = child.pointee.next
        }
        return children
    }

    func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

    func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

    /// A string that libxml2 made: its allocator is never replaced, so that `free` frees it.
    private static func taken(_ text: UnsafeMutablePointer<xmlChar>?) -> String? {
        guard let text else { return nil }
        defer { free(text) }
        return String(cString: text)
    }
}
