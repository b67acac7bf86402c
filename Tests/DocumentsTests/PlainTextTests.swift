import Documents
import Testing

@Suite("Plain text")
struct PlainTextTests {
    struct Case: CustomTestStringConvertible {
        var name: String
        var text: String
        var blocks: [String]
        var testDescription: String { name }
    }

    /// Longer than the shortest prose, so that what stands before it is a header.
    static let prose =
        "The council met on Monday evening and agreed to spend three million on the harbour wall, which the storms of last "
        + "winter had left with eleven holes, the largest of them as wide as a bus and nearly as deep as one."

    static let cases = [
        Case(
            name: "paragraphs between empty lines", text: "One here.\n\nTwo here.\n\n\nThree here.\n",
            blocks: ["One here.", "Two here.", "Three here."]),
        Case(
            name: "one paragraph a line", text: "Rain in town\n\(prose)\nSo. \(prose)\n",
            blocks: ["headline: Rain in town", prose, "So. " + prose]),
        Case(
            name: "lines wrapped at a column",
            text: """
                The ferry that left the island before dawn carried forty passengers and
                a cargo of salt. It was seen from the lighthouse at six, and by the mail
                boat soon after.

                Nobody has seen it since. The coast guard searched until the evening and
                will go on at first light, a spokesman said.
                """,
            blocks: [
                "The ferry that left the island before dawn carried forty passengers and\n"
                    + "a cargo of salt. It was seen from the lighthouse at six, and by the mail\nboat soon after.",
                "Nobody has seen it since. The coast guard searched until the evening and\n"
                    + "will go on at first light, a spokesman said.",
            ]),
        Case(
            name: "a short line in a wrapped text ends its paragraph",
            text: """
                The mayor spoke for an hour about the bridge and for a minute about the
                price of it.
                After that the opposition spoke for two hours about nothing but what it
                will cost, and was not thanked.
                """,
            blocks: [
                "The mayor spoke for an hour about the bridge and for a minute about the\nprice of it.",
                "After that the opposition spoke for two hours about nothing but what it\n"
                    + "will cost, and was not thanked.",
            ]),
        Case(
            name: "list items", text: "The list:\n\n  • twelve apples\n  * nine pears\n- 3 plums\n2) a melon\n",
            blocks: [
                "The list:", "list-item: twelve apples", "list-item: nine pears", "list-item: 3 plums",
                "list-item: a melon",
            ]),
        Case(
            name: "a number that opens a sentence is no marker", text: "2019. That was the year.\n\n40 people came.\n",
            blocks: ["2019. That was the year.", "40 people came."]),
        Case(
            name: "line ends of two bytes", text: "One here.\r\n\r\nTwo here.\r\n", blocks: ["One here.", "Two here."]),
        Case(
            name: "page furniture around an article",
            text:
                "Skip to main content\n\nHarbour wall to be mended\n\nBy Ann Lee\n\n5 min read\n\n\(prose)\n\nSM\nMD\nLG\n",
            blocks: [
                "boilerplate: Skip to main content", "headline: Harbour wall to be mended", "boilerplate: By Ann Lee",
                "boilerplate: 5 min read", prose, "boilerplate: SM", "boilerplate: MD", "boilerplate: LG",
            ]),
        Case(
            name: "comments end the article",
            text: "\(prose)\n\nComments\n\nOf course it cost 9 million in the end, everybody knows that.\n",
            blocks: [
                prose, "boilerplate: Comments",
                "boilerplate: Of course it cost 9 million in the end, everybody knows that.",
            ]),
        Case(
            name: "links end with the next prose",
            text: "\(prose)\n\nRelated stories\nFish prices up 4 per cent\nGulls: 300 counted\n\n\(prose)\n",
            blocks: [
                prose, "boilerplate: Related stories", "boilerplate: Fish prices up 4 per cent",
                "boilerplate: Gulls: 300 counted", prose,
            ]),
        Case(
            name: "a picture's description and caption",
            text: "\(prose)\n\nThe wall on Sunday.\nThe wall on Sunday.\n\n\(prose)\n",
            blocks: [prose, "boilerplate: The wall on Sunday.", "caption: The wall on Sunday.", prose]),
        Case(
            name: "headings", text: "\(prose)\n\nWhat comes next\n\n\(prose)\n",
            blocks: [prose, "heading: What comes next", prose]),
        Case(
            name: "who wrote it",
            text: "\(prose)\n\nMara Quill\n\nMara Quill is our harbour correspondent and has won 3 prizes.\n",
            blocks: [
                prose, "boilerplate: Mara Quill",
                "boilerplate: Mara Quill is our harbour correspondent and has won 3 prizes.",
            ]),
        Case(
            name: "a sentence that begins with 'by'", text: "By Monday 40 people had left the town for good.\n",
            blocks: ["By Monday 40 people had left the town for good."]),
        Case(
            name: "sentences with a boilerplate word in them",
            text: "Share prices fell 3 per cent.\n\nComments were few.\n",
            blocks: ["Share prices fell 3 per cent.", "Comments were few."]),
        Case(
            name: "a headline repeated before the text", text: "Wall to be mended\nWall to be mended \(prose)\n",
            blocks: ["headline: Wall to be mended", "boilerplate: Wall to be mended", prose]),
    ]

