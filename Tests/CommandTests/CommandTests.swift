import Crosscheck
import Foundation
import TestSupport
import Testing

/// What the built program does, as a shell sees it.
struct CommandTests {
    private static let agreeing = "The explosion in Tarn on 3 March 2024 killed 34 people.\n"
    private static let contradicting =
        "---\ndate: 2025-05-02\n---\nThe explosion in Tarn on 3 March 2024 killed 43 people.\n"

    private func newsroom() throws -> Workspace {
        try Workspace([
            "news/a.md": "---\ndate: 2025-05-01\n---\n\(Self.agreeing)", "news/b.md": Self.contradicting,
            "quiet/a.txt": Self.agreeing,
        ])
    }

    // MARK: Status

    @Test(arguments: [
        ("check quiet", 0), ("check news", 1), ("check news --format xml", 1), ("check news --format json", 1),
        ("check quiet --format json", 0), ("check news --fail-on never", 0), ("check news --fail-on notice", 1),
        ("claims news", 0), ("subjects news", 0), ("claims news --format jsonl 2>&- | crosscheck reconcile", 1),
        ("claims quiet --format jsonl 2>&- | crosscheck reconcile - --format xml", 0),
        ("claims news --format jsonl 2>&- | crosscheck reconcile --fail-on never", 0), ("reconcile news/a.md", 2),
        ("why c1 c2 news", 0), ("why c1 c2 news --format json", 0), ("why c1 c9 news", 2), ("why c1", 2),
        ("rules", 0), ("rules list --format markdown", 0), ("rules test", 0), ("rules list --rules nowhere", 2),
        ("explain casualties.deaths", 0), ("explain casualties.deaths --format json", 0), ("explain nonsense", 2),
        ("check quiet --rules nowhere", 2), ("--version", 0), ("--help", 0), ("help check", 0),
        ("check news nowhere", 2), ("check news --format pdf", 2), ("check news --verbos", 2), ("chekc news", 2),
        ("check news --output nowhere/report.xml", 2), ("inspect quiet/a.txt", 2),
        ("inspect quiet/a.txt --layer tokens --lines --format text", 2),
    ])
    func endsWith(arguments: String, status: Int) throws {
        let workspace = try newsroom()
        let run = try BuiltProgram.shell("crosscheck \(arguments)", in: workspace.folder)
        #expect(run.status == status, Comment(rawValue: run.errors))
        // The report alone is on standard output; whoever reads it can rely on there being one.
        #expect(run.output.isEmpty == (status == 2))
        #expect(run.errors.isEmpty == (status != 2))
    }

    // MARK: Trouble

