import Extraction

/// How words are written, as bytes a … z and digits: what is equal under it differs in spelling alone.
enum Spelling {
    /// Letters without accents in lower case, and digits; what is neither parts words.
    static func words(_ text: String) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        for scalar in text.unicodeScalars {
            if let letters = plain(scalar) {
                word += letters
            } else if !word.isEmpty, !apostrophes.contains(scalar) {
                words.append(word)
                word = []
            }
        }
        return word.isEmpty ? words : words + [word]
    }

    /// The text with plain letters for accented ones: "lucia" for "lucía".
    static func unaccented(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let letters = accents[scalar] {
                plain.append(contentsOf: letters.map(Unicode.Scalar.init))
            } else {
                plain.append(scalar)
            }
        }
        return String(plain)
    }

    private static let apostrophes: Set<Unicode.Scalar> = ["'", "’", "ʼ", "`", "‘"]

    /// nil for what is no letter or digit of a Latin script.
    private static func plain(_ scalar: Unicode.Scalar) -> [UInt8]? {
        switch scalar {
        case "a"..."z", "0"..."9": [UInt8(scalar.value)]
        case "A"..."Z": [UInt8(scalar.value) | 0x20]
        default: accents[scalar]
        }
    }

    private static let accents: [Unicode.Scalar: [UInt8]] = {
        let rows = [
            "a": "àáâãäåāăąǎạảấầẩẫậắằ", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęěẹẻẽếềệ", "g": "ĝğġģǧ", "h": "ĥħḥ",
            "i": "ìíîïĩīĭįıỉị",
            "j": "ĵ", "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŋ", "o": "òóôõöøōŏőọỏốồổỗộớờ", "r": "ŕŗř", "s": "śŝşšșṣ",
            "t": "ţťŧțṭ",
            "u": "ùúûüũūŭůűųụủứừ", "w": "ŵ", "y": "ýÿŷỳỵ", "z": "źżžẓ", "ae": "æ", "oe": "œ", "ss": "ß", "th": "þ",
        ]
        var table: [Unicode.Scalar: [UInt8]] = [:]
        for (plain, letters) in rows {
            for letter in [letters, letters.uppercased()].joined().unicodeScalars { table[letter] = Array(plain.utf8) }
        }
        return table
    }()

    /// What English spellings of one dictionary word have in common: "organise" and "organize", "honour" and "honor".
    static func orthographic(_ word: [UInt8]) -> [UInt8] {
        var word = word
        if word.count > 4, word.suffix(2) == Array("re".utf8), word[word.count - 3] == UInt8(ascii: "t") {
            word.replaceSubrange(word.count - 2..<word.count, with: Array("er".utf8))
        }
        return collapsed(replacing(word, by: english))
    }

    /// What spellings of one name have in common: doubled letters, ph and f, ee and i, ou and u, q and k, -y and -ey.
    ///
    /// - Parameter keepsFinalE: for given names, where Daniel and Danielle are two.
    static func skeleton(_ word: [UInt8], keepsFinalE: Bool = false) -> [UInt8] {
        var bytes = collapsed(replacing(soft(word), by: transliterations))
        bytes = withoutSilentH(bytes)
        let isVowelBefore = bytes.count > 1 && vowels.contains(bytes[bytes.count - 2])
        if !keepsFinalE, bytes.count > 3, bytes.last == UInt8(ascii: "e"), !isVowelBefore { bytes.removeLast() }
        return collapsed(bytes)
    }

    /// True where two words differ as German and English write one: ü is u or ue.
    static func isSame(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        a == b || replacing(a, by: umlauts) == replacing(b, by: umlauts)
    }

    private typealias Rules = [(from: [UInt8], to: [UInt8])]

    private static func rules(_ pairs: String) -> Rules {
        pairs.split(separator: " ").map { pair in
            let parts = pair.split(separator: ">", omittingEmptySubsequences: false)
            return (Array(parts[0].utf8), Array(parts[1].utf8))
        }
    }

    // The longest first.
    private static let transliterations = rules(
        "sch>sh tch>ch th>t ph>f kh>k gh>g ck>k dj>j ee>i oo>u ou>u ey>i ei>i ie>i ay>ai q>k x>ks z>s y>i")
    private static let english = rules("ise>ize isa>iza ysi>yzi yse>yze our>or ogue>og ence>ense aemo>emo")
    private static let umlauts = rules("ae>a oe>o ue>u")
    static let vowels = Set("aeiou".utf8)

    private static func replacing(_ word: [UInt8], by rules: Rules) -> [UInt8] {
        var result: [UInt8] = []
        var place = 0
        while place < word.count {
            if let rule = rules.first(where: { word[place...].starts(with: $0.from) }) {
                result += rule.to
                place += rule.from.count
            } else {
                result.append(word[place])
                place += 1
            }
        }
        return result
    }

    /// C as it is spoken.
    private static func soft(_ word: [UInt8]) -> [UInt8] {
        word.indices.map { place in
            guard word[place] == UInt8(ascii: "c") else { return word[place] }
            let next = place + 1 < word.count ? word[place + 1] : 0
            switch next {
            case UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "y"): return UInt8(ascii: "s")
            case UInt8(ascii: "h"): return word[place]
            default: return UInt8(ascii: "k")
            }
        }
    }

    /// H is heard at the begin of a word and in ch, sh and th.
    private static func withoutSilentH(_ word: [UInt8]) -> [UInt8] {
        word.indices.filter { place in
            guard word[place] == UInt8(ascii: "h"), place > 0 else { return true }
            let before = word[place - 1]
            let isVowelAfter = place + 1 < word.count && vowels.contains(word[place + 1])
            return Set("cst".utf8).contains(before) || vowels.contains(before) && isVowelAfter
        }.map { word[$0] }
    }

    private static func collapsed(_ word: [UInt8]) -> [UInt8] {
        word.indices.filter { $0 == 0 || word[$0] != word[$0 - 1] }.map { word[$0] }
    }

    /// True where one letter is put in, left out or changed, or two neighbours change places.
    static func isOneSlip(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        guard a != b, abs(a.count - b.count) <= 1 else { return false }
        let head = zip(a, b).prefix { $0 == $1 }.count
        let tail = zip(a.dropFirst(head).reversed(), b.dropFirst(head).reversed()).prefix { $0 == $1 }.count
        let first = a[head..<(a.count - tail)]
        let second = b[head..<(b.count - tail)]
        return max(first.count, second.count) == 1
            || first.count == 2 && second.count == 2 && first.elementsEqual(second.reversed())
    }
}
