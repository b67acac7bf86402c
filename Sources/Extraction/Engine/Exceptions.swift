import Documents
import Language

extension Analysis {
    /// "all but [55]", and the whole of "all but 55 of the [200]": what is told holds of neither of the two numbers.
    /// - Parameters:
    ///   - quantity: its tokens.
    ///   - sentence: in which it stands.
    func isOfException(_ quantity: TokenSpan, in sentence: Range<Int>) -> Bool {
        func isWord(_ word: StaticWord, _ token: Int) -> Bool {
            sentence.contains(token) && tokens[token].hash == word.hash
        }
        func isException(_ token: Int) -> Bool { isWord(.but, token) && isWord(.all, token - 1) }
        let start = quantity.start
        if isException(start - 1) { return true }
        return isWord(.of, start - 2) && (start - 6..<start - 3).contains(where: isException)
    }
}
