import Foundation
import StrictYAML
import TestSupport
import Testing

@testable import Crosscheck

/// The schema, the starter and the documentation say what the reader does.
struct ConfigurationSchemaTests {
    /// Where in a configuration something stands: keys, and `[]` for an element of a list.
    struct Place: Sendable, CustomTestStringConvertible {
        var path: [String]
        var names: [String]
        var isKey: Bool

        var testDescription: String { path.joined(separator: ".") + (isKey ? " keys" : " values") }

        /// A configuration with a word in the place, all else as small as can be.
        func text(_ word: String) -> String {
            path.reversed().reduce(isKey ? "{\(word): off}" : word) { $1 == "[]" ? "[\($0)]" : "{\($1): \($0)}" }
        }
    }

    /// All places where the schema has a closed list of keys or values.
    private static let places: [Place] = {
        let schema = (try? JSONSerialization.jsonObject(with: Data(ConfigurationSchema.text.utf8))) ?? [:]
        return places(in: schema as? [String: Any] ?? [:], at: [])
    }()

    private static func places(in schema: [String: Any], at path: [String]) -> [Place] {
        var found: [Place] = []
        if let names = schema["enum"] as? [String] { found.append(Place(path: path, names: names, isKey: false)) }
        if let properties = schema["properties"] as? [String: [String: Any]] {
            found.append(Place(path: path, names: properties.keys.sorted(), isKey: true))
            for (key, value) in properties.sorted(by: { $0.key < $1.key }) {
                found += places(in: value, at: path + [key])
            }
        }
        if let items = schema["items"] as? [String: Any] { found += places(in: items, at: path + ["[]"]) }
        if let free = schema["additionalProperties"] as? [String: Any] {
            found += places(in: free, at: path + ["free"])
        }
        for choice in schema["anyOf"] as? [[String: Any]] ?? [] { found += places(in: choice, at: path) }
        return found
    }

    private static func problems(_ text: String) -> [String] {
        do throws(YAMLProblems) {
            _ = try Configuration(text, path: "c.yaml")
            return []
        } catch {
            return error.problems.map(\.message)
        }
    }

    @Test(arguments: places)
    func namesWhatTheReaderTakes(place: Place) throws {
        let problem = try #require(Self.problems(place.text("qqqqqqqqqq")).first { $0.contains("'qqqqqqqqqq'") })
        let expected = try #require(problem.split(separator: "expected one of ").last)
        let sort = place.isKey ? "key" : "value"
        #expect(expected.split(separator: ", ").map(String.init).sorted() == place.names.sorted())
        for name in place.names {
            #expect(!Self.problems(place.text(name)).contains { $0.hasPrefix("unknown \(sort) '\(name)'") })
        }
    }

    @Test func findsThePlaces() {
        let paths = Set(Self.places.map { $0.path.joined(separator: ".") })
        #expect(paths.isSuperset(of: ["", "sources.[]", "ignores.[]", "ignores.[].reason", "severities.rules.free"]))
    }

    // MARK: The starter

