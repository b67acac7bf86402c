import Language

/// Turns WordNet into a lexicon file.
struct LexiconBuilder {
    private let wordNet: WordNet
    private var keys: [WordNet.Key] = []
    private var ids: [WordNet.Key: UInt32] = [:]
    private var readings: [UInt64: [(entry: UInt32, form: WordForm)]] = [:]
    private var irregularForms: [WordNet.Key: [String]] = [:]

    init(wordNet: WordNet) {
        self.wordNet = wordNet
        for (part, pairs) in wordNet.exceptions {
            for pair in pairs {
                irregularForms[WordNet.Key(lemma: pair.lemma, part: part), default: []].append(pair.form)
            }
        }
        keys = wordNet.senses.keys.filter(Self.isKept).sorted()
        for (index, key) in keys.enumerated() { ids[key] = UInt32(index) }
        for index in keys.indices { addForms(of: index) }
    }

    /// Phrases are left out, except phrasal verbs ("blow up"): names come from text, and terms are not looked up whole.
    private static func isKept(_ key: WordNet.Key) -> Bool {
        key.part == .verb || !key.lemma.utf8.contains(UInt8(ascii: "_"))
    }

    func file() -> [UInt8] {
        var writer = ModelFileWriter()
        let (slots, flat) = formTable()
        writer.add("SLOT", slots)
        writer.add("READ", flat)
        var offsets: [UInt32] = [0]
        var bytes: [UInt8] = []
        for key in keys {
            bytes += key.lemma.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }
            offsets.append(UInt32(bytes.count))
        }
        writer.add("LOFF", offsets)
        writer.add("LEMM", bytes)
        let senses = keys.map { key in (wordNet.senses[key] ?? []).compactMap { wordNet.synsets[$0]?.lexicographerFile }
        }
        writer.add("MAIN", senses.map { UInt8($0.first ?? 0) })
        writer.add("SENS", senses.map { $0.reduce(UInt64(0)) { $0 | 1 << UInt64($1) } })
        addSynsets(to: &writer)
        writer.add("DERI", derivations())
        writer.add("SPEL", spellings())
        return writer.bytes(kind: .lexicon)
    }
}

// MARK: - Forms

extension LexiconBuilder {
    private mutating func add(_ form: String, _ entry: Int, _ kind: WordForm) {
        let hash = FoldedForm(form).hash
        let known = readings[hash, default: []].contains { $0.entry == UInt32(entry) && $0.form == kind }
        if !known { readings[hash, default: []].append((UInt32(entry), kind)) }
    }

    /// True where every sense of the lemma writes it with a capital.
    private func isName(_ key: WordNet.Key) -> Bool {
        let words = (wordNet.senses[key] ?? []).flatMap { wordNet.synsets[$0]?.words ?? [] }
            .filter { $0.lowercased() == key.lemma }
        return words.allSatisfy { $0.utf8.first.map { $0 &- 0x41 < 26 } ?? false }
    }

    private mutating func addForms(of entry: Int) {
        let key = keys[entry]
        let irregular = irregularForms[key] ?? []
        switch key.part {
        case .noun where isName(key): add(key.lemma, entry, .properName)
        case .noun:
            add(key.lemma, entry, .singular)
            for form in irregular.isEmpty ? [EnglishForms.plural(key.lemma)] : irregular { add(form, entry, .plural) }
        case .verb: addVerbForms(entry, irregular)
        case .adj:
            add(key.lemma, entry, .adjective)
            let graded = irregular.isEmpty ? EnglishForms.graded(key.lemma) : irregular
            for form in graded { add(form, entry, form.hasSuffix("st") ? .superlative : .comparative) }
        case .adv: add(key.lemma, entry, .adverb)
        }
    }