    @Test("is cut into blocks", arguments: cases)
    func blockCase(_ example: Case) throws {
        #expect(try Reading.blocks(example.text, .plainText) == example.blocks)
    }

    @Test("is the file's own text")
    func textIsUntouched() throws {
        let text = "\n  Two  spaces.\r\n\r\n\tA tab. \n"
        let document = try Reading.document(text, .plainText)
        #expect(document.text == Array(text.utf8))
        #expect(
            document.blocks.map { document.sourceMap.position(of: $0.span.start) }.map { [$0.line, $0.column] } == [
                [2, 3], [4, 2],
            ])
    }

    struct Header: CustomTestStringConvertible {
        var header: String
        var title: String?
        var publisher: String?
        var published: String?
        var testDescription: String { header }
    }

    static let headers = [
        Header(
            header: "EAST COAST AGENCY\n3 October 2024, 14:20 local\n\n", publisher: "EAST COAST AGENCY",
            published: "2024-10-03"),
        Header(
            header: "East Coast Agency\nFriday, 4 Oct 2024\nWall: first report\n\n", title: "Wall: first report",
            publisher: "East Coast Agency", published: "2024-10-04"),
        Header(
            header: "THE GULL, Thursday 6 March 2025, page 4\n\nWALL OF SHAME\n\n", title: "WALL OF SHAME",
            publisher: "THE GULL", published: "2025-03-06"),
        Header(
            header: "RADIO EAST NEWSROOM\nScript for the 1800 bulletin, Friday 14 April 2023\n\n",
            publisher: "RADIO EAST NEWSROOM", published: "2023-04-14"),
        Header(header: "The Wall Newsletter\nMarch 2025\n\n", publisher: "The Wall Newsletter", published: "2025-03"),
        Header(header: "What changes at the wall on 1 May 2024\n\n", title: "What changes at the wall on 1 May 2024"),
        Header(
            header: "Wall cup final, Saturday 18 May 2024\nEast 3\nWest 1\nAttendance: 4,112\n\n",
            published: "2024-05-18"),
        Header(
            header: "Who pays for the wall?\n\nPublished: 2024-02-11\n\n", title: "Who pays for the wall?",
            published: "2024-02-11"),
        Header(header: "Wall to be mended\n3 October 2024\n\n", title: "Wall to be mended", published: "2024-10-03"),
        Header(
            header: "Wall to be mended\nBy Ann Lee, 3 October 2024\n\n", title: "Wall to be mended",
            published: "2024-10-03"),
        Header(
            header: "Coast Gazette\n\n3 October 2024\n\nWall to be mended\n\n", title: "Wall to be mended",
            publisher: "Coast Gazette", published: "2024-10-03"),
        Header(
            header: "Coast Gazette, 3 October 2024\n\nWall to be mended\n\n", title: "Wall to be mended",
            publisher: "Coast Gazette", published: "2024-10-03"),
        Header(header: "The Gull | 3 October 2024\n\n", publisher: "The Gull", published: "2024-10-03"),
        Header(
            header: "3 October 2024\nCoast Radio\n\nWall to be mended\n\n", title: "Wall to be mended",
            publisher: "Coast Radio", published: "2024-10-03"),
        Header(
            header: "Title: Wall to be mended\nSource: The Gull\nDate: October 3, 2024\n\n",
            title: "Wall to be mended", publisher: "The Gull", published: "2024-10-03"),
        Header(header: "EASTPORT, Feb. 9, 2025 (Gull Wire) - ", publisher: "Gull Wire", published: "2025-02-09"),
        Header(header: "EASTPORT, May 10 (Gull Wire) -- ", publisher: "Gull Wire"),
        Header(header: "ST. ELM, Norland, 17 June 2024 — ", published: "2024-06-17"),
        Header(header: "EASTPORT — "),
    ]

    @Test("tells publisher, date and title in its header or dateline", arguments: headers)
    func headerCase(_ example: Header) throws {
        let metadata = try Reading.document(example.header + Self.prose + "\n", .plainText).metadata
        #expect(metadata.title == example.title)
        #expect(metadata.publisher == example.publisher)
        #expect(metadata.published?.description == example.published)
    }
}

