import Documents
import Language
import Testing

/// No text breaks the language stage, and each sentence gets one tree.
struct HostileTextTests {
    static let texts: [(name: String, text: String)] = [
        ("empty", ""),
        ("no space", String(repeating: "abcdefghij", count: 100_000)),
        ("brackets", String(repeating: "(", count: 20_000)),
        ("closing brackets", String(repeating: "] ", count: 10_000)),
        ("capitals", String(repeating: "The President Of ", count: 4_000)),
        ("emoji", String(repeating: "👩‍👩‍👧‍👦🏳️‍🌈 killed 5️⃣ ", count: 2_000)),
        ("right to left", "قتل 145 شخصا في موسكو. הרוגים 12 במוסקבה. \u{202E}145 killed\u{202C}."),
        ("zero width", "ki\u{200B}lled 1\u{200D}45 peo\u{FEFF}ple.\u{2060}"),
        ("digits", String(repeating: "1,234.5-", count: 6_000)),
        ("apostrophes", String(repeating: "n't's'", count: 5_000)),
        ("marks", String(repeating: "?!.:;…—\"'", count: 3_000)),
        ("controls", String(decoding: (0..<200).map { UInt8($0 % 32) }, as: UTF8.self)),
    ]

    @Test(arguments: texts.map(\.name))
    func standsTexts(name: String) throws {
        let text = try #require(Self.texts.first { $0.name == name }).text
        try check(Array(text.utf8))
    }

    /// Bytes that are no UTF-8, by a generator that is the same in every run.
    @Test(arguments: 1...40)
    func standsRandomBytes(seed: UInt64) throws {
        var state = seed
        let bytes = (0..<3_000).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let byte = UInt8(truncatingIfNeeded: state >> 33)
            return seed % 2 == 0 ? byte : byte % 96 + 32
        }
        try check(bytes)
    }

    private func check(_ bytes: [UInt8]) throws {
        let document = Document(
            id: "t", path: "t", metadata: Metadata(), text: bytes,
            blocks: [Block(.paragraph, ByteSpan(0, bytes.count))], sourceMap: SourceMap(segments: [], file: bytes))
        let english = try Fixtures.english.get()
        let analysis = Fixtures.analyzer.analyze(document)
        let syntax = english.syntax.parse(analysis)
        for sentence in analysis.sentences {
            let roots = sentence.tokens.range.filter { syntax.isRoot($0) }
            #expect(roots.count == 1)
            let inside = sentence.tokens.range.allSatisfy { sentence.tokens.range.contains(Int(syntax.heads[$0])) }
            #expect(inside)
            if let root = roots.first { #expect(syntax.subtree(of: root) == sentence.tokens) }
        }
        var output = ""
        ConlluWriter(model: english.syntax).write(analysis, syntax, to: &output)
        let names = english.names.names(in: analysis, syntax).all
        for (index, name) in names.enumerated() {
            #expect(name.span.end <= analysis.tokens.count && name.first <= index)
            if index > 0 { #expect(names[index - 1].span.end <= name.span.start) }
        }
    }
}
