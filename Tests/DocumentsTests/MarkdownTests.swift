import Documents
import StrictYAML
import Testing

@Suite("Markdown")
struct MarkdownTests {
    struct Case: CustomTestStringConvertible {
        var text: String
        var blocks: [String]
        var testDescription: String { text }

        init(_ text: String, _ blocks: String...) {
            self.text = text
            self.blocks = blocks
        }
    }

    static let blocks = [
        Case(
            "# Walls\n\nOne.\nTwo.\n\n## Gates ##\nThree.", "headline: Walls", "One. Two.", "heading: Gates", "Three."),
        Case("Walls\n=====\n\nGates\n---\nThree.", "headline: Walls", "heading: Gates", "Three."),
        Case("## Gates\n\n# Walls", "heading: Gates", "heading: Walls"),
        Case("#5 in the queue\n\n####### seven", "#5 in the queue", "####### seven"),
        Case(
            "- one\n- two\n  goes on\n\n  and on\n- three", "list-item: one", "list-item: two goes on", "and on",
            "list-item: three"),
        Case("1. one\n   - inner\n\n     more\n2) two", "list-item: one", "list-item: inner", "more", "list-item: two"),
        Case("It was\n2019. A year.", "It was 2019. A year."),
        Case("- one\n***\n* two", "list-item: one", "list-item: two"),
        Case("> said\nlazily\n> > deeper\n\nafter", "said lazily", "deeper", "after"),
        Case("One.\n\n```swift\nlet x = 5\n```\nTwo.\n~~~\n7 8\n```\n~~~\nThree.", "One.", "Two.", "Three."),
        Case("One.\n\n    x = 5\n\nTwo\n    goes on.", "One.", "Two goes on."),
        Case("- item\n\n      x = 5\n\n  ```\n  y = 6\n  ```\n- other", "list-item: item", "list-item: other"),
        Case(
            "| a | b |\n|---|:-:|\n| 1 \\| 2 | *3* |\n| 4 |\n\nText.", "table-cell: a", "table-cell: b",
            "table-cell: 1 | 2", "table-cell: 3", "table-cell: 4", "Text."),
        Case(
            "Above.\na | b\n- | -\n1 | 2\n# Head", "Above.", "table-cell: a", "table-cell: b", "table-cell: 1",
            "table-cell: 2", "headline: Head"),
        Case("a | b\nno table", "a | b no table"),
        Case("One.\n\n---\n\n* * *\nTwo.", "One.", "Two."),
        Case("<!-- 5 of\n\n6 --> Seven.\n\n<script>\n8\n</script>\nNine.", "Seven.", "Nine."),
        Case("<div align=\"center\">\n<p>One</p><p>Two</p>\n</div>", "One", "Two"),
        Case("<h1>Walls</h1>\n\n<ul><li>one<li>two</ul>", "headline: Walls", "list-item: one", "list-item: two"),
        Case(
            "[a]: https://example.org/7 \"t\"\n[^1]: The note says 5.\n\nSee [a][], [b] and [^1].", "The note says 5.",
            "See a, [b] and ."),
        Case("[x]: is what he said about 7 things", "[x]: is what he said about 7 things"),
        Case("---\n\nA line above.\n\n---\n", "A line above."),
        Case("", ),
        Case("\n\n  \n"),
    ]

    @Test("is cut into blocks", arguments: blocks)
    func blockCase(_ example: Case) throws {
        #expect(try Reading.blocks(example.text, .markdown) == example.blocks)
    }

    static let inlines = [
        ("**bold** and *soft* and __b__ and _s_ and ***both***", "bold and soft and b and s and both"),
        ("2 * 3 * 4 and snake_case_name and 5*", "2 * 3 * 4 and snake_case_name and 5*"),
        ("*a **b* c**", "a b c"),
        ("un*frigging*believable", "unfriggingbelievable"),
        ("“*Walls*”, he said: **“no”**.", "“Walls”, he said: “no”."),
        ("`a * b` and ``x ` y`` and `open", "a * b and x ` y and `open"),
        ("[text](https://example.org/5 \"7 days\") and [a](b(c)d) and [e](<f g>)", "text and a and e"),
        ("[not a link] (5) and ](6) and [open(7", "[not a link] (5) and ](6) and [open(7"),
        ("[outer [inner](x) end](y)", "[outer inner end](y)"),
        ("![12 boats](b.png) sailed, [![x](y)](z) too", "sailed, too"),
        ("<https://example.org/a> or <me@example.org>", "https://example.org/a or me@example.org"),
        ("a <b class=\"x > y\">word</b>, 3 < 5 > 4 <", "a word, 3 < 5 > 4 <"),
        ("one <!-- 2 --> three <!-- four", "one three <!-- four"),
        ("AT&amp;T &pound;5 &#8364;6 &#x20AC;7 &nosuch; & &", "AT&T £5 €6 €7 &nosuch; & &"),
        ("\\*not\\* \\_soft\\_ \\1 \\\\ \\# end\\", "*not* _soft_ \\1 \\ # end\\"),
        ("now ~~5~~ 6, about ~7, ~~~8~~~", "now 6, about ~7, ~~~8~~~"),
        ("10<sup>6</sup> km<sup>2</sup>, 4<sup>th</sup>", "10⁶ km², 4th"),
        ("one  \ntwo\\\nthree<br>four", "one two\\ three four"),
        ("a\u{00A0}b", "a\u{00A0}b"),
    ]

