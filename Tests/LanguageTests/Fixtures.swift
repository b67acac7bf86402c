import Documents
import FoundationEssentials
import Language

/// The language files of the package, read once.
enum Fixtures {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "rules/language").path

    static let english = Result { try English(folder: folder) }
    static let analyzer = Analyzer(vocabulary: Vocabulary([]))

    /// A text with its syntax.
    static func parse(_ text: String) throws -> (analysis: Analysis, syntax: Syntax) {
        let analysis = analyzer.analyze(paragraph(text))
        return (analysis, try english.get().syntax.parse(analysis))
    }
}
