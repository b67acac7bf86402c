/// Finds the verb of a sentence in which the tagger saw none: "The church dates from 1741." has a plural noun that is the third
/// person of a verb, where a sentence has one.
struct MissingVerb {
    /// What the tags of a model say, by their codes.
    private struct Traits: OptionSet {
        let rawValue: UInt8
        static let finite = Self(rawValue: 1 << 0)
        static let plural = Self(rawValue: 1 << 1)
        /// A noun or a name that is not plural.
        static let one = Self(rawValue: 1 << 2)
        /// It can stand before the noun of a subject.
        static let leading = Self(rawValue: 1 << 3)
        /// It begins what follows a verb.
        static let following = Self(rawValue: 1 << 4)
    }

    private let traits: [Traits]
    /// The tag of a verb's third person; nil where the model has none.
    private let thirdPerson: UInt8?

    /// A subject of more words holds clauses of its own.
    private static let longestSubject = 8

    init(_ tags: [Tag]) {
        traits = tags.map(Self.traits)
        thirdPerson = tags.firstIndex(of: Tag(.verb, [.finite, .present])).map(UInt8.init)
    }

    private static func traits(of tag: Tag) -> Traits {
        let isPlural = tag.features.contains(.plural)
        var traits: Traits =
            switch tag.part {
            case .noun: isPlural ? .plural : [.one, .leading]
            case .properNoun: isPlural ? .leading : [.one, .leading]
            case .determiner, .numeral, .adposition, .pronoun: [.leading, .following]
            case .adjective: .leading
            case .adverb, .symbol: .following
            default: []
            }
        if tag.features.contains(.finite) { traits.insert(.finite) }
        return traits
    }

    /// The place of the verb and its tag; nil where the sentence has one, or no word that can be it.
    func find(in words: WordSymbols, _ lexicon: LexiconStorage) -> (place: Int, tag: UInt8)? {
        guard let thirdPerson else { return nil }
        func traits(_ place: Int) -> Traits { self.traits[Int(words.tag[place])] }
        guard words.count > 3, !(0..<words.count).contains(where: { traits($0).contains(.finite) }) else { return nil }
        for place in 1..<min(words.count - 2, Self.longestSubject) {
            if traits(place).contains(.plural), traits(place - 1).contains(.one),
                traits(place + 1).contains(.following),
                lexicon.profile(of: words.word[place]).forms & 1 << WordForm.thirdPerson.rawValue != 0
            {
                return (place, thirdPerson)
            }
            guard traits(place - 1).contains(.leading) else { return nil }
        }
        return nil
    }
}
