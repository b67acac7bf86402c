import Extraction
import TestSupport
import Testing

@testable import Crosscheck

struct RuleFolderTests {
    @Test func findsInstalledRules() throws {
        let workspace = try Workspace([
            "bin/crosscheck": "", "share/crosscheck/rules/a.yml": "", "Package.swift": "", "rules/a.yml": "",
        ])
        #expect(
            try RuleFolder.find(executable: workspace.path("bin/crosscheck"))
                == workspace.path("share/crosscheck/rules"))
    }

    @Test func findsThePackageOfABuild() throws {
        let workspace = try Workspace([
            "Package.swift": "", "rules/a.yml": "", ".build/debug/crosscheck": "", ".build/rules/a.yml": "",
        ])
        #expect(try RuleFolder.find(executable: workspace.path(".build/debug/crosscheck")) == workspace.path("rules"))
    }

    @Test func saysWhereItLooked() throws {
        let workspace = try Workspace(["bin/crosscheck": "", "rules/a.yml": ""])
        let failure = #expect(throws: RunFailure.self) {
            try RuleFolder.find(executable: workspace.path("bin/crosscheck"))
        }
        #expect(
            failure?.problems == [
                "the rules were not found: neither in \(workspace.path("share/crosscheck/rules")) nor, as 'rules' beside "
                    + "a Package.swift, in \(workspace.path("bin")) or a folder above it; install the program with "
                    + "'make install'"
            ])
    }

    @Test(arguments: [
        ("", ["rules: holds no rule files (.yml, .yaml)"]),
        ("topic: x\natributes: []", ["rules/a.yml:2:1: unknown key 'atributes'; did you mean 'attributes'?"]),
    ])
    func tellsWhatIsWrong(content: String, expected: [String]) throws {
        let workspace = try Workspace()
        try workspace.makeFolder("rules")
        if !content.isEmpty { try workspace.write(Array(content.utf8), to: "rules/a.yml") }
        let failure = #expect(throws: RunFailure.self) { try RuleFolder.load(workspace.path("rules")) }
        #expect(failure?.problems == expected.map { workspace.path($0) })
    }

    @Test func loadsThePackagesOwn() throws {
        #expect(try !RuleFolder.load(nil).attributes.isEmpty)
    }
}
