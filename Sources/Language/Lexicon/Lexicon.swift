import CWeights

/// The words of English with their forms, senses, synonyms and derivations, as WordNet has them, without its glosses.
///
/// Made by `crosscheck-train lexicon`; the file is mapped, so that opening it costs little.
public struct Lexicon: Sendable {
    /// A lemma as one part of speech: "attack" the verb and "attack" the noun are two entries.
    public struct Entry: Hashable, Sendable {
        package let index: UInt32
        package init(index: UInt32) { self.index = index }
    }

    /// One way to take a word: the entry and which of its forms the word is.
    public struct Reading: Hashable, Sendable {
        public let entry: Entry
        public let form: WordForm
    }

    package let storage: LexiconStorage

    /// - Throws: `ModelError` where the file is missing, of another version, or damaged.
    public init(path: String) throws(ModelError) { storage = try LexiconStorage(path: path) }

    /// What a word can be, the likeliest reading first; empty for a word that the lexicon lacks.
    ///
    /// - Parameter hash: the `FoldedForm` hash of the word.
    public func readings(hash: UInt64) -> [Reading] {
        var readings: [Reading] = []
        storage.forEachReading(of: hash) { index, form in
            readings.append(Reading(entry: Entry(index: index), form: form))
        }
        return readings
    }

    /// The likeliest reading of a word that satisfies a predicate.
    public func firstReading(hash: UInt64, where holds: (Reading) -> Bool) -> Reading? {
        var found: Reading?
        storage.forEachReading(of: hash) { index, form in
            guard found == nil else { return }
            let reading = Reading(entry: Entry(index: index), form: form)
            if holds(reading) { found = reading }
        }
        return found
    }

    public func readings(_ word: String) -> [Reading] { readings(hash: FoldedForm(word).hash) }

    /// The entry of a lemma, or nil; a name is a noun here.
    public func entry(_ lemma: String, _ part: PartOfSpeech) -> Entry? {
        readings(lemma).first { reading in
            switch reading.form {
            case .singular, .properName: part == .noun || part == .properNoun
            case .base: part == .verb
            case .adjective: part == .adjective
            case .adverb: part == .adverb
            case .plural, .thirdPerson, .past, .participle, .gerund, .comparative, .superlative: false
            }
        }?.entry
    }

    public func lemma(_ entry: Entry) -> String { String(decoding: storage.lemma(entry.index), as: UTF8.self) }

    /// The sense in which the lemma is used most.
    public func mainSense(_ entry: Entry) -> WordSense { WordSense.allCases[Int(storage.mainSense[Int(entry.index)])] }

    /// All senses of the lemma.
    public func senses(_ entry: Entry) -> WordSenses { WordSenses(rawValue: storage.senses[Int(entry.index)]) }

    /// The other entries that share a meaning with this one, in ascending order.
    public func synonyms(_ entry: Entry) -> [Entry] { storage.synonyms(of: entry.index).map(Entry.init) }

    /// The entries made from this one or from which it is made: "kill" – "killing", "killer".
    ///
    /// What is made from another spelling of the entry counts as well: "recognise" – "recognition".
    public func derivations(_ entry: Entry) -> [Entry] {
        let own = storage.linked(entry.index, in: storage.derivations)
        let key = spellingKey(entry)
        return (key == entry ? own : own + storage.linked(key.index, in: storage.derivations)).map(Entry.init)
    }

    /// The entry that stands for all spellings of a lemma: "organise" and "organize" have one.
    public func spellingKey(_ entry: Entry) -> Entry {
        storage.linked(entry.index, in: storage.spellings).first.map(Entry.init) ?? entry
    }
}

