/// The written forms of an English verb or noun.
public struct Inflection: Hashable, Sendable {
    /// Which form a word is; a form may stand for several ("killed" is past and participle).
    public struct Forms: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// "kill"
        public static let base = Forms(rawValue: 1 << 0)
        /// "kills"
        public static let thirdPerson = Forms(rawValue: 1 << 1)
        /// "killed" as in "they killed"
        public static let past = Forms(rawValue: 1 << 2)
        /// "killed" as in "were killed"
        public static let participle = Forms(rawValue: 1 << 3)
        /// "killing"
        public static let gerund = Forms(rawValue: 1 << 4)
        /// "attack"
        public static let singular = Forms(rawValue: 1 << 5)
        /// "attacks"
        public static let plural = Forms(rawValue: 1 << 6)
    }

    /// The forms of a verb; `irregular` gives past and participle where they are not formed with -ed.
    public static func verb(_ base: String, irregular: (past: String, participle: String)? = nil) -> [(String, Forms)] {
        let past = irregular?.past ?? pastForm(base)
        let participle = irregular?.participle ?? past
        var forms = [(base, Forms.base), (plural(base), .thirdPerson), (gerund(base), .gerund)]
        if past == participle {
            forms.append((past, [.past, .participle]))
        } else {
            forms += [(past, .past), (participle, .participle)]
        }
        return forms
    }

    /// Singular and plural of a noun; only the last word of a phrase changes.
    public static func noun(_ base: String, irregularPlural: String? = nil) -> [(String, Forms)] {
        [(base, .singular), (irregularPlural ?? plural(base), .plural)]
    }

    static func plural(_ word: String) -> String {
        if ["s", "x", "z", "ch", "sh"].contains(where: word.hasSuffix) || word.hasSuffix("o") && !word.hasSuffix("oo") {
            return word + "es"
        }
        return endsInConsonantY(word) ? word.dropLast() + "ies" : word + "s"
    }

    static func pastForm(_ word: String) -> String {
        if word.hasSuffix("e") { return word + "d" }
        if endsInConsonantY(word) { return word.dropLast() + "ied" }
        return doubled(word) + "ed"
    }

    static func gerund(_ word: String) -> String {
        if word.hasSuffix("ie") { return word.dropLast(2) + "ying" }
        if word.hasSuffix("e"), !word.hasSuffix("ee"), !word.hasSuffix("ye") { return word.dropLast() + "ing" }
        return doubled(word) + "ing"
    }

    private static func isVowel(_ letter: Character) -> Bool { "aeiou".contains(letter) }

    private static func endsInConsonantY(_ word: String) -> Bool {
        word.hasSuffix("y") && !(word.dropLast().last.map(isVowel) ?? true)
    }

    /// Doubles the last consonant of a one-syllable word with one short vowel ("stab" – "stabb-").
    private static func doubled(_ word: String) -> String {
        let letters = Array(word)
        guard letters.count >= 3, let last = letters.last, !isVowel(last), !"wxy".contains(last),
            isVowel(letters[letters.count - 2]), !isVowel(letters[letters.count - 3]),
            letters.filter(isVowel).count == 1
        else { return word }
        return word + String(last)
    }
}