    private mutating func addVerbForms(_ entry: Int, _ irregular: [String]) {
        let lemma = keys[entry].lemma
        guard !lemma.contains("_") else { return add(lemma, entry, .base) }
        let gerunds = irregular.filter { $0.hasSuffix("ing") }
        let thirds = irregular.filter { $0.hasSuffix("s") && !$0.hasSuffix("ss") }
        let pasts = irregular.filter { !gerunds.contains($0) && !thirds.contains($0) }
        add(lemma, entry, .base)
        for form in thirds.isEmpty ? [EnglishForms.plural(lemma)] : thirds { add(form, entry, .thirdPerson) }
        for form in gerunds.isEmpty ? [EnglishForms.gerund(lemma)] : gerunds { add(form, entry, .gerund) }
        for form in pasts.isEmpty ? [EnglishForms.past(lemma)] : pasts {
            add(form, entry, .past)
            add(form, entry, .participle)
        }
    }

    /// The readings of each word, the most used lemma first, and the table that finds them by hash.
    private func formTable() -> (slots: [UInt32], flat: [UInt32]) {
        var slots = [UInt32](repeating: 0, count: readings.count * 4 / 3 + 1)
        var flat: [UInt32] = []
        for hash in readings.keys.sorted() {
            let sorted = (readings[hash] ?? []).sorted { a, b in
                let (first, second) = (count(a.entry), count(b.entry))
                return first != second ? first > second : (a.entry, a.form.rawValue) < (b.entry, b.form.rawValue)
            }
            var slot = Int((hash >> 32 * UInt64(slots.count)) >> 32)
            while slots[slot] != 0 { slot = slot + 1 == slots.count ? 0 : slot + 1 }
            slots[slot] = UInt32(truncatingIfNeeded: hash) & 0xFFF0_0000 | UInt32(flat.count + 1)
            flat += sorted.map { $0.entry | UInt32($0.form.rawValue) << 27 }
            flat[flat.count - 1] |= 1 << 31
        }
        precondition(flat.count < 1 << 20)
        return (slots, flat)
    }

    private func count(_ entry: UInt32) -> Int { wordNet.counts[keys[Int(entry)]] ?? 0 }
}

// MARK: - Links

extension LexiconBuilder {
    private func id(_ word: String, _ part: WordNet.Part) -> UInt32? {
        ids[WordNet.Key(lemma: word.lowercased(), part: part)]
    }

    /// Synsets that join two or more entries, and which entry is in which.
    private func addSynsets(to writer: inout ModelFileWriter) {
        var offsets: [UInt32] = [0]
        var members: [UInt32] = []
        var memberships: [LexiconStorage.Link] = []
        for key in wordNet.synsets.keys.sorted() {
            let entries = Set((wordNet.synsets[key]?.words ?? []).compactMap { id($0, key.part) }).sorted()
            guard entries.count > 1 else { continue }
            memberships += entries.map { LexiconStorage.Link(from: $0, to: UInt32(offsets.count - 1)) }
            members += entries
            offsets.append(UInt32(members.count))
        }
        writer.add("SOFF", offsets)
        writer.add("SMEM", members)
        writer.add("MEMB", Self.sorted(memberships))
    }

    private static func sorted(_ links: [LexiconStorage.Link]) -> [LexiconStorage.Link] {
        links.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    }

    private func derivations() -> [LexiconStorage.Link] {
        var pairs: Set<[UInt32]> = []
        for (key, synset) in wordNet.synsets {
            for link in synset.derivations {
                let other = wordNet.synsets[WordNet.SynsetKey(part: link.part, offset: link.offset)]
                guard synset.words.indices.contains(link.word), let other, other.words.indices.contains(link.target),
                    let from = id(synset.words[link.word], key.part), let to = id(other.words[link.target], link.part),
                    from != to
                else { continue }
                pairs.insert([from, to])
            }
        }
        return Self.sorted(pairs.map { LexiconStorage.Link(from: $0[0], to: $0[1]) })
    }

    /// British spellings to the American ones that share a synset with them.
    private func spellings() -> [LexiconStorage.Link] {
        var links: [LexiconStorage.Link] = []
        for (index, key) in keys.enumerated() {
            let synonyms = Set(
                (wordNet.senses[key] ?? []).flatMap { wordNet.synsets[$0]?.words ?? [] }.map { $0.lowercased() })
            let american = EnglishForms.americanSpellings(of: key.lemma).first { synonyms.contains($0) }
            if let american, let target = id(american, key.part) {
                links.append(LexiconStorage.Link(from: UInt32(index), to: target))
            }
        }
        return Self.sorted(links)
    }
}
