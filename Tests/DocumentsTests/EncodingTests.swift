import Documents
import Testing

@Suite("Encodings")
struct EncodingTests {
    private static let text = "Café 5 €, 😀.\n"

    private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        ([0xFEFF] + Array(text.utf16)).flatMap { unit in
            let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return bigEndian ? bytes : bytes.reversed()
        }
    }

    @Test(
        "with or without a byte order mark are read as one text",
        arguments: [
            Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), utf16(text, bigEndian: false),
            utf16(text, bigEndian: true),
        ])
    func marks(bytes: [UInt8]) throws {
        for format in Reading.textFormats {
            let document = try #require(DocumentReader().read(bytes: bytes, path: "x", format: format).documents.first)
            #expect(Reading.blocks(document) == ["Café 5 €, 😀."])
            #expect(document.sourceMap.position(of: document.blocks[0].span.start).column == 1)
        }
    }

    @Test(
        "that HTML declares are converted",
        arguments: [
            "<meta charset=windows-1252>", "<META http-equiv=Content-Type content=\"text/html; charset=ISO-8859-1\">",
            "<?xml version=\"1.0\" encoding=\"latin1\"?>",
        ])
    func declared(head: String) throws {
        let bytes = Array(head.utf8) + Array("<p>Caf".utf8) + [0xE9, 0x20, 0x80] + Array("5</p>".utf8)
        let document = try #require(DocumentReader().read(bytes: bytes, path: "x.html").documents.first)
        #expect(Reading.blocks(document) == ["Café €5"])
        #expect(document.sourceMap.position(of: 3).column == head.count + 7)
    }

    @Test("long texts are converted whole")
    func longText() throws {
        let head = Array("<meta charset=koi8-r><p>".utf8)
        let document = try #require(
            DocumentReader().read(bytes: head + [UInt8](repeating: 0xC1, count: 200_000), path: "x.html").documents
                .first)
        #expect(document.text.count == 400_000)
    }

    struct Failure: CustomTestStringConvertible {
        var bytes: [UInt8]
        var error: DocumentError
        var testDescription: String { error.description }
    }

    @Test(
        "that do not hold are errors with the byte",
        arguments: [
            Failure(bytes: [0x61, 0xC3, 0x28], error: .undecodable(path: "x.html", encoding: "UTF-8", offset: 1)),
            Failure(
                bytes: [0xEF, 0xBB, 0xBF, 0xFF], error: .undecodable(path: "x.html", encoding: "UTF-8", offset: 3)),
            Failure(
                bytes: [0xFF, 0xFE, 0x61, 0, 0x62], error: .undecodable(path: "x.html", encoding: "UTF-16LE", offset: 4)
            ),
            Failure(
                bytes: [0xFE, 0xFF, 0xD8, 0, 0, 0x61],
                error: .undecodable(path: "x.html", encoding: "UTF-16BE", offset: 2)),
            Failure(bytes: [0x61, 0x62, 0], error: .binary(path: "x.html", offset: 2)),
            Failure(bytes: [0x61, 1, 2, 3, 4], error: .binary(path: "x.html", offset: 1)),
            Failure(
                bytes: Array("<meta charset=nosuch>".utf8), error: .unknownEncoding(path: "x.html", encoding: "nosuch")),
            Failure(
                bytes: Array("<meta charset=windows-1252>".utf8) + [0x81],
                error: .undecodable(path: "x.html", encoding: "windows-1252", offset: 27)),
        ])
    func failures(_ failure: Failure) {
        #expect(throws: failure.error) { try DocumentReader().read(bytes: failure.bytes, path: "x.html") }
        #expect(failure.error.description.hasPrefix("x.html: "))
    }
}
