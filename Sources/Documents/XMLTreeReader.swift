import CLibXML2
import Glibc

/// Reads XML in UTF-8 with libxml2 into a tree.
///
/// Nothing is fetched: a document type names what it likes, but no declaration in it is taken over, so there are no
/// external entities, no default attributes, and no entities that grow. A reference to an entity of HTML is decoded
/// although XML does not know it, since feeds are full of them; any other one is left out with a note.
final class XMLTreeReader {
    /// Notes beyond this number are counted only.
    private static let mostNotes = 5

    private let path: String
    private let file: SourceFile
    /// The file as the parser is given it, every byte at its place but for white space before the XML.
    private let source: [UInt8]
    /// Bytes of that white space.
    private let base: Int
    private let readsRootAlone: Bool
    private var context: xmlParserCtxtPtr?
    private var text = MappedText()
    /// The elements that are open, the innermost last.
    private var open: [XMLElement] = []
    private var root: XMLElement?
    private var failure: DocumentError?
    private var isStopped = false
    private var notes: [ReadingNote] = []
    private var lostReferences = 0

    private init(_ file: SourceFile, path: String, readsRootAlone: Bool) {
        self.path = path
        self.file = file
        self.readsRootAlone = readsRootAlone
        base = file.bytes.firstIndex { !$0.isWhitespace } ?? 0
        source = Self.withPlainLineEnds(file.bytes[base...])
    }

    /// The root element, with its attributes and without what it holds; no more of the file is read.
    static func root(of file: SourceFile, path: String) throws(DocumentError) -> XMLElement {
        try XMLTreeReader(file, path: path, readsRootAlone: true).run().root
    }

    /// - Throws: `malformed` where the file is no XML, or goes beyond `XMLLimits`.
    static func tree(of file: SourceFile, path: String) throws(DocumentError) -> XMLTree {
        if let tag = XMLLimits.crowdedTag(in: file.bytes) {
            let reason = "a tag with more than \(XMLLimits.mostAttributes) attributes"
            throw .malformed(path: path, place: file.position(of: tag), format: "XML", reason: reason)
        }
        return try XMLTreeReader(file, path: path, readsRootAlone: false).run()
    }

    /// Line ends of two characters become a space and a newline, so that the parser changes none and every text that it
    /// hands over stands in the file as it is.
    private static func withPlainLineEnds(_ file: ArraySlice<UInt8>) -> [UInt8] {
        var source = Array(file)
        for index in source.indices where source[index] == .carriageReturn {
            let isPair = index + 1 < source.count && source[index + 1] == .newline
            source[index] = isPair ? .space : .newline
        }
        return source
    }

    /// libxml2 wants this done before several threads use it.
    private static let isReady: Void = xmlInitParser()

    private func run() throws(DocumentError) -> XMLTree {
        Self.isReady
        guard source.count <= XMLLimits.largest else {
            throw .overLimit(path: path, reason: "more than \(XMLLimits.largest >> 20) MB of XML")
        }
        source.withUnsafeBytes { bytes in
            let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard let context = xmlCreateMemoryParserCtxt(start, Int32(bytes.count)) else { return }
            self.context = context
            defer {
                self.context = nil
                xmlFreeParserCtxt(context)
            }
            let options = XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
            xmlCtxtUseOptions(context, Int32(options))
            // The file is UTF-8 by now, whatever it says of itself.
            xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
            context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
            context.pointee.sax.pointee = Self.handlers()
            xmlParseDocument(context)
        }
        if let failure { throw failure }
        guard let root else {
            throw .malformed(
                path: path, place: file.position(of: file.bytes.count), format: "XML", reason: "it holds no element")
        }
        if lostReferences > Self.mostNotes {
            notes.append(
                ReadingNote("\(lostReferences - Self.mostNotes) more references to entities that are left out"))
        }
        return XMLTree(text: text, root: root, notes: notes)
    }

    private static func reader(_ pointer: UnsafeMutableRawPointer?) -> XMLTreeReader? {
        guard let pointer else { return nil }
        let reader = Unmanaged<XMLTreeReader>.fromOpaque(pointer).takeUnretainedValue()
        return reader.isStopped ? nil : reader
    }

    /// Without handlers for declarations, nothing is declared; without those for entities, nothing is loaded.
    private static func handlers() -> xmlSAXHandler {
        var handlers = xmlSAXHandler()
        handlers.initialized = XML_SAX2_MAGIC
        handlers.startElementNs = { pointer, local, _, namespace, _, _, count, defaulted, attributes in
            guard let local, let reader = XMLTreeReader.reader(pointer) else { return }
            let name = XMLName(
                namespace: namespace.map { String(cString: $0) } ?? "", local: String(cString: local))
            reader.start(name, XMLTreeReader.attributes(attributes, count: Int(count - defaulted)))
        }
        handlers.endElementNs = { pointer, _, _, _ in XMLTreeReader.reader(pointer)?.end() }
        handlers.characters = { pointer, text, length in
            XMLTreeReader.reader(pointer)?.characters(UnsafeBufferPointer(start: text, count: Int(length)))
        }
        handlers.ignorableWhitespace = handlers.characters
        handlers.cdataBlock = handlers.characters
        handlers.serror = { pointer, error in
            guard let error else { return }
            XMLTreeReader.reader(pointer)?.problem(error.pointee)
        }
        return handlers
    }