    /// The starter with all its settings.
    static let full = ConfigurationStarter.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.hasPrefix("#") && line != "#" && !(line.hasPrefix("# ") && !line.hasPrefix("#  "))
            ? line.dropFirst() : line
    }.joined(separator: "\n")

    @Test func startsWithNothingSet() throws {
        let configuration = try Configuration(ConfigurationStarter.text, path: "c.yaml")
        #expect(configuration.content.isEmpty)
        #expect(ConfigurationStarter.text.split(separator: "\n").allSatisfy { $0.hasPrefix("#") && $0.count <= 80 })
    }

    @Test func showsEveryKey() throws {
        let configuration = try Configuration(Self.full, path: "c.yaml")
        #expect(configuration.content.keys.sorted() == ConfigurationKey.file.map(\.name).sorted())
    }

    // MARK: What is in force

    @Test func tellsWhereValuesComeFrom() throws {
        let workspace = try Workspace([
            "crosscheck.yaml":
                "sources:\n- {file: 'a: b.md', title: \"é\\n#1\"}\nseverities:\n  relations: {update: off}\n",
            "house/r.yml": "topic: house\nabout: Ours.\nattributes: []\n", "news/a.md": "Text.\n",
        ])
        let view = try ConfigurationView(for: workspace.path("news"), rules: [workspace.path("house")])
        let file = workspace.path("crosscheck.yaml")
        #expect(
            view.text == """
                # In force for \(workspace.path("news")), by \(file).
                include:
                  - "**"  # default
                exclude: []  # default
                sources:
                  - file: "a: b.md"  # \(file):2
                    title: "é\\n#1"  # \(file):2
                languages: []  # default: all languages
                rules:
                  - \(workspace.path("house"))  # option --rules
                severities:
                  relations:
                    contradiction: error  # default
                    sources-differ: warning  # default
                    update: off  # \(file):4
                    variant: notice  # default
                tolerances: {}  # default
                facts: []  # default
                ignores: []  # default

                """)
        #expect(view.notes.map(\.line) == [2])
    }

    /// What is shown is a configuration that says the same.
    @Test(arguments: [
        full.replacing("#rules", with: "rules").replacing("  - house-rules\n", with: "  - rules\n"), "",
        "exclude: drafts\n", "sources: []\nseverities: {kinds: {}}\n",
        "ignores:\n  - {subject: \"\\\"a\\\" \\\\ \\t# b: [c]\\u2028\", note: ' x ', reason: update}\n",
    ])
    func readsBackWhatIsShown(configuration: String) throws {
        let rules = "topic: house\nabout: Ours.\nattributes: []\n"
        func settings(_ text: String) throws -> String {
            let workspace = try Workspace(["crosscheck.yaml": text, "rules/r.yml": rules])
            return try ConfigurationView(for: workspace.folder.path).text
        }
        func bare(_ text: String) -> [Substring] {
            text.split(separator: "\n").dropFirst().map {
                $0[..<($0.ranges(of: "  # ").last?.lowerBound ?? $0.endIndex)]
            }
        }
        let shown = try settings(configuration)
        #expect(try bare(settings(shown)) == bare(shown))
    }

    @Test func tellsWhatIsWrong() throws {
        let workspace = try Workspace(["crosscheck.yaml": "sorces: []\n"])
        let file = workspace.path("crosscheck.yaml")
        let failure = #expect(throws: RunFailure.self) { try ConfigurationView(for: workspace.folder.path) }
        #expect(failure?.problems == ["\(file):1:1: unknown key 'sorces'; did you mean 'sources'?"])
        let missing = #expect(throws: RunFailure.self) { try ConfigurationView(for: workspace.path("x")) }
        #expect(missing?.problems == ["\(workspace.path("x")): no such file or folder; check the spelling"])
    }

    // MARK: The documentation

    private static let page =
        (try? String(contentsOf: BuiltProgram.package.appending(path: "docs/configuration.md"), encoding: .utf8)) ?? ""

    /// The YAML blocks of the page.
    private static let examples = page.split(separator: "```yaml\n").dropFirst()
        .compactMap { $0.split(separator: "```", maxSplits: 1).first.map(String.init) }

    @Test(arguments: examples)
    func readsTheExamples(text: String) { #expect(Self.problems(text) == []) }

    @Test func documentsEveryKey() throws {
        let headings = Self.page.split(separator: "\n").filter { $0.hasPrefix("## ") }.joined()
        for key in ConfigurationKey.file {
            #expect(headings.contains("`\(key.name)`"))
            #expect(Self.examples.contains { $0.hasPrefix(key.name + ":") || $0.contains("\n\(key.name):") })
        }
        let inner = ConfigurationKey.source + ConfigurationKey.ignore + ConfigurationKey.severities
        for key in inner { #expect(Self.page.contains("\n| `\(key.name)` | ")) }
        for place in Self.places where !place.isKey || place.path.first == "severities" {
            for name in place.names { #expect(Self.page.contains("`\(name)`"), "\(name)") }
        }
    }
}
