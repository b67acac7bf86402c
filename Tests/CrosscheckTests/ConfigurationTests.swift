import Documents
import StrictYAML
import TestSupport
import Testing

@testable import Crosscheck

struct ConfigurationTests {
    private func problems(_ text: String) -> [String] {
        do throws(YAMLProblems) {
            _ = try Configuration(text, path: "c.yaml")
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    @Test(arguments: [
        ("", []),
        ("sources: []", []),
        ("sources:\n  - file: a.txt\n    published: 2025-07", []),
        ("source: []", ["c.yaml:1:1: unknown key 'source'; did you mean 'sources'?"]),
        ("sources:\n  - publisher: X", ["c.yaml:2:5: the key 'file' is missing"]),
        (
            "sources:\n  - file: a.txt\n    publishd: 2025\n    titel: x",
            [
                "c.yaml:3:5: unknown key 'publishd'; did you mean 'published'?",
                "c.yaml:4:5: unknown key 'titel'; did you mean 'title'?",
            ]
        ),
        (
            "sources:\n  - file: a.txt\n    published: last week",
            [
                "c.yaml:3:16: expected a day, a month or a year, as in 2025-07-03, 2025-07 or 2025; found 'last week'"
            ]
        ),
        (
            "sources:\n  - file: ü.txt\n    published: 2025-02-30",
            [
                "c.yaml:3:16: expected a day, a month or a year, as in 2025-07-03, 2025-07 or 2025; found '2025-02-30'"
            ]
        ),
        (
            "sources:\n  - file: a.txt\n  - file: a.txt",
            ["c.yaml:3:11: 'a.txt' has an entry in line 2 already; put all that is known of it there"]
        ),
        (
            "sources:\n  - file: ../a.txt\n  - file: /a.txt",
            [
                "c.yaml:2:11: '../a.txt' leads out of this folder; put a configuration beside those files",
                "c.yaml:3:11: '/a.txt' leads out of this folder; put a configuration beside those files",
            ]
        ),
        (
            "sources:\n  - file: a.txt\n    publisher: [X]\n    title: {a: b}",
            ["c.yaml:3:16: expected a text, found a list", "c.yaml:4:12: expected a text, found keys and values"]
        ),
        ("sources: a.txt", ["c.yaml:1:10: expected a list, found 'a.txt'"]),
        ("sources:\n  - file: 'a", ["c.yaml:2:13: not valid YAML: found unexpected end of stream"]),
        (
            "sources:\n  - file: a\n    file: b",
            ["c.yaml:2:5: the key 'file' is given twice; keep one"]
        ),
    ])
    func tellsEveryProblem(text: String, expected: [String]) {
        #expect(problems(text) == expected)
    }

    @Test func keepsDatesAsWritten() throws {
        let text = """
            sources:
              - {file: day, published: 2025-07-03}
              - {file: month, published: 2025-07}
              - {file: year, published: 2025}
              - {file: quoted, published: "2025-07-03"}
            """
        let configuration = try Configuration(text, path: "c.yaml")
        #expect(
            configuration.sources.map { $0.metadata.published?.description }
                == ["2025-07-03", "2025-07", "2025", "2025-07-03"])
    }

    @Test(arguments: [
        ("a.txt", "a.txt", true), ("a.txt", "b.txt", false), ("a.txt", "x/a.txt", false), ("*.txt", "a.txt", true),
        ("*.txt", "x/a.txt", false), ("x/*", "x/a.txt", true), ("x/*", "x/y/a.txt", false), ("**/*.txt", "a.txt", true),
        ("**/*.txt", "x/y/a.txt", true), ("x/**", "x/y/a.txt", true), ("x/**/a.txt", "x/a.txt", true),
        ("x/**/a.txt", "y/a.txt", false), ("?.txt", "a.txt", true), ("?.txt", "ab.txt", false),
        ("./x//a.txt", "x/a.txt", true), ("a[1].txt", "a[1].txt", true), ("**", "x/y", true), ("*", "é.txt", true),
    ])
    func matchesPaths(pattern: String, path: String, expected: Bool) {
        let parts = path.split(separator: "/").map(String.init)
        #expect(PathPattern(pattern).matches(parts[...]) == expected)
    }

    @Test func prefersTheEntryThatNamesTheFile() throws {
        let text = """
            sources:
              - {file: "*.txt", publisher: Glob, language: en, published: 2024}
              - {file: "a*", publisher: Later, title: T}
              - {file: a.txt, publisher: Own}
            """
        let metadata = try Configuration(text, path: "").metadata(of: ["a.txt"])
        #expect(
            metadata == Metadata(title: "T", publisher: "Own", published: .year(2024), language: "en", status: nil))
    }
}

struct AbsolutePathTests {
    private let folder = AbsolutePath("/desk/news", from: .current)

    @Test(arguments: [
        ("a.txt", "/desk/news/a.txt", "a.txt"), ("./x//a.txt", "/desk/news/x/a.txt", "x/a.txt"),
        ("../a.txt", "/desk/a.txt", "../a.txt"), ("/tmp/a", "/tmp/a", "../../tmp/a"), ("..", "/desk", ".."),
        (".", "/desk/news", "."), ("../../../..", "/", "../.."), ("", "/desk/news", "."),
    ])
    func resolves(path: String, absolute: String, relative: String) {
        let resolved = AbsolutePath(path, from: folder)
        #expect(resolved.text == absolute)
        #expect(resolved.text(from: folder) == relative)
    }
}

struct ConfigurationFinderTests {
    private static let own = "sources:\n  - file: \"*.txt\"\n    publisher: Inner"
    private static let outer =
        "sources:\n  - {file: x/b.txt, publisher: Outer}\n  - {file: y/a.txt, publisher: Outer}"

    @Test func takesTheNearest() throws {
        let workspace = try Workspace([
            "crosscheck.yaml": Self.outer, "x/crosscheck.yaml": Self.own, "x/a.txt": "", "x/b.txt": "", "y/a.txt": "",
            "y/b.txt": "",
        ])
        var finder = ConfigurationFinder()
        let publishers = ["x/a.txt", "x/b.txt", "y/a.txt", "y/b.txt", "x/sub/c.txt"].map {
            finder.metadata(of: workspace.path($0)).publisher
        }
        #expect(publishers == ["Inner", "Inner", "Outer", nil, nil])
        #expect(finder.problems == [])
        #expect(finder.notes == [])
        #expect(finder.metadata(of: "-") == Metadata())
    }

    @Test func tellsEntriesWithoutFile() throws {
        let workspace = try Workspace([
            "crosscheck.yml": "sources:\n  - file: a.text\n  - file: quite-different.txt", "a.txt": "",
        ])
        var finder = ConfigurationFinder()
        _ = finder.metadata(of: workspace.path("a.txt"))
        _ = finder.metadata(of: workspace.path("b.txt"))
        #expect(
            finder.notes.map { "\($0.line ?? 0): \($0.message)" } == [
                "2: no such file 'a.text'; did you mean 'a.txt'?",
                "3: no such file 'quite-different.txt'; correct or remove the entry",
            ])
        #expect(finder.notes.allSatisfy { $0.path == workspace.path("crosscheck.yml") })
    }

    @Test func tellsWhatCannotBeRead() throws {
        let workspace = try Workspace()
        try workspace.write([0xFF, 0xFE, 0x00], to: "crosscheck.yaml")
        var finder = ConfigurationFinder()
        _ = finder.metadata(of: workspace.path("a.txt"))
        #expect(
            finder.problems == [
                workspace.path("crosscheck.yaml")
                    + ": cannot be read as UTF-8 text; check its permissions and encoding"
            ])
    }
}
