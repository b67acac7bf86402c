import Documents
import Language
import Testing

/// A document of one paragraph.
func paragraph(_ text: String) -> Document {
    let bytes = Array(text.utf8)
    return Document(
        id: "t", path: "t", metadata: Metadata(), text: bytes,
        blocks: [Block(.paragraph, ByteSpan(0, bytes.count))],
        sourceMap: SourceMap(segments: [], file: bytes))
}

struct TokenizerTests {
    static let analyzer = Analyzer(vocabulary: Vocabulary(["the", "killed", "mr."]))

    /// Tokens stand apart by spaces, sentences by " | ".
    @Test(arguments: [
        ("Gunmen killed 145 people.", "Gunmen killed 145 people ."),
        ("It didn’t cost $1.3bn, Russia's ministry said.", "It did n’t cost $ 1.3 bn , Russia 's ministry said ."),
        ("A 30-inch pipe; 7.1-magnitude; pro-Beijing", "A 30 - inch pipe ; 7.1 - magnitude ; pro-Beijing"),
        (
            "Mr. Lee of the U.S. Army met J. Doe. The talks went on.",
            "Mr. Lee of the U.S. Army met J. Doe . | The talks went on ."
        ),
        ("They left the U.S. The rest stayed.", "They left the U.S. | The rest stayed ."),
        (
            "At 9.40pm (or 21:40) on 2024-03-22, call 555-123-4567.",
            "At 9.40 pm ( or 21:40 ) on 2024-03-22 , call 555-123-4567 ."
        ),
        ("\"Stop!\" he said. \"Now.\" We did.", "\" Stop ! \" he said . | \" Now . \" | We did ."),
        ("1,200,000 and 1.5, 2½ or ½; 10, 20", "1,200,000 and 1.5 , 2½ or ½ ; 10 , 20"),
        (
            "the 21st, the 1970s, the '90s, a 16x9 image, US$5m",
            "the 21st , the 1970s , the '90s , a 16x9 image , US$ 5 m"
        ),
        ("MOSCOW — In a move… it went on", "MOSCOW — In a move … it went on"),
        ("The victims' families cannot wait; the 'old' ones", "The victims ' families can not wait ; the ' old ' ones"),
        ("No. 5 said no. Then 3-2, 2001-2005.", "No. 5 said no . | Then 3 - 2 , 2001 - 2005 ."),
        ("See https://example.org/a?b=c, or a.b@example.org.", "See https://example.org/a?b=c , or a.b@example.org ."),
        ("At 6 a.m. Tuesday. In Sept. 2024", "At 6 a.m. Tuesday . | In Sept. 2024"),
        ("1. Choose a name. 2. Go", "1 . Choose a name . | 2 . Go"),
        ("It was good. then we left :) The end", "It was good . | then we left :) The end"),
        ("We won! :) They lost.", "We won ! :) | They lost ."),
        ("He left in 1805. [6] In later years", "He left in 1805 . [ 6 ] | In later years"),
        ("some tools (e.g. The Hague's) exist", "some tools ( e.g. The Hague 's ) exist"),
        ("Profits at Yahoo! rose, Dr. Oetker's fell", "Profits at Yahoo ! rose , Dr. Oetker 's fell"),
        ("O'Brien's R&D at AT&T, chargés d'affaires", "O'Brien 's R&D at AT&T , chargés d'affaires"),
    ])
    func cuts(text: String, expected: String) {
        let analysis = Self.analyzer.analyze(paragraph(text))
        let cut = analysis.sentences.map { sentence in
            sentence.tokens.range.map { analysis.string($0) }.joined(separator: " ")
        }
        #expect(cut.joined(separator: " | ") == expected)
    }
}
