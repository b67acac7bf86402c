import Extraction
import Testing

struct WhiteSpaceTests {
    @Test(arguments: [
        ("", ""), ("a", "a"), ("  a \n b\t", "a b"), ("a\u{A0}\u{2009}b\u{3000}", "a b"), ("é\u{2028}—ü", "é —ü"),
        ("“a”\r\n b", "“a” b"), ("a\u{200B}b", "a\u{200B}b"), ("\u{1680}x\u{205F}y\u{85}", "x y"),
    ])
    func isCollapsed(text: String, expected: String) { #expect(text.collapsingWhitespace == expected) }
}
