import ArgumentParser
import Crosscheck
import Glibc

/// For readers to whom columns and colours mean nothing.
struct PlainOption: ParsableArguments {
    @Flag(
        name: .customLong("plain"),
        help: "For screen readers and simple terminals: no colours, columns, line breaks within paragraphs or progress."
    )
    var isOn = false
}

/// How the text formats look.
struct LayoutOptions: ParsableArguments {
    @Option(help: "Colour the text format.")
    var color = ColorChoice.auto

    @OptionGroup var plain: PlainOption

    func validate() throws {
        if plain.isOn, color == .always {
            throw ValidationError("--plain has no colours; leave out '--color always'")
        }
    }

    /// The layout on standard output, or in a file.
    func layout(isFile: Bool) -> TextLayout {
        if plain.isOn { return .plain }
        let isTerminal = !isFile && isatty(STDOUT_FILENO) == 1
        let width =
            (isTerminal ? Terminal.width(of: STDOUT_FILENO) : nil)
            ?? Terminal.environment("COLUMNS").flatMap(Int.init)
        return TextLayout(
            width: width.flatMap { $0 > 0 ? $0 : nil } ?? 100,
            isColored: color.isColored(isTerminal: isTerminal, environment: Terminal.environment))
    }
}
