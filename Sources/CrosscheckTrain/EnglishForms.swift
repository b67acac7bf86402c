/// The regular inflections of English, and how British spellings answer to American ones.
enum EnglishForms {
    private static let vowels = Set("aeiou".utf8)

    private static func endsInConsonantY(_ word: String) -> Bool {
        let bytes = Array(word.utf8.suffix(2))
        return bytes.count == 2 && bytes[1] == UInt8(ascii: "y") && !vowels.contains(bytes[0])
    }

    /// The plural of a noun; also the third person of a verb.
    static func plural(_ word: String) -> String {
        if endsInConsonantY(word) { return word.dropLast() + "ies" }
        let hissing = ["s", "x", "z", "ch", "sh"].contains(where: word.hasSuffix)
        let consonantO = word.hasSuffix("o") && !(word.utf8.dropLast().last.map(vowels.contains) ?? true)
        return word + (hissing || consonantO ? "es" : "s")
    }

    static func past(_ word: String) -> String {
        if word.hasSuffix("e") { return word + "d" }
        return endsInConsonantY(word) ? word.dropLast() + "ied" : word + "ed"
    }

    static func gerund(_ word: String) -> String {
        if word.hasSuffix("ie") { return word.dropLast(2) + "ying" }
        let silent = word.hasSuffix("e") && !["ee", "ye", "oe"].contains(where: word.hasSuffix)
        return (silent ? String(word.dropLast()) : word) + "ing"
    }

    /// Comparative and superlative of an adjective that is short enough to have them.
    static func graded(_ word: String) -> [String] {
        guard word.utf8.count <= 7, word.utf8.allSatisfy({ $0 | 0x20 > 0x60 }) else { return [] }
        if endsInConsonantY(word) { return [word.dropLast() + "ier", word.dropLast() + "iest"] }
        let syllables = word.utf8.reduce((count: 0, vowel: false)) { state, byte in
            let vowel = vowels.contains(byte) || byte == UInt8(ascii: "y")
            return (state.count + (vowel && !state.vowel ? 1 : 0), vowel)
        }.count
        let silent = word.hasSuffix("e")
        guard syllables - (silent ? 1 : 0) <= 1 else { return [] }
        return silent ? [word + "r", word + "st"] : [word + "er", word + "est"]
    }

    /// British endings or letters with what American English has in their place.
    private static let spellings = [
        ("isation", "ization"), ("ise", "ize"), ("yse", "yze"), ("iser", "izer"), ("our", "or"), ("oured", "ored"),
        ("ourable", "orable"), ("ouring", "oring"), ("ourite", "orite"), ("tre", "ter"), ("bre", "ber"),
        ("ence", "ense"), ("ogue", "og"), ("lling", "ling"), ("llor", "lor"), ("ller", "ler"), ("lled", "led"),
        ("aem", "em"), ("paed", "ped"), ("oed", "ed"), ("oeu", "eu"), ("aes", "es"), ("mme", "m"), ("grey", "gray"),
        ("plough", "plow"), ("tyre", "tire"), ("kerb", "curb"), ("cheque", "check"), ("storey", "story"),
        ("jewellery", "jewelry"), ("moult", "molt"), ("mould", "mold"), ("defence", "defense"), ("ageing", "aging"),
        ("judgement", "judgment"), ("fulfil", "fulfill"), ("enrol", "enroll"), ("instal", "install"),
        ("skilful", "skillful"), ("wilful", "willful"), ("aluminium", "aluminum"), ("programme", "program"),
    ]

    /// What an American might write for a word; most candidates are no words.
    static func americanSpellings(of word: String) -> [String] {
        let bytes = Array(word.utf8)
        var candidates: [String] = []
        for (british, american) in spellings {
            let pattern = Array(british.utf8)
            guard bytes.count >= pattern.count else { continue }
            for start in 0...bytes.count - pattern.count where Array(bytes[start..<start + pattern.count]) == pattern {
                let changed = bytes[..<start] + Array(american.utf8) + bytes[(start + pattern.count)...]
                candidates.append(String(decoding: changed, as: UTF8.self))
            }
        }
        return candidates
    }
}