    // MARK: Elements

    private func start(_ name: XMLName, _ attributes: [String: String]) {
        guard open.count < XMLLimits.deepest else {
            return stop("elements nested deeper than \(XMLLimits.deepest)")
        }
        let element = XMLElement(
            name: name, attributes: attributes, range: text.count..<text.count, line: file.line(of: base + consumed))
        if readsRootAlone {
            root = element
            isStopped = true
            xmlStopParser(context)
        } else {
            open.append(element)
        }
    }

    private func end() {
        guard var element = open.popLast() else { return }
        element.range = element.range.lowerBound..<text.count
        if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
    }

    /// - Parameter fields: five for each attribute: name, prefix, namespace, and where its value begins and ends.
    private static func attributes(
        _ fields: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
    ) -> [String: String] {
        guard let fields else { return [:] }
        var values: [String: String] = [:]
        for index in 0..<max(0, count) {
            let field = fields + 5 * index
            guard let name = field[0], let start = field[3], let end = field[4] else { continue }
            let value = String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
            let key = String(cString: name)
            // libxml2 leaves this one reference for whoever builds a tree.
            if values[key] == nil || field[1] == nil { values[key] = value.replacing("&#38;", with: "&") }
        }
        return values
    }

    // MARK: Text

    /// The byte of the source that the parser has come to.
    private var consumed: Int { min(max(0, context.map { Int(xmlByteConsumed($0)) } ?? 0), source.count) }

    private func characters(_ run: UnsafeBufferPointer<UInt8>) {
        guard !run.isEmpty, !open.isEmpty else { return }
        let end = consumed
        if let ahead = bytesAhead(run) { return text.append(run, from: base + end + ahead) }
        if let reference = reference(endingAt: end), run.elementsEqual(reference.scalar.utf8Bytes) {
            return text.append(run, from: base + reference.start)
        }
        // The parser hands a copy over when it stands behind the text, on its last character, or behind its section.
        let last = end < source.count ? Self.scalarLength(source[end]) : 0
        let place = [end, end - Self.sectionEnd, end + last].first { stands(run, endingAt: $0) } ?? end
        text.append(run, from: base + max(0, place - run.count))
    }

    /// How far ahead of the parser a text begins that it hands over where it lies in its own buffer; nil for a copy.
    private func bytesAhead(_ run: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let input = context?.pointee.input?.pointee, let start = run.baseAddress, let first = input.base,
            let current = input.cur, let last = input.end, (first..<last).contains(start)
        else { return nil }
        return start - current
    }

    /// Bytes of `]]>`.
    private static let sectionEnd = 3

    /// The character reference that ends at a place.
    private func reference(endingAt end: Int) -> (scalar: Unicode.Scalar, start: Int)? {
        guard end > 0, source[end - 1] == UInt8(ascii: ";"),
            let start = source[max(0, end - Self.longestReference)..<end].lastIndex(of: UInt8(ascii: "&"))
        else { return nil }
        return source.withUnsafeBufferPointer { source in
            guard let found = CharacterReference.scalar(in: source, at: start), found.end == end else { return nil }
            return (found.scalar, start)
        }
    }

    private static let longestReference = 16

    private func stands(_ run: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> Bool {
        let count = run.count
        guard end >= count, end <= source.count else { return false }
        return source.withUnsafeBytes { source in
            guard let source = source.baseAddress, let run = run.baseAddress else { return false }
            return memcmp(source + end - count, run, count) == 0
        }
    }

    private static func scalarLength(_ lead: UInt8) -> Int {
        lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }

    // MARK: Faults

    private func problem(_ error: xmlError) {
        let code = xmlParserErrors(UInt32(bitPattern: error.code))
        if code == XML_ERR_UNDECLARED_ENTITY || code == XML_WAR_UNDECLARED_ENTITY { return undeclared(error) }
        guard error.level == XML_ERR_FATAL else { return }
        let message = error.message.map { String(cString: $0) } ?? ""
        let words = message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        stop(words.isEmpty ? "error \(error.code)" : words)
    }

    /// Ends the reading. The parser goes on to the end of the file, but nothing of it is taken.
    private func stop(_ reason: String) {
        let place = file.position(of: base + consumed)
        failure = .malformed(path: path, place: place, format: "XML", reason: reason)
        isStopped = true
    }

    private func undeclared(_ error: xmlError) {
        let end = consumed
        guard context?.pointee.instate == XML_PARSER_CONTENT, !open.isEmpty else { return }
        if let reference = reference(endingAt: end) {
            let bytes = reference.scalar.utf8Bytes
            return bytes.withUnsafeBufferPointer { text.append($0, from: base + reference.start) }
        }
        lostReferences += 1
        guard lostReferences <= Self.mostNotes else { return }
        let name = error.str1.map { String(cString: $0) } ?? ""
        notes.append(
            ReadingNote(
                "the entity '\(name)' is not taken over; what it stands for is left out",
                line: file.line(of: base + end)))
    }
}

extension Unicode.Scalar {
    fileprivate var utf8Bytes: [UInt8] { Array(String(self).utf8) }
}