/// The arrays of a lexicon file.
package final class LexiconStorage: @unchecked Sendable {
    /// A directed link between two entries.
    package struct Link: BitwiseCopyable {
        package let from: UInt32
        package let to: UInt32
        package init(from: UInt32, to: UInt32) {
            self.from = from
            self.to = to
        }
    }

    package let file: ModelFile
    private let slots: UnsafeBufferPointer<UInt32>
    /// A reading: 27 bits of entry, 4 of form, and the highest bit on the last reading of a word.
    private let readings: UnsafeBufferPointer<UInt32>
    private let lemmaOffsets: UnsafeBufferPointer<UInt32>
    private let lemmaBytes: UnsafeBufferPointer<UInt8>
    let mainSense: UnsafeBufferPointer<UInt8>
    let senses: UnsafeBufferPointer<UInt64>
    private let synsetOffsets: UnsafeBufferPointer<UInt32>
    private let synsetMembers: UnsafeBufferPointer<UInt32>
    private let memberships: UnsafeBufferPointer<Link>
    let derivations: UnsafeBufferPointer<Link>
    let spellings: UnsafeBufferPointer<Link>

    package init(path: String) throws(ModelError) {
        file = try ModelFile(path: path, kind: .lexicon)
        slots = try file.section("SLOT", of: UInt32.self)
        readings = try file.section("READ", of: UInt32.self)
        lemmaOffsets = try file.section("LOFF", of: UInt32.self)
        lemmaBytes = try file.section("LEMM", of: UInt8.self)
        mainSense = try file.section("MAIN", of: UInt8.self)
        senses = try file.section("SENS", of: UInt64.self)
        synsetOffsets = try file.section("SOFF", of: UInt32.self)
        synsetMembers = try file.section("SMEM", of: UInt32.self)
        memberships = try file.section("MEMB", of: Link.self)
        derivations = try file.section("DERI", of: Link.self)
        spellings = try file.section("SPEL", of: Link.self)
        guard isWellFormed else { throw file.damaged("an offset points outside its section") }
    }

    private var isWellFormed: Bool {
        let count = mainSense.count
        let forms = WordForm.allCases.count
        func ascends(_ offsets: UnsafeBufferPointer<UInt32>, to end: Int) -> Bool {
            guard let last = offsets.last, Int(last) == end, offsets[0] == 0 else { return false }
            return offsets.indices.dropFirst().allSatisfy { offsets[$0 - 1] <= offsets[$0] }
        }
        func ordered(_ links: UnsafeBufferPointer<Link>, to end: Int) -> Bool {
            links.indices.allSatisfy { index in
                Int(links[index].from) < count && Int(links[index].to) < end
                    && (index == 0 || links[index - 1].from <= links[index].from)
            }
        }
        return senses.count == count && lemmaOffsets.count == count + 1
            && slots.contains(0) && slots.allSatisfy { $0 == 0 || (1...readings.count).contains(Int($0 & 0xF_FFFF)) }
            && readings.last.map { $0 >> 31 == 1 } ?? false
            && readings.allSatisfy { Int($0 & 0x7FF_FFFF) < count && Int($0 >> 27 & 15) < forms }
            && mainSense.allSatisfy { Int($0) < WordSense.allCases.count }
            && ascends(lemmaOffsets, to: lemmaBytes.count) && ascends(synsetOffsets, to: synsetMembers.count)
            && synsetMembers.allSatisfy { Int($0) < count }
            && ordered(memberships, to: synsetOffsets.count - 1) && ordered(derivations, to: count)
            && ordered(spellings, to: count)
    }

    @inline(__always)
    private func slot(of hash: UInt64) -> Int { Int((hash >> 32 &* UInt64(slots.count)) >> 32) }

    /// Asks for the memory that tells the first reading of a word.
    @inline(__always)
    func request(_ hash: UInt64) {
        if let base = slots.baseAddress { weights_prefetch(base + slot(of: hash)) }
    }

    /// The index of the first reading of a word, or -1.
    @inline(__always)
    package func firstReading(of hash: UInt64) -> Int {
        let print = UInt32(truncatingIfNeeded: hash) >> 20
        var slot = slot(of: hash)
        while true {
            let entry = slots[slot]
            if entry == 0 { return -1 }
            if entry >> 20 == print { return Int(entry & 0xF_FFFF) - 1 }
            slot += 1
            if slot == slots.count { slot = 0 }
        }
    }

    /// Calls `body` with the entry and form of each reading of a word.
    @inline(__always)
    package func forEachReading(of hash: UInt64, _ body: (UInt32, WordForm) -> Void) {
        var index = firstReading(of: hash)
        guard index >= 0 else { return }
        while true {
            let reading = readings[index]
            body(reading & 0x7FF_FFFF, WordForm(rawValue: UInt8(reading >> 27 & 15)) ?? .singular)
            if reading >> 31 == 1 { return }
            index += 1
        }
    }

    /// The entry of the likeliest reading of a word that is one of some forms, given as bits; nil where none is.
    func firstEntry(of hash: UInt64, as forms: UInt16) -> UInt32? {
        var index = firstReading(of: hash)
        guard index >= 0 else { return nil }
        while true {
            let reading = readings[index]
            if forms >> UInt16(reading >> 27 & 15) & 1 != 0 { return reading & 0x7FF_FFFF }
            if reading >> 31 == 1 { return nil }
            index += 1
        }
    }

    /// What a word can be by its form, as a set of bits, and the sense of its likeliest reading; (0, 255) for a word
    /// that the lexicon lacks.
    @inline(__always)
    package func profile(of hash: UInt64) -> (forms: UInt16, sense: UInt8) {
        var index = firstReading(of: hash)
        guard index >= 0 else { return (0, 255) }
        let sense = mainSense[Int(readings[index] & 0x7FF_FFFF)]
        var forms: UInt16 = 0
        while true {
            let reading = readings[index]
            forms |= 1 << UInt16(reading >> 27 & 15)
            if reading >> 31 == 1 { return (forms, sense) }
            index += 1
        }
    }

    func lemma(_ entry: UInt32) -> UnsafeBufferPointer<UInt8> {
        let range = Int(lemmaOffsets[Int(entry)])..<Int(lemmaOffsets[Int(entry) + 1])
        return UnsafeBufferPointer(rebasing: lemmaBytes[range])
    }

    /// The targets of an entry's links.
    func linked(_ entry: UInt32, in links: UnsafeBufferPointer<Link>) -> [UInt32] {
        var (low, high) = (0, links.count)
        while low < high {
            let middle = (low + high) / 2
            if links[middle].from < entry { low = middle + 1 } else { high = middle }
        }
        return links[low...].prefix { $0.from == entry }.map(\.to)
    }

    func synonyms(of entry: UInt32) -> [UInt32] {
        var members: Set<UInt32> = []
        for synset in linked(entry, in: memberships) {
            let range = Int(synsetOffsets[Int(synset)])..<Int(synsetOffsets[Int(synset) + 1])
            members.formUnion(synsetMembers[range])
        }
        members.remove(entry)
        return members.sorted()
    }
}
