import CLibXML2
import Glibc

/// What libxml2's HTML parser tells while it reads, with places in the file.
protocol HTMLEvents: AnyObject {
    /// - Parameter attributes: in lower case, values with references decoded.
    func start(_ name: String, attributes: [String: String])
    func end(_ name: String)
    /// - Parameters:
    ///   - file: the byte of the file at which the text stands.
    ///   - isVerbatim: whether it stands there just so; else a character reference does.
    func characters(_ text: UnsafeBufferPointer<UInt8>, at file: Int, isVerbatim: Bool)
    /// - Parameter file: where the comment begins.
    func comment(_ text: UnsafeBufferPointer<UInt8>, at file: Int)
    func note(_ note: ReadingNote)
}

/// Drives libxml2's HTML parser over a file in UTF-8.
///
/// Nothing is printed and no tree is built. Three bounds keep hostile input from costing more than linear time: elements
/// nested deeper than `deepest` end the reading with a note, a tag keeps its first `mostAttributes` attributes, and text is
/// mapped to the file by the parser's own position.
final class HTMLParser {
    /// Browsers stop nesting at the same depth.
    static let deepest = 512
    static let mostAttributes = 256
    /// Notes beyond this number are counted only.
    static let mostNotes = 5

    /// The file as the parser is given it: its attributes trimmed and a newline added, every byte at its place.
    private let source: [UInt8]
    private unowned let events: any HTMLEvents
    private var context: htmlParserCtxtPtr?
    private var depth = 0
    private var isStopped = false
    private var problems = 0

    private init(source: [UInt8], events: any HTMLEvents) {
        self.source = source
        self.events = events
    }

    static func parse(_ file: [UInt8], events: any HTMLEvents) {
        var source = HTMLAttributeLimit.trimmed(file, most: mostAttributes)
        // libxml2 refuses an empty text.
        source.append(.newline)
        HTMLParser(source: source, events: events).run()
    }

    /// libxml2 wants this done before several threads use it.
    private static let isReady: Void = xmlInitParser()

    private func run() {
        Self.isReady
        source.withUnsafeBytes { bytes in
            let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard let context = htmlCreateMemoryParserCtxt(start, Int32(bytes.count)) else { return }
            self.context = context
            defer {
                self.context = nil
                htmlFreeParserCtxt(context)
            }
            let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
            htmlCtxtUseOptions(context, Int32(options))
            // The file is UTF-8 by now, whatever it says of itself.
            xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
            context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
            context.pointee.sax.pointee = Self.handlers()
            htmlParseDocument(context)
        }
        if problems > Self.mostNotes {
            events.note(ReadingNote("\(problems - Self.mostNotes) more places where the HTML is broken"))
        }
    }

