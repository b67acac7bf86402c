import Foundation
import TestSupport
import Testing

/// Every option of every command is explained, works, and is in the manual.
struct OptionTests {
    private static let rule = """
        topic: house
        events:
          - {id: house.gala, kind: gala, finds: A gala., nouns: gala, examples: [{text: "A [gala] in Tarn."}], not: [A.]}
        """

    private func newsroom() throws -> Workspace {
        func story(_ day: Int, _ deaths: Int) -> String {
            "---\ndate: 2025-05-0\(day)\n---\nThe explosion in Tarn on 3 March 2024 killed \(deaths) people.\n"
        }
        return try Workspace([
            "news/a.md": story(1, 34), "news/b.md": story(2, 43), "house/rules.yml": Self.rule,
            "lines.jsonl": "{\"text\": \"Over 150 people came.\"}\n",
        ])
    }

    /// Command lines, their status, and a part of what they write: on standard output, on standard error, or to a file.
    private static let examples: [(line: String, status: Int32, written: String)] = [
        (
            "crosscheck check news --rules house --format csv --color never --fail-on notice --verbose", 1,
            "Documents: 2"
        ),
        (
            """
            crosscheck baseline write news --rules house --baseline k.jsonl --plain --quiet --today 2025-07-01 && \
            crosscheck check news --baseline k.jsonl --fail-on-stale --plain --quiet --today 2025-07-01 --output r.txt && \
            cat r.txt
            """, 0, "new since k.jsonl: 0 new, 1 known, 0 stale"
        ),
        (
            """
            git init -q && git add news && git -c user.name=A -c user.email=a@b.c commit -qm A && \
            crosscheck check news --since HEAD
            """, 0, "new since HEAD: 0 new, 1 known, 0 stale"
        ),
        ("crosscheck baseline write news --verbose", 0, "1 accepted"),
        (
            "crosscheck baseline update news --rules house --baseline k.jsonl --plain --quiet --today 2025-07-01", 0,
            "quantity contradiction, deaths"
        ),
        ("crosscheck baseline update news --verbose", 0, "1 added, 0 removed"),
        (
            """
            crosscheck baseline write news --quiet --baseline k.jsonl && echo None. > news/b.md && \
            crosscheck baseline prune news --rules house --baseline k.jsonl --plain --verbose --today 2025-07-01
            """, 0, "k.jsonl: 1 removed"
        ),
        (
            """
            touch k.jsonl && crosscheck baseline prune news --baseline k.jsonl --quiet && \
            crosscheck baseline show --baseline k.jsonl && crosscheck baseline show --baseline k.jsonl --quiet
            """, 0, "k.jsonl: 0 accepted"
        ),
        (
            """
            crosscheck claims news --format jsonl --rules house --output c.jsonl --quiet --color never && \
            crosscheck reconcile c.jsonl --fail-on never --rules house --format compact --color always --verbose && \
            crosscheck reconcile c.jsonl --plain --quiet --today 2025-07-01 --output r.txt; cat r.txt
            """, 0, "34 people: “killed 34 people”"
        ),
        ("crosscheck claims news --plain --verbose", 0, "deaths: 34 people: “killed 34 people”"),
        (
            """
            crosscheck subjects news --format json --rules house --output s.json --quiet --color never && \
            crosscheck subjects news --plain --verbose && cat s.json
            """, 0, "\"subjects\""
        ),
        (
            """
            crosscheck why c1 c2 news --format json --rules house --output w.json --quiet --color never && \
            crosscheck why c1 c2 news --plain --verbose && cat w.json
            """, 0, "\"gates\""
        ),
        (
            """
            crosscheck explain house.gala --format json --rules house --output e.json --quiet --color never && \
            crosscheck explain casualties.deaths --plain --verbose && cat e.json
            """, 0, "house.gala"
        ),
        ("crosscheck inspect news/a.md --layer tokens --format json --rules house", 0, "\"text\" : \"explosion\""),
        ("crosscheck inspect lines.jsonl --layer quantities --lines", 0, "\"150\""),
        (
            "crosscheck rules list --format markdown --rules house --output r.md --color never --plain; cat r.md", 0,
            "house.gala"
        ),
        (
            "crosscheck rules test --format json --rules house --output t.json --color never --plain && cat t.json", 0,
            "\"failures\""
        ),
        ("crosscheck config show news --rules house", 0, "- house  # option --rules"),
        ("crosscheck config schema --output s.json && cat s.json", 0, "\"additionalProperties\""),
        (
            """
            crosscheck check news --format xml --quiet > r.xml; \
            crosscheck report r.xml --quiet --format csv --output r.csv --color never --plain && cat r.csv
            """, 0, "discrepancy,kind,"
        ),
    ]

