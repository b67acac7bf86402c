import Documents
import Testing

@Suite("A comment for Crosscheck")
struct EditorCommentTests {
    /// Each comment as `line:column text -> the block`, or `all` for the whole document.
    private func comments(_ document: Document) -> [String] {
        document.comments.map { comment in
            let block = comment.span.map { document.string($0) } ?? "all"
            return "\(comment.position.line):\(comment.position.column) \(comment.text) -> \(block)"
        }
    }

    @Test(
        "speaks of the block that it stands in or that follows it",
        arguments: [
            ("<!-- crosscheck: ignore all: x -->\n\nOne.\n\nTwo.\n", ["1:1 ignore all: x -> all"]),
            ("---\ntitle: T\n---\n<!-- crosscheck: a -->\n# Head\n\nOne.\n", ["4:1 a -> all"]),
            ("# Head\n\n<!--crosscheck: a-->\nOne.\n\nTwo.\n", ["3:1 a -> One."]),
            ("One.\n\n<!-- crosscheck: a\n  b -->\n\nTwo.\n", ["3:1 a b -> Two."]),
            ("One. <!-- crosscheck: a -->\n\nTwo.\n", ["1:6 a -> One."]),
            ("Zero.\n\nOne é <!-- crosscheck: a --> and\none.\n\nTwo.\n", ["3:7 a -> One é and one."]),
            ("One.\n\n- two\n<!-- crosscheck: a -->\n- three\n", ["4:1 a -> three"]),
            ("One.\n\n| a | b |\n|---|---|\n| 1 <!-- crosscheck: x --> | 2 |\n", ["5:5 x -> 1"]),
            ("One.\n\n`<!-- crosscheck: a -->` two.\n\n```\n<!-- crosscheck: b -->\n```\n", []),
            ("One.\n\n<!-- a --> <!-- crossword: b --> two.\n", []),
            (
                "One.\n\n<!-- crosscheck: a -->\n<!-- crosscheck: b -->\nTwo.\n",
                ["3:1 a -> Two.", "4:1 b -> Two."]
            ),
        ])
    func markdown(text: String, expected: [String]) throws {
        #expect(comments(try Reading.document(text, .markdown)) == expected)
    }

    private static let long = String(repeating: "The ferry sailed on. ", count: 20)

    @Test(
        "does so on a page",
        arguments: [
            ("<!-- crosscheck: a --><p>One.</p><p>Two.</p>", ["1:1 a -> all"]),
            ("<p>One.</p>\n<!-- crosscheck: a -->\n<p>Two.</p>", ["2:1 a -> Two."]),
            ("<p>One.</p><p><!-- crosscheck: a -->Two.</p>", ["1:15 a -> Two."]),
            ("<p>One.</p><p>Two. <!-- crosscheck: a\n b --></p><p>Three.</p>", ["1:20 a b -> Two."]),
            ("<p>One.</p><p>T<b>w<!-- crosscheck: a --></b>o.</p>", ["1:20 a -> Two."]),
            ("<p>One.</p><script>// <!-- crosscheck: a --></script><p>Two.</p>", []),
            (
                "<nav><ul><li>Home</li></ul></nav><!-- crosscheck: a --><article><p>\(long)</p><p>Two.</p></article>",
                ["1:34 a -> all"]
            ),
        ])
    func html(text: String, expected: [String]) throws {
        #expect(comments(try Reading.document("<body>" + text, .html)) == expected.map(shifted))
    }

    /// Columns of the first line, behind the start tag of the body.
    private func shifted(_ comment: String) -> String {
        let parts = comment.split(separator: " ", maxSplits: 1)
        let place = parts[0].split(separator: ":").compactMap { Int($0) }
        return "\(place[0]):\(place[1] + (place[0] == 1 ? 6 : 0)) \(parts[1])"
    }

    @Test("belongs to its own article of a page")
    func articles() throws {
        let text = """
            <body><!-- crosscheck: both -->
            <article><h2>First</h2><!-- crosscheck: one --><p>\(Self.long)</p></article>
            <!-- crosscheck: two -->
            <article><h2>Second</h2><p>\(Self.long)</p></article>
            """
        let documents = try Reading.documents(text, .html)
        #expect(documents.map { $0.comments.map(\.text) } == [["both", "one"], ["both", "two"]])
        #expect(documents.map { $0.comments.map { $0.span == nil } } == [[true, false], [true, true]])
    }

    @Test(
        "is told of where nothing follows it",
        arguments: [
            ("One.\n\n<!-- crosscheck: a -->\n", DocumentFormat.markdown), ("<!-- crosscheck: a -->\n", .markdown),
            ("<p>One.</p>\n\n<!-- crosscheck: a -->\n", .html),
        ])
    func lost(text: String, format: DocumentFormat) throws {
        let document = try Reading.document(text, format)
        #expect(document.comments.isEmpty)
        let line = text.hasPrefix("<!--") ? 1 : 3
        let message = "nothing follows the comment 'crosscheck: a'; put it before the block it speaks of"
        #expect(document.notes == [ReadingNote(message, line: line)])
    }
}