    private static func parser(_ pointer: UnsafeMutableRawPointer?) -> HTMLParser? {
        pointer.map { Unmanaged<HTMLParser>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func handlers() -> xmlSAXHandler {
        var handlers = xmlSAXHandler()
        handlers.initialized = XML_SAX2_MAGIC
        handlers.startElement = { pointer, name, attributes in
            guard let name else { return }
            HTMLParser.parser(pointer)?.start(String(cString: name), attributes)
        }
        handlers.endElement = { pointer, name in
            guard let name, let parser = HTMLParser.parser(pointer) else { return }
            parser.depth -= 1
            parser.events.end(String(cString: name))
        }
        handlers.characters = { pointer, text, length in
            HTMLParser.parser(pointer)?.characters(UnsafeBufferPointer(start: text, count: Int(length)))
        }
        handlers.ignorableWhitespace = handlers.characters
        handlers.cdataBlock = handlers.characters
        handlers.comment = { pointer, text in
            guard let text else { return }
            HTMLParser.parser(pointer)?.comment(UnsafeBufferPointer(start: text, count: strlen(text)))
        }
        handlers.serror = { pointer, error in
            guard let error else { return }
            HTMLParser.parser(pointer)?.problem(error.pointee)
        }
        return handlers
    }

    private func start(_ name: String, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        depth += 1
        if depth > Self.deepest, !isStopped {
            isStopped = true
            let line = context.map { Int(xmlSAX2GetLineNumber($0)) }
            events.note(
                ReadingNote("elements nested deeper than \(Self.deepest); nothing after this is read", line: line))
            xmlStopParser(context)
            return
        }
        var values: [String: String] = [:]
        var next = attributes
        while let name = next?[0] {
            values[String(cString: name)] = next?[1].map { String(cString: $0) } ?? ""
            next = next?.advanced(by: 2)
        }
        events.start(name, attributes: values)
    }

    private func comment(_ text: UnsafeBufferPointer<UInt8>) {
        guard !isStopped, let context else { return }
        let end = min(max(0, Int(xmlByteConsumed(context))), source.count)
        // Characters that XML does not allow are dropped: the comment may be longer than its text.
        let start = stride(from: end - text.count - 4, through: 0, by: -1).first { source.hasASCII("<!--", at: $0) }
        events.comment(text, at: start ?? end)
    }

    // MARK: Places

    private func characters(_ text: UnsafeBufferPointer<UInt8>) {
        guard !isStopped, !text.isEmpty, let context else { return }
        let end = min(max(0, Int(xmlByteConsumed(context))), source.count)
        // The parser hands text over when it stands behind it, or on its last character.
        let last = end < source.count ? Self.scalarLength(source[end]) : 0
        for stop in [end, end + last] where stands(text, endingAt: stop) {
            return events.characters(text, at: stop - text.count, isVerbatim: true)
        }
        let reference = source[max(0, end - Self.longestReference)..<end].lastIndex(of: UInt8(ascii: "&"))
        if text.count <= 4, let reference {
            return events.characters(text, at: reference, isVerbatim: false)
        }
        for stop in [end, min(end + last, source.count)] {
            guard let runs = runs(of: text, endingAt: stop) else { continue }
            for run in runs {
                let part = UnsafeBufferPointer(rebasing: text[run.text])
                events.characters(part, at: run.file, isVerbatim: true)
            }
            return
        }
        events.characters(text, at: max(0, end - text.count), isVerbatim: false)
    }

    /// Longer references, with zeros before their number, are none that one meets.
    private static let longestReference = 64

    private func stands(_ text: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> Bool {
        let count = text.count
        guard end >= count, end <= source.count else { return false }
        return source.withUnsafeBytes { source in
            guard let source = source.baseAddress, let text = text.baseAddress else { return false }
            return memcmp(source + end - count, text, count) == 0
        }
    }

    /// The runs of a text from which the parser has dropped control characters, in text order; nil where it does not
    /// stand before `end`.
    private func runs(of text: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> [(text: Range<Int>, file: Int)]? {
        var runs: [(text: Range<Int>, file: Int)] = []
        var index = text.count
        var place = end
        while index > 0 {
            let stop = index
            while index > 0, place > 0, source[place - 1] == text[index - 1] {
                index -= 1
                place -= 1
            }
            if stop > index { runs.append((index..<stop, place)) }
            guard index > 0 else { break }
            guard place > 0, isDropped(at: place - 1) else { return nil }
            place -= 1
        }
        return runs.reversed()
    }

    /// Whether a byte is (part of) a character that XML does not allow: a control character, U+FFFE or U+FFFF.
    private func isDropped(at index: Int) -> Bool {
        let byte = source[index]
        if byte < 0x20 || byte == 0x7F { return true }
        let start = max(0, index - 2)
        return (start...index).contains { source.hasNoncharacter(at: $0) }
    }

    private static func scalarLength(_ lead: UInt8) -> Int {
        lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }

    // MARK: Notes

    /// The errors after which text may be missing or stand in the wrong place. The others (elements of HTML 5 that
    /// libxml2 does not know, end tags without a start) do no harm.
    private static let serious: [xmlParserErrors: String] = [
        XML_ERR_COMMENT_NOT_FINISHED: "the comment is not closed",
        XML_ERR_ATTRIBUTE_NOT_FINISHED: "the attribute's value is not closed",
        XML_ERR_GT_REQUIRED: "the tag is not closed",
        XML_ERR_INVALID_CHAR: "a control character is left out",
        XML_ERR_DOCUMENT_EMPTY: "the page is empty",
        XML_ERR_NO_MEMORY: "the page is too large for the HTML parser",
        XML_ERR_INTERNAL_ERROR: "the HTML parser gave up",
    ]

    private func problem(_ error: xmlError) {
        guard !isStopped, let message = Self.serious[xmlParserErrors(UInt32(bitPattern: error.code))] else { return }
        problems += 1
        guard problems <= Self.mostNotes else { return }
        // What is missing at the end is told behind the newline that was added.
        let lines = source.count { $0 == .newline }
        events.note(ReadingNote(message, line: min(Int(error.line), lines)))
    }
}

extension Array where Element == UInt8 {
    /// Whether U+FFFE or U+FFFF stands at an index.
    fileprivate func hasNoncharacter(at index: Int) -> Bool {
        index + 2 < count && self[index] == 0xEF && self[index + 1] == 0xBF && self[index + 2] >= 0xBE
    }
}