    @Test(arguments: examples)
    func works(line: String, status: Int32, written: String) throws {
        let workspace = try newsroom()
        let run = try BuiltProgram.shell(line, in: workspace.folder)
        #expect(run.status == status, Comment(rawValue: run.errors))
        #expect((run.text + run.errors).contains(written), Comment(rawValue: run.text + run.errors))
    }

    /// The examples leave no option out.
    @Test func leavesNoneOut() throws {
        let lines = Self.examples.flatMap { example in
            example.line.split(separator: "crosscheck ").map { part in
                part.prefix { !"&;|".contains($0) }.split(separator: " ").map(String.init)
            }
        }
        // Those of every command, and the one that only ends with a signal, have tests of their own.
        let elsewhere: Set = ["--version", "--help", "--watch"]
        for (name, command) in try CommandDump.commands() {
            let words = name.split(separator: " ").dropFirst().map(String.init)
            let uses = lines.filter { $0.starts(with: words) }.flatMap { $0 }
            for argument in command.arguments ?? [] where argument.kind != "positional" {
                let options = argument.options
                guard elsewhere.isDisjoint(with: options) else { continue }
                #expect(!Set(uses).isDisjoint(with: options), "\(name) \(options)")
            }
        }
    }

    @Test func explainsEach() throws {
        for (name, command) in try CommandDump.commands() {
            #expect(isLine(command.abstract), "\(name)")
            for argument in command.arguments ?? [] {
                #expect(isLine(argument.abstract), "\(name) \(argument.options)")
            }
        }
    }

    /// A sentence on one line.
    private func isLine(_ text: String?) -> Bool {
        text.map { $0.count > 10 && $0.hasSuffix(".") && !$0.contains("\n") } ?? false
    }

    // MARK: The manual

    private static let manual = BuiltProgram.package.appending(path: "docs/crosscheck.1")

    /// `make docs` writes it anew.
    @Test func isInTheManual() throws {
        let lines = Set(try String(contentsOf: Self.manual, encoding: .utf8).split(separator: "\n").map(String.init))
        for (name, command) in try CommandDump.commands() {
            let abstract = command.abstract ?? ""
            #expect(lines.contains(abstract) || lines.contains(".Nd \"\(abstract)\""), "\(name)")
            for argument in command.arguments ?? [] where argument.shouldDisplay {
                #expect(lines.contains(argument.abstract ?? ""), "\(name) \(argument.options)")
            }
        }
    }

    @Test(
        .enabled(
            if: BuiltProgram.find("mandoc") != nil || BuiltProgram.find("groff") != nil,
            "neither mandoc nor groff is installed: the manual is not rendered"))
    func canBeRead() throws {
        let command =
            BuiltProgram.find("mandoc") == nil
            ? "groff -mandoc -Tutf8 -ww docs/crosscheck.1"
            : "mandoc -Tlint -Wwarning docs/crosscheck.1 && mandoc docs/crosscheck.1"
        let run = try BuiltProgram.shell(command)
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(run.text.contains("check"))
    }
}