    @Test("loses its inline markup", arguments: inlines)
    func inlineCase(text: String, expected: String) throws {
        #expect(try Reading.blocks(text, .markdown) == [expected])
    }

    @Test("leads back to the file")
    func places() throws {
        let text = "---\ntitle: T\n---\n\n# É *Walls*\r\n\r\n> - caf\u{E9} **bar**\r\n>   next &amp; last\n"
        let document = try Reading.document(text, .markdown)
        let words = ["Walls", "bar", "next", "last"]
        let places = words.map { Reading.place(of: $0, in: document) }
        #expect(places == [[5, 6], [7, 12], [8, 5], [8, 16]])
    }

    @Test("tells in a note what it could not close", arguments: [("One.\n\n```\n2", 3), ("One.\n<!-- 2\n\n3", 2)])
    func notes(text: String, line: Int) throws {
        let document = try Reading.document(text, .markdown)
        #expect(Reading.blocks(document) == ["One."])
        #expect(document.notes.map(\.line) == [line])
    }
}

@Suite("Front matter")
struct FrontMatterTests {
    @Test("tells what is known of a document")
    func metadata() throws {
        let document = try Reading.document(
            """
            ---
            # of the desk
            title: "Walls: a history"
            publisher: The Gull
            date: 2024-10-03
            lang: en-GB
            id: walls-1
            status: corrected
            tags: [a, b]
            ---
            # Walls

            Text.
            """, .markdown)
        #expect(document.id == "walls-1")
        #expect(
            document.metadata
                == Metadata(
                    title: "Walls: a history", publisher: "The Gull", published: DayInterval(iso: "2024-10-03"),
                    language: "en-GB", status: "corrected"))
        #expect(Reading.blocks(document) == ["headline: Walls", "Text."])
        #expect(document.notes.isEmpty)
    }

    @Test("is overridden by what is known from elsewhere")
    func override() throws {
        let text = "---\ntitle: Own\npublisher: Own\n---\nText.\n"
        let document = try #require(
            Reading.documents(text, .markdown, override: Metadata(publisher: "Other", status: "withdrawn")).first)
        #expect(document.metadata == Metadata(title: "Own", publisher: "Other", status: "withdrawn"))
    }

    @Test(
        "may hold a written date or month",
        arguments: [("3 October 2024", "2024-10-03"), ("2024-10", "2024-10"), ("2024-10-03T09:00:00Z", "2024-10-03")])
    func dates(written: String, expected: String) throws {
        let document = try Reading.document("---\ndate: \(written)\n---\nText.\n", .markdown)
        #expect(document.metadata.published?.description == expected)
    }

    @Test("with a date that is none, or a key that holds a list, is read with a note")
    func notes() throws {
        let document = try Reading.document("---\ntitle: T\ndate: soon\npublisher: [a]\n---\nText.\n", .markdown)
        #expect(document.metadata == Metadata(title: "T"))
        #expect(document.notes.map(\.line) == [3, 4])
    }

    @Test("in TOML is passed over with a note")
    func toml() throws {
        let document = try Reading.document("+++\ntitle = \"T\"\n+++\nText.\n", .markdown)
        #expect(Reading.blocks(document) == ["Text."])
        #expect(document.notes.map(\.line) == [1])
    }

    @Test(
        "that is no YAML is an error with its place in the file",
        arguments: [("---\ntitle: T\npublisher: \"open\n---\n", 4), ("---\ntitle: T\ntitle: U\n---\n", 2)])
    func broken(text: String, line: Int) throws {
        let error = #expect(throws: DocumentError.self) { try Reading.documents(text, .markdown, path: "a/b.md") }
        guard case .frontMatter(let problems) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(problems.map(\.file) == ["a/b.md"])
        #expect(problems.map(\.line) == [line])
        #expect(error?.description.hasPrefix("a/b.md:\(line):") == true)
    }
}
