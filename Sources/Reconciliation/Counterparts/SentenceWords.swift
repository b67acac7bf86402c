import Language

/// The content words of sentences as numbers: lower-cased, without their endings, so that "closed" and "closing" are one.
struct SentenceWords {
    private var numbers = FormNumbers()

    /// Appends the content words of a text in their order.
    mutating func add(_ text: String, to found: inout [Int32]) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for place in bytes.indices where !Self.isLetter(bytes[place]) {
                add(UnsafeBufferPointer(rebasing: bytes[start..<place]), to: &found)
                start = place + 1
            }
            add(UnsafeBufferPointer(rebasing: bytes[start...]), to: &found)
        }
    }

    /// The content words of a text in their order.
    mutating func words(of text: String) -> [Int32] {
        var found: [Int32] = []
        add(text, to: &found)
        return found
    }

    private mutating func add(_ word: UnsafeBufferPointer<UInt8>, to found: inout [Int32]) {
        guard word.count > 1, !Self.common.contains(FoldedForm(word).hash) else { return }
        let stem = UnsafeBufferPointer(rebasing: word.dropLast(Self.lengthOfEnding(word)))
        found.append(numbers.number(of: FoldedForm(stem).hash))
    }

    /// Of one alphabet or another; also an accented one.
    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...: true
        default: false
        }
    }

    private static func lengthOfEnding(_ word: UnsafeBufferPointer<UInt8>) -> Int {
        guard let last = word.last, lastLetters.contains(last | 0x20) else { return 0 }
        let ending = endings.first { ending in
            word.count >= ending.count + 3 && word.suffix(ending.count).elementsEqual(ending) { $0 | 0x20 == $1 }
        }
        return ending?.count ?? 0
    }

    private static let endings = ["ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "s", "ly"].map {
        Array($0.utf8)
    }
    private static let lastLetters = Array("sgdry".utf8)

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
