import CLibXML2

/// libxml2 could not go on, which only lack of memory brings about: names are ours, and text is made fit for XML.
public struct XMLWritingError: Error, Sendable, CustomStringConvertible {
    public var description: String { "the XML report could not be written: out of memory" }
}

/// Writes one XML document through libxml2: UTF-8, two spaces of indentation, escaped in this one place.
struct XMLStream: ~Copyable {
    private let buffer: xmlBufferPtr
    private let writer: xmlTextWriterPtr
    private var failed = false

    init() throws(XMLWritingError) {
        guard let buffer = xmlBufferCreate() else { throw XMLWritingError() }
        guard let writer = xmlNewTextWriterMemory(buffer, 0) else {
            xmlBufferFree(buffer)
            throw XMLWritingError()
        }
        self.buffer = buffer
        self.writer = writer
        check(xmlTextWriterSetIndent(writer, 1))
        check(xmlTextWriterSetIndentString(writer, "  "))
        check(xmlTextWriterStartDocument(writer, nil, "UTF-8", nil))
    }

    deinit {
        xmlFreeTextWriter(writer)
        xmlBufferFree(buffer)
    }

    /// Opens an element; attributes without a value are left out.
    mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
        check(xmlTextWriterStartElement(writer, name))
        for case (let key, let value?) in attributes {
            check(xmlTextWriterWriteAttribute(writer, key, XMLText.clean(value)))
        }
    }

    mutating func end() { check(xmlTextWriterEndElement(writer)) }

    /// An element with text alone; nothing where there is none.
    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String?) {
        guard let text else { return }
        start(name, attributes)
        check(xmlTextWriterWriteString(writer, XMLText.clean(text)))
        end()
    }

    /// An element without content.
    mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
        start(name, attributes)
        end()
    }

    /// Closes what is open.
    mutating func endDocument() { check(xmlTextWriterEndDocument(writer)) }

    /// Hands over what has been written so far.
    mutating func drain(to sink: inout some OutputSink) throws {
        check(xmlTextWriterFlush(writer))
        if failed { throw XMLWritingError() }
        let bytes = UnsafeBufferPointer(start: xmlBufferContent(buffer), count: Int(xmlBufferLength(buffer)))
        try sink.write(Array(bytes))
        xmlBufferEmpty(buffer)
    }

    private mutating func check(_ result: Int32) { if result < 0 { failed = true } }
}

/// What XML 1.0 can hold.
enum XMLText {
    /// The text with U+FFFD for each character outside the production `Char` of XML 1.0 (fifth edition, 2.2): the control
    /// characters but tab, line feed and carriage return, and U+FFFE and U+FFFF.
    static func clean(_ text: String) -> String {
        var text = text
        guard text.withUTF8({ holdsForbidden($0) }) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(isForbidden(scalar) ? "\u{FFFD}" : scalar) }
        return String(scalars)
    }

    private static func holdsForbidden(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for (index, byte) in bytes.enumerated() {
            if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return true }
            if byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE { return true }
        }
        return false
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}
