import Documents

/// Gives words their lemmas: by the forms that training texts had, by the lexicon, and by regular endings.
package struct Lemmatizer: @unchecked Sendable {
    /// A word whose lemma the rules would not give: the hash of its form and part of speech, and its lemma's place.
    package struct Exception: BitwiseCopyable {
        package let key: UInt64
        package let start: UInt32
        package let count: UInt32

        package init(key: UInt64, start: UInt32, count: UInt32) {
            self.key = key
            self.start = start
            self.count = count
        }
    }

    private let lexicon: LexiconStorage
    /// By ascending key.
    private let exceptions: UnsafeBufferPointer<Exception>
    private let lemmas: UnsafeBufferPointer<UInt8>
    private let file: ModelFile?

    init(_ file: ModelFile, lexicon: LexiconStorage) throws(ModelError) {
        self.lexicon = lexicon
        self.file = file
        let exceptions = try file.section("LEMX", of: Exception.self)
        let lemmas = try file.section("LEMB", of: UInt8.self)
        guard exceptions.allSatisfy({ Int($0.start) + Int($0.count) <= lemmas.count }) else {
            throw file.damaged("its lemmas are not well formed")
        }
        self.exceptions = exceptions
        self.lemmas = lemmas
    }

    /// A lemmatizer without exceptions, to find those that it needs.
    package init(lexicon: LexiconStorage) {
        self.lexicon = lexicon
        file = nil
        exceptions = UnsafeBufferPointer(start: nil, count: 0)
        lemmas = UnsafeBufferPointer(start: nil, count: 0)
    }

    package static func key(_ hash: UInt64, _ part: PartOfSpeech) -> UInt64 {
        hash ^ Mixing.spread(UInt64(TagCoding.code(Tag(part))) | 1 << 50)
    }

    /// The lemma of a word: lower-cased, but a name as it is written.
    package func lemma(_ token: Token, _ tag: Tag, of text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        if let exception = exception(Self.key(token.hash, tag.part)) {
            return Array(lemmas[Int(exception.start)..<Int(exception.start + exception.count)])
        }
        let form = text[token.span.range]
        if tag.part == .properNoun {
            return tag.features.contains(.plural) ? Self.singular(Array(form)) : Array(form)
        }
        if let entry = entry(token.hash, tag) { return Array(lexicon.lemma(entry)) }
        let lower = Self.lowercased(form)
        switch tag.part {
        case .noun: return tag.features.contains(.plural) ? Self.singular(lower) : lower
        case .verb, .auxiliary: return Self.base(lower, tag.features)
        case .adjective, .adposition, .adverb, .coordinator, .determiner, .interjection, .numeral, .particle,
            .pronoun, .properNoun, .punctuation, .subordinator, .symbol, .other:
            return lower
        }
    }

    /// The `FoldedForm` hash of a word's lemma.
    func lemmaHash(_ token: Token, _ tag: Tag, of text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let isInflected =
            switch tag.part {
            case .noun, .properNoun: tag.features.contains(.plural)
            case .verb, .auxiliary: true
            case .adjective, .adverb: !tag.features.isDisjoint(with: [.comparative, .superlative])
            case .adposition, .coordinator, .determiner, .interjection, .numeral, .particle, .pronoun, .punctuation,
                .subordinator, .symbol, .other:
                false
            }
        // Folding takes case away, so that a word which is its own lemma has its hash.
        guard isInflected || exception(Self.key(token.hash, tag.part)) != nil else { return token.hash }
        return lemma(token, tag, of: text).withUnsafeBufferPointer { FoldedForm($0).hash }
    }

    private func exception(_ key: UInt64) -> Exception? {
        var (low, high) = (0, exceptions.count)
        while low < high {
            let middle = (low + high) / 2
            if exceptions[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low < exceptions.count && exceptions[low].key == key ? exceptions[low] : nil
    }

    /// The lexicon's entry of which the word is an inflected form as the tag says.
    private func entry(_ hash: UInt64, _ tag: Tag) -> UInt32? {
        let wanted = Self.forms(of: tag)
        guard !wanted.isEmpty else { return nil }
        var found: UInt32?
        lexicon.forEachReading(of: hash) { entry, form in
            if found == nil, wanted.contains(form) { found = entry }
        }
        return found
    }

    /// The inflected forms that a tag stands for; none where the word is its own lemma.
    private static func forms(of tag: Tag) -> [WordForm] {
        let features = tag.features
        switch tag.part {
        case .noun: return features.contains(.plural) ? [.plural] : []
        case .verb, .auxiliary:
            if features.contains(.gerund) { return [.gerund] }
            if features.contains(.participle) { return features.contains(.past) ? [.participle] : [.gerund] }
            if features.contains(.infinitive) { return [] }
            return features.contains(.past) ? [.past] : [.base, .thirdPerson]
        case .adjective, .adverb:
            if features.contains(.comparative) { return [.comparative] }
            return features.contains(.superlative) ? [.superlative] : []
        case .adposition, .coordinator, .determiner, .interjection, .numeral, .particle, .pronoun, .properNoun,
            .punctuation, .subordinator, .symbol, .other:
            return []
        }
    }

    private static func lowercased(_ form: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
        form.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    }

    private static func ends(_ word: [UInt8], _ ending: StaticString) -> Bool {
        word.count > ending.utf8CodeUnitCount + 1
            && ending.withUTF8Buffer { word.suffix($0.count).elementsEqual($0) }
    }

    private static func isVowel(_ byte: UInt8) -> Bool { [0x61, 0x65, 0x69, 0x6F, 0x75].contains(byte | 0x20) }

    /// The singular of a plural that the lexicon lacks.
    private static func singular(_ word: [UInt8]) -> [UInt8] {
        if ends(word, "ies") { return word.dropLast(3) + [UInt8(ascii: "y")] }
        if ["sses", "shes", "ches", "xes", "zes"].contains(where: { (ending: StaticString) in ends(word, ending) }) {
            return Array(word.dropLast(2))
        }
        if ends(word, "'s") { return Array(word.dropLast(2)) }
        return ends(word, "s") && !ends(word, "ss") ? Array(word.dropLast()) : word
    }

    /// The base of a verb form that the lexicon lacks.
    private static func base(_ word: [UInt8], _ features: GrammaticalFeatures) -> [UInt8] {
        if ends(word, "ing"), features.contains(.gerund) || features.contains(.participle) {
            return stem(Array(word.dropLast(3)))
        }
        if features.contains(.past) {
            if ends(word, "ied") { return word.dropLast(3) + [UInt8(ascii: "y")] }
            if ends(word, "ed") { return stem(Array(word.dropLast(2))) }
        }
        return features.contains(.present) && features.contains(.finite) ? singular(word) : word
    }

    /// Mends the stem that an ending leaves: a doubled consonant is halved, and a silent e put back where endings
    /// such as -at, -iz, -uc, -v or one consonant after one vowel ask for it.
    private static func stem(_ word: [UInt8]) -> [UInt8] {
        guard word.count >= 3, let last = word.last, !isVowel(last) else { return word }
        let before = word[word.count - 2]
        if last == before, ![UInt8(ascii: "l"), UInt8(ascii: "s"), UInt8(ascii: "z")].contains(last) {
            return Array(word.dropLast())
        }
        let silent = ["at", "iz", "is", "uc", "ac", "ic", "v", "rg", "dg", "ng", "ur", "bl", "tl", "pl", "gl", "dl"]
        let wantsE = silent.contains { word.count > $0.utf8.count && word.suffix($0.utf8.count).elementsEqual($0.utf8) }
        return wantsE ? word + [UInt8(ascii: "e")] : word
    }
}
