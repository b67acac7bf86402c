import ArgumentParser
import Crosscheck

/// What the commands have in common that write one thing to one place.
struct OutputOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Write the report to this file, once it is complete.", valueName: "file"))
    var output: String?

    @OptionGroup var layout: LayoutOptions

    /// Renders what a run found to where it should go.
    func write<Content>(_ content: Content, with reporter: (TextLayout) -> any Reporter<Content>) throws {
        try write { output in try reporter(layout.layout(isFile: self.output != nil)).write(content, to: &output) }
    }

    /// Opens the output, and completes it when the body is done.
    func write(_ body: (inout Output) throws -> Void) throws {
        var output = try Output(path: output)
        try body(&output)
        try output.finish()
    }
}
