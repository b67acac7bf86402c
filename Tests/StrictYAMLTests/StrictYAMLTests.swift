import StrictYAML
import Testing

struct StrictYAMLTests {
    /// Problems of a file that may hold `unit` (a text), `kind` (a or b) and `count` (a whole number).
    private func problems(_ text: String) -> [String] {
        enum Kind: String, CaseIterable { case alpha, beta }
        let reader = YAMLReader()
        if let value = reader.read(text, file: "r.yml", lineOffset: 2) {
            let entry = value.mapping(keys: ["unit", "kind", "count"])
            _ = entry.required("unit")?.string()
            _ = entry["kind"]?.choice(Kind.self)
            _ = entry["count"]?.integer()
        }
        do { try reader.finish() } catch { return error.problems.map(\.description) }
        return []
    }

    @Test(arguments: [
        ("unit: km\nkind: alpha\ncount: 3", []),
        ("uint: km", ["r.yml:3:1: the key 'unit' is missing", "r.yml:3:1: unknown key 'uint'; did you mean 'unit'?"]),
        ("unit: km\nkind: alhpa", ["r.yml:4:7: unknown value 'alhpa'; did you mean 'alpha'?"]),
        ("unit: km\nkind: gamma", ["r.yml:4:7: unknown value 'gamma'; expected one of alpha, beta"]),
        (
            "unit: [1]\ncount: x",
            ["r.yml:3:7: expected a text, found a list", "r.yml:4:8: expected a whole number, found 'x'"]
        ),
        ("unit: 'km", ["r.yml:3:10: not valid YAML: found unexpected end of stream"]),
        ("unit: km\nunit: mi", ["r.yml:3:1: the key 'unit' is given twice; keep one"]),
    ])
    func tellsEveryProblem(text: String, expected: [String]) {
        #expect(problems(text) == expected)
    }
}
