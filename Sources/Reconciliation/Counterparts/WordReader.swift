import Extraction
import Language

/// Reads the content words of texts as numbers, and of what comes up in many claims once.
struct WordReader {
    private var words = SentenceWords()
    private let numbers: ClaimNumbers
    /// By the numbers of attributes, terms and entities.
    private var attributes: [[Int32]?]
    private var terms: [[Int32]?]
    private var entities: [Named?]
    private var lastWords: [String: Int32] = [:]

    private struct Named {
        /// The words of its name.
        var words: [Int32]
        /// -1 where there is none.
        var noun: Int32
    }

    init(_ numbers: ClaimNumbers) {
        self.numbers = numbers
        attributes = Array(repeating: nil, count: numbers.attributes.things.count)
        terms = Array(repeating: nil, count: numbers.terms.things.count)
        entities = Array(repeating: nil, count: numbers.entities.things.count)
    }

    mutating func add(_ text: String, to found: inout [Int32]) { words.add(text, to: &found) }

    mutating func add(attribute: Int32, to found: inout [Int32]) {
        found += Self.known(&attributes[Int(attribute)]) { words.words(of: numbers.attributes.things[Int(attribute)]) }
    }

    mutating func add(term: Int32, to found: inout [Int32]) {
        found += Self.known(&terms[Int(term)]) { words.words(of: numbers.terms.things[Int(term)]) }
    }

    private static func known<Value>(_ value: inout Value?, _ make: () -> Value) -> Value {
        if let value { return value }
        let made = make()
        value = made
        return made
    }

    /// - Parameter entity: -1 for none.
    mutating func add(nameOf entity: Int32, to found: inout [Int32]) {
        if entity >= 0 { found += named(entity).words }
    }

    /// The noun of an entity, "bridge" of "Mill Bridge"; -1 where there is none.
    mutating func noun(of entity: Int32) -> Int32 { entity < 0 ? -1 : named(entity).noun }

    private mutating func named(_ number: Int32) -> Named {
        if let known = entities[Int(number)] { return known }
        let entity = numbers.entities.things[Int(number)]
        let name = words.words(of: entity.name ?? "")
        let noun = entity.noun ?? (entity.type == .person ? nil : entity.name)
        let named = Named(words: name, noun: noun.map { lastWord(of: $0) } ?? -1)
        entities[Int(number)] = named
        return named
    }

    /// "points" of "17 points"; -1 where there is none.
    mutating func lastWord(of text: String) -> Int32 {
        if let known = lastWords[text] { return known }
        let last = text.split { !$0.isLetter }.last.flatMap { words.words(of: String($0)).last } ?? -1
        lastWords[text] = last
        return last
    }
}
