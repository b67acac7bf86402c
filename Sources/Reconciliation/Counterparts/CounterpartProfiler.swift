import Documents
import Extraction

/// Makes the profiles of the figures of stories, one story after the other.
struct CounterpartProfiler {
    /// The word lists of the story.
    private(set) var lists = WordLists()
    private let claims: [Claim]
    private let set: ClaimSet
    private let sorts: CounterpartSorts
    /// By claim: the figure is nothing without whose it is.
    private let isOwned: [Bool]
    private var reader: WordReader
    /// Which words and documents the story has.
    private var words = LocalNumbers()
    private var documents = LocalNumbers()
    private var sentences: [Sentence: WordLists.List] = [:]
    /// Words that no list has yet.
    private var found: [Int32] = []
    private var scopes = Numbering<String>()

    private struct Sentence: Hashable {
        var document: Int32
        var start: Int
    }

    init(_ set: ClaimSet, _ sorts: CounterpartSorts, owned: Set<String>) {
        claims = set.claims
        self.set = set
        self.sorts = sorts
        isOwned = set.areOfRules(owned.contains)
        reader = WordReader(set.numbers)
    }

    /// Begins with another story.
    mutating func reset() {
        lists.removeAll()
        words.reset()
        documents.reset()
        sentences.removeAll(keepingCapacity: true)
    }

    var documentCount: Int { documents.count }

    /// Weighs words by how many sentences of the story have them.
    var weigher: WordWeigher { WordWeigher(lists, sentences: sentences.values, wordCount: words.count) }

    /// nil for what is no figure that its document stands by.
    /// - Parameters:
    ///   - index: of a claim that gives a quantity.
    ///   - figures: to which its figure is added.
    mutating func profile(_ index: Int, figures: inout CounterpartFigures) -> CounterpartProfile? {
        // By index: a claim is large, and a copy of each costs more than what is looked at.
        let modality = claims[index].modality
        guard modality == .asserted || modality == .hedged || modality == .forecast,
            let figure = figures.number(of: claims[index].value, number: set.values[index])
        else { return nil }
        let document = documents.number(of: set.documents.numbers[index])
        let sort = sorts[index]
        let (attribute, entity) = (set.numbers.attribute[index], set.numbers.entity[index])
        let narrowing = claims[index].scope.joined(separator: ", ")
        return CounterpartProfile(
            claim: index, document: document, sort: sort, sentence: sentence(of: index, document),
            clause: clause(of: index), quote: list(of: claims[index].quote), attribute: list(ofAttribute: attribute),
            name: list(ofName: entity), scope: narrowing.isEmpty ? .empty : list(of: narrowing),
            text: set.numbers.sentence[index], attributeName: attribute, unit: set.numbers.unit[index],
            narrowing: scopes.number(of: narrowing),
            isOpen: claims[index].isOpen, isAttributed: claims[index].attribution != nil, isOwned: isOwned[index],
            time: claims[index].time?.days, published: claims[index].published, figure: figure,
            noun: own(reader.noun(of: entity)),
            counted: sort == .count ? own(reader.lastWord(of: claims[index].value.text)) : -1,
            isForecast: modality == .forecast)
    }

    private mutating func sentence(of index: Int, _ document: Int32) -> WordLists.List {
        let key = Sentence(document: document, start: claims[index].sentenceSpan.start)
        if let known = sentences[key] { return known }
        let list = list(of: claims[index].sentence)
        sentences[key] = list
        return list
    }

    private mutating func clause(of index: Int) -> WordLists.List {
        for term in set.numbers.termsOf[index] { reader.add(term: term, to: &found) }
        return listOfFound()
    }

    private mutating func list(of text: String) -> WordLists.List {
        reader.add(text, to: &found)
        return listOfFound()
    }

    private mutating func list(ofAttribute attribute: Int32) -> WordLists.List {
        reader.add(attribute: attribute, to: &found)
        return listOfFound()
    }

    private mutating func list(ofName entity: Int32) -> WordLists.List {
        reader.add(nameOf: entity, to: &found)
        return listOfFound()
    }

    /// The list of the words that have been found since the last one.
    private mutating func listOfFound() -> WordLists.List {
        for place in found.indices { found[place] = words.number(of: found[place]) }
        defer { found.removeAll(keepingCapacity: true) }
        return lists.newList(found)
    }

    /// - Parameter word: -1 for none.
    private mutating func own(_ word: Int32) -> Int32 { word < 0 ? word : words.number(of: word) }
}
