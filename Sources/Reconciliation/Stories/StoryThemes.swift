import Extraction
import Language

/// The names, words and nouns that some documents turn on, as numbers of keys. The lists have one entry for each document.
struct StoryThemes {
    private(set) var names = NumberLists()
    /// The words of those names, and the frequent nouns.
    private(set) var words = NumberLists()
    private(set) var nouns = NumberLists()
    /// The nouns that are no words of its names.
    private(set) var commonNouns = NumberLists()
    /// Those that come first: what the document turns on most.
    private(set) var foremost = NumberLists()
    /// The words of its publisher; empty where publishers are not looked at.
    private(set) var publishers = NumberLists()
    /// Documents that share none of these have nothing in common.
    private(set) var blocks = NumberLists()

    /// What each key tells when it is rare: a name of several words more than one, a noun least.
    private(set) var base: [Int] = []
    /// The words of each name.
    private(set) var parts = NumberLists()

    /// Pages of one work belong together whenever they were written.
    static let work = 80
    static let word = 12
    static let noun = 6
    /// A name that many have; three of them make a story.
    private static let widespread = 8
    private static let longName = 25
    static let shortName = 20
    /// How many names a document turns on most.
    private static let few = 3

    private let forms: NameForms
    private let gazetteer: Gazetteer?
    private var keys: [String: Int32] = [:]
    /// Names and things that documents are about, as they are told.
    private var told: [String: Int32] = [:]
    private var entries: [String: Entry] = [:]
    private var wordsOfNames: [[Int32]] = []

    /// - Parameters:
    ///   - about: what each document is about.
    ///   - gazetteer: nil where names that many have are not told from others.
    init(_ about: some Collection<[String]>, _ forms: NameForms, _ gazetteer: Gazetteer?, withPublishers: Bool) {
        self.forms = forms
        self.gazetteer = gazetteer
        let works = Set(about.lazy.flatMap { $0 }.filter { $0.hasPrefix("=") })
        for about in about { add(about, works, withPublishers: withPublishers) }
        parts = NumberLists(wordsOfNames)
        (keys, told, entries, wordsOfNames) = ([:], [:], [:], [])
    }

    /// All that a document turns on.
    func keys(of document: Int) -> [Int32] { Array(names[document] + words[document] + nouns[document]) }

    // MARK: Reading

    private mutating func add(_ about: [String], _ works: Set<String>, withPublishers: Bool) {
        let entries = about.map { entry($0, works) }
        let told = entries.compactMap(\.name)
        let own = (told + entries.compactMap(\.model)).map { $0.hasPrefix("=") ? number($0, Self.work) : name($0) }
        let parts = own.flatMap { wordsOfNames[Int($0)] }
        let frequent = entries.compactMap(\.noun).map { number($0, Self.noun) }
        let named = entries.compactMap(\.lastWord).map { number($0, Self.noun) }
        let publisher = withPublishers ? publisherWords(about) : []
        names.appendRising(own)
        words.appendRising(parts)
        nouns.appendRising(frequent + named)
        commonNouns.append(frequent)
        foremost.append(Array(own.prefix(Self.few) + frequent.prefix(1) + named.prefix(1)))
        publishers.appendRising(publisher)
        blocks.appendRising(own + parts + publisher)
    }

    /// One of the things that a document is about, as keys.
    private struct Entry {
        var name: String?
        /// The model that the name is one of.
        var model: String?
        /// The last word of the name: "Mill Bridge" is the bridge of another document.
        var lastWord: String?
        var noun: String?
    }

    private mutating func entry(_ text: String, _ works: Set<String>) -> Entry {
        if let known = entries[text] { return known }
        var entry = Entry()
        if text.hasPrefix("~") {
            entry.noun = text
        } else if !text.hasPrefix("^"), let name = Self.work(text, among: works) ?? (text.hasPrefix("@") ? nil : text) {
            entry.name = name
            entry.model = NameForms.designation(in: name.split(separator: " "))
            entry.lastWord = Self.lastWord(of: name).map { "~" + $0 }
        }
        entries[text] = entry
        return entry
    }

    /// The work that a name or publisher is that of, or whose publisher's name begins with it: "=tidemark" for "tidemark" and
    /// "@tidemark blog".
    private static func work(_ key: String, among works: Set<String>) -> String? {
        guard !works.isEmpty, !key.hasPrefix("=") else { return nil }
        guard key.hasPrefix("@") else { return works.contains("=" + key) ? "=" + key : nil }
        let words = key.dropFirst().split(separator: " ")
        return words.indices.lazy.map { "=" + words[...$0].joined(separator: " ") }.first(where: works.contains)
    }

    private mutating func name(_ name: String) -> Int32 {
        if let known = told[name] { return known }
        let number = number(
            Spelling.unaccented(name),
            isWidespread(name)
                ? Self.widespread : name.utf8.contains(UInt8(ascii: " ")) ? Self.longName : Self.shortName)
        if wordsOfNames[Int(number)].isEmpty {
            let words = name.split { $0 == " " || $0 == "-" }
            let short = words.dropLast().flatMap(forms.shortForms)
            wordsOfNames[Int(number)] = wordNumbers(StoryKeys.words(of: name) + short)
        }
        told[name] = number
        return number
    }

    private func isWidespread(_ name: String) -> Bool { gazetteer?.isWidespread(name) ?? false }

    private mutating func wordNumbers(_ words: [String]) -> [Int32] {
        words.filter { !(gazetteer?.isWidespreadPart($0) ?? false) }.map { number("'" + $0, Self.word) }
    }

    private mutating func publisherWords(_ about: [String]) -> [Int32] {
        let publisher = about.first { $0.hasPrefix("@") || $0.hasPrefix("=") }?.dropFirst()
        return wordNumbers(publisher.map(StoryKeys.words(of:)) ?? [])
    }

    private static func lastWord(of name: String) -> Substring? {
        name.utf8.lastIndex(of: UInt8(ascii: " ")).map { name[name.utf8.index(after: $0)...] }
    }

    private mutating func number(_ key: String, _ weight: Int) -> Int32 {
        let number = keys.number(of: key)
        if Int(number) == base.count {
            base.append(weight)
            wordsOfNames.append([])
        }
        return number
    }
}
