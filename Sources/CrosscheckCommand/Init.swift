import ArgumentParser
import Crosscheck

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a commented crosscheck.yaml, and tell the next step.",
        discussion: "A configuration that is there already stays as it is.")

    @Argument(help: "The folder of the documents.")
    var folder = "."

    func run() throws {
        let file = try ConfigurationStarter.write(into: folder)
        let paths = folder == "." ? "" : " " + folder
        Diagnostics.tell(
            """
            \(file): written; each key is explained in it, and none is set
            Next: crosscheck check\(paths)
            To accept what it finds today: crosscheck baseline write\(paths), then crosscheck check\(paths) --baseline \
            \(BaselineOptions.defaultPath)
            """)
    }
}
