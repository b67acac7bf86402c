import Crosscheck
import Foundation
import TestSupport
import Testing

/// The configuration as a shell sees it.
struct ConfigCommandTests {
    @Test(arguments: [
        ("config", 0), ("config show news", 0), ("config show news/a.md", 0), ("config show --rules nowhere", 2),
        ("config show nowhere", 2), ("config show bad", 2), ("config schema", 0), ("config shema", 2),
        ("config --help", 0),
        ("init nowhere", 2), ("init bad", 2), ("init news/a.md", 2), ("init --help", 0),
    ])
    func endsWith(arguments: String, status: Int) throws {
        let workspace = try Workspace(["bad/crosscheck.yml": "sorces: []\n", "news/a.md": "Text.\n"])
        let run = try BuiltProgram.shell("crosscheck \(arguments)", in: workspace.folder)
        #expect(run.status == status, Comment(rawValue: run.errors))
        #expect(run.output.isEmpty == (status == 2))
        #expect(run.errors.isEmpty == (status != 2))
    }

    @Test func showsWhatIsInForce() throws {
        let workspace = try Workspace(["crosscheck.yaml": "exclude: drafts\n", "news/a.md": "Text.\n"])
        let run = try BuiltProgram.run(["config", "show", "news/a.md"], in: workspace.folder)
        #expect(run.text.hasPrefix("# In force for news/a.md, by crosscheck.yaml.\ninclude:\n"))
        #expect(run.text.contains("\nexclude:\n  - drafts  # crosscheck.yaml:1\n"))
        let none = try Workspace()
        let defaults = try BuiltProgram.run(["config"], in: none.folder)
        #expect(
            defaults.text.hasPrefix(
                "# In force for .: the defaults; there is no crosscheck.yaml in its folder or above.\n"))
    }

    @Test func tellsSlipsBesideWhatIsShown() throws {
        let workspace = try Workspace(["crosscheck.yaml": "severities: {attributes: {death: off}}\n"])
        let run = try BuiltProgram.run(["config"], in: workspace.folder)
        #expect(run.status == 0)
        #expect(run.errors == "crosscheck.yaml:1: no rule gives the attribute 'death'; did you mean 'deaths'?\n")
    }

    @Test func writesTheSchema() throws {
        let workspace = try Workspace()
        let run = try BuiltProgram.run(["config", "schema", "--output", "s.json"], in: workspace.folder)
        #expect(run.status == 0)
        #expect(workspace.read("s.json") == ConfigurationSchema.text)
    }

    @Test func writesAConfigurationOnce() throws {
        let workspace = try Workspace(["news/a.md": "Text.\n"])
        let run = try BuiltProgram.run(["init", "news"], in: workspace.folder)
        #expect(run.status == 0)
        #expect(run.errors.hasPrefix("news/crosscheck.yaml: written"))
        #expect(run.errors.contains("\nNext: crosscheck check news\n"))
        #expect(workspace.read("news/crosscheck.yaml") == ConfigurationStarter.text)
        #expect(try BuiltProgram.run(["check", "news"], in: workspace.folder).status == 0)
        try workspace.write(Array("exclude: x\n".utf8), to: "news/crosscheck.yaml")
        let second = try BuiltProgram.run(["init"], in: workspace.folder.appending(path: "news"))
        #expect(second.status == 2)
        #expect(second.errors.hasPrefix("crosscheck.yaml: is there already, and stays as it is"))
        #expect(workspace.read("news/crosscheck.yaml") == "exclude: x\n")
    }
}
