import Extraction

/// Finds the names that are spelled in two ways.
struct NameComparison {
    let claims: [Claim]
    let stories: StoryGrouping
    /// Words of names that no dictionary has, by document.
    private var rareWords: [String: Set<[UInt8]>] = [:]

    /// A name as some documents write it.
    private struct Spelled {
        var words: [[UInt8]]
        var isPerson = false
        /// The words that no dictionary has.
        var rare: Set<[UInt8]> = []
        var documents: Set<String> = []
        var stories: Set<Int> = []
        var claims: [Int] = []
    }

    /// Names that may be one: inside a story by one word as it sounds, anywhere by all.
    private struct Block: Hashable {
        var story: Int
        var place: Int
        var sound: [UInt8]
    }

    /// Names in a block beyond which it tells nothing: a given name that half of a country bears.
    private static let crowd = 64
    /// Documents of a name that are looked at for what they share with those of another.
    private static let tries = 8

    init(claims: [Claim], stories: StoryGrouping) {
        self.claims = claims
        self.stories = stories
    }

    /// One variant for each name with several spellings.
    /// - Parameter cell: the name claims of all stories.
    func findings(in cell: [Int]) -> [Disagreement] {
        var comparison = self
        for index in cell {
            comparison.rareWords[claims[index].document, default: []].formUnion(
                claims[index].terms.flatMap(Spelling.words))
        }
        return comparison.variants(among: spelled(cell))
    }

    private func variants(among names: [Spelled]) -> [Disagreement] {
        var blocks: [Block: [Int]] = [:]
        for (index, name) in names.enumerated() {
            for key in blocking(name) { blocks[key, default: []].append(index) }
        }
        var variants: Set<[Int]> = []
        for members in blocks.values where members.count > 1 && members.count <= Self.crowd {
            for (place, first) in members.enumerated() {
                for second in members[(place + 1)...] where areVariants(names[first], names[second]) {
                    variants.insert([first, second])
                }
            }
        }
        return groups(variants.sorted { $0.lexicographicallyPrecedes($1) }).map { group in
            Disagreement(kind: .name, relation: .variant, members: Set(group.flatMap { names[$0].claims }))
        }
    }

    private func spelled(_ cell: [Int]) -> [Spelled] {
        var places: [[[UInt8]]: Int] = [:]
        var names: [Spelled] = []
        for index in cell {
            guard case .name(let text) = claims[index].value.content else { continue }
            let words = Self.words(text)
            guard !words.isEmpty else { continue }
            let place = places[words] ?? names.count
            if place == names.count {
                places[words] = place
                names.append(Spelled(words: words))
            }
            names[place].isPerson = names[place].isPerson || claims[index].subject.entity?.isPerson == true
            names[place].rare.formUnion(claims[index].terms.flatMap(Spelling.words))
            names[place].documents.insert(claims[index].document)
            names[place].stories.insert(story(claims[index].document))
            names[place].claims.append(index)
        }
        return names
    }

    private func story(_ document: String) -> Int { stories.storyOf[document] ?? -1 }

    private func blocking(_ name: Spelled) -> [Block] {
        let sounds = name.words.map { Spelling.skeleton($0) }
        guard let first = sounds.first, let last = sounds.last else { return [] }
        let whole = Block(story: -2, place: 0, sound: Array(sounds.joined(separator: [0x20])))
        var anywhere = [whole]
        // By the whole given name and the begin of the family name, as of Perrault and Perrot.
        if sounds.count > 1 {
            anywhere.append(Block(story: -3, place: 0, sound: first + [0x20] + last.prefix(4)))
        }
        return anywhere
            + name.stories.sorted().flatMap { story in
                [Block(story: story, place: 1, sound: first), Block(story: story, place: 2, sound: last)]
            }
    }

    private func areVariants(_ a: Spelled, _ b: Spelled) -> Bool {
        guard a.documents.isDisjoint(with: b.documents) else { return false }
        let arePersons = (a.isPerson || b.isPerson) && a.words.count > 1 && b.words.count > 1
        guard arePersons ? Self.areOnePerson(a.words, b.words) : areOneThing(a, b) else { return false }
        return mayBeOne(a, b)
    }

    /// They come up in one story, or beside another rare name, or share a rare word themselves.
    private func mayBeOne(_ a: Spelled, _ b: Spelled) -> Bool {
        if !a.stories.isDisjoint(with: b.stories) { return true }
        let own = Set(a.words + b.words)
        if a.words.contains(where: { $0.count > 4 && a.rare.contains($0) && b.words.contains($0) }) { return true }
        for first in a.documents.sorted().prefix(Self.tries) {
            guard let words = rareWords[first]?.subtracting(own) else { continue }
            for second in b.documents.sorted().prefix(Self.tries) where !words.isDisjoint(with: rareWords[second] ?? [])
            {
                return true
            }
        }
        return false
    }

