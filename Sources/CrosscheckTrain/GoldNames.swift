import Language

/// The names in a sentence of a treebank with entities in GUM's notation: `(id-type-…` opens an entity, `id)` closes it.
struct GoldNames {
    private struct Entity {
        var id: Substring
        var type: Substring
        var start: Int
        var end: Int
    }

    /// The kinds of entities whose named members are learnt.
    private static let types: [Substring: NameType] = [
        "person": .person, "organization": .organization, "place": .place, "event": .event, "abstract": .work,
        "object": .product,
    ]
    /// Small words that may stand inside a name.
    private static let inner: Set<String> = [
        "of", "the", "and", "for", "de", "la", "del", "in", "on", "&", "-", "–", "'s", "’s",
    ]

    /// The label of each word: of the outermost name that covers it.
    static func labels(_ sentence: Treebank.Sentence) -> [UInt8] {
        var labels = [UInt8](repeating: NameLabel.outside, count: sentence.words.count)
        let entities = entities(sentence).sorted { ($0.start, $1.end) < ($1.start, $0.end) }
        for entity in entities {
            guard let type = types[entity.type], let name = name(of: entity, sentence),
                labels[name].allSatisfy({ $0 == NameLabel.outside })
            else { continue }
            for place in name {
                labels[place] = NameLabel.begin(type) + (place == name.lowerBound ? 0 : 1)
            }
        }
        return labels
    }

    /// The words around an entity's head that make its name, or nil where it is not named.
    private static func name(of entity: Entity, _ sentence: Treebank.Sentence) -> Range<Int>? {
        let words = sentence.words
        let span = entity.start..<entity.end
        guard let head = span.first(where: { !span.contains(words[$0].head) }), words[head].tag.part == .properNoun
        else {
            return nil
        }
        func isCapital(_ place: Int) -> Bool {
            span.contains(place) && sentence.tokens[place].shape.intersection([.capitalized, .hasDigit]) != []
        }
        func reach(_ step: Int) -> Int {
            var last = head
            var place = head + step
            while span.contains(place) {
                if isCapital(place) {
                    last = place
                } else if !(inner.contains(words[place].form) && span.contains(place + step)) {
                    break
                }
                place += step
            }
            return last
        }
        var start = reach(-1)
        while start < head, words[start].tag.part == .determiner || words[start].tag.part == .pronoun { start += 1 }
        return start..<reach(1) + 1
    }

    private static func entities(_ sentence: Treebank.Sentence) -> [Entity] {
        var open: [Entity] = []
        var closed: [Entity] = []
        func close(_ place: Int, _ index: Int) {
            var entity = open.remove(at: index)
            entity.end = place + 1
            closed.append(entity)
        }
        for (place, word) in sentence.words.enumerated() {
            guard let field = word.note.split(separator: "|").first(where: { $0.hasPrefix("Entity=") }) else {
                continue
            }
            var rest = field.dropFirst(7)
            while let first = rest.first {
                let isOpening = first == "("
                let body = (isOpening ? rest.dropFirst() : rest).prefix { $0 != "(" && $0 != ")" }
                rest = rest[body.endIndex...]
                let isClosing = rest.first == ")"
                if isClosing { rest = rest.dropFirst() }
                if isOpening {
                    let fields = body.split(separator: "-", maxSplits: 2)
                    guard fields.count >= 2 else { continue }
                    open.append(Entity(id: fields[0], type: fields[1], start: place, end: place + 1))
                    if isClosing { close(place, open.count - 1) }
                } else if isClosing, let index = open.lastIndex(where: { $0.id == body }) {
                    close(place, index)
                }
            }
        }
        return closed
    }
}
