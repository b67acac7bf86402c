import Foundation
import TestSupport
import Testing

/// The HTML report as a browser shows it.
@Suite(
    .enabled(if: BuiltProgram.find("chromium") != nil, "chromium is not installed: no look at the HTML report"))
struct BrowserTests {
    private static let documents: KeyValuePairs<String, String> = [
        "news/a.md":
            "---\ntitle: Harbour\ndate: 2025-05-01\n---\nThe explosion in Tarn on 3 March 2024 killed 34 people.\n",
        "news/b.md":
            "---\ntitle: Quay\ndate: 2025-05-02\n---\nThe explosion in Tarn on 3 March 2024 killed 43 people.\n",
        "news/c.md": "---\ntitle: Mill\ndate: 2025-06-01\n---\nThe flood in Zürich on 9 May 2024 injured 12 people.\n",
        "news/d.md": "---\ntitle: Weir\ndate: 2025-06-02\n---\nThe flood in Zürich on 9 May 2024 injured 21 people.\n",
    ]

    /// What stands in the page after its script ran.
    /// - Parameter probe: a script of the test's own, run at the end of the page.
    private func page(
        _ fragment: String = "", of documents: KeyValuePairs<String, String> = documents, width: Int = 1_000,
        probe: String = ""
    ) throws -> String {
        let workspace = try Workspace(documents)
        let made = try BuiltProgram.run(
            ["check", "news", "--format", "html", "--fail-on", "notice", "--output", "report.html"],
            in: workspace.folder)
        #expect(made.status == 1, Comment(rawValue: made.errors))
        let report = workspace.read("report.html") ?? ""
        let probed = report.replacing("</body>", with: "<script>\(probe)</script></body>")
        try workspace.write(Array(probed.utf8), to: "report.html")
        let run = try BuiltProgram.shell(
            """
            chromium --headless --no-sandbox --disable-gpu --user-data-dir=profile --window-size=\(width),800 \
            --virtual-time-budget=5000 --dump-dom "file://$PWD/report.html\(fragment)"
            """, in: workspace.folder)
        #expect(run.status == 0, Comment(rawValue: run.errors))
        return run.text
    }

    /// The messages of the findings that can be seen.
    private func shown(_ page: String) -> [Substring] {
        page.split(separator: "<article ").dropFirst().compactMap { article in
            let tag = article.prefix { $0 != ">" }
            guard !tag.contains(" hidden"), let heading = article.range(of: "<h3 ") else { return nil }
            return article[heading.upperBound...].split(separator: "<bdi>")[1].prefix { $0 != "<" }
        }
    }

