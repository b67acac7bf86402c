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
    /// For each share of the keys, by their highest bits, where its exceptions begin; then where the last ones end.
    private let starts: [Int32]
    private static let shareBits = 10

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
        starts = Self.starts(exceptions)
    }

    /// A lemmatizer without exceptions, to find those that it needs.
    package init(lexicon: LexiconStorage) {
        self.lexicon = lexicon
        file = nil
        exceptions = UnsafeBufferPointer(start: nil, count: 0)
        lemmas = UnsafeBufferPointer(start: nil, count: 0)
        starts = Self.starts(exceptions)
    }

    private static func share(_ key: UInt64) -> Int { Int(key >> (64 - UInt64(shareBits))) }

    private static func starts(_ exceptions: UnsafeBufferPointer<Exception>) -> [Int32] {
        var place = 0
        return (0...1 << shareBits).map { share in
            while place < exceptions.count, Self.share(exceptions[place].key) < share { place += 1 }
            return Int32(place)
        }
    }

    package static func key(_ hash: UInt64, _ part: PartOfSpeech) -> UInt64 {
        hash ^ Mixing.spread(UInt64(TagCoding.code(Tag(part))) | 1 << 50)
    }

    /// The lemma of a word: lower-cased, but a name as it is written.
    package func lemma(_ token: Token, _ tag: Tag, of text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        if let exception = exception(Self.key(token.hash, tag.part)) {
            return Array(lemma(exception))
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
        if let exception = exception(Self.key(token.hash, tag.part)) {
            return FoldedForm(UnsafeBufferPointer(rebasing: lemma(exception))).hash
        }
        // Folding takes case away, so that a word which is its own lemma has its hash.
        guard isInflected else { return token.hash }
        if tag.part != .properNoun, let entry = entry(token.hash, tag) { return FoldedForm(lexicon.lemma(entry)).hash }
        return lemma(token, tag, of: text).withUnsafeBufferPointer { FoldedForm($0).hash }
    }

    private func lemma(_ exception: Exception) -> Slice<UnsafeBufferPointer<UInt8>> {
        lemmas[Int(exception.start)..<Int(exception.start + exception.count)]
    }

    private func exception(_ key: UInt64) -> Exception? {
        let share = Self.share(key)
        for place in Int(starts[share])..<Int(starts[share + 1]) where exceptions[place].key == key {
            return exceptions[place]
        }
        return nil
    }

    /// The lexicon's entry of which the word is an inflected form as the tag says.
    private func entry(_ hash: UInt64, _ tag: Tag) -> UInt32? {
        let wanted = Self.forms(of: tag)
        return wanted == 0 ? nil : lexicon.firstEntry(of: hash, as: wanted)
    }

    /// The inflected forms that a tag stands for, as bits; none where the word is its own lemma.
    private static func forms(of tag: Tag) -> UInt16 {
        func bit(_ form: WordForm) -> UInt16 { 1 << UInt16(form.rawValue) }
        let features = tag.features
        switch tag.part {
        case .noun: return features.contains(.plural) ? bit(.plural) : 0
        case .verb, .auxiliary:
            if features.contains(.gerund) { return bit(.gerund) }
            if features.contains(.participle) { return features.contains(.past) ? bit(.participle) : bit(.gerund) }
            if features.contains(.infinitive) { return 0 }
            return features.contains(.past) ? bit(.past) : bit(.base) | bit(.thirdPerson)
        case .adjective, .adverb:
            if features.contains(.comparative) { return bit(.comparative) }
            return features.contains(.superlative) ? bit(.superlative) : 0
        case .adposition, .coordinator, .determiner, .interjection, .numeral, .particle, .pronoun, .properNoun,
            .punctuation, .subordinator, .symbol, .other:
            return 0
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