    @Test(arguments: [
        ("check nowhere.txt", "nowhere.txt: no such file or folder; check the spelling\n"),
        (
            "check loose.txt folder.txt nowhere.txt",
            """
            folder.txt: the folder holds no documents (.txt, .text, .md, .markdown, .html, .htm, .xhtml, .xml, .rss, .atom, .nitf, .newsml, .json, .ninjs, .docx, .docm, .odt); name another \
            folder, or the files themselves
            loose.txt: no such file or folder; check the spelling
            nowhere.txt: no such file or folder; check the spelling

            """
        ),
        ("check picture.txt", "picture.txt: not a text (binary data at byte 3); name files of a format that is read\n"),
        ("check bad", "bad/crosscheck.yaml:3:5: unknown key 'publishr'; did you mean 'publisher'?\n"),
        ("explain casualties.death", "there is no rule 'casualties.death'; did you mean 'casualties.deaths'?\n"),
        ("check a.txt --rules nowhere", "there is no folder 'nowhere' with rules; check the spelling\n"),
        (
            "reconcile broken.jsonl",
            """
            broken.jsonl:1: the key 'id' is missing; write the file with 'crosscheck claims --format jsonl'
            broken.jsonl:2: the key 'id' is missing; write the file with 'crosscheck claims --format jsonl'

            """
        ),
        (
            "check a.txt --output sarfi=a",
            "Error: The value 'sarfi=a' is invalid for '--output <[format=]file>': there is no format 'sarfi', only text, "
        ),
        (
            "check a.txt --output json=",
            "Error: The value 'json=' is invalid for '--output <[format=]file>': name a file"
        ),
        (
            "check a.txt --output x --output y",
            "Error: --output x and --output y both replace standard output; say which"
        ),
        (
            "check a.txt --output json=x --output csv=x",
            "Error: --output names 'x' twice; give each report a file of its"
        ),
        ("check a.txt --output json=bad", "bad: cannot be written (Is a directory)\n"),
        ("report nowhere.xml", "nowhere.xml: no such file or folder; check the spelling\n"),
        (
            "report a.txt",
            "a.txt:1: not well-formed XML (Start tag expected, '<' not found); write the file with 'crosscheck check "
                + "--format xml'\n"
        ),
        ("check . --format pdf", "Error: The value 'pdf' is invalid for '--format <format>'."),
        ("check . --formt xml", "Error: Unknown option '--formt'. Did you mean '--format'?"),
        ("check a.txt --output bad", "bad: cannot be written (Is a directory)\n"),
        ("inspect broken.jsonl --layer tokens --lines", "broken.jsonl:2: expected a JSON object with a \"text\"\n"),
        (
            "inspect dates.jsonl --layer times --lines",
            "dates.jsonl:1: expected \"published\" as in 2025-07-03, 2025-07 or 2025, found 'May'\n"
        ),
    ])
    func saysWhatIsWrong(arguments: String, message: String) throws {
        let workspace = try Workspace([
            "bad/crosscheck.yaml": "sources:\n  - file: a.md\n    publishr: X\n", "bad/a.md": "Text.\n",
            "a.txt": "Text.\n", "broken.jsonl": "{\"text\": \"One.\"}\n{\"txt\": \"Two.\"}\n",
            "dates.jsonl": "{\"text\": \"One.\", \"published\": \"May\"}\n",
        ])
        try workspace.write([0x61, 0x62, 0x63, 0, 0xFF, 0x01], to: "picture.txt")
        try workspace.makeFolder("folder.txt")
        try workspace.link("loose.txt", to: "nothing-there.txt")
        let run = try BuiltProgram.shell("crosscheck \(arguments)", in: workspace.folder)
        #expect(run.status == 2)
        // What the argument parser adds below its message is its own affair.
        if message.hasPrefix("Error: ") {
            #expect(run.errors.hasPrefix(message))
        } else {
            #expect(run.errors == message)
        }
    }

    @Test func readsBrokenMarkupAsFarAsItGoes() throws {
        let workspace = try Workspace([
            "page.html": "<html><body>\n<p>The explosion in Tarn killed 34 people.</p>\n<!-- not closed <p>More.</p>\n"
        ])
        let run = try BuiltProgram.run(["claims", "page.html"], in: workspace.folder)
        #expect(run.status == 0)
        #expect(run.text.contains("34 people"))
        #expect(run.text.contains(": the comment is not closed\n1 document, "))
    }

    // MARK: Input and output

    @Test func readsStandardInput() throws {
        let run = try BuiltProgram.run(["claims", "-", "--format", "jsonl"], input: Self.agreeing)
        #expect(run.status == 0)
        #expect(run.text.contains(#""document":"-""#))
        #expect(run.errors.hasPrefix("1 document, 1 sentence, 3 numbers, "))
    }

    @Test func writesToAFile() throws {
        let workspace = try newsroom()
        let direct = try BuiltProgram.run(["check", "news", "--format", "xml"], in: workspace.folder)
        let run = try BuiltProgram.run(
            ["check", "news", "--format", "xml", "--output", "report.xml"], in: workspace.folder)
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(workspace.read("report.xml") == direct.text)
        #expect(SchemaValidator(schema: ReportSchema.bytes).problems(of: direct.output) == [])
        #expect(workspace.names == ["news", "quiet", "report.xml"])
    }

    /// Further formats go to files beside the text; one file without a format takes the place of standard output.
    @Test(arguments: ["check news", "reconcile claims.jsonl"])
    func writesSeveralFormats(command: String) throws {
        let workspace = try newsroom()
        _ = try BuiltProgram.shell("crosscheck claims news --format jsonl --output claims.jsonl", in: workspace.folder)
        func run(_ options: String) throws -> BuiltProgram.Run {
            try BuiltProgram.shell("crosscheck \(command) \(options)", in: workspace.folder)
        }
        let beside = try run("--output sarif=a.sarif --output csv=b.csv --output ./c=d.txt --format json")
        #expect(beside.status == 1)
        #expect(beside.output.isEmpty)
        #expect(try run("--output sarif=e.sarif").output == run("").output)
        for (format, file) in [("sarif", "a.sarif"), ("sarif", "e.sarif"), ("csv", "b.csv"), ("json", "c=d.txt")] {
            let direct = try run("--format \(format)").text
            #expect(workspace.read(file) == direct)
        }
    }

