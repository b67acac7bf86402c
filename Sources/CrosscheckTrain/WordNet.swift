/// The WordNet database as its files give it (formats: the manual pages wndb(5), cntlist(5) and exc of WordNet 3.0).
struct WordNet {
    /// One part of speech of the database.
    enum Part: String, CaseIterable {
        case noun, verb, adj, adv
    }

    /// A lemma as one part of speech.
    struct Key: Hashable, Comparable {
        var lemma: String
        var part: Part

        static func < (a: Key, b: Key) -> Bool {
            (a.lemma, a.part.rawValue) < (b.lemma, b.part.rawValue)
        }
    }

    struct Synset {
        var lexicographerFile: Int
        var words: [String]
        /// Pairs of a word of this synset (from 0) and a word of another synset that is derived from it.
        var derivations: [(word: Int, part: Part, offset: Int, target: Int)] = []
    }

    struct SynsetKey: Hashable, Comparable {
        var part: Part
        var offset: Int

        static func < (a: SynsetKey, b: SynsetKey) -> Bool {
            (a.part.rawValue, a.offset) < (b.part.rawValue, b.offset)
        }
    }

    var synsets: [SynsetKey: Synset] = [:]
    /// The synsets of each lemma, the most used sense first.
    var senses: [Key: [SynsetKey]] = [:]
    /// How often a lemma stands in WordNet's tagged texts.
    var counts: [Key: Int] = [:]
    /// Irregular forms: form, lemma.
    var exceptions: [Part: [(form: String, lemma: String)]] = [:]

    init(folder: String) throws {
        for part in Part.allCases {
            try readData(folder + "/data." + part.rawValue, part)
            try readIndex(folder + "/index." + part.rawValue, part)
            try readExceptions(folder + "/" + part.rawValue + ".exc", part)
        }
        try readCounts(folder + "/cntlist.rev")
    }

    private static func number(_ field: ArraySlice<UInt8>, radix: Int = 10) -> Int {
        Int(field.string, radix: radix) ?? 0
    }

    private static func part(_ field: ArraySlice<UInt8>) -> Part? {
        switch field.first {
        case UInt8(ascii: "n"), UInt8(ascii: "1"): .noun
        case UInt8(ascii: "v"), UInt8(ascii: "2"): .verb
        case UInt8(ascii: "a"), UInt8(ascii: "s"), UInt8(ascii: "3"), UInt8(ascii: "5"): .adj
        case UInt8(ascii: "r"), UInt8(ascii: "4"): .adv
        default: nil
        }
    }

    private mutating func readData(_ path: String, _ part: Part) throws {
        try TextLines(path: path).forEach { line in
            guard line.first != UInt8(ascii: " "), let bar = line.firstIndex(of: UInt8(ascii: "|")) else { return }
            let fields = line[..<bar].words()
            let wordCount = Self.number(fields[3], radix: 16)
            var synset = Synset(lexicographerFile: Self.number(fields[1]), words: [])
            for index in 0..<wordCount {
                let word = fields[4 + 2 * index]
                synset.words.append(word.prefix { $0 != UInt8(ascii: "(") }.string)
            }
            let pointers = 5 + 2 * wordCount
            for index in 0..<Self.number(fields[pointers - 1]) {
                let field = pointers + 4 * index
                let ends = Self.number(fields[field + 3], radix: 16)
                guard fields[field].elementsEqual("+".utf8), let target = Self.part(fields[field + 2]), ends > 0 else {
                    continue
                }
                synset.derivations.append(
                    (ends >> 8 - 1, target, Self.number(fields[field + 1]), ends & 0xFF - 1))
            }
            synsets[SynsetKey(part: part, offset: Self.number(fields[0]))] = synset
        }
    }

    private mutating func readIndex(_ path: String, _ part: Part) throws {
        try TextLines(path: path).forEach { line in
            guard line.first != UInt8(ascii: " ") else { return }
            let fields = line.words()
            let offsets = fields.suffix(Self.number(fields[2]))
            senses[Key(lemma: fields[0].string, part: part)] = offsets.map {
                SynsetKey(part: part, offset: Self.number($0))
            }
        }
    }

    private mutating func readExceptions(_ path: String, _ part: Part) throws {
        try TextLines(path: path).forEach { line in
            let fields = line.words()
            for lemma in fields.dropFirst() { exceptions[part, default: []].append((fields[0].string, lemma.string)) }
        }
    }

    private mutating func readCounts(_ path: String) throws {
        try TextLines(path: path).forEach { line in
            let fields = line.words()
            let sense = fields[0].words(UInt8(ascii: "%"))
            guard fields.count == 3, sense.count == 2, let part = Self.part(sense[1]) else { return }
            counts[Key(lemma: sense[0].string, part: part), default: 0] += Self.number(fields[2])
        }
    }
}