@Suite("A page with several articles")
struct ArticleSplitterTests {
    private static let page = """
        Wall to be mended

        \(PlainTextTests.prose)
        Related articles

        The Gull
        18 hours ago
        - The Gull
        Fish dearer than ever
        \(PlainTextTests.prose)

        Radio East
        2 days ago
        Ferry late again
        \(PlainTextTests.prose)
        """

    @Test("becomes a document for each, dated against the page")
    func cards() throws {
        let override = Metadata(
            title: "Given", publisher: "Portal", published: DayInterval(iso: "2025-07-21"), language: "en")
        let documents = try Reading.documents(Self.page, .plainText, path: "a/page.txt", override: override)
        #expect(documents.map(\.id) == ["a/page.txt", "a/page.txt#2", "a/page.txt#3"])
        #expect(documents.map(\.path) == ["a/page.txt", "a/page.txt", "a/page.txt"])
        #expect(documents.map(\.metadata.title) == ["Given", "Fish dearer than ever", "Ferry late again"])
        #expect(documents.map(\.metadata.publisher) == ["Portal", "The Gull", "Radio East"])
        #expect(
            documents.map { $0.metadata.published?.description } == [
                "2025-07-21", "2025-07-20/2025-07-21", "2025-07-19",
            ])
        #expect(documents.allSatisfy { $0.metadata.language == "en" && $0.text == documents[0].text })
        for document in documents {
            #expect(document.blocks.filter { $0.kind == .paragraph }.count == 1)
            #expect(document.blocks.filter { $0.kind == .headline }.count == 1)
        }
    }

    @Test("leaves ages open where the page has no date")
    func undatedPage() throws {
        let documents = try Reading.documents(Self.page, .plainText)
        #expect(documents.map(\.metadata.published) == [nil, nil, nil])
        #expect(documents.map(\.metadata.title) == ["Wall to be mended", "Fish dearer than ever", "Ferry late again"])
    }

    @Test("is cut where a rule and a dateline part reports")
    func rules() throws {
        let report = "EASTPORT, March 3, 2024 (Gull Wire) - \(PlainTextTests.prose)"
        let documents = try Reading.documents("\(report)\n\n-----\n\nFerry late\n\n\(report)\n", .plainText)
        #expect(documents.map(\.metadata.title) == [nil, "Ferry late"])
        #expect(documents.map(\.metadata.publisher) == ["Gull Wire", "Gull Wire"])
    }

    @Test(
        "is one document where nothing but a rule, a date or a source stands between its parts",
        arguments: [
            "\(PlainTextTests.prose)\n\n***\n\n\(PlainTextTests.prose)\n",
            "\(PlainTextTests.prose)\n\nThe Gull\n\n\(PlainTextTests.prose)\n",
            "The Gull\n2 days ago\nWall to be mended\n\(PlainTextTests.prose)\n",
            "\(PlainTextTests.prose)\n\nMonday\n3 May 2024\nA quiet day\n\(PlainTextTests.prose)\n",
        ])
    func single(_ text: String) throws {
        #expect(try Reading.documents(text, .plainText).count == 1)
    }
}
