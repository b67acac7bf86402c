import Documents
import Extraction
import FoundationEssentials
import Glibc
import Language
import Values

/// Prints how long it takes from files to claims, each file for itself as `crosscheck claims` reads them, and what loading
/// the rules and models costs before.
func measureDocuments(_ arguments: [String]) throws {
    let paths = DocumentFinder.find(arguments.isEmpty ? ["seeds"] : arguments).files
    let files = try paths.map { (path: $0, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: $0)))) }
    let size = files.reduce(0) { $0 + $1.bytes.count }
    guard size > 0 else { return print("no documents") }
    var stages: DocumentStages?
    let loading = try processorSeconds { stages = try DocumentStages() }
    guard let stages else { return }

    // A few documents are read several times over, so that the clock has something to count.
    let rounds = max(1, 2_000_000 / size)
    var claims = 0
    let reading =
        (0..<3).map { _ in
            processorSeconds {
                claims = 0
                for _ in 0..<rounds { for file in files { claims += stages.claims(of: file.bytes, path: file.path) } }
            }
        }.min() ?? 0
    let once = reading / Double(rounds)
    print("\(files.count) documents, \(size) bytes, \(claims / rounds) claims")
    print("loading rules and models: \(Int(loading * 1000)) ms")
    print("claims of files: \(hundredths(Double(size) / 1e6 / once)) MB/s")
    print("claims of files, with loading: \(hundredths(Double(size) / 1e6 / (loading + once))) MB/s")
}

/// How long the processor works on something, whatever else the machine does.
private func processorSeconds<Failure>(_ body: () throws(Failure) -> Void) throws(Failure) -> Double {
    let start = clock()
    try body()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
}

private func hundredths(_ value: Double) -> String {
    let whole = Int((value * 100).rounded())
    return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100)"
}

/// All stages from the bytes of a file to its claims.
private struct DocumentStages {
    private let reader = DocumentReader()
    private let analyzer: Analyzer
    private let recognizer: ValueRecognizer
    private let extractor: Extractor

    init() throws {
        let rules = try readRules()
        let vocabulary = Vocabulary(rules.vocabularyWords + ValueRecognizer.vocabularyWords(units: rules.units))
        analyzer = Analyzer(vocabulary: vocabulary)
        recognizer = ValueRecognizer(vocabulary: vocabulary, units: rules.units)
        extractor = Extractor(rules: rules, vocabulary: vocabulary, english: try English(folder: "rules/language"))
    }

    /// How many claims a file makes; none where it cannot be read.
    func claims(of bytes: [UInt8], path: String) -> Int {
        let content = try? reader.read(bytes: bytes, path: path, format: nil, override: Metadata())
        return (content?.documents ?? []).reduce(0) { sum, document in
            let analysis = analyzer.analyze(document)
            return sum + extractor.extract(from: analysis, mentions: recognizer.mentions(in: analysis)).claims.count
        }
    }
}