    @Test(arguments: [
        ("", ["Tarn", "Zürich"], "All 2 shown"), ("#q=explosion", ["Tarn"], "1 of 2 shown"),
        // Words in any order, without regard to case and accents.
        ("#q=injured+ZURICH", ["Zürich"], "1 of 2 shown"), ("#q=z%C3%BCrich", ["Zürich"], "1 of 2 shown"),
        ("#q=nothing", [], "0 of 2 shown"), ("#document=d3", ["Zürich"], "1 of 2 shown"),
        ("#severity=error&kind=quantity", ["Tarn", "Zürich"], "All 2 shown"),
        ("#document=d1&q=zurich", [], "0 of 2 shown"), ("#severity=nonsense", ["Tarn", "Zürich"], "All 2 shown"),
        ("#f2", ["Tarn", "Zürich"], "All 2 shown"),
    ])
    func filters(fragment: String, places: [String], count: String) throws {
        let page = try page(fragment)
        let messages = shown(page)
        #expect(messages.count == places.count)
        for place in places { #expect(messages.contains { $0.contains(place) }) }
        #expect(page.contains(#"aria-live="polite">\#(count)</p>"#))
        // The controls are there, since scripts run.
        #expect(!page.contains(/<form[^>]* hidden/))
    }

    /// What a reader does: types, chooses, shows all again; the address follows.
    @Test(arguments: [
        ("form.elements.q.value = 'explosion'; changed()", "#q=explosion", "1 of 2 shown"),
        ("form.elements.document.value = 'd4'; changed()", "#document=d4", "1 of 2 shown"),
        ("form.elements.q.value = 'flood'; changed(); form.reset()", "#", "All 2 shown"),
        // A link of the page, and one to a finding that the filter hides.
        ("location.hash = '#document=d1'", "#document=d1", "1 of 2 shown"),
        ("form.elements.q.value = 'flood'; changed(); location.hash = '#f1a'", "#", "All 2 shown"),
    ])
    func follows(action: String, address: String, count: String) throws {
        let probe = """
            const form = document.getElementById("filters");
            const changed = () => form.dispatchEvent(new Event("input", { bubbles: true }));
            setTimeout(() => { \(action); }, 100);
            setTimeout(() => { document.body.dataset.address = location.href.replace(/^[^#]*/, ""); }, 1000);
            """
        let page = try page(probe: probe)
        #expect(page.contains(#"data-address="\#(address)""#))
        #expect(page.contains(#"aria-live="polite">\#(count)</p>"#))
    }

    /// What a reader without eyes or without a mouse needs: each control has a label, headings skip no level, pictures have
    /// words, what can be used can be reached.
    @Test func canBeHeardAndReached() throws {
        let probe = """
            const all = (names) => [...document.querySelectorAll(names)];
            const levels = all("h1, h2, h3, h4").map((one) => Number(one.tagName[1]));
            const checks = {
                labels: all("input, select").every((one) => one.labels.length === 1 && one.labels[0].textContent.trim()),
                headings: levels[0] === 1 && levels.every((one, index) => index === 0 || one <= levels[index - 1] + 1),
                pictures: all("figure > svg").every((one) => one.getAttribute("role") === "img"
                    && one.getAttribute("aria-label")) && all("figure > svg").length === 2,
                landmarks: ["header", "nav", "main", "footer"].every((one) => all(`body ${one}`).length === 1),
                named: all("[aria-labelledby]").every(
                    (one) => document.getElementById(one.getAttribute("aria-labelledby")).textContent.trim()),
                reached: all("a[href], input, select, button, summary").every((one) => one.tabIndex === 0),
                first: all("a")[0].hash === "#findings",
                tables: all("table").every((one) => one.caption && one.querySelector("th[scope]")),
                language: document.documentElement.lang === "en",
            };
            document.body.dataset.wrong = Object.keys(checks).filter((one) => !checks[one]).join(" ");
            """
        #expect(try page(probe: probe).contains(#"data-wrong="""#))
    }

    /// Both quotes stand side by side, each marked in its paragraph, where there is room; on a phone one above the other.
    @Test(arguments: [(1_000, true), (390, false)])
    func showsTheQuotesSideBySide(width: Int, isBeside: Bool) throws {
        let probe = """
            document.documentElement.style.width = "\(width)px";
            const [a, b] = [...document.querySelectorAll("#f1 .claim")].map((one) => one.getBoundingClientRect());
            document.body.dataset.beside = a.top === b.top && a.right <= b.left;
            document.body.dataset.below = a.left === b.left && a.bottom <= b.top;
            """
        let page = try page(width: 1_300, probe: probe)
        #expect(page.contains(#"data-beside="\#(isBeside)""#))
        #expect(page.contains(#"data-below="\#(!isBeside)""#))
    }

    /// The values of a line lie where they belong on its scale.
    @Test func drawsValuesToScale() throws {
        let probe = """
            const marks = [...document.querySelectorAll("#f1 figure circle")].map((one) => one.getBoundingClientRect().left);
            document.body.dataset.order = marks.length === 2 && marks[0] + 100 < marks[1];
            """
        #expect(try page(probe: probe).contains(#"data-order="true""#))
    }

    /// In light and in dark colours, and on a narrow page.
    @Test(arguments: [
        (1_100, 900, ""), (1_100, 900, "--blink-settings=preferredColorScheme=0"), (500, 1_200, ""),
    ])
    func takesPictures(width: Int, height: Int, option: String) throws {
        let workspace = try Workspace(Self.documents)
        let made = try BuiltProgram.shell(
            """
            crosscheck check news --fail-on never --format html --output report.html && \
            '\(BuiltProgram.package.path)/.ci/take-picture' report.html \(width) \(height) picture.png \(option)
            """, in: workspace.folder)
        try #require(made.status == 0, Comment(rawValue: made.errors))
        let picture = [UInt8](try Data(contentsOf: URL(filePath: workspace.path("picture.png"))))
        try #require(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        func number(at offset: Int) -> Int { picture[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
        #expect(number(at: 16) == width)
        #expect(number(at: 20) == height)
        // An empty page takes a few kilobytes.
        #expect(picture.count > 20_000)
    }

    /// On paper there is nothing to click, and all that is folded is open.
    @Test func prints() throws {
        let probe = """
            dispatchEvent(new Event("beforeprint"));
            const rules = [...document.styleSheets[0].cssRules].filter((one) => one.conditionText === "print");
            document.body.dataset.without = [...rules[0].cssRules].filter((one) => one.style.display === "none")
                .map((one) => one.selectorText).join(", ");
            document.body.dataset.open = [...document.querySelectorAll("details")].every((one) => one.open);
            """
        let page = try page(probe: probe)
        #expect(page.contains(#"data-without="form, nav, .skip, a.scripted""#))
        #expect(page.contains(#"data-open="true""#))
        let workspace = try Workspace(Self.documents)
        let printed = try BuiltProgram.shell(
            """
            crosscheck check news --fail-on never --format html --output report.html && \
            chromium --headless --no-sandbox --disable-gpu --user-data-dir=profile --no-pdf-header-footer \
            --print-to-pdf=report.pdf "file://$PWD/report.html"
            """, in: workspace.folder)
        #expect(printed.status == 0, Comment(rawValue: printed.errors))
        let paper = try Data(contentsOf: URL(filePath: workspace.path("report.pdf")))
        #expect(paper.starts(with: Array("%PDF-".utf8)))
        #expect(paper.count > 10_000)
    }

    /// Nothing is wider than the page, however long the words are. The page is made narrow, since a window cannot be.
    @Test(arguments: [320, 500, 1_200])
    func fitsItsWidth(width: Int) throws {
        let long = String(repeating: "long", count: 200)
        let documents: KeyValuePairs<String, String> = [
            "news/\(long.prefix(200)).md":
                "---\ntitle: \(long)\n---\nThe explosion in Tarn on 3 March 2024 killed 34 people, \(long) said.\n",
            "news/b.md": "The explosion in Tarn on 3 March 2024 killed 1,200,000 people.\n",
        ]
        let probe = """
            document.documentElement.style.width = "\(width)px";
            const ends = [...document.querySelectorAll("body *")].map((one) => one.getBoundingClientRect().right);
            document.body.dataset.fits = Math.max(...ends) > \(width) + 1 ? "no" : "yes";
            """
        #expect(try page(of: documents, width: 1_300, probe: probe).contains(#"data-fits="yes""#))
    }
}