    /// The words of a name without particles, initials and titles, which come and go.
    static func words(_ text: String) -> [[UInt8]] {
        let all = Spelling.words(text)
        let words = all.filter { $0.count > 1 && !coming.contains($0) }
        return words.isEmpty ? all : words
    }

    private static let coming = Set(
        """
        al el ul ad as ash ar at bin ibn bint abu de del della di da dos du van von der den ter zu le la the of and mr mrs ms
        miss dr prof sir dame lord lady rev fr sr jr st mullah sheikh sheik shaikh imam ayatollah maulana mawlawi haji hajji
        """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })

    // MARK: Persons

    /// One of given and family name is the same, and the other all but the same.
    static func areOnePerson(_ a: [[UInt8]], _ b: [[UInt8]]) -> Bool {
        guard let given = (a.first, b.first) as? ([UInt8], [UInt8]),
            let family = (a.last, b.last) as? ([UInt8], [UInt8])
        else { return false }
        let isGivenSame = Spelling.isSame(given.0, given.1)
        let isFamilySame = Spelling.isSame(family.0, family.1)
        if isGivenSame, isFamilySame { return false }
        if isFamilySame { return areGivenVariants(given.0, given.1) }
        if isGivenSame { return areFamilyVariants(family.0, family.1) }
        return Spelling.skeleton(family.0) == Spelling.skeleton(family.1) && areGivenVariants(given.0, given.1)
    }

    /// Siblings have different given names, so these must sound the same: Joseph and Josef, not Maria and Marta.
    private static func areGivenVariants(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        guard min(a.count, b.count) > 2 else { return false }
        let (first, second) = (Spelling.skeleton(a, keepsFinalE: true), Spelling.skeleton(b, keepsFinalE: true))
        return first == second || min(a.count, b.count) > 5 && differInInnerVowel(first, second)
    }

    /// Hossein and Hussein, not Frances and Francis: vowels of the last syllable tell women from men.
    private static func differInInnerVowel(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        guard a.count == b.count, let place = a.indices.first(where: { a[$0] != b[$0] }),
            a[(place + 1)...] == b[(place + 1)...]
        else { return false }
        return Spelling.vowels.contains(a[place]) && Spelling.vowels.contains(b[place])
            && a[(place + 1)...].contains(where: Spelling.vowels.contains)
    }

    private static func areFamilyVariants(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        guard min(a.count, b.count) > 2, !isInflected(a, b) else { return false }
        if Spelling.skeleton(a) == Spelling.skeleton(b) { return true }
        guard min(a.count, b.count) > 4, a[0] == b[0] else { return false }
        return Spelling.isOneSlip(a, b) || min(a.count, b.count) > 5 && haveOneStem(a, b)
    }

    /// Perrault and Perrot: heard, and written down by ear.
    private static func haveOneStem(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        let stem = zip(a, b).prefix { $0 == $1 }.count
        return stem >= 4 && max(a.count, b.count) - stem <= 4 && a.last == b.last
    }

    /// "the Saarins"; Ivanov and Ivanova.
    private static func isInflected(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        let (short, long) = a.count < b.count ? (a, b) : (b, a)
        return long.count == short.count + 1 && long.starts(with: short)
            && (long.last == UInt8(ascii: "s") || long.last == UInt8(ascii: "a"))
    }

    // MARK: Organisations, places, things

    /// All words are the same but one that no dictionary has in either spelling.
    private func areOneThing(_ a: Spelled, _ b: Spelled) -> Bool {
        guard a.words.count == b.words.count else { return false }
        let places = a.words.indices.filter { !Spelling.isSame(a.words[$0], b.words[$0]) }
        guard places.count == 1, let place = places.first else { return false }
        let (first, second) = (a.words[place], b.words[place])
        let fewest = a.words.count == 1 ? 6 : 5
        return min(first.count, second.count) >= fewest && a.rare.contains(first) && b.rare.contains(second)
            && !Self.isInflected(first, second) && Spelling.skeleton(first) == Spelling.skeleton(second)
    }

    // MARK: Groups

    /// Pairs that hang together, each group rising.
    private func groups(_ pairs: [[Int]]) -> [[Int]] {
        var groups: [Set<Int>] = []
        for pair in pairs {
            let touched = groups.indices.filter { !groups[$0].isDisjoint(with: pair) }
            let merged = touched.reduce(into: Set(pair)) { $0.formUnion(groups[$1]) }
            for index in touched.reversed() { groups.remove(at: index) }
            groups.append(merged)
        }
        return groups.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }
}