    /// What the format on its way does not tell of the coverage goes to standard error, and nothing else does.
    @Test(arguments: ReportFormat.allCases)
    func tellsTheCoverage(format: ReportFormat) throws {
        let workspace = try newsroom()
        let run = try BuiltProgram.shell("crosscheck check news --format \(format.rawValue)", in: workspace.folder)
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("2 documents, ") != format.tellsCoverage)
        #expect(run.errors.isEmpty == format.tellsCoverage)
        let beside = try BuiltProgram.shell(
            "crosscheck check news --format \(format.rawValue) --output json=r.json", in: workspace.folder)
        #expect(beside.errors.isEmpty)
        #expect(beside.output == run.output)
    }

    @Test func convertsAnExportedReport() throws {
        let workspace = try Workspace()
        _ = try BuiltProgram.shell("crosscheck check seeds --output xml=\(workspace.path("report.xml"))")
        for format in ReportFormat.allCases {
            let direct = try BuiltProgram.run(["check", "seeds", "--format", format.rawValue])
            let arguments = ["report", "report.xml", "--format", format.rawValue]
            let converted = try BuiltProgram.run(arguments, in: workspace.folder)
            #expect(converted.status == 0)
            #expect(converted.output == direct.output)
            #expect(converted.errors == direct.errors)
        }
        let piped = try BuiltProgram.shell(
            "crosscheck report - --format csv --output report.csv < report.xml", in: workspace.folder)
        #expect(piped.status == 0)
        #expect(workspace.read("report.csv")?.hasPrefix("discrepancy,kind,") == true)
    }

    /// What was accepted, and what is no more, is in the exported report too.
    @Test func exportsTheBaseline() throws {
        let workspace = try newsroom()
        let command = """
            crosscheck baseline write news && echo Nothing. > news/b.md && \
            crosscheck check news --baseline crosscheck-baseline.jsonl --format xml --output r.xml && \
            crosscheck report r.xml
            """
        let run = try BuiltProgram.shell(command, in: workspace.folder)
        #expect(run.status == 0)
        #expect(run.text.hasSuffix("\nnew since crosscheck-baseline.jsonl: 0 new, 0 known, 1 stale\n"))
        let xml = workspace.read("r.xml") ?? ""
        #expect(SchemaValidator(schema: ReportSchema.bytes).problems(of: Array(xml.utf8)) == [])
    }

    @Test func leavesAnOldReportWhereItFails() throws {
        let workspace = try newsroom()
        try workspace.write(Array("old".utf8), to: "report.xml")
        let run = try BuiltProgram.run(["check", "nowhere", "--output", "report.xml"], in: workspace.folder)
        #expect(run.status == 2)
        let lines = try BuiltProgram.run(
            ["claims", "news", "nowhere", "--format", "jsonl", "--output", "report.xml"], in: workspace.folder)
        #expect(lines.status == 2)
        #expect(workspace.read("report.xml") == "old")
        #expect(workspace.names == ["news", "quiet", "report.xml"])
    }

    @Test func writesToWhatIsNoFile() throws {
        let run = try BuiltProgram.shell("crosscheck check seeds --output /dev/stdout")
        #expect(run.text.contains(" documents, "))
        #expect(try BuiltProgram.shell("crosscheck check seeds > /dev/full").status == 2)
    }

    @Test func takesAClosedPipe() throws {
        let text = String(repeating: Self.agreeing, count: 5_000)
        let workspace = try Workspace(["a.txt": text])
        let run = try BuiltProgram.shell(
            "{ crosscheck inspect a.txt --layer tokens; echo $? > status; } | head -c 10", in: workspace.folder)
        #expect(run.output.count == 10)
        #expect(run.errors == "")
        #expect(workspace.read("status") == "0\n")
    }

    @Test func inspectsManyShortTexts() throws {
        let input = """
            {"text": "Over 150 people came.", "published": "2025-07-03T10:00:00"}

            {"text": "None."}
            """
        for arguments in [["-"], ["--format", "json", "-"]] {
            let run = try BuiltProgram.run(["inspect", "--layer", "tokens", "--lines"] + arguments, input: input)
            #expect(run.status == 0)
            let lines = run.text.split(separator: "\n")
            #expect(lines.count == 2)
            #expect(lines.last?.hasPrefix(#"[{"end":4,"kind":"word","sentence":1,"start":0,"text":"None"}"#) == true)
        }
    }

    /// The samples in parts, in any order, give what they give in one run.
    @Test func reconcilesParts() throws {
        let parts = """
            for file in seeds/*.txt seeds/*.md seeds/*.html; do crosscheck claims $file --format jsonl 2>/dev/null; done
            """
        let whole = try BuiltProgram.shell("crosscheck check seeds --format xml | grep -v leftAside")
        for order in ["cat", "sort", "sort -r"] {
            let run = try BuiltProgram.shell("{ \(parts); } | \(order) | crosscheck reconcile --format xml")
            func discrepancies(_ text: String) -> Substring {
                text.prefix(upTo: text.range(of: "<coverage")?.lowerBound ?? text.endIndex)
            }
            #expect(run.status == 1)
            #expect(discrepancies(run.text) == discrepancies(whole.text))
        }
    }

    /// A rule whose example does not come out fails the test of the rules, and is named with its place.
    @Test func testsRules() throws {
        let rule = """
            topic: house
            events:
              - {id: house.gala, kind: gala, finds: A gala., nouns: gala, examples: [{text: "A [feast] in Tarn."}], not: [A.]}
            """
        let workspace = try Workspace(["house/rules.yml": rule])
        let run = try BuiltProgram.run(["rules", "test", "--rules", "house"], in: workspace.folder)
        #expect(run.status == 1)
        let failure = """
            house/rules.yml:3: house.gala, example
              found 0 events, expected one
              A [feast] in Tarn.

            """
        #expect(run.text.contains(failure))
        #expect(run.text.split(separator: "\n").last?.hasSuffix(" failures") == true)
    }

    // MARK: Colour and width

    @Test(arguments: [
        ([], [:], false), (["--color", "always"], [:], true), (["--color", "always"], ["NO_COLOR": "1"], true),
        ([], ["CLICOLOR_FORCE": "1"], true), ([], ["FORCE_COLOR": "1"], true), ([], ["FORCE_COLOR": "0"], false),
        ([], ["FORCE_COLOR": "1", "NO_COLOR": "1"], false), (["--color", "never"], ["FORCE_COLOR": "1"], false),
    ])
    func colors(arguments: [String], environment: [String: String], expected: Bool) throws {
        let workspace = try newsroom()
        let run = try BuiltProgram.run(["check", "news"] + arguments, in: workspace.folder, environment: environment)
        #expect(run.text.contains("\u{1B}[") == expected)
    }

    @Test(arguments: [("60", 60), ("", 100), ("nonsense", 100), ("-5", 100), ("5", 40)])
    func keepsToTheWidth(columns: String, expected: Int) throws {
        let run = try BuiltProgram.run(["claims", "seeds"], environment: ["COLUMNS": columns])
        let widest = run.text.split(separator: "\n").dropLast().map(\.count).max() ?? 0
        #expect(widest <= expected)
        #expect(widest > expected - 20)
    }

    @Test(.enabled(if: BuiltProgram.find("script") != nil, "script is not installed (bsdutils)"))
    func fitsATerminal() throws {
        let command = "script -qec 'stty cols 60; crosscheck claims seeds 2>/dev/null' /dev/null"
        for (terminal, isColored) in [("xterm", true), ("dumb", false)] {
            let run = try BuiltProgram.shell(command, environment: ["TERM": terminal, "COLUMNS": "150"])
            #expect(run.text.contains("\u{1B}[1m") == isColored)
            let plain = ["0", "1", "2"].reduce(run.text) { $0.replacing("\u{1B}[\($1)m", with: "") }
            let lines = plain.split(whereSeparator: \.isNewline).dropLast()
            #expect(lines.allSatisfy { $0.count <= 60 })
            #expect(lines.count > 10)
        }
    }

    // MARK: Determinism

    @Test(arguments: ReportFormat.allCases)
    func givesTheSameBytes(format: ReportFormat) throws {
        let package = BuiltProgram.package
        let names = try FileManager.default.contentsOfDirectory(atPath: package.path + "/seeds").sorted()
            .filter { !$0.hasSuffix(".yaml") }.map { "seeds/" + $0 }
        let options = ["--format", format.rawValue]
        let runs = try [
            BuiltProgram.run(["check", "seeds"] + options),
            BuiltProgram.run(["check"] + names.reversed() + options, environment: ["LC_ALL": "tr_TR.UTF-8"]),
            BuiltProgram.run(["check", "./seeds/"] + options, environment: ["TZ": "Pacific/Kiritimati"]),
            BuiltProgram.run(["check", "seeds", "seeds"] + options, environment: ["LANG": "C"]),
        ]
        #expect(Set(runs.map(\.output)).count == 1)
        #expect(!String(decoding: runs[0].output, as: UTF8.self).contains(package.path))
    }
}
