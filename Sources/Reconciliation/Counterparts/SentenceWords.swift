import Language

/// The content words of sentences as numbers: lower-cased, without their endings, so that "closed" and "closing" are one.
struct SentenceWords {
    /// By the hash of the word.
    private var numbers: [UInt64: Int32] = [:]
    private var word: [UInt8] = []

    /// How many words there are.
    var count: Int { numbers.count }

    /// The content words of a text in their order.
    mutating func words(of text: String) -> [Int32] { words(of: CollectionOfOne(text)) }

    /// The content words of some texts together.
    mutating func words(of texts: some Sequence<String>) -> [Int32] {
        var found: [Int32] = []
        for text in texts {
            for byte in text.utf8 {
                if let letter = Self.lowercasedLetter(byte) { word.append(letter) } else { endWord(&found) }
            }
            endWord(&found)
        }
        return found
    }

    private mutating func endWord(_ found: inout [Int32]) {
        defer { word.removeAll(keepingCapacity: true) }
        guard word.count > 1, !Self.common.contains(Self.hash(word[...])) else { return }
        found.append(numbers.number(of: Self.hash(Self.stem(word))))
    }

    /// A letter, also an accented one or one of another alphabet.
    private static func lowercasedLetter(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
        case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...: byte
        default: nil
        }
    }

    private static func stem(_ word: [UInt8]) -> ArraySlice<UInt8> {
        for ending in endings where word.count >= ending.count + 3 && word.suffix(ending.count) == ending[...] {
            return word.dropLast(ending.count)
        }
        return word[...]
    }

    private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
        word.withUnsafeBufferPointer { FoldedForm($0).hash }
    }

    private static let endings = ["ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "s", "ly"].map {
        Array($0.utf8)
    }

    /// Words that stand in any sentence.
    private static let common = FoldedForm.hashes(
        """
        the an of in on at to for from by with and or but is was were are be been has have had it its he his she her they
        them their that this these those which who whom as not no than then so there about into out up down over after
        before more most all any each every would will could can may said says say one two three four five six seven eight
        nine ten also only just when where while during we you our us him me my your if what how very own other some such
        being do does did per cent
        """)
}
