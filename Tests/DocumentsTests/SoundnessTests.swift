import Documents
import Glibc
import TestSupport
import Testing

@Suite("Any input")
struct SoundnessTests {
    private static func faults(_ text: String) throws -> [String] {
        try Reading.textFormats.flatMap { format in
            try Reading.documents(text, format).flatMap { Soundness(document: $0, file: Array(text.utf8)).faults }
        }
    }

    private static let scraps = [
        "a", "word ", "Two words. ", "5", "é", "😀", " ", "\n", "\n\n", "\t", "\r\n", "    ", "*", "**", "_", "~~", "`",
        "```\n", "[", "]",
        "(", ")", "![", "](", "[a]: b\n", "<", ">", "<p>", "</p>", "<b>", "<!--", "-->", "<pre>", "</pre>", "<script>",
        "</script>", "<sup>2</sup>",
        "<article>", "</article>", "<h1>", "<li>", "<td>", "<a href='", "\"", "&", "&amp;", "&#65;", "&#x1F600;",
        "&nosuch;", "#", "# ", "- ", "1. ",
        "> ", "|", "|---|\n", "---\n", "===\n", "\\", "\u{A0}", "\u{1}", "2 days ago\n", "Comments\n", "By Ann Lee\n",
        "LASKO, May 3 (X) -- ", ":", "=",
    ]

    @Test("made of scraps gives sound documents", arguments: 0..<400)
    func scrapCase(seed: Int) throws {
        var numbers = SeededNumbers(state: UInt64(seed))
        let text = (0..<Int.random(in: 1...120, using: &numbers)).compactMap { _ in
            Self.scraps.randomElement(using: &numbers)
        }.joined()
        // One text in ten control characters is a binary file.
        if let found = try? Self.faults(text) { #expect(found == [], "\(text.debugDescription)") }
    }

    @Test("made of random bytes is read or refused", arguments: 0..<100)
    func bytes(seed: Int) {
        var numbers = SeededNumbers(state: UInt64(seed))
        let bytes = (0..<Int.random(in: 0...300, using: &numbers)).map { _ in UInt8.random(in: 0...255, using: &numbers)
        }
        for format in DocumentFormat.allCases {
            for prefix in [[], [0xFF, 0xFE], Array("<meta charset=windows-1252><p>".utf8)] {
                do {
                    let content = try DocumentReader().read(bytes: prefix + bytes, path: "x", format: format)
                    #expect(!content.documents.isEmpty || !content.skipped.isEmpty)
                } catch {
                    #expect(error.description.hasPrefix("x:"))
                }
            }
        }
    }

    static let repeated = [
        "<", "[", "*", "_", "`", "~", ">", "(", "&", "<a ", "<a b='", "![", "[a](", "[a](b \"", "*a_ ", "**a *",
        "`a ``b ", "<!--", "<b>", "<div>",
        "</div>", "<p>", "- ", "> ", "# ", "|", "1. ", "a|b\n|-|-|\n", "\n\n", " \n", "<table><tr><td>", "<ul><li>",
        "&#65", "<x y=z", "[a]: b\n",
        "\\", "~~a~~ ", "a b ", "---\n", "x\n", "- \n", "<a>[", "[[a]", "<sup>1", "<article>", "\u{A0}", "]", "<<!--",
        "&amp;", "<script>",
    ]

    @Test("of one scrap, ten thousand times, is read", arguments: repeated)
    func repeatedCase(scrap: String) throws {
        #expect(try Self.faults(String(repeating: scrap, count: 10_000)) == [])
    }

    @Test("of one sign, a hundred thousand times, is read", arguments: ["<", "[", "*"])
    func repeatedSign(sign: String) throws {
        for format in Reading.textFormats {
            #expect(try Reading.documents(String(repeating: sign, count: 100_000), format).count == 1)
        }
    }

    @Test("of nested elements, many attributes or long names is read")
    func hostileHTML() throws {
        let many = 100_000
        let attributes = (0..<many).map { "a\($0)=\"\($0)\"" }.joined(separator: " ")
        for html in [
            "<p \(attributes)>Text</p>", "<p \(String(repeating: "x", count: many))=1>Text</p>",
            "<p title=\"\(String(repeating: "y ", count: many))\">Text</p>",
            "<\(String(repeating: "z", count: many))>Text",
        ] {
            let document = try Reading.document(html, .html)
            #expect(Soundness(document: document, file: Array(html.utf8)).faults == [])
        }
        let nested = try Reading.document("<p>One</p>" + String(repeating: "<div>", count: many) + "Two", .html)
        #expect(Reading.blocks(nested) == ["One"])
        #expect(nested.notes.count == 1)
    }

    @Test("keeps a script with comparisons and a comment out of the text")
    func attributeLimit() throws {
        let words = String(repeating: "w ", count: 1000)
        for hidden in [
            "<script>if (a <b \(words)) {}</script>", "<!-- a <b \(words) -->", "<style>a <b \(words)</style>",
        ] {
            #expect(try Reading.blocks("\(hidden)<p>Text.</p>", .html) == ["Text."])
        }
    }
}

@Suite("The documents beside the project")
struct SampleTests {
    /// `../shared` beside the package; nil where it is missing.
    static let shared: String? = {
        let package = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let path = "/\(package)/../shared"
        return access(path, R_OK) == 0 ? path : nil
    }()

    @Test("are read soundly", .enabled(if: shared != nil, "the folder of samples is not there"))
    func samples() throws {
        let shared = try #require(Self.shared)
        let found = DocumentFinder.find(["\(shared)/cases", "\(shared)/seeds"])
        #expect(found.errors.isEmpty)
        #expect(found.files.count > 50)
        for path in found.files {
            let file = try #require(contents(path))
            for document in try DocumentReader().read(path: path).documents {
                #expect(Soundness(document: document, file: file).faults == [], "\(path)")
                #expect(document.blocks.contains { $0.kind == .paragraph })
                #expect(document.notes.isEmpty)
            }
        }
    }

    private func contents(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = fread(&bytes, 1, bytes.count, file)
        return Array(bytes[..<count])
    }
}
